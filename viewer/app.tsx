// The frame around everything: bar, chips, wall or table, console, timeline, panel; the keys that work everywhere; the
// address that holds the state; what is said aloud.
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { ArticlePanel } from './panels/article.tsx';
import { Bar } from './panels/bar.tsx';
import { Chips } from './panels/chips.tsx';
import { EmptyGraph, NothingMatches } from './panels/empty.tsx';
import { EntityPanel } from './panels/entity.tsx';
import { KeysSheet, keys } from './panels/keys.tsx';
import { Later } from './panels/later.tsx';
import { isTyping } from './panels/picker.tsx';
import { RelationPanel } from './panels/relation.tsx';
import { StartHere } from './panels/start-here.tsx';
import { Table } from './panels/table.tsx';
import { TimelineStrip } from './panels/timeline.tsx';
import { towards } from './panels/walking.ts';
import { WithEvidence } from './panels/with-evidence.tsx';
import type { PanelProperties } from './panels/words.tsx';
import { type Atlas, withDisagreeing } from './reading/atlas.ts';
import { counted, supportWords, typeWords } from './reading/words.ts';
import { begin, type Step, travel } from './state/history.ts';
import { fromHash, toHash } from './state/link.ts';
import { type Seen, seen } from './state/seen.ts';
import type { State } from './state/state.ts';
import type { Wall } from './wall/sigma.ts';
import { WallView } from './wall/wall.tsx';

interface Properties {
  readonly atlas: Atlas;
  /** What is to be said above everything: that the graph has changed, or can't be read again. */
  readonly notice: ComponentChildren;
}

/** The viewer of a loaded graph. */
export function App({ atlas: read, notice }: Properties) {
  const [history, dispatch] = useReducer(travel, null, () => begin(fromHash(location.hash)));
  const [isBroken, setIsBroken] = useState(false);
  const [wall, setWall] = useState<Wall | null>(null);
  const state = history.present;
  const atlas = useDisagreeing(read, state);
  const shown = useMemo(() => seen(atlas, state.chosen), [atlas, state.chosen]);
  const onBroken = useCallback(() => setIsBroken(true), []);
  const onCamera = useCallback((camera: State['camera']) => dispatch({ do: 'look', camera }), []);
  useAddress(state, dispatch, wall);
  useKeys(atlas, state, shown, dispatch);
  const panel = useFocusKept(state);
  const view = isBroken ? 'table' : state.view;
  const isChosen = state.selection !== null || state.article !== null;
  const given = { atlas, dispatch, state };
  const walk = (event: KeyboardEvent) => {
    if (wall === null) return;
    const from = state.selection?.kind === 'entity' ? state.selection.id : null;
    const next = towards(
      wall.drawn().nodes.toSorted((a, b) => a.rank - b.rank),
      from,
      event.key,
    );
    if (next === undefined) return;
    event.preventDefault();
    dispatch({ do: 'select', selection: { kind: 'entity', id: next.id } });
  };
  const isEmpty = shown.relations.length === 0 && shown.entities.size === 0;
  return (
    <div class={`app ${isChosen ? 'has-choice' : ''} ${state.isAsking ? 'has-console' : ''}`}>
      <button type="button" class="skip" onClick={() => panel.current?.focus()}>
        Skip to the evidence
      </button>
      <Bar atlas={atlas} dispatch={dispatch} history={history} seen={shown} canDraw={!isBroken} />
      <main class="stage">
        {notice}
        <Chips {...given} />
        {isBroken && (
          <p class="notice" role="status">
            This browser can’t draw the wall (WebGL is missing or was lost), so here is the same as a table.
          </p>
        )}
        <div class="view">
          {atlas.totals.relations === 0 ? (
            <EmptyGraph atlas={atlas} />
          ) : view === 'wall' ? (
            <>
              <WallView
                atlas={atlas}
                state={state}
                seen={shown}
                dispatch={dispatch}
                camera={state.camera}
                onCamera={onCamera}
                onWall={setWall}
                onBroken={onBroken}
              />
              <div
                class="walk"
                role="application"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the wall from here.
                tabIndex={0}
                aria-label="Wall: arrow keys go from name to name; the table holds the same"
                onKeyDown={walk}
              />
              {isEmpty && <NothingMatches {...given} />}
            </>
          ) : (
            <Table {...given} empty={<NothingMatches {...given} />} />
          )}
          <OpenSheet {...given} seen={shown} wall={wall} />
        </div>
        {state.isAsking && (
          <Later
            what="console"
            load={async () => (await import('./panels/asking/asking.tsx')).Console}
            properties={{ ...given, question: state.question }}
          />
        )}
        {!state.isAsking && <TimelineStrip {...given} />}
      </main>
      <aside class="panel" aria-label="Evidence" tabIndex={-1} ref={panel}>
        <Panel {...given} seen={shown} />
      </aside>
      <p class="aside" aria-live="polite">
        {summary(atlas, state)}
      </p>
      <p class="aside" aria-live="polite">
        {counted(shown.entities.size, 'entity', 'entities')} and {counted(shown.relations.length, 'relation')}{' '}
        to be seen
      </p>
    </div>
  );
}

type Given = PanelProperties & { readonly state: State; readonly seen: Seen };

