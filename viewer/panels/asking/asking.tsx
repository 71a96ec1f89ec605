// The console: a question in Cypher, its answer as a table and on the wall, and a library of questions to begin with.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Asked, engineOf } from '../../asking/engine.ts';
import type { Reply } from '../../asking/engine.worker.ts';
import { library } from '../../asking/library.ts';
import type { PanelProperties } from '../words.tsx';
import { Answer } from './answer.tsx';
import { createEditor, type Editor } from './editor.ts';

/** The console with the question of the state. */
export function Console({ atlas, dispatch, question }: PanelProperties & { readonly question: string }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const asked = useRef<Asked | null>(null);
  const text = useRef(question);
  const [reply, setReply] = useState<Reply | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const run = useCallback(async () => {
    asked.current?.stop();
    if (text.current.trim() === '') return;
    const mine = engineOf(atlas.graph).run(text.current);
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
        dispatch({ do: 'ask', question: next });
      },
      run: () => void runLatest.current(),
      leave: () => dispatch({ do: 'console', isOpen: false }),
      check: async (next) => {
        const found = await engineOf(atlas.graph).check(next);
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
    if (question === text.current) return;
    text.current = question;
    editor.current?.put(question);
  }, [question]);
  const take = (next: string) => {
    editor.current?.put(next);
    editor.current?.focus();
    void run();
  };
  return (
    <section class="console" aria-label="Query console">
      <div class="asking">
        <div class="editor" ref={host} />
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
            <li key={one.title}>
              <button type="button" class="row" title={one.text} onClick={() => take(one.text)}>
                {one.title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}
