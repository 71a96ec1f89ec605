// The function library as a table: name, number of arguments, what it gives. Aggregates stand in aggregates.ts.
import { double, type Fail, float, integer } from './arithmetic.ts';
import { equals } from './compare.ts';
import {
  type Inner,
  isInteger,
  isList,
  isMap,
  isNumeric,
  NodeRef,
  type Numeric,
  PathRef,
  RelationshipRef,
  typeName,
} from './inner.ts';
import { floatOfText, integerOfText, textOfNumber } from './number-text.ts';
import type { Snapshot } from './snapshot.ts';
import { temporalFunctions } from './temporal/functions.ts';
import { valueTypeOf } from './value-types.ts';
import { Float, Temporal } from './values.ts';

/** What a function may use besides its arguments. */
export interface Environment {
  readonly snapshot: Snapshot;
  readonly fail: Fail;
  /** When the query began: milliseconds from 1970. */
  readonly now: number;
  /** Says that a list of so many values is about to be made: stops a query that would take more memory than it may. */
  fits(count: number): void;
}

export interface CypherFunction {
  /** Fewest and most arguments. */
  readonly least: number;
  readonly most: number;
  /** Whether it wants to see nulls; else a null argument makes the result null. */
  readonly takesNull: boolean;
  apply(values: readonly Inner[], environment: Environment): Inner;
}

type Apply = CypherFunction['apply'];

/** The function of a name, in any case; undefined where there is none here. */
export const functionNamed = (name: string): CypherFunction | undefined => functions.get(name.toLowerCase());

/** The names of all functions, in small letters. */
export const functionNames = (): Iterable<string> => functions.keys();

const of = (least: number, most: number, apply: Apply): CypherFunction => ({
  least,
  most,
  takesNull: false,
  apply,
});
const withNull = (least: number, most: number, apply: Apply): CypherFunction => ({
  ...of(least, most, apply),
  takesNull: true,
});

const wrong = (what: string, value: Inner, { fail }: Environment): never =>
  fail(`${what} can’t take a value of type ${typeName(value)}.`);

const one = (apply: (value: Inner, environment: Environment) => Inner): CypherFunction =>
  of(1, 1, ([value = null], environment) => apply(value, environment));

const onFloat = (name: string, apply: (value: number) => number): [string, CypherFunction] => [
  name.toLowerCase(),
  one((value, environment) =>
    isNumeric(value) ? float(apply(double(value))) : wrong(`${name}()`, value, environment),
  ),
];

const onText = (name: string, apply: (value: string) => string): [string, CypherFunction] => [
  name.toLowerCase(),
  one((value, environment) =>
    typeof value === 'string' ? apply(value) : wrong(`${name}()`, value, environment),
  ),
];