function OpenSheet({ atlas, dispatch, state, seen, wall }: Given & { readonly wall: Wall | null }) {
  switch (state.sheet) {
    case null:
      return null;
    case 'filters':
      return (
        <Later
          key="filters"
          what="sheet"
          load={async () => (await import('./panels/filters.tsx')).FilterSheet}
          properties={{ atlas, dispatch, filters: state.chosen.filters }}
        />
      );
    case 'hidden':
      return (
        <Later
          key="hidden"
          what="sheet"
          load={async () => (await import('./panels/hidden.tsx')).HiddenSheet}
          properties={{ atlas, dispatch, chosen: state.chosen }}
        />
      );
    case 'keys':
      return <KeysSheet dispatch={dispatch} />;
    case 'take':
      return (
        <Later
          key="take"
          what="sheet"
          load={async () => (await import('./panels/take.tsx')).TakeSheet}
          properties={{ atlas, dispatch, state, seen, wall }}
        />
      );
  }
}

function Panel({ atlas, dispatch, state, seen }: Given) {
  const { article, selection } = state;
  const given = { atlas, dispatch };
  if (article && (atlas.beyond !== null || atlas.documents.has(article.document)))
    return (
      <WithEvidence
        {...given}
        wanted={{ kind: 'document', id: article.document }}
        show={(atlas) => {
          const document = atlas.documents.get(article.document);
          return document === undefined ? null : (
            <ArticlePanel {...{ atlas, dispatch, document }} claim={article.claim} start={article.start} />
          );
        }}
      />
    );
  if (selection?.kind === 'entity') {
    const entity = atlas.entities.get(selection.id);
    if (entity)
      return (
        <WithEvidence
          key={entity.id}
          {...given}
          wanted={selection}
          show={(atlas) => <EntityPanel {...{ atlas, dispatch, entity, state, seen }} />}
        />
      );
  }
  if (selection?.kind === 'relation' && atlas.relations.has(selection.id))
    return (
      <WithEvidence
        key={selection.id}
        {...given}
        wanted={selection}
        show={(atlas) => {
          const relation = atlas.relations.get(selection.id);
          return relation === undefined ? null : <RelationPanel {...{ atlas, dispatch, relation }} />;
        }}
      />
    );
  return <StartHere {...given} />;
}

/** Keeps the state behind `#`, and takes over the one that is put there. */
function useAddress(state: State, dispatch: (step: Step) => void, wall: Wall | null): void {
  useEffect(() => {
    const later = setTimeout(() => {
      const hash = toHash(state);
      if (hash !== location.hash.slice(1))
        window.history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
    }, 150);
    return () => clearTimeout(later);
  }, [state]);
  useEffect(() => {
    // Not the address as it stands: a state that was waiting to be written may have taken the place of the one that is asked for.
    const become = ({ newURL }: HashChangeEvent) => {
      const next = fromHash(new URL(newURL).hash);
      dispatch({ do: 'become', state: next });
      if (next.camera !== null) setTimeout(() => wall?.moveTo(next.camera as NonNullable<State['camera']>));
    };
    addEventListener('hashchange', become);
    return () => removeEventListener('hashchange', become);
  }, [dispatch, wall]);
}

/** Where a filter asks for it, what the server knows of where reports disagree. */
function useDisagreeing(atlas: Atlas, { chosen }: State): Atlas {
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const { beyond, isGrowing } = atlas;
  const isWanted = chosen.filters.only === 'disputed' && beyond !== null && !isGrowing && found === null;
  useEffect(() => {
    // What is denied elsewhere shows all the same.
    if (isWanted) beyond.disagreeing().then(setFound, () => setFound(new Set()));
  }, [isWanted, beyond]);
  return useMemo(() => (found === null ? atlas : withDisagreeing(atlas, found)), [atlas, found]);
}

function useKeys(atlas: Atlas, state: State, seen: Seen, dispatch: (step: Step) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isChord = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented) return;
      if (event.key === 'Escape') return dispatch({ do: 'close' });
      if (isTyping(event) || event.altKey) return;
      const letter = event.key.toLowerCase();
      if (isChord && (letter === 'z' || letter === 'y')) {
        event.preventDefault();
        return dispatch({ do: letter === 'y' || event.shiftKey ? 'redo' : 'undo' });
      }
      if (isChord) return;
      const step = keys.find((key) => key.keys === event.key)?.step?.({ atlas, state, seen });
      if (step) {
        event.preventDefault();
        dispatch(step);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [atlas, state, seen, dispatch]);
}

/** Where a button goes away with what it opened, the focus goes to the panel and not to nowhere. */
function useFocusKept({ selection, article }: State) {
  const panel = useRef<HTMLElement>(null);
  const isOpening = useRef(true);
  useEffect(() => {
    // Whoever opens a link begins at the top.
    if (isOpening.current) isOpening.current = false;
    else if (document.activeElement === document.body && (selection !== null || article !== null))
      panel.current?.focus({ preventScroll: true });
  }, [selection, article]);
  return panel;
}

function summary(atlas: Atlas, { selection, article }: State): string {
  if (article) return `Article: ${atlas.documents.get(article.document)?.title ?? article.document}`;
  const name = (id: string) => atlas.entities.get(id)?.name ?? id;
  if (selection?.kind === 'entity')
    return `${name(selection.id)}, ${counted(atlas.relationsOf.get(selection.id)?.length ?? 0, 'relation')}`;
  const relation = selection && atlas.relations.get(selection.id);
  if (!relation) return '';
  return `${name(relation.subject)} ${typeWords(relation.type)} ${name(relation.object)}, ${supportWords(relation)}`;
}
