// The engine where the graph lies in a database of its own and the page holds a part of it: questions go through the server
// to all of it; what is wrong with a text is still found beside the page.
import type { Atlas } from '../reading/atlas.ts';
import { blanksOf } from './blanks.ts';
import type { Engine } from './engine.ts';
import type { Reply } from './engine.worker.ts';
import { type CypherPlain, plainCell } from './plain-cells.ts';

/** The engine of a graph whose server asks its store. `checks` finds mistakes before anything is asked. */
export function remoteEngine(atlas: Atlas, checks: Engine['check']): Engine {
  return {
    check: checks,
    run: (text) => {
      const stop = new AbortController();
      return { reply: ask(atlas, text, stop.signal), stop: () => stop.abort() };
    },
  };
}

async function ask(atlas: Atlas, text: string, signal: AbortSignal): Promise<Reply> {
  const begun = performance.now();
  const parameters = Object.fromEntries(blanksOf(text).map(({ name, value }) => [name, value]));
  const query = new URLSearchParams({ cypher: text, parameters: JSON.stringify(parameters) });
  try {
    const response = await fetch(`api/query?${query}`, { signal });
    const answer = (await response.json()) as
      | {
          readonly columns: readonly string[];
          readonly rows: readonly (readonly CypherPlain[])[];
          readonly hints: readonly string[];
        }
      | { readonly error: string; readonly position?: { readonly offset: number } | null };
    if ('error' in answer)
      return {
        number: 0,
        is: 'problem',
        problem: { message: answer.error.split('\n')[0] ?? '', offset: answer.position?.offset ?? null },
      };
    return {
      number: 0,
      is: 'rows',
      columns: answer.columns,
      rows: answer.rows.map((row) => row.map((value) => plainCell(atlas, value))),
      isCut: false,
      plan: null,
      milliseconds: performance.now() - begun,
      hints: answer.hints,
    };
  } catch (error) {
    if (signal.aborted) return { number: 0, is: 'stopped' };
    const message = `The server does not answer: ${(error as Error).message}.`;
    return { number: 0, is: 'problem', problem: { message, offset: null } };
  }
}
