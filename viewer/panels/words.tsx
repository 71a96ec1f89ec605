// Small pieces that several panels are made of: names to click, marks, the sentence of a relation.
import { useState } from 'preact/hooks';
import type { Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { type Mark, typeWords } from '../reading/words.ts';
import type { Step } from '../state/history.ts';

/** What every panel gets. */
export interface PanelProperties {
  readonly atlas: Atlas;
  readonly dispatch: (step: Step) => void;
}

/** An entity's name, which opens it. */
export function Name({ atlas, dispatch, id }: PanelProperties & { readonly id: string }) {
  return (
    <button
      type="button"
      class="name"
      dir="auto"
      onClick={() => dispatch({ do: 'select', selection: { kind: 'entity', id } })}
    >
      {atlas.entities.get(id)?.name ?? id}
    </button>
  );
}

/** "Viktor Saar called Mara Lindqvist", with both names to click. */
export function Sentence({ atlas, dispatch, relation }: PanelProperties & { readonly relation: Relation }) {
  return (
    <>
      <Name atlas={atlas} dispatch={dispatch} id={relation.subject} />{' '}
      <span class="verb">{typeWords(relation.type)}</span>{' '}
      <Name atlas={atlas} dispatch={dispatch} id={relation.object} />
    </>
  );
}

/** What must be known before it is repeated: denied, planned, possible, demanded, disputed, struck out, corrected. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return marks.map((mark) => (
    <span key={mark} class={`mark ${mark.replace(' ', '-')}`}>
      {mark}
    </span>
  ));
}

/** The button that closes what is on top. */
export function Close({ dispatch, label }: Pick<PanelProperties, 'dispatch'> & { readonly label: string }) {
  return (
    <button
      type="button"
      class="close"
      aria-label={label}
      title={`${label} (Esc)`}
      onClick={() => dispatch({ do: 'close' })}
    >
      ✕
    </button>
  );
}

/** A command line to copy: the server only reads, so what changes the graph is done in the terminal. */
export function Command({ line }: { readonly line: string }) {
  return (
    <p class="command">
      <code dir="ltr">{line}</code>
      <CopyButton text={line} label="Copy" />
    </p>
  );
}

/** Copies a text and says that it did. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: string | (() => string);
  readonly label: string;
}) {
  const [isDone, setIsDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
    setIsDone(true);
    setTimeout(() => setIsDone(false), 1600);
  };
  return (
    <button type="button" class="button small" onClick={copy}>
      {isDone ? 'Copied' : label}
      <span class="aside" role="status">
        {isDone ? 'Copied' : ''}
      </span>
    </button>
  );
}
