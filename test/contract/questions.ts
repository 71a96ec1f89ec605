// The library of questions, on any store: each runs, and answers on the example articles what its sample says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Float, type Row, type Value } from '../../graph/cypher/values.ts';
import type { Question } from '../../graph/queries/question.ts';
import type { Store } from '../../graph/store/store.ts';
import { questions } from '../../src/questions.ts';
import { exampleGraph } from './examples.ts';

/** Rows that a sample shows. */
const shown = 2;

/**
 * Tests of every question on a store that holds the example articles. With UPDATE_SAMPLES set, the samples in the files
 * are written anew instead: look at the difference before keeping it.
 */
export function questionContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`the questions on ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await makeStore();
      await store.write({ put: await exampleGraph() });
    }, 120_000);
    afterAll(() => store.close());

    test.each(questions().map((question) => [question.name, question] as const))(
      '%s',
      async (_, question) => {
        const parameters = Object.fromEntries(question.parameters.map((p) => [p.name, p.value]));
        const { columns, rows } = await store.run(question.cypher, { parameters });
        const found: Row[] = [];
        for await (const row of rows) found.push(row);
        const sample = found.length === 0 ? [] : [line(columns), ...found.slice(0, shown).map(line)];
        if (process.env.UPDATE_SAMPLES) update(question, sample);
        else expect(sample).toEqual(question.sample);
      },
    );
  });
}

const line = (cells: readonly Value[]): string => `| ${cells.map(cell).join(' | ')}`;

function cell(value: Value): string {
  if (value instanceof Float) return String(value.value);
  if (Array.isArray(value)) return value.map(cell).join(', ');
  const text = String(value ?? '–').replaceAll('|', '/');
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`;
}

function update({ name, cypher }: Question, sample: readonly string[]): void {
  const lines = cypher.split('\n').filter((each) => !each.startsWith('// |'));
  const end = lines.findIndex((each) => !each.startsWith('//'));
  const text = [...lines.slice(0, end), ...sample.map((each) => `// ${each}`), ...lines.slice(end)].join(
    '\n',
  );
  writeFileSync(join(import.meta.dirname, '../../graph/queries', `${name}.cypher`), text);
}
