import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import type { Decision } from '../../../src/decision.ts';
import { assemble, assembleWithReasons } from '../../../src/resolve/assemble.ts';
import { annotate, article } from '../fake.ts';

const articles = ['Lena Holt called Tom Berg.', 'Holt called Berg.', 'Lena Holt called Nils Aas.'].map(
  (text, i) => {
    const document = article(`${i}.txt`, text, { publishedAt: `2025-05-${10 + i}` });
    return { document, record: annotate(document) };
  },
);
const holt = ['0.txt:0-9', '1.txt:0-4', '2.txt:0-9'] as const;
const berg = '0.txt:17-25';

const numbered = (decisions: readonly Decision[]) =>
  decisions.map((decision, i) => ({ number: i + 1, decidedAt: '2026-01-02T03:04:05Z', decision }));

/** The entity of each mention, by name, after some decisions; and the numbers of those without effect. */
function deciding(...decisions: readonly Decision[]) {
  const { graph, idle } = assembleWithReasons(articles, numbered(decisions));
  const names = new Map(graph.entities.map(({ id, name }) => [id, name]));
  return {
    nameAt: (id: string) => names.get(graph.mentions.find((mention) => mention.id === id)?.entity ?? ''),
    entityAt: (id: string) => graph.mentions.find((mention) => mention.id === id)?.entity,
    idle: idle.map(({ number }) => number),
    graph,
  };
}

describe('decisions about names', () => {
  test('two things are one', () => {
    const { entityAt } = deciding({ kind: 'same', a: holt[0], b: berg });
    expect(entityAt(holt[2])).toBe(entityAt('1.txt:12-16'));
  });

  test('two things of one name are two, and what could be either stays apart', () => {
    const { entityAt } = deciding({ kind: 'different', a: holt[0], b: holt[2] });
    expect(entityAt(holt[0])).not.toBe(entityAt(holt[2]));
    expect([entityAt(holt[0]), entityAt(holt[2])]).not.toContain(entityAt(holt[1]));
  });

  test('mentions that are split are one thing of their own, and join nothing by themselves', () => {
    const { entityAt } = deciding({ kind: 'split', mentions: [holt[0], holt[1]] });
    expect(entityAt(holt[0])).toBe(entityAt(holt[1]));
    expect(entityAt(holt[0])).not.toBe(entityAt(holt[2]));
  });

  test('a thing is called as was decided last', () => {
    const { nameAt, graph } = deciding(
      { kind: 'rename', mention: holt[0], name: 'H.' },
      { kind: 'rename', mention: holt[2], name: 'Lena M. Holt' },
    );
    expect(nameAt(holt[1])).toBe('Lena M. Holt');
    expect(graph.entities.find(({ name }) => name === 'Lena M. Holt')?.aliases).toContain('Lena Holt');
  });

  test('the later of two that can’t both hold wins, and the earlier is told', () => {
    const different: Decision = { kind: 'different', a: holt[0], b: berg };
    const same: Decision = { kind: 'same', a: holt[0], b: berg };
    expect(deciding(same, different).idle).toEqual([1]);
    expect(deciding(different, same).idle).toEqual([1]);
    expect(deciding(same, different).entityAt(holt[0])).not.toBe(deciding(same, different).entityAt(berg));
  });

  test('merges in a circle are one thing; one later “different” in it leaves as much as can hold', () => {
    const [a, b, c] = [holt[0], berg, '2.txt:17-25'];
    const circle: Decision[] = [
      { kind: 'same', a, b },
      { kind: 'same', a: b, b: c },
      { kind: 'same', a: c, b: a },
    ];
    const { entityAt, idle } = deciding(...circle);
    expect(new Set([a, b, c].map(entityAt)).size).toBe(1);
    expect(idle).toEqual([]);
    const broken = deciding(...circle, { kind: 'different', a, b: c });
    expect(broken.entityAt(a)).not.toBe(broken.entityAt(c));
    expect(broken.entityAt(b)).toBe(broken.entityAt(c));
    expect(broken.idle).toEqual([1, 3]);
  });

  test('what an import or a list made one can be split again', () => {
    const names = [{ name: 'Lena Holt', type: 'Person' as const, aliases: ['Holt'], id: 'holt' }];
    const { entityAt } = deciding({ kind: 'names', names }, { kind: 'split', mentions: [holt[2]] });
    expect([entityAt(holt[0]), entityAt(holt[1])]).toEqual(['holt', 'holt']);
    expect(entityAt(holt[2])).toBe('person:lena-holt');
  });

  test('one whose ground is gone has no effect and is told', () => {
    const before = deciding();
    const { idle, graph } = deciding(
      { kind: 'same', a: '9.txt:0-4', b: berg },
      { kind: 'split', mentions: ['9.txt:0-4'] },
      { kind: 'rename', mention: '9.txt:0-4', name: 'X' },
      { kind: 'reject', claim: '9.txt:0-1:CALLED:0-1:0-1', why: 'gone' },
    );
    expect(idle).toEqual([1, 2, 3, 4]);
    expect([...toLines(graph)]).toEqual([...toLines(before.graph)]);
  });
});

describe('decisions about claims', () => {
  const [claim] = assemble(articles).claims;
  const id = claim?.id as string;

  test('a rejected claim stays with its reason, is not asserted and supports no relation', () => {
    const { graph } = deciding({ kind: 'reject', claim: id, why: 'satire' });
    expect(graph.claims.find((one) => one.id === id)).toMatchObject({ rejected: 'satire', asserted: false });
    expect(graph.relations.flatMap((relation) => relation.claims)).not.toContain(id);
  });

  test('a corrected claim says what was decided, under its id', () => {
    const { graph } = deciding({
      kind: 'correct',
      claim: id,
      predicate: 'THANKED',
      negated: true,
      speaker: { mention: berg, text: 'Tom Berg' },
      why: 'read again',
    });
    expect(graph.claims.find((one) => one.id === id)).toMatchObject({
      predicate: 'THANKED',
      eventType: 'SUPPORT',
      negated: true,
      asserted: false,
      speakers: [{ entity: 'person:tom-berg', text: 'Tom Berg' }],
      corrected: 'read again',
    });
  });
});

test('order of the articles doesn’t matter, whatever was decided', () => {
  const mention = fc.constantFrom(...holt, berg, '1.txt:12-16', '2.txt:17-25');
  const decision = fc.oneof(
    fc.record({ kind: fc.constantFrom('same' as const, 'different' as const), a: mention, b: mention }),
    fc.record({
      kind: fc.constant('split' as const),
      mentions: fc.uniqueArray(mention, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('rename' as const), mention, name: fc.constantFrom('A', 'B') }),
  );
  const shuffled = fc.shuffledSubarray(articles, { minLength: articles.length });
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 5 }), shuffled, (decisions, list) => {
      const told = (some: typeof articles) => [...toLines(assemble(some, numbered(decisions)))];
      expect(told(list)).toEqual(told(articles));
    }),
    { numRuns: 300 },
  );
});