const functions: ReadonlyMap<string, CypherFunction> = new Map([
  // Nodes, relationships, paths.
  ['labels', one(labels)],
  ['type', one(type)],
  ['id', one(id)],
  ['elementid', one(elementId)],
  ['properties', one((value, environment) => propertiesOf('properties()', value, environment))],
  ['keys', one((value, environment) => Object.keys(propertiesOf('keys()', value, environment)))],
  ['startnode', one((value, environment) => endNode('startNode()', value, environment))],
  ['endnode', one((value, environment) => endNode('endNode()', value, environment))],
  ['nodes', one((value, e) => (value instanceof PathRef ? value.nodes : wrong('nodes()', value, e)))],
  [
    'relationships',
    one((value, e) => (value instanceof PathRef ? value.relationships : wrong('relationships()', value, e))),
  ],
  [
    'length',
    one((value, e) => (value instanceof PathRef ? value.relationships.length : wrong('length()', value, e))),
  ],
  // Any value.
  [
    'coalesce',
    withNull(1, Number.POSITIVE_INFINITY, (values) => values.find((value) => value !== null) ?? null),
  ],
  ['nullif', withNull(2, 2, ([a = null, b = null]) => (equals(a, b) === true ? null : a))],
  ['size', one(size)],
  ['isempty', one(isEmpty)],
  ['char_length', one(characterCount)],
  ['character_length', one(characterCount)],
  ['tostring', one(toText)],
  ['tointeger', one(toInteger)],
  ['tofloat', one(toFloat)],
  ['toboolean', one(toBoolean)],
  ['tostringornull', one(orNull(toText))],
  ['tointegerornull', one(orNull(toInteger))],
  ['tofloatornull', one(orNull(toFloat))],
  ['tobooleanornull', one(orNull(toBoolean))],
  ['tostringlist', one(onItems('toStringList()', toText))],
  ['tointegerlist', one(onItems('toIntegerList()', toInteger))],
  ['tofloatlist', one(onItems('toFloatList()', toFloat))],
  ['tobooleanlist', one(onItems('toBooleanList()', toBoolean))],
  ['valuetype', withNull(1, 1, ([value = null]) => valueTypeOf(value))],
  ['randomuuid', of(0, 0, () => crypto.randomUUID())],
  // Lists.
  ['head', one((value, e) => listOf('head()', value, e)[0] ?? null)],
  ['last', one((value, e) => listOf('last()', value, e).at(-1) ?? null)],
  ['tail', one((value, e) => listOf('tail()', value, e).slice(1))],
  ['reverse', one(reverse)],
  ['range', withNull(2, 3, range)],
  // Text.
  onText('toLower', (text) => text.toLowerCase()),
  onText('toUpper', (text) => text.toUpperCase()),
  onText('lower', (text) => text.toLowerCase()),
  onText('upper', (text) => text.toUpperCase()),
  ['trim', of(1, 2, trimmed('trim()', true, true))],
  ['btrim', of(1, 2, trimmed('btrim()', true, true))],
  ['ltrim', of(1, 2, trimmed('lTrim()', true, false))],
  ['rtrim', of(1, 2, trimmed('rTrim()', false, true))],
  onText('normalize', (text) => text.normalize()),
  ['replace', of(3, 3, replace)],
  ['split', of(2, 2, split)],
  ['substring', of(2, 3, substring)],
  ['left', of(2, 2, left)],
  ['right', of(2, 2, right)],
  // Numbers.
  ['abs', one((value, e) => onNumber('abs()', value, e, (v) => (isNegative(v) ? negated(v, e) : v)))],
  ['sign', one((value, e) => onNumber('sign()', value, e, (v) => Math.sign(double(v)) || 0))],
  ['isnan', one((value, e) => onNumber('isNaN()', value, e, (v) => Number.isNaN(double(v))))],
  ['round', of(1, 3, round)],
  onFloat('ceil', Math.ceil),
  onFloat('floor', Math.floor),
  onFloat('sqrt', Math.sqrt),
  onFloat('exp', Math.exp),
  onFloat('log', Math.log),
  onFloat('log10', Math.log10),
  onFloat('sin', Math.sin),
  onFloat('cos', Math.cos),
  onFloat('tan', Math.tan),
  onFloat('cot', (value) => 1 / Math.tan(value)),
  onFloat('asin', Math.asin),
  onFloat('acos', Math.acos),
  onFloat('atan', Math.atan),
  onFloat('degrees', (value) => (value * 180) / Math.PI),
  onFloat('radians', (value) => (value * Math.PI) / 180),
  onFloat('haversin', (value) => (1 - Math.cos(value)) / 2),
  [
    'atan2',
    of(2, 2, ([y = null, x = null], e) =>
      float(Math.atan2(numberOf('atan2()', y, e), numberOf('atan2()', x, e))),
    ),
  ],
  // What randomness a caller wants it can hand over as parameters; a query asks for the machine's own.
  ['rand', of(0, 0, () => float(Math.random()))],
  ['pi', of(0, 0, () => Math.PI)],
  ['e', of(0, 0, () => Math.E)],
  // Times.
  ['timestamp', of(0, 0, (_, { now }) => now)],
  ...temporalFunctions.map(([name, { least, most, apply }]): [string, CypherFunction] => [
    name,
    of(least, most, apply),
  ]),
]);

function labels(value: Inner, environment: Environment): Inner {
  if (!(value instanceof NodeRef)) return wrong('labels()', value, environment);
  return environment.snapshot.labels(value.handle);
}

function type(value: Inner, environment: Environment): Inner {
  if (!(value instanceof RelationshipRef)) return wrong('type()', value, environment);
  const { snapshot } = environment;
  return snapshot.types[snapshot.type(value.handle)] ?? null;
}

/** The handle: good within one snapshot, as Neo4j's is good within one transaction. */
function id(value: Inner, environment: Environment): Inner {
  if (value instanceof NodeRef || value instanceof RelationshipRef) return value.handle;
  return wrong('id()', value, environment);
}

function elementId(value: Inner, environment: Environment): Inner {
  if (value instanceof NodeRef) return environment.snapshot.nodeId(value.handle);
  if (value instanceof RelationshipRef) return environment.snapshot.relationshipId(value.handle);
  return wrong('elementId()', value, environment);
}

function propertiesOf(
  what: string,
  value: Inner,
  environment: Environment,
): { readonly [key: string]: Inner } {
  if (value instanceof NodeRef)
    return environment.snapshot.nodeProperties(value.handle) as { readonly [key: string]: Inner };
  if (value instanceof RelationshipRef)
    return environment.snapshot.relationshipProperties(value.handle) as { readonly [key: string]: Inner };
  return isMap(value) ? value : wrong(what, value, environment);
}

