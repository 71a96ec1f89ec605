import { describe, expect, test } from 'vitest';
import { disagreementsOf } from '../../graph/disagreements.ts';
import type { Claim, Graph } from '../../graph/model.ts';
import { graph } from './builder.ts';

/** Disagreements as `kind: one – other`. */
const told = (some: Graph) => disagreementsOf(some).map(({ kind, says }) => `${kind}: ${says.join(' – ')}`);

/** The graph with the first claim of each report changed. */
function changed(some: Graph, ...changes: readonly Partial<Claim>[]): Graph {
  return { ...some, claims: some.claims.map((claim, i) => ({ ...claim, ...changes[i] })) };
}

const two = () => graph('(putin)-[:CALLED]->(trump)', '(trump)-[:CALLED]->(putin)');
const on = (date: string): Partial<Claim> => ({ time: { text: date, from: date, to: date } });
const at = (place: string): Partial<Claim> => ({
  arguments: [{ role: 'place', entity: null, text: place, start: 0, end: 1 }],
});
const of = (amount: string): Partial<Claim> => ({
  arguments: [{ role: 'amount', entity: null, text: amount, start: 0, end: 1 }],
});

describe('reports disagree', () => {
  test('where one denies what the other states, in whatever direction', () => {
    expect(told(graph('(putin)-[:CALLED]->(trump)', '(trump)-[:CALLED not]->(putin)'))).toEqual([
      'polarity: stated – denied',
    ]);
  });

  test('where one tells as done what to the other is only planned', () => {
    expect(told(graph('(putin)-[:CALLED]->(trump)', '(putin)-[:CALLED planned]->(trump)'))).toEqual([
      'modality: actual – planned',
    ]);
  });

  test('but not where what one plans is done when the later comes out', () => {
    expect(told(graph('(putin)-[:CALLED planned]->(trump)', '(putin)-[:CALLED]->(trump)'))).toEqual([]);
  });

  test('in the day, also where no year is known', () => {
    expect(told(changed(two(), on('2025-05-15'), on('2025-05-16')))).toEqual([
      'date: 2025-05-15 – 2025-05-16',
    ]);
    const words = (text: string): Partial<Claim> => ({ time: { text, from: null, to: null } });
    expect(told(changed(two(), words('on May 15'), words('16 May')))).toEqual(['date: may 15 – may 16']);
  });

  test('in the place and in the number of one thing', () => {
    expect(told(changed(two(), at('Lima'), at('Quito')))).toEqual(['place: lima – quito']);
    expect(told(changed(two(), of('1,000 prisoners'), of('1,200 prisoners')))).toEqual([
      'number: 1,000 prisoners – 1,200 prisoners',
    ]);
  });

  test('in the day of what one calls a meeting and the other talks', () => {
    const both = graph('(putin)-[:MET_WITH]->(trump)', '(trump)-[:HELD_TALKS_WITH]->(putin)');
    expect(told(changed(both, on('2025-05-15'), on('2025-05-16')))).toEqual([
      'date: 2025-05-15 – 2025-05-16',
    ]);
  });

  test('in how many somebody did something to', () => {
    const both = graph('(ana)-[:DISMISSED]->(ben)', '(ana)-[:DISMISSED]->(ben)');
    const some = (objectText: string): Partial<Claim> => ({ object: null, objectText });
    expect(told(changed(both, some('340 crew'), some('more than 400 people')))).toEqual([
      'number: 340 crew – more than 400 people',
    ]);
    expect(told(changed(both, some('340 crew'), some('more than 300 people')))).toEqual([]);
    expect(told(changed(both, some('340 crew'), some('two ships')))).toEqual([]);
  });

  test('in how many were arrested, whoever did it, where both tell of the same event', () => {
    const rest = ', (ana)-[:MET_WITH]->(ben), (eva)-[:VISITED]->(dan)';
    const arrests = (first: string, second: string, of: Partial<Claim> = {}) => {
      const both = graph(`(x)-[:ARRESTED]->(y)${rest}`, `(x)-[:ARRESTED]->(y)${rest}`);
      const claims = both.claims.map((claim): Claim => {
        if (claim.predicate !== 'ARRESTED') return claim;
        const isFirst = claim.document === 'report-1.md';
        return {
          ...claim,
          subject: null,
          object: null,
          objectText: isFirst ? first : second,
          ...(isFirst ? {} : of),
        };
      });
      return told({ ...both, claims });
    };
    expect(arrests('23 people', '31 protesters')).toEqual(['number: 23 people – 31 protesters']);
    expect(arrests('23 people', '310 protesters')).toEqual([]);
    expect(arrests('23 people', '31 ships')).toEqual([]);
  });

  test('in the number of lives that something cost, but not of jobs', () => {
    const rest = ', (ana)-[:MET_WITH]->(ben), (eva)-[:VISITED]->(dan)';
    const cost = (what: string) => {
      const both = graph(`(x)-[:COST]->(y), (x)-[:COST]->(z)${rest}`, `(x)-[:KILLED]->(y)${rest}`);
      const words = ['seven sailors', what];
      const claims = both.claims.map((claim): Claim => {
        if (claim.predicate === 'KILLED') return { ...claim, object: null, objectText: 'nine people' };
        return claim.predicate === 'COST'
          ? { ...claim, object: null, objectText: words.shift() as string }
          : claim;
      });
      return told({ ...both, claims });
    };
    expect(cost('their lives')).toEqual(['number: seven sailors – nine people']);
    expect(cost('their jobs')).toEqual([]);
  });

  test('in whether somebody agreed to do something, by what else the sentence says of them', () => {
    const both = (first: string, second: string) =>
      graph(`(oslo)-[:AGREED_TO]->(x), ${first}`, `(oslo)-[:AGREED_TO not]->(x), ${second}`);
    const agreed = (some: Graph) => {
      const claims = some.claims.map((claim): Claim => {
        const quote = `The sentence of ${claim.document}.`;
        return claim.predicate === 'AGREED_TO' ? { ...claim, quote, object: null } : { ...claim, quote };
      });
      return told({ ...some, claims });
    };
    const release = '(oslo)-[:RELEASED planned]->(ship)';
    expect(agreed(both(release, '(oslo)-[:RELEASED planned not]->(boat)'))).toEqual([
      'polarity: stated – denied',
    ]);
    expect(agreed(both(release, '(oslo)-[:FUNDED planned not]->(boat)'))).toEqual([]);
  });

  test('in who called whom, but not where they only spoke by phone', () => {
    const called = (first: string, second: string) => {
      const both = two();
      const words = [first, second];
      const claims = both.claims.map((claim, i): Claim => {
        const { subject, subjectText } = claim;
        const initiator = { role: 'initiator', entity: subject, text: subjectText, start: 0, end: 1 };
        return { ...claim, quote: words[i] as string, arguments: [initiator] };
      });
      return told({ ...both, claims });
    };
    expect(called('Putin called Trump.', 'Trump phoned Putin.')).toEqual(['participant: putin – trump']);
    expect(called('Putin called Trump.', 'Trump spoke by phone with Putin.')).toEqual([]);
  });

  test('in whether an occasion came about, and how large it was', () => {
    const both = graph(
      '(peru:Place)-[:EXCHANGED_PRISONERS_WITH planned]->(chile:Place)',
      '(lima:Place)-[:HOSTED]->(peru), (lima)-[:HOSTED]->(chile), (talks)-[:LED_TO]->(x)',
    );
    const told2 = (first: string, second: string) => {
      const claims = both.claims.map((claim): Claim => {
        if (claim.document === 'report-1.md') return { ...claim, quote: `They plan ${first}.` };
        const quote = `Lima hosted talks of Peru and Chile that led to ${second}.`;
        return claim.predicate === 'LED_TO'
          ? { ...claim, quote, object: null, objectText: second }
          : { ...claim, quote };
      });
      return told({ ...both, claims });
    };
    expect(told2('a prisoner swap', 'a prisoner exchange')).toEqual(['modality: planned – actual']);
    expect(told2('a massive prisoner swap', 'a proposal for a small exchange of prisoners')).toEqual([
      'number: large – limited',
    ]);
    expect(told2('a prisoner swap', 'a truce')).toEqual([]);
  });

  test('in whether it was before another occasion or after it', () => {
    const one = '(ana)-[:BRIEFED]->(ben), (ana)-[:CALLED]->(eva)';
    const order = (first: string, second: string) => {
      const both = graph(one, one);
      const claims = both.claims.map((claim) => ({
        ...claim,
        quote: claim.document === 'report-1.md' ? first : second,
      }));
      return told({ ...both, claims });
    };
    const after = 'After her long call with Eva, Ana briefed Ben.';
    expect(order(after, 'Ana spoke to Ben before the call with Eva.')).toEqual(['date: after – before']);
    expect(order(after, 'Ana spoke to Ben following the call with Eva.')).toEqual([]);
    expect(order(after, 'Ana spoke to Ben before lunch, and had a call with Eva.')).toEqual([]);
  });

  test('in who ended it: one says that she resigned, the other that he dismissed her', () => {
    expect(told(graph('(eva)-[:RESIGNED_FROM]->(bank:Organization)', '(dan)-[:DISMISSED]->(eva)'))).toEqual([
      'participant: resigned – dismissed',
    ]);
    const both = '(eva)-[:RESIGNED_FROM]->(bank)\n(dan)-[:DISMISSED]->(eva)';
    expect(told(graph(both, '(dan)-[:DISMISSED]->(eva)'))).toEqual([]);
  });

  test('in who did what only one can, if the two have nothing to do with each other', () => {
    const one = '(acme:Organization)-[:ACQUIRED]->(ferries:Organization)';
    expect(told(graph(one, '(bell:Organization)-[:ACQUIRED]->(ferries)'))).toEqual([
      'participant: acme – bell',
    ]);
    expect(told(graph(one, '(bell)-[:ACQUIRED]->(ferries), (bell)-[:PART_OF]->(acme)'))).toEqual([]);
  });

  test('where one denies of anything what the other says of something', () => {
    const both = graph('(office)-[:INVESTIGATED not]->(x)', '(office)-[:INVESTIGATED]->(sale)');
    expect(told(changed(both, { object: null, objectText: null }))).toEqual(['polarity: denied – stated']);
    expect(told(changed(both, { object: null, objectText: 'the port' }))).toEqual([]);
  });

  test('in how many died, where both tell of the same event', () => {
    const rest = ', (ana)-[:MET_WITH]->(ben), (eva)-[:VISITED]->(dan)';
    const both = graph(`(x)-[:KILLED]->(y)${rest}`, `(x)-[:DIED]->(y)${rest}`);
    const tolls = (first: string, second: string) => {
      const claims = both.claims.map((claim): Claim => {
        if (claim.predicate === 'KILLED') return { ...claim, subject: null, object: null, objectText: first };
        if (claim.predicate !== 'DIED') return claim;
        return { ...claim, subject: null, subjectText: second, object: null, objectText: null };
      });
      return told({ ...both, claims });
    };
    expect(tolls('seven soldiers', 'nine people')).toEqual(['number: seven soldiers – nine people']);
    expect(tolls('seven soldiers', 'some 4,000 people')).toEqual([]);
    expect(tolls('seven soldiers', 'at least five people')).toEqual([]);
  });
});

