// Where quotations begin and end, by their marks alone: typographic and straight ones told apart from apostrophes, over
// the paragraphs of a text. Knows no words and no speakers.
import type { Span } from '../../../graph/model.ts';

/** A stretch in quotation marks, marks included. */
export interface Stretch extends Span {
  /** Whether it goes on with one that an earlier paragraph left open. */
  readonly continues: boolean;
  /** Whether its closing mark is missing: the paragraph's end, or the sentence's, closes it. */
  readonly isOpen: boolean;
}

/** A paragraph, with the ends of its sentences: offsets into the text, in order, the last its own end. */
export interface Paragraph extends Span {
  readonly sentenceEnds: readonly number[];
}

/**
 * The outermost quotations, in order, without overlap; one that goes on over paragraphs is a stretch a paragraph.
 * Marks that open or close nothing are passed over. Cost: linear.
 */
export function stretchesOf(text: string, paragraphs: readonly Paragraph[]): Stretch[] {
  const found: Stretch[] = [];
  let carried: Open | undefined;
  let since = 0;
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1];
    const { stretches, open } = read(text, paragraph, carried);
    found.push(...stretches);
    carried = undefined;
    if (open === undefined) {
      since = 0;
      return;
    }
    const goesOn = next !== undefined && since < LONGEST ? goingOn(text, next, open) : undefined;
    const end = goesOn === undefined ? endOf(text, paragraph, open) : paragraph.end;
    found.push({ start: open.at, end, continues: open.carried, isOpen: true });
    if (goesOn !== undefined)
      carried = { ...open, at: next?.start ?? 0, carried: true, unmarked: goesOn === 'unmarked' };
    since = goesOn === undefined ? 0 : since + 1;
  });
  return found.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** In paragraphs. A quotation that goes on for longer has lost its closing mark. */
const LONGEST = 40;

type Kind = 'curly' | 'straight' | 'low' | 'guillemet' | 'reversed' | 'right';

interface Open {
  readonly at: number;
  readonly kind: Kind;
  readonly carried: boolean;
  /** Carried into a paragraph that doesn't open with a mark of its own. */
  readonly unmarked: boolean;
}

/** A mark that may open or close, by what stands beside it. `leans`: `either` where both sides look alike. */
interface Mark {
  readonly at: number;
  readonly end: number;
  readonly form: string;
  readonly leans: 'open' | 'close' | 'either';
}

function read(
  text: string,
  paragraph: Paragraph,
  carried: Open | undefined,
): { stretches: Stretch[]; open: Open | undefined } {
  const marks = marksOf(text, paragraph);
  const closers = singleClosers(text, paragraph);
  const stretches: Stretch[] = [];
  let open = carried;
  let depth = 0;
  let next = 0;
  const close = (mark: Mark) => {
    if (open === undefined) return;
    stretches.push({ start: open.at, end: mark.end, continues: open.carried, isOpen: false });
    open = undefined;
  };
  // The mark that opens a paragraph of a quotation that goes on opens nothing anew.
  if (carried !== undefined && !carried.unmarked) next = 1;
  for (; next < marks.length; next++) {
    const mark = marks[next] as Mark;
    if (open !== undefined) {
      if (opensAgain(open.kind, mark)) {
        if (isNested(marks, next)) depth++;
        else {
          const end = paragraph.sentenceEnds.find((at) => at > (open?.at ?? 0)) ?? paragraph.end;
          if (end <= mark.at) stretches.push({ start: open.at, end, continues: open.carried, isOpen: true });
          open = opened(text, paragraph, mark);
          depth = 0;
        }
      } else if (closes(open.kind, mark)) {
        if (depth > 0) depth--;
        else close(mark);
      }
      continue;
    }
    if (isSingle(mark.form)) {
      const end = singleEnd(text, mark, closers);
      if (end === undefined) continue;
      stretches.push({ start: mark.at, end, continues: false, isOpen: false });
      while (next + 1 < marks.length && (marks[next + 1] as Mark).at < end) next++;
      continue;
    }
    open = opened(text, paragraph, mark);
  }
  return { stretches, open };
}

