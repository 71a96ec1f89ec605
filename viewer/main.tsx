// Loads the graph, saying what is happening, and puts the viewer on the page.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { App } from './app.tsx';
import { type Atlas, atlasOf } from './reading/atlas.ts';
import { load } from './reading/load.ts';
import './style.css';

type Stage =
  | { readonly is: 'loading'; readonly lines: number }
  | { readonly is: 'ready'; readonly atlas: Atlas }
  | { readonly is: 'failed'; readonly message: string };

function Viewer() {
  const [stage, setStage] = useState<Stage>({ is: 'loading', lines: 0 });
  useEffect(() => {
    const leave = new AbortController();
    load((lines) => setStage({ is: 'loading', lines }), leave.signal).then(
      ({ name, graph }) => {
        document.title = `${name} – wiregraph`;
        setStage({ is: 'ready', atlas: atlasOf(name, graph) });
      },
      (error: Error) => {
        if (!leave.signal.aborted) setStage({ is: 'failed', message: error.message });
      },
    );
    return () => leave.abort();
  }, []);
  switch (stage.is) {
    case 'ready':
      return <App atlas={stage.atlas} />;
    case 'failed':
      return (
        <div class="message" role="alert">
          <h2>The graph can’t be shown</h2>
          <p>{stage.message}</p>
          <button type="button" class="button" onClick={() => location.reload()}>
            Try again
          </button>
        </div>
      );
    case 'loading':
      return (
        <div class="message" role="status">
          <p>Reading the graph{stage.lines > 0 ? ` · ${stage.lines.toLocaleString('en')} records` : ''}…</p>
        </div>
      );
  }
}

render(<Viewer />, document.getElementById('app') as HTMLElement);
