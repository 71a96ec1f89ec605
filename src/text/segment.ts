// From a text to its sentences, each with its tokens and what kind of line it stands in. Knows no tags and no names.
import type { Span } from '../../graph/model.ts';
import { isBoilerplate } from './boilerplate.ts';
import { captionOf } from './captions.ts';
import { paragraphs } from './paragraphs.ts';
import { sentences } from './sentences.ts';
import { type Token, tokenize } from './tokenize.ts';

/**
 * `headline`: a line of its own without a full stop. `dateline`: the place, and perhaps agency and day, before a report's
 * first sentence ("LIMA (Nordwire) —"). `caption`: what a picture shows, where the line says that it is one. `item`: in a
 * line that begins with a bullet or a number, or one of several short lines. `boilerplate`: no part of the report.
 */
export type LineKind = 'prose' | 'headline' | 'dateline' | 'caption' | 'item' | 'boilerplate';

/** A sentence of a text. *Shape*: at least one token; the first starts and the last ends it. */
export interface TextSentence extends Span {
  readonly kind: LineKind;
  /** Counts the paragraphs of the text from 0: sentences of one paragraph share it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** The sentences of a text, in reading order, without overlap. Cost: linear in the text. */
export function segment(text: string): TextSentence[] {
  const found: TextSentence[] = [];
  for (const [paragraph, { start, end }] of paragraphs(text).entries()) {
    const kind = kindOf(text.slice(start, end));
    const tokens = tokenize(text, start, end);
    const dateline = kind === 'prose' ? datelineOf(tokens) : [];
    if (dateline.length > 0) found.push(sentence(dateline, 'dateline', paragraph));
    const groups = sentences(tokens.slice(dateline.length));
    const isAlone = groups.length === 1 && dateline.length === 0;
    for (const group of groups)
      found.push(
        sentence(group, kind === 'prose' && isAlone && isHeadline(group) ? 'headline' : kind, paragraph),
      );
  }
  return withItems(found);
}

function sentence(tokens: readonly Token[], kind: LineKind, paragraph: number): TextSentence {
  return { start: (tokens[0] as Token).start, end: (tokens.at(-1) as Token).end, kind, paragraph, tokens };
}

function kindOf(paragraph: string): 'prose' | 'caption' | 'item' | 'boilerplate' {
  const picture = captionOf(paragraph);
  if (picture !== undefined) return picture === 'caption' ? 'caption' : 'boilerplate';
  if (isBoilerplate(paragraph)) return 'boilerplate';
  return isItem(paragraph) ? 'item' : 'prose';
}

const isItem = (line: string): boolean =>
  /^\s*(?:[•◦▪‣·●○■□▶►➤»✓✔→*–-]|\d{1,2}[.)]|\(?\d{1,2}\)|\(?[a-z]\))\s/u.test(line);

const longestDateline = 14;

/**
 * The tokens of a dateline that opens a paragraph, its dash included; none where there is no dateline. Its place is in
 * capitals, or followed by a comma or brackets ("Lima, Peru (Nordwire) -").
 */
function datelineOf(tokens: readonly Token[]): readonly Token[] {
  const dash = tokens.slice(0, longestDateline).findIndex((token) => /^(?:—|–|--|-)$/.test(token.text));
  const [mark, follows] = [tokens[dash], tokens[dash + 1]];
  if (dash < 1 || mark === undefined || follows === undefined) return [];
  const place = tokens.slice(0, dash);
  const isPart = ({ text, kind }: Token) => kind === 'number' || /^[\p{Lu}(),./]/u.test(text);
  const isLoud = /^\p{Lu}[\p{Lu}.'’-]{2,}$/u.test(place[0]?.text ?? '');
  const isPlace =
    isLoud ||
    (dash > 2 && /^\p{Lu}/u.test(place[0]?.text ?? '') && place.some(({ text }) => /^[,(]$/.test(text)));
  const opens = follows.start > mark.end && /^[\p{Lu}“"‘']/u.test(follows.text);
  return isPlace && opens && place.every(isPart) ? tokens.slice(0, dash + 1) : [];
}

/** In tokens: a longer line is a sentence that lacks its full stop. */
const longestHeadline = 30;

function isHeadline(tokens: readonly Token[]): boolean {
  if (tokens.length > longestHeadline) return false;
  const last = tokens.findLast((token) => !/^["'”’)\]]$/.test(token.text))?.text ?? '';
  return !/^[.!?…:。！？]+$/u.test(last) && !/^(?:\p{L}\.){2,}$/u.test(last);
}

/** Three lines or more without a full stop, one after the other, are a list, unless the text begins with them. */
function withItems(found: readonly TextSentence[]): TextSentence[] {
  const sentences = [...found];
  for (let start = 1; start < sentences.length; start++) {
    let end = start;
    while (sentences[end]?.kind === 'headline') end++;
    if (end - start >= 3 && sentences[start - 1]?.kind !== 'headline')
      for (let i = start; i < end; i++) sentences[i] = { ...(sentences[i] as TextSentence), kind: 'item' };
    start = Math.max(start, end - 1);
  }
  return sentences;
}
