import { describe, expect, test } from 'vitest';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { seen } from '../../../viewer/state/seen.ts';
import { initial } from '../../../viewer/state/state.ts';
import { csvOf } from '../../../viewer/takeaway/csv.ts';
import { gexfOf } from '../../../viewer/takeaway/gexf.ts';
import { graphmlOf } from '../../../viewer/takeaway/graphml.ts';
import { partOf } from '../../../viewer/takeaway/part.ts';
import { svgOf } from '../../../viewer/takeaway/svg.ts';
import { claimRows, jsonOf } from '../../../viewer/takeaway/tables.ts';
import { light } from '../../../viewer/wall/palette.ts';
import { graphOf, harbour } from '../fixture.ts';

const atlas = atlasOf('Harbour', harbour());
const all = partOf(atlas, seen(atlas, initial.chosen), null, 'all');
const evil = '=<b>&"\u0001';
const hostile = atlasOf(
  evil,
  graphOf(
    [
      ['Person', evil],
      ['Person', 'مريم'],
    ],
    [
      {
        id: 'a.md',
        title: '+1',
        publisher: '@post',
        publishedAt: '2026-01-01',
        lines: [{ text: `${evil} called مريم`, says: [[evil, 'CALLED', 'مريم']] }],
      },
    ],
  ),
);
const hostilePart = partOf(hostile, seen(hostile, initial.chosen), null, 'seen');

describe('A part', () => {
  test('of what is seen is everything that is, without filters', () => {
    const part = partOf(atlas, seen(atlas, initial.chosen), null, 'seen');
    expect([part.entities.length, part.relations.length]).toEqual([26, 42]);
  });

  test('of a selection is what it touches', () => {
    const part = partOf(
      atlas,
      seen(atlas, initial.chosen),
      { kind: 'entity', id: 'Person:jonas-pryce' },
      'selection',
    );
    expect(part.entities.map((e) => e.name)).toEqual(['Jonas Pryce', 'Tomas Okafor']);
  });
});

describe('CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-12.5', '-12.5'],
    ['-minus', "'-minus"],
    ['\tx', '"\'\tx"'],
    ['say "no", twice', '"say ""no"", twice"'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
    ['', ''],
  ])('holds %j as %j', (text, field) => {
    expect(csvOf([[text]])).toBe(`\uFEFF${field}\r\n`);
  });

  test('has a row for each claim, with who says so, where and when', () => {
    const [titles, ...rows] = claimRows(atlas, all);
    expect(rows).toHaveLength(atlas.graph.relations.reduce((sum, r) => sum + r.claims.length, 0));
    expect(rows.every((row) => row.length === titles?.length)).toBe(true);
    expect(rows.find((row) => row[5] === 'according to two people')?.slice(0, 8)).toEqual([
      'Viktor Saar',
      'CALLED',
      'Mara Lindqvist',
      'stated',
      'actual',
      'according to two people',
      'The Harbour Post',
      '2026-03-15',
    ]);
  });
});

describe('Files for other programs', () => {
  test.each([
    ['GEXF', gexfOf(hostile, hostilePart, new Map([[hostilePart.entities[0]?.id ?? '', place()]]))],
    ['GraphML', graphmlOf(hostile, hostilePart)],
    ['SVG', svgOf(drawing(), evil)],
  ])('%s is well-formed whatever stands in names', (_, text) => {
    expect(unclosed(text)).toEqual([]);
    expect(text).not.toContain('<b>');
    expect(text).not.toContain('\u0001');
    expect(text).toContain('مريم');
  });

  test('GEXF and GraphML have every node and every edge', () => {
    for (const text of [gexfOf(atlas, all, new Map()), graphmlOf(atlas, all)]) {
      expect(text.match(/<node /g)).toHaveLength(26);
      expect(text.match(/<edge /g)).toHaveLength(42);
    }
  });

  test('JSON is read back as the same', () => {
    const read = JSON.parse(jsonOf(hostile, hostilePart)) as { entities: { name: string }[] };
    expect(read.entities.map((e) => e.name).toSorted()).toEqual([evil, 'مريم'].toSorted());
    expect(jsonOf(hostile, hostilePart)).not.toContain('"text":');
  });
});

function place() {
  return { x: 1, y: 2, radius: 3 };
}

function drawing() {
  const node = {
    ...place(),
    entityType: 'Person' as const,
    rank: 0,
    isFaint: false,
    isChosen: true,
    isPinned: false,
  };
  return {
    width: 100,
    height: 50,
    nodes: [
      { ...node, id: 'a', label: evil },
      { ...node, id: 'b', label: 'مريم', x: 80 },
    ],
    edges: [
      {
        id: 'r',
        size: 1,
        curvature: 0,
        type: 'line' as const,
        label: evil,
        marks: ['planned' as const],
        isSymmetric: false,
        isLoop: false,
        isWeak: false,
        curve: { from: { x: 1, y: 2 }, bend: { x: 40, y: 2 }, to: { x: 80, y: 2 } },
        radii: [3, 3] as const,
        state: 'lit' as const,
      },
    ],
    names: ['a', 'b'].map((id) => ({ id, side: 0, box: { x: 4, y: 4, width: 20, height: 10 } })),
    palette: light,
  };
}

/** Names of elements that are opened and not closed, or closed and not opened. */
function unclosed(text: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = '', self] of text.matchAll(/<(\/?)([A-Za-z:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return text.replace(/<\/?[A-Za-z:]+(?:\s[^<>]*?)?\/?>|<\?xml[^<>]*\?>/g, '').includes('<') ? ['<'] : open;
}
