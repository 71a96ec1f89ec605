// The console: a question in Cypher, its answer as a table and on the wall, and a library of questions to begin with.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { emptyGraph } from '../../../graph/model.ts';
import { type Blank, blanksOf, filled } from '../../asking/blanks.ts';
import { type Asked, type Engine, engineOf } from '../../asking/engine.ts';
import type { Reply } from '../../asking/engine.worker.ts';
import { library } from '../../asking/library.ts';
import { remoteEngine } from '../../asking/remote.ts';
import type { Atlas } from '../../reading/atlas.ts';
import type { State } from '../../state/state.ts';
import type { PanelProperties } from '../words.tsx';
import { Answer } from './answer.tsx';
import { createEditor, type Editor } from './editor.ts';

/** The console with the question of the state. */
export function Console({
  atlas,
  dispatch,
  question,
  state,
}: PanelProperties & { readonly question: string; readonly state: State }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const asked = useRef<Asked | null>(null);
  const text = useRef(question);
  const sent = useRef<string[]>([]);
  const [reply, setReply] = useState<Reply | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const run = useCallback(async () => {
    asked.current?.stop();
    if (text.current.trim() === '') return;
    const mine = engineFor(atlas).run(text.current);
    asked.current = mine;
    setIsRunning(true);
    const answer = await mine.reply;
    if (asked.current !== mine) return;
    asked.current = null;
    setIsRunning(false);
    setReply(answer);
  }, [atlas]);
  const runLatest = useRef(run);
  runLatest.current = run;
  useEffect(() => {
    if (host.current === null) return;
    const made = createEditor(host.current, atlas, text.current, {
      changed: (next) => {
        text.current = next;
        sent.current.push(next);
        dispatch({ do: 'ask', question: next });
      },
      run: () => void runLatest.current(),
      leave: () => dispatch({ do: 'console', isOpen: false }),
      check: async (next) => {
        const found = await engineFor(atlas).check(next);
        return found.is === 'problem' ? found.problem : null;
      },
    });
    editor.current = made;
    made.focus();
    if (text.current.trim() !== '') void runLatest.current();
    return () => {
      asked.current?.stop();
      made.destroy();
    };
  }, [atlas, dispatch]);
  useEffect(() => {
    // What was typed comes back here, maybe after more was typed: only what came from elsewhere is put in.
    const at = sent.current.indexOf(question);
    if (at !== -1) sent.current.splice(0, at + 1);
    else if (question !== text.current) editor.current?.put(question);
  }, [question]);
  const blanks = blanksOf(question);
  const take = (next: string) => {
    editor.current?.put(withSelected(atlas, state, next));
    editor.current?.focus();
    void run();
  };
  return (
    <section class="console" aria-label="Query console">
      <div class="asking">
        <div class="editor" ref={host} />
        {blanks.length > 0 && (
          <Blanks
            blanks={blanks}
            fill={(name, value) => editor.current?.put(filled(text.current, name, value))}
            run={run}
          />
        )}
        <div class="console-tools">
          <button
            type="button"
            class="button small strong"
            title="Run (Ctrl Enter)"
            disabled={isRunning}
            onClick={run}
          >
            Run
          </button>
          {isRunning && (
            <button type="button" class="button small" onClick={() => asked.current?.stop()}>
              Stop
            </button>
          )}
          <p class="hint" role="status">
            {isRunning ? 'Running…' : 'Ctrl Enter runs, Ctrl Space completes'}
          </p>
          <button
            type="button"
            class="close"
            aria-label="Close the console"
            title="Close (q)"
            onClick={() => dispatch({ do: 'console', isOpen: false })}
          >
            ✕
          </button>
        </div>
        <div class="answer">
          {reply !== null && <Answer atlas={atlas} dispatch={dispatch} reply={reply} />}
        </div>
      </div>
      <nav class="library" aria-label="Questions to begin with">
        <h2>Questions</h2>
        <ul class="rows">
          {library.map((one) => (
            <li key={one.name}>
              <button type="button" class="row" title={one.answers} onClick={() => take(one.cypher)}>
                {one.title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}

function Blanks({
  blanks,
  fill,
  run,
}: {
  readonly blanks: readonly Blank[];
  readonly fill: (name: string, value: string) => void;
  readonly run: () => void;
}) {
  return (
    <div class="blanks">
      {blanks.map(({ name, value, means }) => (
        <label key={name}>
          {name}{' '}
          <input
            type="text"
            value={value}
            dir="auto"
            title={means}
            placeholder={means}
            onInput={(event) => fill(name, event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') run();
            }}
          />
        </label>
      ))}
    </div>
  );
}

/** A question about one name begins with the entity that is selected. */
function withSelected(atlas: PanelProperties['atlas'], { selection }: State, text: string): string {
  const entity = selection?.kind === 'entity' ? atlas.entities.get(selection.id) : undefined;
  const blank = blanksOf(text).find(({ means }) => means.includes('name'));
  return entity === undefined || blank === undefined ? text : filled(text, blank.name, entity.name);
}

function engineFor(atlas: Atlas): Engine {
  return atlas.asks ? remoteEngine(atlas, engineOf(emptyGraph).check) : engineOf(atlas.graph);
}
