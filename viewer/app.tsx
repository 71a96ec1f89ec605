// The frame around everything: bar, chips, wall or table, panel; the keys that work everywhere; what is said aloud.
import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { ArticlePanel } from './panels/article.tsx';
import { Chips } from './panels/chips.tsx';
import { EntityPanel } from './panels/entity.tsx';
import { RelationPanel } from './panels/relation.tsx';
import { Search } from './panels/search.tsx';
import { StartHere } from './panels/start-here.tsx';
import { Table } from './panels/table.tsx';
import type { PanelProperties } from './panels/words.tsx';
import type { Atlas } from './reading/atlas.ts';
import { counted, supportWords, typeWords } from './reading/words.ts';
import { seen } from './state/seen.ts';
import { initial, reduce, type State } from './state/state.ts';
import { WallView } from './wall/wall.tsx';

/** The viewer of a loaded graph. */
export function App({ atlas }: { readonly atlas: Atlas }) {
  const [state, dispatch] = useReducer(reduce, initial);
  const [isBroken, setIsBroken] = useState(false);
  const shown = useMemo(() => seen(atlas, state), [atlas, state.hidden, state.limit]);
  const onBroken = useCallback(() => setIsBroken(true), []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dispatch({ do: 'close' });
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);
  const view = isBroken ? 'table' : state.view;
  const { entities, relations, documents } = atlas.graph;
  const isChosen = state.selection !== null || state.article !== null;
  return (
    <div class={`app ${isChosen ? 'has-choice' : ''}`}>
      <header class="bar">
        <h1 dir="auto">{atlas.name}</h1>
        <Search atlas={atlas} dispatch={dispatch} />
        <p class="counts">
          {counted(entities.length, 'entity', 'entities')} · {counted(relations.length, 'relation')} ·{' '}
          {counted(documents.length, 'article')}
        </p>
        {!isBroken && (
          <button
            type="button"
            class="button"
            aria-pressed={view === 'table'}
            onClick={() => dispatch({ do: 'show', view: view === 'table' ? 'wall' : 'table' })}
          >
            Table
          </button>
        )}
      </header>
      <main class="stage">
        <Chips atlas={atlas} dispatch={dispatch} hidden={state.hidden} />
        {isBroken && (
          <p class="notice" role="status">
            This browser can’t draw the wall (WebGL is missing or was lost), so here is the same as a table.
          </p>
        )}
        {relations.length === 0 ? (
          <Empty atlas={atlas} />
        ) : view === 'wall' ? (
          <WallView
            atlas={atlas}
            state={state}
            seen={shown}
            dispatch={dispatch}
            camera={null}
            onCamera={ignore}
            onWall={ignore}
            onBroken={onBroken}
          />
        ) : (
          <Table atlas={atlas} dispatch={dispatch} state={state} />
        )}
      </main>
      <aside class="panel" aria-label="Evidence">
        <Panel atlas={atlas} dispatch={dispatch} state={state} />
      </aside>
      <p class="aside" aria-live="polite">
        {summary(atlas, state)}
      </p>
    </div>
  );
}

const ignore = () => {};

function Panel({ atlas, dispatch, state }: PanelProperties & { readonly state: State }) {
  const { article, selection } = state;
  const given = { atlas, dispatch };
  const document = article && atlas.documents.get(article.document);
  if (article && document) return <ArticlePanel {...given} document={document} claim={article.claim} />;
  if (selection?.kind === 'entity') {
    const entity = atlas.entities.get(selection.id);
    if (entity) return <EntityPanel key={entity.id} {...given} entity={entity} />;
  }
  if (selection?.kind === 'relation') {
    const relation = atlas.relations.get(selection.id);
    if (relation) return <RelationPanel key={relation.id} {...given} relation={relation} />;
  }
  return <StartHere {...given} />;
}

function Empty({ atlas }: { readonly atlas: Atlas }) {
  const { documents, entities } = atlas.graph;
  return (
    <div class="message">
      <h2>No relations</h2>
      <p>
        {documents.length === 0
          ? 'The graph holds no article. Build one from a folder: wiregraph build FOLDER --out NAME.graph'
          : `In ${counted(documents.length, 'article')} no sentence relates two of the ${counted(entities.length, 'entity', 'entities')}. Add articles, or search for a name.`}
      </p>
    </div>
  );
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
