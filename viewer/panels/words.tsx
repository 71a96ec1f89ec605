// Small pieces that several panels are made of: names to click, marks, the sentence of a relation.
import type { Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { type Mark, typeWords } from '../reading/words.ts';
import type { Action } from '../state/state.ts';

/** What every panel gets. */
export interface PanelProperties {
  readonly atlas: Atlas;
  readonly dispatch: (action: Action) => void;
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

/** What must be known before it is repeated: denied, planned, possible, demanded, disputed. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return marks.map((mark) => (
    <span key={mark} class={`mark ${mark}`}>
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
