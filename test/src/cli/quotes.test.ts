import { expect, test } from 'vitest';
import type { Graph } from '../../../graph/model.ts';
import { Quotes } from '../../../src/cli/quotes.ts';
import { assemble } from '../../../src/resolve/assemble.ts';
import { annotate, article } from '../fake.ts';

/** Claims of the fake extractor, each quoted with the whole text around it. */
function graph(...texts: readonly string[]): Graph {
  const articles = texts.map((text, i) => {
    const document = article(`${i}.txt`, text, { publisher: 'Nordwire' });
    const record = annotate(document);
    const whole = { start: 0, end: text.length };
    return {
      document,
      record: { ...record, statements: record.statements.map((s) => ({ ...s, ...whole })) },
    };
  });
  return assemble(articles);
}

test.each([
  [
    'a quote that fits is whole',
    'on monday, Lena Holt called Tom Berg.',
    60,
    '“on monday, Lena Holt called Tom Berg.” (Nordwire)',
  ],
  [
    'a long one is cut on the right',
    'Lena Holt called Tom Berg and told him that it would rain.',
    50,
    '“Lena Holt called Tom Berg and told h…” (Nordwire)',
  ],
  [
    'and on the left, when the names stand at its end',
    'when it had rained for a very long time, Lena Holt called Tom Berg.',
    50,
    '“…time, Lena Holt called Tom Berg.” (Nordwire)',
  ],
  [
    'inner quotation marks are single',
    '“so” "it" Lena Holt called Tom Berg',
    60,
    "“‘so’ 'it' Lena Holt called Tom Berg” (Nordwire)",
  ],
])('%s', (_, text, width, line) => {
  const made = graph(text);
  const [relation] = made.relations;
  expect(relation && new Quotes(made).of(relation, width)).toBe(line);
});

test('of several, the shortest that calls both by name', () => {
  const made = graph('Lena Holt called Tom Berg, at last.', 'Lena Holt called Tom Berg.');
  const pronoun = made.claims.map((claim) =>
    claim.document === '1.txt' ? { ...claim, objectMention: null } : claim,
  );
  const [relation] = made.relations;
  expect(relation && new Quotes(made).of(relation, 80)).toContain('“Lena Holt called Tom Berg.”');
  expect(relation && new Quotes({ ...made, claims: pronoun }).of(relation, 80)).toContain('at last');
});
