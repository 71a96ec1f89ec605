// Loads the graph, saying what is happening, and puts the viewer on the page; looks now and then whether it has changed.
import { render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { App } from './app.tsx';
import type { Atlas } from './reading/atlas.ts';
import { embedded, type Source, served } from './reading/load.ts';
import { counted } from './reading/words.ts';
import { fromHash } from './state/link.ts';
import { firstLimit } from './state/state.ts';
import './style.css';

/** What has happened with the graph; the last good picture stays while it is read again. */
interface Stage {
  readonly atlas: Atlas | null;
  readonly version: string | null;
  readonly is: 'loading' | 'ready' | 'stale' | 'failed';
  readonly lines: number;
  readonly message: string;
}

const first: Stage = { atlas: null, version: null, is: 'loading', lines: 0, message: '' };

function Viewer({ source }: { readonly source: Source }) {
  const [stage, setStage] = useState(first);
  const change = useCallback((next: Partial<Stage>) => setStage((last) => ({ ...last, ...next })), []);
  const leave = useRef<AbortController>(new AbortController());
  const entities = useRef(Math.max(firstEntities, fromHash(location.hash).chosen.limit));
  const read = useCallback(() => {
    leave.current.abort();
    leave.current = new AbortController();
    const { signal } = leave.current;
    change({ is: 'loading', lines: 0 });
    let told = 0;
    let isShown = false;
    const progress = (lines: number) => {
      // Saying it more often would take longer than reading.
      if (signal.aborted || isShown || performance.now() - told < 200) return;
      told = performance.now();
      change({ lines });
    };
    const take = async () => {
      for await (const { atlas, version } of source.load(progress, entities.current, signal)) {
        if (signal.aborted) return;
        isShown = true;
        document.title = `${atlas.name} – wiregraph`;
        change({ is: atlas.isGrowing ? 'loading' : 'ready', atlas, version });
      }
      performance.mark('graph: all');
    };
    take().catch((error: Error) => {
      if (!signal.aborted) change({ is: 'failed', message: error.message });
    });
  }, [source, change]);
  useEffect(() => {
    read();
    return () => leave.current.abort();
  }, [read]);
  useEffect(() => {
    if (stage.is !== 'ready' || stage.version === null) return;
    const look = async () => {
      if (document.hidden) return;
      const version = await source.version().catch(() => null);
      if (version !== null && version !== stage.version) change({ is: 'stale' });
    };
    const timer = setInterval(look, 10_000);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, [source, stage.is, stage.version, change]);
  if (stage.atlas !== null)
    return (
      <App
        atlas={stage.atlas}
        notice={
          <Notice
            stage={stage}
            onRead={read}
            onMore={
              entities.current < mostEntities
                ? () => {
                    entities.current = Math.min(entities.current * 2, mostEntities);
                    read();
                  }
                : null
            }
          />
        }
      />
    );
  if (stage.is === 'failed')
    return (
      <main class="message">
        <div role="alert">
          <h2>The graph can’t be shown</h2>
          <p>{stage.message}</p>
        </div>
        <button type="button" class="button" onClick={read}>
          Try again
        </button>
      </main>
    );
  return (
    <main class="message">
      <p role="status">{loadingWords(stage)}</p>
    </main>
  );
}

/** Of a graph that isn't had whole: entities to begin with, at least, and the most that the server gives. */
const [firstEntities, mostEntities] = [firstLimit, 5000];

function Notice({
  stage,
  onRead,
  onMore,
}: {
  readonly stage: Stage;
  readonly onRead: () => void;
  /** Reads twice as much; null where that is all. */
  readonly onMore: (() => void) | null;
}) {
  switch (stage.is) {
    case 'ready':
      if (stage.atlas === null || (stage.atlas.stored ?? 0) <= stage.atlas.totals.entities) return null;
      return (
        <p class="notice">
          Read so far: the best supported {stage.atlas.totals.entities.toLocaleString('en')} of{' '}
          {counted(stage.atlas.stored ?? 0, 'entity', 'entities')} in the database; queries ask all of it.{' '}
          {onMore !== null && (
            <button type="button" class="link" onClick={onMore}>
              Read more of it
            </button>
          )}
        </p>
      );
    case 'loading':
      // What is there already stays as it is; the wall's own foot says that more comes.
      if (stage.atlas?.isGrowing) return null;
      return (
        <p class="notice" role="status">
          {loadingWords(stage)}
        </p>
      );
    case 'stale':
      return (
        <p class="notice" role="status">
          The graph on disk has changed.{' '}
          <button type="button" class="link" onClick={onRead}>
            Reload
          </button>
        </p>
      );
    case 'failed':
      return (
        <p class="notice" role="alert">
          The changed graph can’t be read, so this is the last one that could: {stage.message}{' '}
          <button type="button" class="link" onClick={onRead}>
            Try again
          </button>
        </p>
      );
  }
}

const loadingWords = ({ lines }: Stage): string =>
  `Reading the graph${lines > 0 ? ` · ${lines.toLocaleString('en')} records` : ''}…`;

/** A page that was exported holds its graph. */
function sourceOf(page: Document): Source {
  const data = page.getElementById('graph');
  return data === null ? served : embedded(data.dataset.name ?? 'Graph', data.textContent ?? '');
}

render(<Viewer source={sourceOf(document)} />, document.getElementById('app') as HTMLElement);
