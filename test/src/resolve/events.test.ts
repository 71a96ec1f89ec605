import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claimId, type Document } from '../../../graph/model.ts';
import { eventsOf } from '../../../src/resolve/events.ts';

interface Said {
  readonly in: string;
  readonly of: string;
  readonly type?: string;
  readonly day?: string;
  readonly negated?: true;
  readonly planned?: true;
  readonly place?: string;
  readonly quote?: string;
}

/** `of`: "holt reyes", subject and object. */
function claim(
  { in: document, of, type = 'CALLED', day, negated, planned, place, quote = 'as it is.' }: Said,
  start: number,
): Claim {
  const [subject, object] = of.split(' ').map((name) => `person:${name}`) as [string, string];
  const span = { start, end: start + 9 };
  const time = day === undefined ? null : { text: day, from: day, to: day };
  return {
    id: claimId(document, span, type, span, span),
    document,
    ...span,
    quote,
    subject,
    subjectText: subject,
    subjectMention: null,
    predicate: type,
    object,
    objectText: object,
    objectMention: null,
    negated: negated === true,
    modality: planned === true ? 'planned' : 'actual',
    asserted: negated === undefined && planned === undefined,
    speakers: [],
    time,
    arguments: place === undefined ? [] : [{ role: 'place', entity: null, text: place, start: 0, end: 1 }],
    about: null,
    eventType: 'CONSULT',
    mode: null,
    contexts: [],
    origin: document,
    confidence: 1,
    extractor: 'hand',
  };
}

/** Documents `a`, `b`, … by their publication, `PAPER DAY`; or by `DAY` alone, each of a paper of its own. */
function events(published: Readonly<Record<string, string>>, ...said: readonly Said[]): string[] {
  const documents = new Map(
    Object.entries(published).map(([id, text]): [string, Pick<Document, 'publisher' | 'publishedAt'>] => {
      const [publishedAt, publisher = id] = text.split(' ').reverse() as [string, string?];
      return [id, { publisher, publishedAt }];
    }),
  );
  const { aboutOf } = eventsOf(said.map(claim), documents, (id) => id);
  return said.map((one, i) => aboutOf.get(claim(one, i).id) ?? '–');
}

const different = (list: readonly string[]) => new Set(list).size;

