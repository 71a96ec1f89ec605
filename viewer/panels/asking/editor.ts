// The editor of the console: the one file that knows CodeMirror. It lives in a shadow root, where its styles are sheets
// made by script: the page's policy allows no style element.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  MatchDecorator,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { offersAt } from '../../asking/completion.ts';
import type { Problem } from '../../asking/engine.worker.ts';
import { keywords } from '../../asking/schema.ts';
import type { Atlas } from '../../reading/atlas.ts';

export interface Editor {
  /** Puts another text in, where it is another. */
  put(text: string): void;
  focus(): void;
  destroy(): void;
}

export interface EditorListener {
  changed(text: string): void;
  /** Ctrl-Enter, or Cmd-Enter. */
  run(): void;
  /** Escape, where no list of completions is open. */
  leave(): void;
  /** What is wrong with a text; null where nothing is. */
  check(text: string): Promise<Problem | null>;
}

/** An editor in an element, which gets a shadow root. */
export function createEditor(
  host: HTMLElement,
  atlas: Atlas,
  text: string,
  listener: EditorListener,
): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        closeBrackets(),
        autocompletion({ override: [completing(atlas)], icons: false, maxRenderedOptions: 60 }),
        linter((view) => diagnose(view.state.doc.toString(), listener), { delay: 350 }),
        keymap.of([
          { key: 'Mod-Enter', run: () => did(listener.run) },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          { key: 'Escape', run: () => did(listener.leave) },
        ]),
        highlighting,
        placeholder('MATCH (a:Person)-[r]->(b) RETURN a, r, b LIMIT 20'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Query in Cypher', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) listener.changed(update.state.doc.toString());
        }),
        theme,
      ],
    }),
  });
  return {
    put(next) {
      const { doc } = view.state;
      if (doc.toString() !== next) view.dispatch({ changes: { from: 0, to: doc.length, insert: next } });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function did(work: () => void): true {
  work();
  return true;
}

const completing = (atlas: Atlas) => (context: CompletionContext) => {
  const found = offersAt(atlas, context.state.doc.toString(), context.pos, context.explicit);
  if (found === null) return null;
  const options: Completion[] = found.offers.map(({ label, detail, kind, apply }) => ({
    label,
    detail,
    type: kind,
    ...(apply === undefined ? {} : { apply }),
    boost: kind === 'variable' ? 2 : kind === 'function' ? -1 : 0,
  }));
  // Names are found by the words within them, so the editor must not sort them out by their beginning again.
  const isNames = found.offers[0]?.kind === 'name';
  return isNames
    ? { from: found.from, options, filter: false }
    : { from: found.from, options, validFor: /^[\p{L}\p{N}_]*$/u };
};

/** The underline runs to the end of the word that the problem begins with, or under the last character of the text. */
async function diagnose(text: string, listener: EditorListener): Promise<readonly Diagnostic[]> {
  if (text.trim() === '') return [];
  const problem = await listener.check(text);
  if (problem === null) return [];
  const at = Math.min(problem.offset ?? 0, text.length);
  const [word = ''] = /^(?:[\p{L}\p{N}_]+|\S)/u.exec(text.slice(at)) ?? [];
  const from = word === '' ? Math.max(at - 1, 0) : at;
  return [{ from, to: from + Math.max(word.length, 1), severity: 'error', message: problem.message }];
}

const decorator = new MatchDecorator({
  regexp: new RegExp(
    [
      String.raw`(?<comment>\/\/.*|\/\*.*?\*\/)`,
      String.raw`(?<text>'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?)`,
      '(?<name>`[^`]*`?)',
      String.raw`(?<number>\b\d[\d.]*\b)`,
      String.raw`(?<label>(?<=[:|&!]\s?)\p{L}[\p{L}\p{N}_]*)`,
      String.raw`(?<keyword>\b(?:${keywords.map((word) => word.replace(' ', String.raw`\s+`)).join('|')})\b)`,
    ].join('|'),
    'giu',
  ),
  decoration: (match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    return Decoration.mark({ class: `cy-${kind}` });
  },
});

const highlighting = ViewPlugin.fromClass(
  class {
    decorations;
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

// The page's own colours come in by name: custom properties pass into a shadow root.
const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '13.5px', color: 'var(--text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cy-keyword': { color: 'var(--accent)', fontWeight: '600' },
  '.cy-text': { color: 'var(--Topic)' },
  '.cy-number': { color: 'var(--Organization-text)' },
  '.cy-label': { color: 'var(--chosen)' },
  '.cy-comment': { color: 'var(--quiet)', fontStyle: 'italic' },
  '.cm-tooltip': {
    zIndex: '20',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--edge)',
    borderRadius: '9px',
    boxShadow: '0 10px 32px rgb(0 0 0 / 0.16)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    maxHeight: '15em',
    padding: '4px',
    scrollbarWidth: 'thin',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', borderRadius: '6px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--text)',
    backgroundColor: 'var(--sunken)',
  },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal', marginLeft: '1em' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--denied)',
    textUnderlineOffset: '3px',
  },
  '.cm-diagnostic': { padding: '6px 10px', borderLeft: '3px solid var(--denied)', maxWidth: '60ch' },
});
