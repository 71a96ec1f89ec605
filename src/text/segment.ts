// From a text to its sentences, each with its tokens and what kind of line it stands in. Knows no tags and no names.
import type { Span } from '../../graph/model.ts';
import { isBoilerplate } from './boilerplate.ts';
import { type Token, tokenize } from './tokenize.ts';

/**
 * `headline`: a line of its own without a full stop. `dateline`: the place, and perhaps agency and day, before a report's
 * first sentence ("LIMA (Nordwire) —"). `item`: in a line that begins with a bullet or a number. `boilerplate`: no part of
 * the report.
 */
export type LineKind = 'prose' | 'headline' | 'dateline' | 'item' | 'boilerplate';

/** A sentence of a text. *Shape*: at least one token; the first starts and the last ends it. */
export interface TextSentence extends Span {
  readonly kind: LineKind;
  /** Counts the paragraphs of the text from 0: sentences of one paragraph share it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** The sentences of a text, in reading order, without overlap. Cost: linear in the text. */
export function segment(text: string): TextSentence[] {
  return paragraphs(text).flatMap((paragraph, index) => {
    const line = text.slice(paragraph.start, paragraph.end);
    const kind = isBoilerplate(line) ? 'boilerplate' : isItem(line) ? 'item' : 'prose';
    const tokens = tokenize(text, paragraph.start, paragraph.end);
    const dateline = kind === 'prose' ? datelineOf(tokens) : [];
    const rest = sentences(tokens.slice(dateline.length)).map((group) =>
      sentence(group, kind === 'prose' && isHeadline(group) ? 'headline' : kind, index),
    );
    return dateline.length === 0 ? rest : [sentence(dateline, 'dateline', index), ...rest];
  });
}

function sentence(tokens: readonly Token[], kind: LineKind, paragraph: number): TextSentence {
  return { start: (tokens[0] as Token).start, end: (tokens.at(-1) as Token).end, kind, paragraph, tokens };
}

const isItem = (line: string): boolean => /^\s*(?:[•◦▪‣*–-]|\d{1,2}[.)])\s/.test(line);

const longestDateline = 14;

