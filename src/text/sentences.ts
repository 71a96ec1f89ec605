// Where one sentence of a paragraph ends and the next begins, told from its tokens. Knows no lines, and words only by small lists.
import { closingAbbreviations } from './abbreviations.ts';
import type { Token } from './tokenize.ts';

/** In tokens. Nobody writes a longer sentence: it is cut at a mark, or anywhere, so that all work stays linear. */
const longest = 300;

/** The tokens of a paragraph by sentence, in order. *Shape*: no sentence is empty. Cost: linear. */
export function sentences(tokens: readonly Token[]): Token[][] {
  const casual = isCasual(tokens);
  const groups: Token[][] = [];
  let group: Token[] = [];
  const close = () => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    group.push(token);
    if (isTooLong(group) || isHeader(tokens, i) || isGreeting(group, tokens[i + 1])) close();
    else if (hasWord(group) && !isNumbering(group) && endsSentence(tokens, i)) {
      while (i + 1 < tokens.length && closes(tokens, i + 1)) group.push(tokens[++i] as Token);
      while (isReference(tokens, i + 1)) {
        group.push(...tokens.slice(i + 1, i + 4));
        i += 3;
      }
      if (startsSentence(tokens, i + 1, casual)) close();
    }
  }
  close();
  return groups;
}

const isTooLong = (group: readonly Token[]): boolean =>
  group.length >= 2 * longest || (group.length >= longest && group.at(-1)?.kind === 'mark');

const hasWord = (group: readonly Token[]): boolean => group.some(({ kind }) => kind !== 'mark');

/** Whether a paragraph is written as messages are, in which a sentence may begin in lower case. */
const isCasual = (tokens: readonly Token[]): boolean =>
  /^\p{Ll}/u.test(tokens[0]?.text ?? '') || tokens.some(({ text }) => text === 'i');

/** "[12]" after a full stop belongs to what it is the source of. */
const isReference = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '[' && /^\d{1,3}$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ']';

/** "2." before an item: no sentence of its own. */
const isNumbering = (group: readonly Token[]): boolean =>
  group.length === 2 && /^\d{1,2}$/.test(group[0]?.text ?? '') && group[1]?.text === '.';

const isAddress = (token: Token | undefined): boolean => /^(?:https?:\/\/|www\.)/.test(token?.text ?? '');

/**
 * Whether what stands around a mail's or a post's text ends here: the stamp "03/27/2001 09:11 AM" stands alone, a line of
 * marks ends before a capital, an address before another or before a capital, anything before a picture's credit.
 */
function isHeader(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  const next = tokens[i + 1];
  if (next === undefined) return false;
  if (/^\d\d?\/\d\d?\/\d{2,4}$/.test(next.text) && /^\d\d?:\d\d/.test(tokens[i + 2]?.text ?? ''))
    return tokens[i]?.kind !== 'mark' && text !== 'on' && text !== 'at';
  if (/^(?:Image|Photo|Picture|Credit)s?$/.test(next.text) && tokens[i + 2]?.text === ':')
    return tokens[i]?.kind !== 'mark' && /^\p{Lu}/u.test(tokens[i + 3]?.text ?? '');
  if (!/^\p{Lu}/u.test(next.text)) return isAddress(tokens[i]) && isAddress(next);
  if (/^[AP]M$/.test(text)) return /^\d\d?\/\d\d?\/\d{2,4}$/.test(tokens[i - 2]?.text ?? '');
  return isAddress(tokens[i]) || /^([-=_*~#])\1{3,}$/.test(text);
}

const greetings =
  /^(?:hi|hello|dear|hey|thanks|thx|cheers|sincerely|love|regards|yours|best|kind|kindest|warm|warmest)$/i;

/** "Best regards," before a name, "Dear all," before the letter. */
function isGreeting(group: readonly Token[], next: Token | undefined): boolean {
  if (group.at(-1)?.text !== ',' || group.length < 2 || group.length > 4) return false;
  if (next === undefined || !/^\p{Lu}/u.test(next.text) || !greetings.test(group[0]?.text ?? ''))
    return false;
  return group.every(({ kind }, i) => kind === 'word' || i === group.length - 1);
}

/** Words that open a sentence after an abbreviation with a full stop: "in the U.S. The …". */
const openers = new Set(
  'the he she it they we i but and in on at a an this that these those his her their its as after before when while if for however meanwhile'.split(
    ' ',
  ),
);

const ends = /^(?:[.!?。！？]+|…)$/;
const face = /^[:;=][-'^]?[)(DP]$/;
const closing = new Set(closingAbbreviations.map((abbreviation) => `${abbreviation}.`));

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  if (ends.test(text)) return true;
  const next = tokens[i + 1]?.text;
  if (next === undefined || !/^\p{Lu}/u.test(next)) return false;
  if (text === 'etc.' || face.test(text)) return true;
  return (/^(?:\p{L}\.){2,}$/u.test(text) || closing.has(text)) && openers.has(next.toLowerCase());
}

/** Whether a mark after a full stop still belongs to the sentence: it touches what stands before it, or is closed by space. */
function closes(tokens: readonly Token[], i: number): boolean {
  const { text, start, end } = tokens[i] as Token;
  if (ends.test(text) || /^[”’)\]»」』]$/.test(text)) return true;
  if (face.test(text)) return tokens[i + 1] === undefined || /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '');
  if (!/^["']$/.test(text)) return false;
  const before = tokens[i - 1] as Token;
  const after = tokens[i + 1];
  if (before.end === start || after === undefined) return true;
  // A straight quotation mark with spaces around it closes where one is open in this stretch.
  return after.start > end && isOpen(tokens, i, text);
}

function isOpen(tokens: readonly Token[], i: number, mark: string): boolean {
  let count = 0;
  for (let k = i - 1; k >= 0 && i - k < 400; k--) if (tokens[k]?.text === mark) count++;
  return count % 2 === 1;
}

function startsSentence(tokens: readonly Token[], i: number, casual: boolean): boolean {
  const next = tokens[i];
  if (next === undefined || isAddress(next)) return true;
  if (saysSo(tokens, i)) return false;
  const word = next.kind === 'mark' ? tokens[i + 1] : next;
  if (word === undefined) return true;
  const end = tokens[i - 1] as Token;
  const isLower = /^\p{Ll}/u.test(word.text);
  if (next.start === end.end && next.kind !== 'mark' && end.text === '.')
    return !isLower && isPlain(tokens[i - 2]); // "reason.Then", but "St.George"
  if (!isLower) return true;
  if (next.kind === 'mark' || next.start === end.end) return false;
  return end.text === '.' ? casual || isPlain(tokens[i - 2]) : casual && /^[!?]+$/.test(end.text);
}

/** A word that is no abbreviation. */
const isPlain = (token: Token | undefined): boolean =>
  /^(?:\p{Ll}{3,}|it|me|us|up|on|in|of|so|do|go|to|him)$/u.test(token?.text ?? '');

/** "Let it begin!” Moss added.": who says so still belongs to the sentence that was quoted. */
function saysSo(tokens: readonly Token[], i: number): boolean {
  if (!/^["”’']$/.test(tokens[i - 1]?.text ?? '') || !/^[!?]+$/.test(tokens[i - 2]?.text ?? '')) return false;
  for (let k = i; k < i + 4; k++) {
    if (tokens[k]?.kind !== 'word') return false;
    if (/^(?:said|says|added|asked|wrote|tweeted|replied|told|posted|shouted)$/.test(tokens[k]?.text ?? ''))
      return true;
  }
  return false;
}