describe('events', () => {
  test('five reports of one call are about one call', () => {
    const found = events(
      { a: '2025-05-19', b: '2025-05-20', c: '2025-05-21', d: '2025-05-19', e: '2025-05-20' },
      { in: 'a', of: 'holt reyes' },
      { in: 'b', of: 'reyes holt', day: '2025-05-19' },
      { in: 'c', of: 'holt reyes', day: '2025-05-19' },
      { in: 'd', of: 'holt reyes', day: '2025-05-19' },
      { in: 'e', of: 'holt reyes' },
    );
    expect(new Set(found)).toEqual(new Set(['event:call-holt-reyes-2025-05-19']));
  });

  test('calls of the same two people that one outlet tells of on different days are different', () => {
    const days = { a: 'Post 2025-05-01', b: 'Post 2025-05-02', c: 'Post 2025-05-09' };
    expect(
      different(
        events(
          days,
          { in: 'a', of: 'holt reyes' },
          { in: 'b', of: 'holt reyes' },
          { in: 'c', of: 'holt reyes' },
        ),
      ),
    ).toBe(3);
  });

  test('a report of two calls on two days is about two', () => {
    const found = events(
      { a: '2025-05-19' },
      { in: 'a', of: 'holt reyes', day: '2025-05-19' },
      { in: 'a', of: 'holt reyes', day: '2025-03-02' },
      { in: 'a', of: 'holt reyes' },
    );
    expect(found).toEqual([
      'event:call-holt-reyes-2025-05-19',
      'event:call-holt-reyes-2025-03-02',
      'event:call-holt-reyes-2025-05-19',
    ]);
  });

  test('where a report tells of a call, its conversation is the call', () => {
    const found = events(
      { a: '2025-05-19' },
      { in: 'a', of: 'holt reyes' },
      { in: 'a', of: 'reyes holt', type: 'SPOKE_WITH' },
    );
    expect(different(found)).toBe(1);
  });

  test('where a report tells of a call or a meeting, its talks are that, but not those elsewhere or on another day', () => {
    const told = (type: string, ...others: readonly Partial<Said>[]) =>
      events(
        { a: '2025-05-19' },
        { in: 'a', of: 'holt reyes', type, day: '2025-05-19' },
        ...others.map((other): Said => ({ in: 'a', of: 'reyes holt', type: 'HELD_TALKS_WITH', ...other })),
      );
    expect(different(told('CALLED', {}))).toBe(1);
    expect(different(told('MET_WITH', {}, { place: 'Lima' }))).toBe(1);
    expect(different(told('CALLED', { place: 'Lima' }))).toBe(2);
    expect(different(told('CALLED', { day: '2025-02-04' }))).toBe(2);
  });

  test('what one report calls a conversation is the call, or the meeting, of which another tells on these days', () => {
    const told = (type: string, second = '2025-05-20') =>
      events(
        { a: '2025-05-19', b: second },
        { in: 'a', of: 'holt reyes', type, day: '2025-05-19' },
        { in: 'b', of: 'reyes holt', type: 'SPOKE_WITH' },
      );
    expect(new Set(told('CALLED'))).toEqual(new Set(['event:call-holt-reyes-2025-05-19']));
    expect(new Set(told('MET_WITH'))).toEqual(new Set(['event:meeting-holt-reyes-2025-05-19']));
    expect(different(told('CALLED', '2025-06-20'))).toBe(2);
  });

  test('a call is no meeting', () => {
    const said: Said[] = [
      { in: 'a', of: 'holt reyes' },
      { in: 'a', of: 'holt reyes', type: 'MET_WITH' },
    ];
    expect(different(events({ a: '2025-05-19' }, ...said))).toBe(2);
  });

  test('what is planned for the day is about what happened on it, and makes no event by itself', () => {
    const plan: Said = { in: 'a', of: 'holt reyes', day: '2025-05-19', planned: true };
    const days = { a: '2025-05-17', b: '2025-05-20' };
    const found = events(days, plan, { in: 'b', of: 'reyes holt', day: '2025-05-19' });
    expect(new Set(found)).toEqual(new Set(['event:call-holt-reyes-2025-05-19']));
    expect(events(days, plan)).toEqual(['–']);
    expect(events(days, plan, { in: 'b', of: 'reyes holt', day: '2025-05-20' })[0]).toBe('–');
  });

  test.each([
    ['CALLED', 'They spoke of the previous telephone conversation between Holt and Reyes.', undefined, '–'],
    ['HELD_TALKS_WITH', 'This came in the wake of recent talks.', undefined, '–'],
    [
      'HELD_TALKS_WITH',
      'This came in the wake of recent talks.',
      '2025-05-12',
      'event:talks-holt-reyes-2025-05-12',
    ],
    [
      'HELD_TALKS_WITH',
      'They held talks on the recent floods.',
      undefined,
      'event:talks-holt-reyes-2025-05-19',
    ],
  ])(
    'on what a report only looks back, on no day, makes no event: %s, “%s”, %s',
    (type, quote, day, event) => {
      const said: Said = { in: 'a', of: 'holt reyes', type, quote, ...(day === undefined ? {} : { day }) };
      expect(events({ a: '2025-05-19' }, said)).toEqual([event]);
    },
  );

  test('three who all spoke with each other had one call; one who called two had two', () => {
    const both = [
      { in: 'a', of: 'holt reyes' },
      { in: 'a', of: 'holt dahl' },
    ];
    expect(different(events({ a: '2025-05-19' }, ...both, { in: 'a', of: 'reyes dahl' }))).toBe(1);
    expect(different(events({ a: '2025-05-19' }, ...both))).toBe(2);
  });

  test('a visit is of one to the other', () => {
    const found = events(
      { a: '2025-05-19' },
      { in: 'a', of: 'holt reyes', type: 'VISITED' },
      { in: 'a', of: 'reyes holt', type: 'VISITED' },
    );
    expect(found).toEqual(['event:visit-holt-reyes-2025-05-19', 'event:visit-reyes-holt-2025-05-19']);
  });

  test('what is denied, and what is no occasion, is about none', () => {
    expect(
      events(
        { a: '2025-05-19' },
        { in: 'a', of: 'holt reyes', negated: true },
        { in: 'a', of: 'holt reyes', type: 'THANKED' },
      ),
    ).toEqual(['–', '–']);
  });

  test('the order of the claims does not matter', () => {
    const published = new Map(
      ['a', 'b', 'c', 'd'].map((id, i) => [id, { publisher: `P${i % 2}`, publishedAt: `2025-05-${10 + i}` }]),
    );
    const people = ['holt reyes', 'reyes holt', 'holt dahl', 'reyes dahl'];
    const days = [undefined, '2025-05-10', '2025-05-11', '2025-05-12'];
    const said = fc.record({
      in: fc.constantFrom('a', 'b', 'c', 'd'),
      of: fc.constantFrom(...people),
      day: fc.constantFrom(...days),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (list, keys) => {
        const claims = list.map(({ day, ...rest }, i) =>
          claim(day === undefined ? rest : { ...rest, day }, i),
        );
        const shuffled = claims
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const told = (list: readonly Claim[]) => {
          const { entities, aboutOf } = eventsOf(list, published, (id) => id);
          return { entities, about: [...aboutOf].sort() };
        };
        expect(told(shuffled)).toEqual(told(claims));
      }),
    );
  });
});
