import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from '../../../../graph/difference.ts';
import { toLines } from '../../../../graph/exchange.ts';
import type { Annotated } from '../../../../src/annotated.ts';
import type { Decided, Decision } from '../../../../src/decision.ts';
import { assembleWithReasons } from '../../../../src/resolve/assemble.ts';
import type { Article, Corpus } from '../../../../src/resolve/standing/article.ts';
import { differenceTold } from '../../../../src/resolve/standing/difference.ts';
import { StandingGraph } from '../../../../src/resolve/standing/read.ts';
import { Recorder } from '../../../../src/resolve/standing/recorder.ts';
import { MemoryShelf } from '../../../../src/resolve/standing/shelf.ts';
import { update } from '../../../../src/resolve/standing/update.ts';
import { annotate, article } from '../../fake.ts';

/** Names that are forms of each other, namesakes, people and towns of one name. */
const names =
  'Lena Holt;Holt;Lena Maria Holt;Leena Holt;Max Holt;Berg;Tom Berg;Berg Group;Tomas Berg;Oslo;Lena Berg;Maria;Zelenskyy;Volodymyr Zelensky;Zelensky'.split(
    ';',
  );
const index = (items: readonly unknown[]) => fc.integer({ min: 0, max: items.length - 1 });
const types = ['Person', 'Person', 'Person', 'Place', 'Organization'] as const;
const predicates = [
  ...(['CALLED', 'CALLED', 'SPOKE_WITH', 'MET_WITH', 'MAYOR_OF', 'VISITED'] as const),
  ...(['MINISTER_OF', 'MINISTER_OF', 'NATIONAL_OF', 'CHAIR_OF'] as const),
];
const roles = ['mayor', 'archer', 'town', 'company'] as const;

const sentence = fc.record({
  subject: index(names),
  object: index(names),
  predicate: fc.constantFrom(...predicates),
  negated: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  day: fc.option(fc.integer({ min: 1, max: 9 })),
  /** Whose office it is: said, the report's country, or open. */
  country: fc.constantFrom('said', 'guessed', 'open'),
  noun: fc.option(fc.constantFrom('ceasefire', 'cease-fire', 'ceasefires', 'peace deal', 'deal')),
});
type Sentence = typeof sentence extends fc.Arbitrary<infer T> ? T : never;
const written = fc.record({
  id: fc.constantFrom('a', 'b', 'c/d', 'e', 'f', 'g'),
  sentences: fc.array(sentence, { maxLength: 4 }),
  day: fc.option(fc.integer({ min: 1, max: 9 })),
  publisher: fc.constantFrom('P', 'Q'),
  types: fc.array(fc.constantFrom(...types), { minLength: 8, maxLength: 8 }),
  known: fc.array(fc.option(fc.constantFrom(...roles)), { minLength: 8, maxLength: 8 }),
  isDescribed: fc.array(
    fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    { minLength: 8, maxLength: 8 },
  ),
});
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;
/** What is done next: an article put, one removed, something decided of what is there, the last decision taken back. */
const step = fc.oneof(
  { weight: 6, arbitrary: written.map((one) => ({ do: 'put', ...one }) as const) },
  { weight: 1, arbitrary: written.map(({ id }) => ({ do: 'remove', id }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      kind: fc.constantFrom('same', 'different', 'split', 'rename', 'reject', 'correct'),
      a: fc.nat(),
      b: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' } as const) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

// Longer: WIREGRAPH_RUNS=5000
test('after any changes the graph is, to the byte, the one that a new start gives, and what is told of them is all that changed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 7 }), (rounds) => {
      const shelf = new MemoryShelf();
      const now = new Map<string, Article>();
      let decisions: Decided[] = [];
      /** Entities, relations and claims. */
      let size = [0, 0, 0];
      for (const round of rounds) {
        const known = new Set(now.keys());
        const was = new Map(now);
        const decidedBefore = decisions;
        const touched = new Set<string>();
        for (const one of round) {
          if (one.do === 'put') now.set(one.id, articleOf(one));
          if (one.do === 'remove') now.delete(one.id);
          if ('id' in one) touched.add(one.id);
          decisions = decidedNext(decisions, one, now);
        }
        const corpus = corpusOf(now);
        const isHere = (id: string) => now.has(id);
        const recorder = new Recorder(shelf);
        const outcome = update(recorder, corpus, {
          put: [...touched].filter(isHere),
          removed: [...touched].filter((id) => !isHere(id) && known.has(id)),
          decisions,
          decidedBefore,
        });
        const { idle, entities, relations, moreClaims } = outcome;
        const expected = assembleWithReasons([...now.values()], decisions);
        expect([...toLines(new StandingGraph(shelf, corpus, decisions).graph())]).toEqual([
          ...toLines(expected.graph),
        ]);
        expect(idle).toEqual(expected.idle);
        const before = assembleWithReasons([...was.values()], decidedBefore).graph;
        const difference = differenceOf(before, expected.graph);
        const told = differenceTold(
          new StandingGraph(recorder.before, corpusOf(was), decidedBefore),
          new StandingGraph(shelf, corpus, decisions),
          outcome,
        );
        expect(told.difference).toEqual(difference);
        const names = new Map(told.entities.map(({ id, name }) => [id, name]));
        for (const { subject } of difference.relations.added) expect(names.has(subject)).toBe(true);
        size = size.map(
          (before, i) =>
            before +
            ([
              entities.after.length - entities.before.length,
              relations.after.length - relations.before.length,
              moreClaims,
            ][i] as number),
        );
        const { graph } = expected;
        expect(size).toEqual([graph.entities.length, graph.relations.length, graph.claims.length]);
      }
    }),
    { numRuns: Number(process.env.WIREGRAPH_RUNS ?? 300) },
  );
}, 600_000);

