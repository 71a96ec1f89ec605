// What was understood of an article → printable lines: the text with brackets around what stands for something, then each
// chain, quotation and time with its reason. Readable without colour.
import type { EntityType, Span } from '../../graph/model.ts';
import type { Findings, Party, ThingFinding } from '../extract/findings.ts';
import { oneLine, printable } from './printable.ts';
import type { Terminal } from './terminal.ts';

type Colors = Terminal['colors'];
type Paint = (text: string) => string;

/**
 * The text as it stands, marked: `[Ana Moss]1` stands for thing 1, `[both]1+2` for two of them, `‹Monday›2025-05-19` is a day,
 * and `“…”{1}` are the words of thing 1.
 */
export function markedText(text: string, findings: Findings, colors: Colors): string {
  const marks = [
    ...mentionMarks(findings, colors),
    ...quotationMarks(findings, colors),
    ...timeMarks(findings, colors),
  ];
  const opens = Map.groupBy(marks, ({ start }) => start);
  const closes = Map.groupBy(marks, ({ end }) => end);
  const cuts = [...new Set([0, text.length, ...opens.keys(), ...closes.keys()])].sort((a, b) => a - b);
  const open: Mark[] = [];
  let shown = '';
  cuts.forEach((at, i) => {
    // Inner marks close before outer ones, and open after them.
    for (const mark of (closes.get(at) ?? []).toSorted((a, b) => b.start - a.start || b.rank - a.rank)) {
      if (mark.start === mark.end) continue;
      shown += colors.dim(mark.close);
      open.splice(open.indexOf(mark), 1);
    }
    for (const mark of (opens.get(at) ?? []).toSorted((a, b) => b.end - a.end || a.rank - b.rank)) {
      shown += colors.dim(mark.open);
      open.push(mark);
    }
    const paint = open.at(-1)?.paint ?? ((piece: string) => piece);
    const piece = printable(text.slice(at, cuts[i + 1] ?? text.length));
    shown +=
      piece === ''
        ? ''
        : piece
            .split('\n')
            .map((line) => (line === '' ? '' : paint(line)))
            .join('\n');
  });
  return shown;
}

/** A stretch of the text between two printable marks. Of two of one stretch the lower `rank` is the outer. */
interface Mark extends Span {
  readonly rank: number;
  readonly open: string;
  readonly close: string;
  readonly paint: Paint;
}

const mentionMarks = ({ things }: Findings, colors: Colors): Mark[] =>
  things.flatMap((thing) =>
    thing.mentions.map(({ start, end }) => ({
      start,
      end,
      rank: 1,
      open: '[',
      close: `]${numberOf(thing)}`,
      paint: painterOf(thing.type, colors),
    })),
  );

const quotationMarks = ({ quotations, things }: Findings, { green }: Colors): Mark[] =>
  quotations.map(({ start, end, speaker }) => ({
    start,
    end,
    rank: 0,
    open: '',
    close: speaker === null ? '{?}' : `{${short(speaker, things)}}`,
    paint: green,
  }));

const timeMarks = ({ times }: Findings, { blue }: Colors): Mark[] =>
  times.map(({ start, end, from, to }) => ({
    start,
    end,
    rank: 2,
    open: '‹',
    close: `›${rangeOf(from, to)}`,
    paint: blue,
  }));

function painterOf(type: EntityType, { cyan, magenta, yellow, red, blue }: Colors): Paint {
  return { Person: cyan, Organization: magenta, Place: yellow, Event: red, Topic: blue }[type];
}

/** The lists under the text. */
export function findingLines({ things, quotations, times }: Findings, colors: Colors): string[] {
  const { bold, dim } = colors;
  const chains = things.flatMap((thing) => [
    `${numberOf(thing).padStart(3)} ${painterOf(thing.type, colors)(bold(oneLine(thing.name)))} ${dim(thing.type)}`,
    ...thing.mentions.map(
      ({ start, end, text, form, confidence, reason }) =>
        `      ${oneLine(text)} ${dim(`${start}–${end} ${form} ${confidence.toFixed(2)}, ${oneLine(reason)}`)}`,
    ),
  ]);
  const said = quotations.map(({ start, end, text, extent, speaker, cue, listener, reason, confidence }) => {
    const who = speaker === null ? 'nobody named' : `${oneLine(speaker.text)}${numbered(speaker, things)}`;
    const to = listener === null ? '' : ` to ${oneLine(listener.text)}${numbered(listener, things)}`;
    const why = confidence === null ? '' : ` ${confidence.toFixed(2)}, ${oneLine(reason ?? '')}`;
    const verb = cue === null ? '' : ` (${oneLine(cue.text)})`;
    return `  ${colors.green(abridged(oneLine(text)))} ${who}${verb}${to} ${dim(`${start}–${end} ${extent}${why}`)}`;
  });
  const when = times.map(
    ({ start, end, text, kind, from, to }) =>
      `  ${colors.blue(oneLine(text))} ${rangeOf(from, to) || 'no day known'} ${dim(`${start}–${end} ${kind}`)}`,
  );
  return [
    ...section('Who and what', chains, bold),
    ...section('Quotations', said, bold),
    ...section('Times', when, bold),
  ];
}

const section = (title: string, lines: readonly string[], bold: Paint): string[] =>
  lines.length === 0 ? [] : ['', bold(title), ...lines];

/** Things are counted from 1; a group bears the numbers of its members. */
const numberOf = ({ key, members }: ThingFinding): string =>
  members.length === 0 ? String(key + 1) : members.map((member) => member + 1).join('+');

function short(party: Party, things: readonly ThingFinding[]): string {
  const thing = things.find(({ key }) => key === party.thing);
  return thing === undefined ? oneLine(party.text) : numberOf(thing);
}

function numbered(party: Party, things: readonly ThingFinding[]): string {
  const thing = things.find(({ key }) => key === party.thing);
  return thing === undefined ? '' : `=${numberOf(thing)}`;
}

const rangeOf = (from: string | null, to: string | null): string =>
  from === null || to === null ? '' : from === to ? from : `${from}…${to}`;

/** In characters. */
const LONGEST = 72;

const abridged = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST / 2).trimEnd()} … ${text.slice(-LONGEST / 3).trimStart()}`;
