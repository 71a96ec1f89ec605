// Finds office nouns in a sentence: which rule and which words. What they are of is read in phrases.ts.
import type { Token } from '../text/index.ts';
import { type OfficeRule, officeRules } from './rules/offices.ts';

/** An office noun at a place in a sentence: `length` tokens, its words in lower case and in the singular. */
export interface Office {
  readonly rule: OfficeRule;
  readonly noun: string;
  readonly length: number;
  /** "presidents", "leaders": several holders. */
  readonly plural: boolean;
}

/** The longest office noun that starts at token `at`, if one does. */
export function officeAt(tokens: readonly Token[], at: number): Office | undefined {
  const first = tokens[at]?.text.toLowerCase();
  if (first === undefined) return undefined;
  return index
    .get(first)
    ?.find(({ words }) => words.every((word, k) => tokens[at + k]?.text.toLowerCase() === word))?.office;
}

const index: ReadonlyMap<string, readonly { words: readonly string[]; office: Office }[]> = (() => {
  const all = new Map<string, { words: readonly string[]; office: Office }[]>();
  for (const rule of officeRules)
    for (const noun of rule.nouns)
      for (const plural of [false, true]) {
        const words = (
          plural
            ? `${noun.replace(/man$/, 'men').replace(/woman$/, 'women')}${/(?:wo)?man$/.test(noun) ? '' : 's'}`
            : noun
        ).split(' ');
        const list = all.get(words[0] as string) ?? [];
        list.push({ words, office: { rule, noun, length: words.length, plural } });
        all.set(words[0] as string, list);
      }
  for (const list of all.values()) list.sort((a, b) => b.words.length - a.words.length);
  return all;
})();