const corpusOf = (articles: ReadonlyMap<string, Article>): Corpus => ({
  ids: () => [...articles.keys()],
  has: (id) => articles.has(id),
  article: (id) => articles.get(id) as Article,
});

function decidedNext(
  decisions: readonly Decided[],
  one: Step,
  articles: ReadonlyMap<string, Article>,
): Decided[] {
  if (one.do === 'undo') return decisions.slice(0, -1);
  if (one.do !== 'decide') return [...decisions];
  const records = [...articles.values()].map(({ record }) => record);
  const mentions = records.flatMap((record) => record.mentions.map(({ id }) => id));
  const claims = records.flatMap((record) => record.statements.map(({ id }) => id));
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? 'gone:1-2';
  const [a, b] = [pick(mentions, one.a), pick(mentions, one.b)];
  const made: Record<typeof one.kind, Decision> = {
    same: { kind: 'same', a, b },
    different: { kind: 'different', a, b },
    split: { kind: 'split', mentions: [a, b] },
    rename: { kind: 'rename', mention: a, name: 'Nobody Else' },
    reject: { kind: 'reject', claim: pick(claims, one.a), why: 'no' },
    correct: {
      kind: 'correct',
      claim: pick(claims, one.a),
      predicate: 'MET_WITH',
      speaker: { mention: b, text: 'she' },
    },
  };
  const number = (decisions.at(-1)?.number ?? 0) + 1;
  return [...decisions, { number, decidedAt: '', decision: made[one.kind] }];
}

function articleOf({ id, sentences, day, publisher, types, known, isDescribed }: Written): Article {
  const text = sentences.map((one) => `${names[one.subject]} called ${names[one.object]}.`).join(' ');
  const document = article(id, text, {
    publisher,
    ...(day === null ? {} : { publishedAt: `2025-05-0${day}` }),
  });
  const record = annotate(document);
  const unnamed = new Set(
    record.chains.filter((_, i) => isDescribed[i % 8]).flatMap(({ mentions }) => mentions),
  );
  return {
    document,
    record: {
      ...record,
      mentions: record.mentions.map((one) => (unnamed.has(one.id) ? { ...one, form: 'nominal' } : one)),
      chains: record.chains.map((chain, i) => {
        const role = known[i % 8];
        const isPerson = chain.name.includes(' ') && !chain.name.endsWith('Group');
        return {
          ...chain,
          type: isPerson ? 'Person' : (types[i % 8] as (typeof types)[number]),
          ...(role ? { known: { roles: [role], places: role === 'archer' ? ['peru'] : [] } } : {}),
        };
      }),
      statements: record.statements.map((one, i) => withSentence(one, sentences[i])),
    },
  };
}

function withSentence(one: Annotated['statements'][number], sentence: Sentence | undefined) {
  const { predicate = 'CALLED', negated = false, day = null, noun = null, country } = sentence ?? {};
  const date = `2025-05-0${day}`;
  return {
    ...one,
    id: one.id.replace('CALLED', predicate),
    predicate,
    negated,
    // In place of whom she called, a phrase.
    ...(noun === null || one.object === null ? {} : { object: { ...one.object, mention: null, noun } }),
    ...(predicate.endsWith('R_OF') && country !== 'said' ? { unsaid: true as const } : {}),
    ...(predicate.endsWith('R_OF') && country === 'open' ? { object: null } : {}),
    time: day === null ? null : { text: 'then', from: date, to: date },
  };
}
