// The exchange format, out and in again; and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExchangeError, fromLines, toLines } from '../../graph/exchange.ts';
import type { Graph } from '../../graph/model.ts';
import { graph } from './builder.ts';

const small = graph(
  '(putin)-[:CALLED says:macron at:kyiv]->(trump), (kyiv:Place)',
  '(trump)-[:BRIEFED]->(macron)',
);

const reports = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('CALLED', 'BRIEFED', 'BACKED_OUT_OF'),
      fc.constantFrom('', ' not', ' planned', ' says:a', ' says:"aides"', ' about:e', ' at:k'),
      fc.constantFrom('a', 'b', 'c'),
    )
    .map(([from, type, words, to]) => `(${from})-[:${type}${words}]->(${to}), (k:Place)`),
  { maxLength: 12 },
);

/** The same graph, its objects made in another way: keys in the opposite order, at every depth. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  ) as T;
}

describe('a graph', () => {
  test('comes back from its lines as it was', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (list) => {
        const whole = graph(...list);
        expect(await fromLines(toLines(whole))).toEqual(whole);
      }),
    );
  });

  test('comes back from its lines in any order, with empty lines between', async () => {
    const lines = [...toLines(small)];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
        expect(await fromLines(shuffled.flatMap((line) => [line, '', '  ']))).toEqual(small);
      }),
    );
  });

  test('gives equal bytes however its objects were made', () => {
    expect([...toLines(turned(small))]).toEqual([...toLines(small)]);
  });

  test('keeps what any text and any field can hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        async (text, title) => {
          const odd: Graph = {
            documents: [
              { id: 'odd', title, text, contentHash: '', language: 'en', url: 'https://example.org/?a=b' },
            ],
            sentences: [{ document: 'odd', index: 0, start: 0, end: text.length }],
            entities: [{ id: 'x', type: 'Topic', name: title, aliases: [text], wikidataId: 'Q1' }],
            mentions: [],
            claims: [],
            relations: [],
          };
          expect(await fromLines(toLines(odd))).toEqual(odd);
        },
      ),
    );
  });

  test('has its lines sorted by kind and id', () => {
    const keys = [...toLines(small)].map((line) => {
      const { kind, id, document, index } = JSON.parse(line) as Record<string, string>;
      return `${kind} ${id ?? `${document} ${index}`}`;
    });
    expect(keys).toEqual([...keys].sort());
  });

  test('names the nearest speaker apart and the others after', () => {
    const [claim] = small.claims.filter((c) => c.predicate === 'CALLED');
    const chained = {
      ...small,
      claims: [
        {
          ...claim,
          speakers: [
            { entity: null, text: 'aides' },
            { entity: 'macron', text: 'Macron' },
          ],
        },
      ],
    } as Graph;
    const line = JSON.parse([...toLines({ ...chained, relations: [] })][0] as string) as object;
    expect(line).toMatchObject({
      attributedTo: null,
      speakerText: 'aides',
      via: [{ entity: 'macron', text: 'Macron' }],
    });
  });
});

test('lines of others may leave out what they cannot know', async () => {
  const lines = [...toLines(small)].map((line) => {
    const {
      subjectMention: _,
      objectMention: __,
      contexts: ___,
      ...rest
    } = JSON.parse(line) as Record<string, unknown>;
    return JSON.stringify({ ...rest, somethingElse: 1 });
  });
  const { claims } = await fromLines(lines);
  expect(claims[0]).toMatchObject({ subjectMention: null, objectMention: null, contexts: [] });
  expect(claims[0]).not.toHaveProperty('somethingElse');
});

describe('what is refused', () => {
  const lines = [...toLines(small)];
  /** The lines with the first of a kind changed. */
  const changed = (kind: string, change: object): string[] => {
    const at = lines.findIndex((line) => line.startsWith(`{"kind":"${kind}"`));
    return lines.with(at, JSON.stringify({ ...(JSON.parse(lines[at] as string) as object), ...change }));
  };

  test.each<[what: string, lines: string[], message: string | RegExp]>([
    [
      'a line that is no JSON',
      ['{"kind":'],
      'Line 1 is no JSON: "{\\"kind\\":". Each line is one JSON object.',
    ],
    ['JSON that is no object', ['', '[]'], /^Line 2, /],
    ['an unknown kind', ['{"kind":"opinion"}'], /^Line 1, kind: /],
    ['a missing field', ['{"kind":"document","id":"a"}'], /^Line 1, title: /],
    ['a wrong field', changed('mention', { start: -1 }), /^Line \d+, start: /],
    ['a second record', [...lines, lines[0] as string], `Line ${lines.length + 1} is a second claim`],
    [
      'a mention of nothing',
      changed('mention', { entity: 'x' }),
      /^Line \d+, mention ".*", names the entity "x", but the file holds no such entity\.$/,
    ],
    [
      'a sentence of nothing',
      changed('sentence', { document: 'x' }),
      /^Line \d+, sentence "x#s0", names the document "x"/,
    ],
    ['a claim about nothing', changed('claim', { about: 'x' }), 'names the entity "x"'],
    [
      'a claim said by nobody',
      changed('claim', { via: [{ entity: 'x', text: '' }] }),
      'names the entity "x"',
    ],
    ['a claim by way of no mention', changed('claim', { subjectMention: 'x' }), 'names the mention "x"'],
    ['a relation of nothing', changed('relation', { claims: ['x'] }), 'names the claim "x"'],
    [
      'a quote that is not there',
      changed('claim', { quote: 'Nobody called.' }),
      /says "Nobody called\." at 0–\d+, where its document has "Putin called Trump\."/,
    ],
    ['a mention that is not there', changed('mention', { text: 'Nobody' }), 'says "Nobody"'],
    ['a place beyond the text', changed('sentence', { end: 9999 }), 'which is no place in'],
    ['a place that ends before it begins', changed('sentence', { start: 5, end: 2 }), 'stands at 5–2'],
    [
      'a type that holds the graph together',
      changed('claim', { predicate: 'SUBJECT' }),
      /predicate: A text can’t name a type/,
    ],
    ['a type with other letters', changed('claim', { predicate: 'x`]->() //' }), 'predicate'],
    ['a claim that is asserted and denied', changed('claim', { negated: true }), 'has asserted: true'],
  ])('%s', async (_, source, message) => {
    const error = await fromLines(source).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ExchangeError);
    if (typeof message === 'string') expect((error as Error).message).toContain(message);
    else expect((error as Error).message).toMatch(message);
  });

  test('a record that is no line, on the way out', () => {
    const wrong = { ...small, entities: [{ id: '', type: 'Person', name: 'A', aliases: [] }] } as Graph;
    expect(() => [...toLines(wrong)]).toThrow(ExchangeError);
  });
});
