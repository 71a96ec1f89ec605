import { describe, expect, test } from 'vitest';
import { Float, Node, Path, Relationship, type Value } from '../../../graph/cypher/values.ts';
import { jsonRow, shown } from '../../../src/cli/value.ts';

const lena = new Node('1', ['Entity', 'Person'], { id: 'person:lena-holt', name: 'Lena Holt' });
const tom = new Node('2', ['Entity', 'Person'], { id: 'person:tom-berg', name: 'Tom Berg' });
const call = new Relationship('7', 'CALLED', '2', '1', {
  id: 'x',
  negated: true,
  modality: 'planned',
  documents: 3,
  claims: 5,
});

const cases: readonly (readonly [Value, string, string])[] = [
  [null, 'null', 'null'],
  ['a "b"\nc\x1b', 'a "b" c␛', '"a \\"b\\"\\nc\\u001b"'],
  [5, '5', '5'],
  [2n ** 60n, '1152921504606846976', '1152921504606846976'],
  [1.5, '1.5', '1.5'],
  [new Float(1), '1.0', '1.0'],
  [Number.NaN, 'NaN', '"NaN"'],
  [true, 'true', 'true'],
  [['a', 1, null], '["a", 1, null]', '["a",1,null]'],
  [{ a: { b: 'c' } }, '{a: {b: "c"}}', '{"a":{"b":"c"}}'],
  [
    lena,
    '(:Person {name: "Lena Holt"})',
    '{"labels":["Entity","Person"],"properties":{"id":"person:lena-holt","name":"Lena Holt"}}',
  ],
  [
    call,
    '[not CALLED, planned, 3 documents]',
    '{"type":"CALLED","properties":{"id":"x","negated":true,"modality":"planned","documents":3,"claims":5}}',
  ],
  [new Relationship('8', 'SUBJECT', '1', '2', {}), '[SUBJECT]', '{"type":"SUBJECT","properties":{}}'],
  [
    new Relationship('9', 'CALLED', '1', '2', { negated: false, modality: 'actual', documents: 1 }),
    '[CALLED, actual, 1 document]',
    '{"type":"CALLED","properties":{"negated":false,"modality":"actual","documents":1}}',
  ],
  [
    new Relationship('9', 'ARGUMENT', '1', '2', { role: 'place' }),
    '[ARGUMENT {role: "place"}]',
    '{"type":"ARGUMENT","properties":{"role":"place"}}',
  ],
];

test.each(cases)('%o is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

test.each(cases)('%o in JSON', (value, _, json) => {
  expect(jsonRow(['x'], [value])).toBe(`{"x":${json}}`);
});

describe('a path', () => {
  test('shows each relationship in its direction', () => {
    expect(shown(new Path([lena, tom], [call]))).toBe(
      '(:Person {name: "Lena Holt"})<-[not CALLED, planned, 3 documents]-(:Person {name: "Tom Berg"})',
    );
  });
});

test('a column named like a part of every object is a column', () => {
  expect(jsonRow(['__proto__'], [1])).toBe('{"__proto__":1}');
});