function endNode(what: 'startNode()' | 'endNode()', value: Inner, environment: Environment): Inner {
  if (!(value instanceof RelationshipRef)) return wrong(what, value, environment);
  const { snapshot } = environment;
  return snapshot.node(what === 'startNode()' ? snapshot.start(value.handle) : snapshot.end(value.handle));
}

function size(value: Inner, environment: Environment): Inner {
  if (typeof value === 'string') return characters(value).length;
  return listOf('size()', value, environment).length;
}

function characterCount(value: Inner, environment: Environment): Inner {
  return characters(textOf('char_length()', value, environment)).length;
}

function isEmpty(value: Inner, environment: Environment): Inner {
  if (typeof value === 'string') return value === '';
  if (isMap(value)) return Object.keys(value).length === 0;
  return listOf('isEmpty()', value, environment).length === 0;
}

function toText(value: Inner, environment: Environment): Inner {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Temporal) return String(value);
  return isNumeric(value) ? textOfNumber(value) : wrong('toString()', value, environment);
}

function toInteger(value: Inner, environment: Environment): Inner {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    const whole = integerOfText(value);
    return whole === null ? null : integer(whole, environment.fail);
  }
  if (!isNumeric(value)) return wrong('toInteger()', value, environment);
  return isInteger(value) ? value : cutOff(double(value));
}

/** As Java casts a double to a long: NaN is 0, and what is too large is the largest. */
function cutOff(value: number): number | bigint {
  if (Number.isNaN(value)) return 0;
  const whole = Math.trunc(value);
  if (Number.isSafeInteger(whole)) return whole === 0 ? 0 : whole;
  if (whole >= 2 ** 63) return 2n ** 63n - 1n;
  return whole <= -(2 ** 63) ? -(2n ** 63n) : BigInt(whole);
}

function toFloat(value: Inner, environment: Environment): Inner {
  if (typeof value === 'string') {
    const number = floatOfText(value);
    return number === null ? null : float(number);
  }
  return isNumeric(value) ? float(double(value)) : wrong('toFloat()', value, environment);
}