/** The tokens of a dateline that opens a paragraph, its dash included; none where there is no dateline. */
function datelineOf(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  if (first === undefined || !/^\p{Lu}[\p{Lu}.'’-]{2,}$/u.test(first.text)) return [];
  const dash = tokens.slice(0, longestDateline).findIndex((token) => /^(?:—|–|--|-)$/.test(token.text));
  const [mark, follows] = [tokens[dash], tokens[dash + 1]];
  if (mark === undefined || follows === undefined) return [];
  const isPart = ({ text, kind }: Token) => kind === 'number' || /^[\p{Lu}(),./]/u.test(text);
  const opens = dash > 0 && follows.start > mark.end && /^[\p{Lu}“"‘']/u.test(follows.text);
  return opens && tokens.slice(0, dash).every(isPart) ? tokens.slice(0, dash + 1) : [];
}

/** Stretches of text between line breaks that end something. A break inside a sentence ends nothing. */
function paragraphs(text: string): Span[] {
  return blocks(text).flatMap((block) => {
    const lines = linesOf(text, block);
    const wrapped = isWrapped(text, lines);
    const joined: Span[] = [];
    for (const line of lines) {
      const last = joined.at(-1);
      if (
        last !== undefined &&
        (wrapped || goesOn(text.slice(last.start, last.end), text.slice(line.start, line.end)))
      )
        joined[joined.length - 1] = { start: last.start, end: line.end };
      else joined.push(line);
    }
    return joined;
  });
}

/** Stretches between empty lines. */
function blocks(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...spans, { start, end: text.length }].filter(
    (span) => text.slice(span.start, span.end).trim() !== '',
  );
}

function linesOf(text: string, block: Span): Span[] {
  const lines: Span[] = [];
  let start = block.start;
  while (start < block.end) {
    const at = text.indexOf('\n', start);
    const end = at === -1 || at > block.end ? block.end : at;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Whether a block was set to a fixed width: three lines or more, all but the last nearly as long as the longest. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 3) return false;
  const lengths = lines.slice(0, -1).map((line) => line.end - line.start);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const open = lines
    .slice(0, -1)
    .filter((line) => !/[.!?:"”’)]\s*$/.test(text.slice(line.end - 3, line.end))).length;
  return longest <= 100 && lengths.every((length) => length > longest * 0.7) && open * 2 > lengths.length;
}

/** Words after which no line can end a sentence: a preposition waits for its noun, a title for its name. */
const waiting = new Set(
  'a an the of to in on at by for with from and or but nor as than that which who his her its their our my your is are was were be been has have had will would could may might must should'.split(
    ' ',
  ),
);

const titles = new Set(
  'President Minister Chancellor Premier Secretary Leader King Queen Prince Princess Pope Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Sen. Gov. Gen. Rep.'.split(
    ' ',
  ),
);

function goesOn(before: string, after: string): boolean {
  const last = /(\S+)\s*$/.exec(before.slice(-60))?.[1] ?? '';
  if (/^\s*\p{Ll}/u.test(after.slice(0, 20)) && !/[.!?:]["”’]?$/.test(last)) return before.length > 30;
  if (/^(?:.*[,–-])$/u.test(last)) return true;
  return before.length > 30 && (waiting.has(last) || titles.has(last));
}

/** Words that open a sentence after an abbreviation with a full stop: "in the U.S. The …". */
const openers = new Set(
  'the he she it they we i but and in on at a an this that these those his her their its as after before when while if for however meanwhile'.split(
    ' ',
  ),
);

/** In tokens. Nobody writes a longer sentence: it is cut at a mark, or anywhere, so that all work stays linear. */
const LONGEST = 300;

function sentences(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    group.push(token);
    if (group.length >= 2 * LONGEST || (group.length >= LONGEST && token.kind === 'mark')) {
      groups.push(group);
      group = [];
      continue;
    }
    if (isNumbering(group) || !group.some((part) => part.kind !== 'mark') || !endsSentence(tokens, i))
      continue;
    while (i + 1 < tokens.length && closes(tokens, i + 1)) group.push(tokens[++i] as Token);
    while (isReference(tokens, i + 1)) {
      group.push(...tokens.slice(i + 1, i + 4));
      i += 3;
    }
    if (startsSentence(tokens, i + 1)) {
      groups.push(group);
      group = [];
    }
  }
  return group.length > 0 ? [...groups, group] : groups;
}

/** "[12]" after a full stop belongs to what it is the source of. */
const isReference = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '[' && /^\d{1,3}$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ']';

/** "2." before an item: no sentence of its own. */
const isNumbering = (group: readonly Token[]): boolean =>
  group.length === 2 && /^\d{1,2}$/.test(group[0]?.text ?? '') && group[1]?.text === '.';

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  if (/^(?:[.!?…]|\.{3})$/.test(text)) return true;
  const next = tokens[i + 1]?.text;
  return (
    /^(?:\p{L}\.){2,}$/u.test(text) &&
    next !== undefined &&
    /^\p{Lu}/u.test(next) &&
    openers.has(next.toLowerCase())
  );
}

/** Whether a mark after a full stop still belongs to the sentence: it touches what stands before it, or is closed by space. */
function closes(tokens: readonly Token[], i: number): boolean {
  const { text, start, end } = tokens[i] as Token;
  if (/^[.!?…”’)\]»]$/.test(text)) return true;
  if (!/^["']$/.test(text)) return false;
  const before = tokens[i - 1] as Token;
  const after = tokens[i + 1];
  if (before.end === start) return true;
  // A straight quotation mark with spaces around it closes where one is open in this stretch.
  return after !== undefined && after.start > end && isOpen(tokens, i, text);
}

function isOpen(tokens: readonly Token[], i: number, mark: string): boolean {
  let count = 0;
  for (let k = i - 1; k >= 0 && i - k < 400; k--) if (tokens[k]?.text === mark) count++;
  return count % 2 === 1;
}

function startsSentence(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next === undefined) return true;
  if (saysSo(tokens, i)) return false;
  const word = next.kind === 'mark' ? tokens[i + 1] : next;
  if (word === undefined) return true;
  return !/^\p{Ll}/u.test(word.text);
}

/** "Let it begin!” Moss added.": who says so still belongs to the sentence that was quoted. */
function saysSo(tokens: readonly Token[], i: number): boolean {
  if (!/^["”’']$/.test(tokens[i - 1]?.text ?? '') || !/^[!?]$/.test(tokens[i - 2]?.text ?? '')) return false;
  for (let k = i; k < i + 4; k++) {
    if (tokens[k]?.kind !== 'word') return false;
    if (/^(?:said|says|added|asked|wrote|tweeted|replied|told|posted|shouted)$/.test(tokens[k]?.text ?? ''))
      return true;
  }
  return false;
}

function isHeadline(tokens: readonly Token[]): boolean {
  const last = tokens.findLast((token) => !/^["'”’)\]]$/.test(token.text))?.text ?? '';
  return !/^[.!?…:]$|^\.{3}$/.test(last) && !/^(?:\p{L}\.){2,}$/u.test(last);
}
