// What the person has chosen to see. Pure data and one function from a state and an action to the next: undo, links that
// hold the state and tests all rest on it. What the pointer hovers over is no choice and isn't here.
import type { EntityType } from '../../graph/model.ts';
import { type Filters, type ListFilter, noFilters } from './filters.ts';

export type Selection =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'relation'; readonly id: string };

/** Where the camera is; the wall says what the numbers mean. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** Of which part of the graph the wall is. */
export type Scope =
  | { readonly is: 'all' }
  /** An entity and whoever is at most so many relations away. */
  | { readonly is: 'around'; readonly entity: string; readonly steps: number }
  /** The shortest ways between two entities. */
  | { readonly is: 'path'; readonly from: string; readonly to: string }
  /** What a question found. */
  | { readonly is: 'answer'; readonly entities: readonly string[]; readonly relations: readonly string[] };

/** What decides what is on the wall: every change of it can be undone. */
export interface Chosen {
  readonly filters: Filters;
  readonly scope: Scope;
  /** Entities that were put on the wall one by one, or as somebody's neighbours. */
  readonly added: readonly string[];
  /** Entities that were taken off. */
  readonly hidden: readonly string[];
  /** Entities that stay whatever filters and scope say. */
  readonly pinned: readonly string[];
  /** At most so many entities of the scope, the best supported first. */
  readonly limit: number;
}

/** What lies open over everything else, at most one. */
export type Sheet = 'filters' | 'take' | 'keys' | 'hidden';

export interface State {
  readonly chosen: Chosen;
  readonly selection: Selection | null;
  /** The article that lies open over the selection, at one of its claims or sentences, or at its start. */
  readonly article: Place | null;
  readonly view: 'wall' | 'table';
  readonly sheet: Sheet | null;
  /** Whether the console is open, and the question in it, which stays while it is closed. */
  readonly isAsking: boolean;
  readonly question: string;
  readonly camera: Camera | null;
}

/** A place in an article: a claim, a stretch of its text, or its start where both are null. */
export interface Place {
  readonly document: string;
  readonly claim: string | null;
  readonly start?: number;
}

export type Action =
  | { readonly do: 'select'; readonly selection: Selection }
  | ({ readonly do: 'read' } & Place)
  /** Closes what lies on top: a sheet, the article, then the selection. */
  | { readonly do: 'close' }
  | { readonly do: 'show'; readonly view: State['view'] }
  | { readonly do: 'open'; readonly sheet: Sheet | null }
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'console'; readonly isOpen: boolean }
  | { readonly do: 'look'; readonly camera: Camera | null }
  | { readonly do: 'toggle'; readonly type: EntityType }
  | { readonly do: 'filter'; readonly list: ListFilter; readonly value: string }
  | { readonly do: 'filters'; readonly filters: Filters }
  /** `isMoving` while a hand is still on it: such changes in a row are undone as one. */
  | {
      readonly do: 'period';
      readonly since: string | null;
      readonly until: string | null;
      readonly isMoving?: boolean;
    }
  | { readonly do: 'scope'; readonly scope: Scope }
  | { readonly do: 'add'; readonly entities: readonly string[] }
  | { readonly do: 'hide'; readonly entities: readonly string[] }
  | { readonly do: 'unhide'; readonly entities: readonly string[] }
  | { readonly do: 'pin'; readonly entity: string }
  | { readonly do: 'reveal'; readonly limit: number }
  | { readonly do: 'reset' }
  /** Another state as a whole: a link was opened. */
  | { readonly do: 'become'; readonly state: State };

export const firstLimit = 150;

const nothingChosen: Chosen = {
  filters: noFilters,
  scope: { is: 'all' },
  added: [],
  hidden: [],
  pinned: [],
  limit: firstLimit,
};

export const initial: State = {
  chosen: nothingChosen,
  selection: null,
  article: null,
  view: 'wall',
  sheet: null,
  isAsking: false,
  question: '',
  camera: null,
};

/** The state after an action; the same object where nothing changes. */
export function reduce(state: State, action: Action): State {
  const { chosen } = state;
  const choosing = (change: Partial<Chosen>): State => ({ ...state, chosen: { ...chosen, ...change } });
  switch (action.do) {
    case 'select':
      return { ...state, selection: action.selection, article: null };
    case 'read':
      return { ...state, article: placeOf(action) };
    case 'close':
      return closed(state);
    case 'show':
      return state.view === action.view ? state : { ...state, view: action.view };
    case 'open':
      return state.sheet === action.sheet ? state : { ...state, sheet: action.sheet };
    case 'ask':
      return { ...state, isAsking: true, question: action.question };
    case 'console':
      return state.isAsking === action.isOpen ? state : { ...state, isAsking: action.isOpen };
    case 'look':
      return { ...state, camera: action.camera };
    case 'toggle':
      return filtering(state, 'withoutTypes', action.type);
    case 'filter':
      return filtering(state, action.list, action.value);
    case 'filters':
      return choosing({ filters: action.filters });
    case 'period':
      return choosing({ filters: { ...chosen.filters, since: action.since, until: action.until } });
    case 'scope':
      return {
        ...choosing({ scope: action.scope, added: [], hidden: [], limit: firstLimit }),
        camera: null,
      };
    case 'add':
      return choosing({
        added: united(chosen.added, action.entities),
        hidden: without(chosen.hidden, action.entities),
      });
    case 'hide':
      return closing(
        choosing({
          hidden: united(chosen.hidden, action.entities),
          pinned: without(chosen.pinned, action.entities),
        }),
        action.entities,
      );
    case 'unhide':
      return choosing({ hidden: without(chosen.hidden, action.entities) });
    case 'pin':
      return choosing({ pinned: toggled(chosen.pinned, action.entity) });
    case 'reveal':
      return choosing({ limit: action.limit });
    case 'reset':
      return { ...choosing(nothingChosen), sheet: null, camera: null };
    case 'become':
      return action.state;
  }
}

const placeOf = ({ document, claim, start }: Place): Place =>
  start === undefined ? { document, claim } : { document, claim, start };

function closed(state: State): State {
  if (state.sheet !== null) return { ...state, sheet: null };
  if (state.article !== null) return { ...state, article: null };
  return state.selection === null ? state : { ...state, selection: null };
}

function filtering(state: State, list: ListFilter, value: string): State {
  const filters = { ...state.chosen.filters, [list]: toggled<string>(state.chosen.filters[list], value) };
  return { ...state, chosen: { ...state.chosen, filters } };
}

/** What is taken off the wall is no longer selected. */
const closing = (state: State, gone: readonly string[]): State =>
  state.selection?.kind === 'entity' && gone.includes(state.selection.id)
    ? { ...state, selection: null, article: null }
    : state;

const toggled = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((i) => i !== item) : [...list, item];

const united = (list: readonly string[], more: readonly string[]): string[] => [
  ...new Set([...list, ...more]),
];

const without = (list: readonly string[], gone: readonly string[]): readonly string[] =>
  list.length === 0 ? list : list.filter((item) => !gone.includes(item));