function opened(text: string, { end }: Span, mark: Mark): Open | undefined {
  const kind = kindOf(mark);
  if (kind === undefined || mark.leans === 'close' || text.slice(mark.end, end).trim() === '')
    return undefined;
  return { at: mark.at, kind, carried: false, unmarked: false };
}

function kindOf({ form, leans }: Mark): Kind | undefined {
  switch (form) {
    case '“':
    case '‟':
      return 'curly';
    case '”':
      return leans === 'open' ? 'right' : undefined;
    case '"':
    case "''":
    case '``':
      return 'straight';
    case '„':
      return 'low';
    case '«':
      return 'guillemet';
    case '»':
      return leans === 'open' ? 'reversed' : undefined;
    default:
      return undefined;
  }
}

function closes(kind: Kind, { form, leans }: Mark): boolean {
  switch (kind) {
    case 'curly':
    case 'right':
      return form === '”' || (isStraight(form) && leans === 'close');
    case 'straight':
      return isStraight(form) || form === '”';
    case 'low':
      return form === '“' || form === '”' || isStraight(form);
    case 'guillemet':
      return form === '»';
    case 'reversed':
      return form === '«';
  }
}

const isStraight = (form: string): boolean => form === '"' || form === "''" || form === '``';

const isSingle = (form: string): boolean => form === "'" || form === '‘' || form === '‚' || form === '‹';

/** Whether a mark can only open, though a quotation of its kind is open already. */
function opensAgain(kind: Kind, { form, leans }: Mark): boolean {
  if (kind === 'curly') return form === '“';
  if (kind === 'straight') return (isStraight(form) && leans === 'open') || form === '“';
  if (kind === 'guillemet') return form === '«';
  return false;
}

/** Whether the quotation that opens here is closed, and the one around it too, before another opens. */
function isNested(marks: readonly Mark[], at: number): boolean {
  const { form } = marks[at] as Mark;
  let closed = 0;
  for (let i = at + 1; i < marks.length && closed < 2; i++) {
    const mark = marks[i] as Mark;
    if (mark.form === form && mark.leans === 'open') return false;
    if (form === '“' ? mark.form === '”' : form === '«' ? mark.form === '»' : isStraight(mark.form)) closed++;
  }
  return closed === 2;
}

const pattern = /``|(?<!')''(?!')|["“”„‟«»‘‚‹']/g;

function marksOf(text: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index;
    const [form] = match;
    const after = at + form.length;
    const before = at > start ? (text[at - 1] as string) : '';
    const follows = after < end ? (text[after] as string) : '';
    if (isApostrophe(text, form, at, before, follows)) continue;
    marks.push({ at, end: after, form, leans: leaning(form, before, follows) });
  }
  return marks;
}

