// Open triples of a text, in its own words: what no list of relations is needed for. Knows no entities.
import { parse, type Tree } from '../text/index.ts';
import { confidenceOfOpen } from './claims/confidence.ts';
import { mended } from './claims/mend.ts';
import { openTriples } from './claims/open.ts';
import { Syntax } from './syntax.ts';

/** One open triple. *Shape*: `parts` begin with the subject; an object and further phrases may follow. */
export interface OpenRecord {
  readonly sentence: string;
  /** 0–1. */
  readonly confidence: number;
  readonly predicate: string;
  readonly parts: readonly string[];
}

/** The open triples of a text, sentence by sentence. *Errors*: `ModelError`. *Cost*: linear in the text. */
export async function openRecords(text: string): Promise<OpenRecord[]> {
  const trees = await parse(text);
  return trees.filter(({ kind }) => kind !== 'boilerplate').flatMap((tree) => recordsOf(text, tree));
}

/** The open triples of one tree. */
export function recordsOf(text: string, tree: Tree): OpenRecord[] {
  const syntax = new Syntax(mended(tree, []));
  const sentence = oneLine(text.slice(tree.start, tree.end));
  return openTriples(syntax).flatMap((triple): OpenRecord[] => {
    const predicate = triple.implied ?? wordsAt(text, syntax, triple.predicate);
    const parts = [triple.subject, ...triple.parts]
      .map((part) => wordsAt(text, syntax, part))
      .filter(Boolean);
    if (predicate === '' || parts.length < 2) return [];
    return [{ sentence, confidence: confidenceOfOpen(syntax, triple), predicate, parts }];
  });
}

/** Words as they stand in the text; those that share a token ("don't") once. */
function wordsAt(text: string, syntax: Syntax, at: readonly number[]): string {
  let said = '';
  let before = -1;
  let last = -2;
  for (const index of at) {
    const { start, end } = syntax.word(index);
    if (start === before) continue;
    const gap = index === last + 1 && said !== '' ? text.slice(syntax.word(last).end, start) : ' ';
    said += (said === '' ? '' : gap) + text.slice(start, end);
    before = start;
    last = index;
  }
  return oneLine(said);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