function toBoolean(value: Inner, environment: Environment): Inner {
  if (typeof value === 'boolean') return value;
  if (isInteger(value as Numeric)) return value !== 0;
  if (typeof value !== 'string') return wrong('toBoolean()', value, environment);
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

function orNull(convert: (value: Inner, environment: Environment) => Inner): typeof convert {
  return (value, environment) => {
    const isConvertible =
      ['string', 'boolean'].includes(typeof value) ||
      isNumeric(value) ||
      (convert === toText && value instanceof Temporal);
    if (!isConvertible) return null;
    if (convert === toFloat && typeof value === 'boolean') return null;
    if (convert === toBoolean && isNumeric(value) && !isInteger(value)) return null;
    return convert(value, environment);
  };
}

/** Each item converted, or null where it can't be. */
function onItems(
  what: string,
  convert: (value: Inner, environment: Environment) => Inner,
): (value: Inner, environment: Environment) => Inner {
  return (value, environment) =>
    listOf(what, value, environment).map((item) =>
      item === null ? null : orNull(convert)(item, environment),
    );
}

/** Cuts spaces off a text, or the characters of a second one. */
function trimmed(what: string, start: boolean, end: boolean): Apply {
  return ([text = null, characters], environment) => {
    const letters = [...textOf(what, text, environment)];
    const cut = characters === undefined ? null : new Set(textOf(what, characters, environment));
    const isCut = (letter: string | undefined) =>
      letter !== undefined && (cut === null ? letter.trim() === '' : cut.has(letter));
    let [from, to] = [0, letters.length];
    while (start && from < to && isCut(letters[from])) from += 1;
    while (end && from < to && isCut(letters[to - 1])) to -= 1;
    return letters.slice(from, to).join('');
  };
}

function reverse(value: Inner, environment: Environment): Inner {
  if (typeof value === 'string') return [...value].reverse().join('');
  return listOf('reverse()', value, environment).toReversed();
}

function range(values: readonly Inner[], environment: Environment): Inner {
  const [from = 0, to = 0, step = 1] = values.map((value) =>
    isInteger(value)
      ? Number(value)
      : environment.fail(`range() takes INTEGERs, not ${typeName(value)}.`, 'ArgumentError'),
  );
  if (step === 0) return environment.fail('range() can’t take steps of 0.', 'ArgumentError');
  const length = Math.max(0, Math.floor((to - from) / step) + 1);
  environment.fits(length);
  const list = new Array<number>(length);
  for (let i = 0; i < length; i++) list[i] = from + i * step;
  return list;
}

function replace([text = null, search = null, by = null]: readonly Inner[], environment: Environment): Inner {
  return textOf('replace()', text, environment).replaceAll(textOf('replace()', search, environment), () =>
    textOf('replace()', by, environment),
  );
}

function split([text = null, by = null]: readonly Inner[], environment: Environment): Inner {
  const delimiters = isList(by)
    ? by.map((item) => textOf('split()', item, environment))
    : [textOf('split()', by, environment)];
  const [first = '', ...others] = delimiters;
  const whole = textOf('split()', text, environment);
  if (first === '') return [...whole];
  return others.reduce(
    (parts, delimiter) => parts.flatMap((part) => part.split(delimiter)),
    whole.split(first),
  );
}

function substring([text = null, start = null, length]: readonly Inner[], environment: Environment): Inner {
  const from = countOf('substring()', start, environment);
  const count = length === undefined ? undefined : countOf('substring()', length, environment);
  const all = characters(textOf('substring()', text, environment));
  return joined(all.slice(from, count === undefined ? undefined : from + count));
}

function left([text = null, count = null]: readonly Inner[], environment: Environment): Inner {
  return joined(
    characters(textOf('left()', text, environment)).slice(0, countOf('left()', count, environment)),
  );
}

function right([text = null, count = null]: readonly Inner[], environment: Environment): Inner {
  const all = characters(textOf('right()', text, environment));
  return joined(all.slice(Math.max(0, all.length - countOf('right()', count, environment))));
}

/** Neo4j counts code points. */
const characters = (text: string): string | readonly string[] =>
  /[\ud800-\udfff]/.test(text) ? [...text] : text;

const joined = (part: string | readonly string[]): string =>
  typeof part === 'string' ? part : part.join('');

function round([value = null, precision = 0, mode]: readonly Inner[], environment: Environment): Inner {
  const number = numberOf('round()', value, environment);
  const digits = countOf('round()', precision, environment);
  if (!Number.isFinite(number)) return number;
  // Java's Math.round gives a long: no -0, and nothing beyond 64 bits.
  if (digits === 0 && mode === undefined)
    return float(Math.min(2 ** 63, Math.max(-(2 ** 63), Math.round(number))) + 0);
  const name = mode === undefined ? 'HALF_UP' : textOf('round()', mode, environment).toUpperCase();
  const rounding = Object.hasOwn(roundings, name) ? roundings[name] : undefined;
  if (rounding === undefined)
    return environment.fail(`round() knows no mode ${JSON.stringify(name)}.`, 'ArgumentError');
  const result = Number(`${rounding(Number(`${number}e${digits}`))}e-${digits}`);
  return float(Number.isNaN(result) ? number : result + 0);
}

const away = (value: number, half: (size: number) => number): number =>
  Math.sign(value) * half(Math.abs(value));

/** Java's rounding modes. */
const roundings: Readonly<Record<string, (value: number) => number>> = {
  UP: (value) => away(value, Math.ceil),
  DOWN: Math.trunc,
  CEILING: Math.ceil,
  FLOOR: Math.floor,
  HALF_UP: (value) => away(value, Math.round),
  HALF_DOWN: (value) => away(value, (size) => Math.ceil(size - 0.5)),
  HALF_EVEN: (value) =>
    away(value, (size) => {
      const rounded = Math.round(size);
      return rounded - size === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
    }),
};

function onNumber(
  what: string,
  value: Inner,
  environment: Environment,
  apply: (value: Numeric) => Inner,
): Inner {
  return isNumeric(value) ? apply(value) : wrong(what, value, environment);
}

const isNegative = (value: Numeric): boolean => double(value) < 0 || Object.is(double(value), -0);

function negated(value: Numeric, { fail }: Environment): Numeric {
  if (value instanceof Float) return float(-value.value);
  return isInteger(value) ? integer(-BigInt(value), fail) : float(-value);
}

const numberOf = (what: string, value: Inner, environment: Environment): number =>
  isNumeric(value) ? double(value) : wrong(what, value, environment);

const textOf = (what: string, value: Inner, environment: Environment): string =>
  typeof value === 'string' ? value : wrong(what, value, environment);

const listOf = (what: string, value: Inner, environment: Environment): readonly Inner[] =>
  isList(value) ? value : wrong(what, value, environment);

const wholeOf = (what: string, value: Inner, environment: Environment): number =>
  isInteger(value) ? Number(value) : wrong(what, value, environment);

function countOf(what: string, value: Inner, environment: Environment): number {
  const count = wholeOf(what, value, environment);
  return count < 0 ? environment.fail(`${what} can’t take the negative number ${count}.`) : count;
}
