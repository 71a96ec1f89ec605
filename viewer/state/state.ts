// What the person has chosen to see. Pure data and one function from a state and an action to the next: undo, links that
// hold the state and tests all rest on it. What the pointer hovers over is no choice and isn't here.
import type { EntityType } from '../../graph/model.ts';

export type Selection =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'relation'; readonly id: string };

export interface State {
  readonly selection: Selection | null;
  /** The article that lies open over the selection, at one of its claims, or at its start. */
  readonly article: { readonly document: string; readonly claim: string | null } | null;
  readonly view: 'wall' | 'table';
  /** Entity types that are filtered out. */
  readonly hidden: readonly EntityType[];
  /** At most so many entities on the wall, the best supported first. */
  readonly limit: number;
}

export type Action =
  | { readonly do: 'select'; readonly selection: Selection }
  | { readonly do: 'read'; readonly document: string; readonly claim: string | null }
  /** Closes what lies on top: the article, then the selection. */
  | { readonly do: 'close' }
  | { readonly do: 'show'; readonly view: State['view'] }
  | { readonly do: 'toggle'; readonly type: EntityType }
  | { readonly do: 'reveal'; readonly limit: number };

export const initial: State = { selection: null, article: null, view: 'wall', hidden: [], limit: 150 };

/** The state after an action; the same object where nothing changes. */
export function reduce(state: State, action: Action): State {
  switch (action.do) {
    case 'select':
      return { ...state, selection: action.selection, article: null };
    case 'read':
      return { ...state, article: { document: action.document, claim: action.claim } };
    case 'close':
      if (state.article !== null) return { ...state, article: null };
      return state.selection === null ? state : { ...state, selection: null };
    case 'show':
      return state.view === action.view ? state : { ...state, view: action.view };
    case 'toggle':
      return { ...state, hidden: toggled(state.hidden, action.type) };
    case 'reveal':
      return { ...state, limit: action.limit };
  }
}

const toggled = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((i) => i !== item) : [...list, item];