/** Inches, feet and minutes; a straight mark within a word; "'90s", "rock 'n' roll". */
function isApostrophe(text: string, form: string, at: number, before: string, follows: string): boolean {
  if (isStraight(form))
    return /\d/.test(before) && /\d['’′]\d{0,2}$/.test(text.slice(Math.max(0, at - 5), at));
  if (!isSingle(form)) return false;
  if (/[\p{L}\p{N}]/u.test(before)) return true;
  if (form === "'" || form === '‘')
    return /^(?:\d\ds?|n|em|til|tis|twas|cause|cuz|bout|round|s|d|ll|re|ve|m|t)(?![\p{L}\p{N}-])/iu.test(
      text.slice(at + 1, at + 8),
    );
  return !/\p{L}/u.test(follows);
}

const space = /^$|[\s([{—–-]/;
const spaceOrMark = /^$|[\s.,;:!?)\]}—–…-]/;

function leaning(form: string, before: string, follows: string): Mark['leans'] {
  if (form === '“' || form === '„' || form === '‟' || form === '«' || form === '‘' || form === '``')
    return 'open';
  const left = space.test(before) || /[“‘«"']/.test(before);
  const right = spaceOrMark.test(follows) || /[”’»"']/.test(follows);
  if (left === right) return form === '”' || form === '»' ? 'close' : 'either';
  return left ? 'open' : 'close';
}

/** Offsets of the marks that can close a single quotation, each with whether it may be a plural's apostrophe. */
interface Closer {
  readonly at: number;
  readonly form: string;
  readonly mayBePlural: boolean;
  readonly spaced: boolean;
}

function singleClosers(text: string, { start, end }: Span): Closer[] {
  const closers: Closer[] = [];
  for (const match of text.slice(start, end).matchAll(/['’›]/g)) {
    const at = start + match.index;
    const before = text[at - 1] ?? '';
    const follows = at + 1 < end ? (text[at + 1] as string) : '';
    if (/[\p{L}\p{N}]/u.test(follows)) continue;
    const spaced = /^\s?$/.test(before);
    if (spaced && !/^$|[\s.,;:!?)]/.test(follows)) continue;
    const mayBePlural = /[sS]/.test(before) && /^\s\p{L}/u.test(text.slice(at + 1, at + 3));
    closers.push({ at, form: match[0], mayBePlural, spaced });
  }
  return closers;
}

/** In closers looked at. Nobody puts more plurals into one quotation. */
const MOST_PLURALS = 12;

/** Where the single quotation that a mark opens ends; undefined where it opens none. */
function singleEnd(text: string, mark: Mark, closers: readonly Closer[]): number | undefined {
  const form = mark.form === '‹' ? '›' : mark.form === "'" ? "'" : '’';
  const spaced = /\s/.test(text[mark.end] ?? '');
  // "the voters ' rights": a tokenised plural, no quotation.
  if (spaced && (mark.form !== "'" || /\p{L}{3}s $/u.test(text.slice(Math.max(0, mark.at - 5), mark.at))))
    return undefined;
  if (mark.leans === 'close') return undefined;
  let first = lowerBound(closers, mark.end);
  let fallback: number | undefined;
  for (let looked = 0; first < closers.length && looked < MOST_PLURALS; first++) {
    const closer = closers[first] as Closer;
    if (closer.form !== form || closer.spaced !== spaced || closer.at <= mark.end) continue;
    if (text.slice(mark.end, closer.at).includes(mark.form === "'" ? '\n\n' : '‘')) break;
    looked++;
    if (!closer.mayBePlural) return closer.at + 1;
    fallback ??= closer.at + 1;
  }
  return fallback;
}

function lowerBound(closers: readonly Closer[], at: number): number {
  let [low, high] = [0, closers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((closers[middle] as Closer).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the next paragraph goes on with a quotation: by a mark of its own, or because its first mark only closes. */
function goingOn(text: string, next: Paragraph, open: Open): 'marked' | 'unmarked' | undefined {
  const [first] = marksOf(text, next).filter(({ form }) => !isSingle(form));
  if (first === undefined) return undefined;
  const starts = text.slice(next.start, first.at).trim() === '';
  if (starts && first.leans !== 'close' && kindOf(first) !== undefined) return 'marked';
  return first.leans === 'close' && closes(open.kind, first) ? 'unmarked' : undefined;
}

/** Where a quotation without a closing mark ends: with its paragraph where it was announced, else with its sentence. */
function endOf(text: string, paragraph: Paragraph, { at, carried }: Open): number {
  const before = text.slice(paragraph.start, at).trimEnd();
  if (carried || before === '' || /[:,.!?”"’]$/.test(before)) return paragraph.end;
  return paragraph.sentenceEnds.find((end) => end > at) ?? paragraph.end;
}