describe('reports do not disagree', () => {
  test.each([
    ['where both say both', '(putin)-[:CALLED]->(trump)\n(putin)-[:CALLED not]->(trump)'],
    ['where they speak of other things', '(putin)-[:CALLED not]->(macron)'],
    ['where one is a copy of the other', '(putin)-[:CALLED not from:1]->(trump)'],
  ])('%s', (_, second) => {
    expect(told(graph('(putin)-[:CALLED]->(trump)', second))).toEqual([]);
  });

  test('where their amounts are of different things', () => {
    expect(told(changed(two(), of('1,000 prisoners'), of('40 minutes')))).toEqual([]);
  });

  test('where one only demands what the other denies', () => {
    expect(told(graph('(oslo)-[:RELEASED demanded]->(ship)', '(oslo)-[:RELEASED not]->(ship)'))).toEqual([]);
  });

  test('where one only asks what if it does not come about', () => {
    const both = graph('(ana)-[:RELEASED]->(ben)', '(ana)-[:RELEASED not possible]->(ben)');
    expect(told(both)).toEqual(['polarity: stated – denied']);
    expect(told(changed(both, {}, { quote: 'If Ana does not free Ben, the party will leave.' }))).toEqual([]);
  });

  test('where one has named for an office whom another calls by it', () => {
    expect(told(graph('(ana)-[:MINISTER_OF planned]->(peru:Place)', '(ana)-[:MINISTER_OF]->(peru)'))).toEqual(
      [],
    );
  });

  test('where one was agreed and another may be: words are said many times', () => {
    expect(told(graph('(ana)-[:AGREED_WITH]->(ben)', '(ana)-[:AGREED_WITH possible]->(ben)'))).toEqual([]);
  });

  test('where one looks ahead to the day of which the other tells', () => {
    const both = graph('(ana)-[:VISITED]->(peru:Place)', '(ana)-[:VISITED planned]->(peru)');
    const words = (text: string): Partial<Claim> => ({ time: { text, from: null, to: null } });
    expect(told(changed(both, words('July 13'), words('the 13th of July')))).toEqual([]);
    expect(told(changed(both, words('July 13'), words('13 August')))).toEqual(['modality: actual – planned']);
  });

  test('where an editor has struck one claim out', () => {
    const both = graph('(putin)-[:CALLED]->(trump)', '(putin)-[:CALLED not]->(trump)');
    expect(told(changed(both, {}, { rejected: 'satire' }))).toEqual([]);
  });

  test('where more days lie between them than one matter stays in the news', () => {
    const both = graph('(putin)-[:CALLED]->(trump)', '(putin)-[:CALLED not]->(trump)');
    const late = both.documents.map((document, i) => ({ ...document, publishedAt: `2025-05-0${1 + 6 * i}` }));
    expect(told({ ...both, documents: late })).toEqual([]);
  });

  test('where meetings and talks on other days are at other places, or further apart', () => {
    const both = graph('(putin)-[:MET_WITH]->(trump)', '(trump)-[:HELD_TALKS_WITH]->(putin)');
    const there = (date: string, place: string) => ({ ...on(date), ...at(place) });
    expect(told(changed(both, there('2025-05-15', 'Lima'), there('2025-05-16', 'Quito')))).toEqual([]);
    expect(told(changed(both, on('2025-05-15'), on('2025-05-19')))).toEqual([]);
  });
});
