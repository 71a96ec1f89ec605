// From a text to its paragraphs: the line breaks that end something, and those that don't.
import type { Span } from '../../graph/model.ts';

/** Stretches of text between line breaks that end something, none of them blank. A break inside a sentence ends nothing. */
export function paragraphs(text: string): Span[] {
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

/**
 * Whether a block was set to a fixed width: three lines or more, all but the last nearly as long as the longest, some of
 * which go on in lower case (the lines of a list don't).
 */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 3) return false;
  const lengths = lines.slice(0, -1).map((line) => line.end - line.start);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const open = lines
    .slice(0, -1)
    .filter((line) => !/[.!?:"”’)]\s*$/.test(text.slice(line.end - 3, line.end))).length;
  const lower = lines
    .slice(1)
    .filter((line) => /^\s*\p{Ll}/u.test(text.slice(line.start, line.start + 20))).length;
  return (
    longest <= 100 &&
    lengths.every((length) => length > longest * 0.7) &&
    open * 2 > lengths.length &&
    lower * 4 >= lengths.length
  );
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
  if (/^\s*\p{Ll}/u.test(after.slice(0, 20)) && !/[.!?]["”’]?$/.test(last)) return before.length > 30;
  if (/^(?:.*[,–-])$/u.test(last)) return true;
  return before.length > 30 && (waiting.has(last) || titles.has(last));
}
