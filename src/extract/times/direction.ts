// Whether a sentence speaks of what was or of what will be, at one of its words: which "Monday" is meant, or which "July".
import type { Tree, TreeWord } from '../../text/index.ts';

export type Direction = 'past' | 'future' | 'unknown';

/** What the verb over a word says of its time; through nouns ("the talks on Friday") up to the verb. Cost: the word's depth. */
export function directionAt(tree: Tree, at: number): Direction {
  const { words } = tree;
  let word = at;
  for (let steps = 0; steps < DEEPEST; steps++) {
    const { head } = words[word] as TreeWord;
    if (/^(?:upcoming|forthcoming|planned|scheduled)$/i.test(words[word - 1]?.form ?? '')) return 'future';
    if (head === 0) break;
    word = head - 1;
    const found = ofVerb(tree, word);
    if (found !== undefined) return found;
  }
  return ofVerb(tree, word) ?? 'unknown';
}

const DEEPEST = 12;

const future = /^(?:will|’ll|'ll|wo|shall|would|’d|'d|may|might|could|should|must|can)$/i;

/** Heads of what is not yet done: "is set to", "plans for". */
const plans = new Set(
  'schedule plan due expect slate hope set prepare aim intend invite want agree promise pledge vow decide threaten urge ask demand propose await ready ahead'.split(
    ' ',
  ),
);

function ofVerb({ words, kind }: Tree, at: number): Direction | undefined {
  const { upos, xpos, lemma } = words[at] as TreeWord;
  const helpers = words.filter(({ head, deprel }) => head === at + 1 && /^(?:aux|cop|mark)/.test(deprel));
  const isVerbal =
    upos === 'VERB' || upos === 'AUX' || helpers.some(({ deprel }) => /^(?:aux|cop)/.test(deprel));
  if (!isVerbal) return undefined;
  if (helpers.some(({ form, deprel }) => deprel.startsWith('aux') && future.test(form))) return 'future';
  if (helpers.some(({ xpos: tag }) => tag === 'VBD') || xpos === 'VBD')
    return plans.has(lemma) && xpos === 'VBN' ? 'future' : 'past';
  if (xpos === 'VB') {
    if (!helpers.some(({ form }) => /^to$/i.test(form))) return helpers.length === 0 ? 'future' : 'past';
    // "plans to meet" is ahead; "tried to meet", "left to meet" is where its verb is; a headline's "to meet" is ahead.
    const over = words[(words[at] as TreeWord).head - 1];
    return over === undefined || plans.has(over.lemma) ? 'future' : undefined;
  }
  if (plans.has(lemma) && /^(?:VBN|JJ|VBZ|VBP)$/.test(xpos)) return 'future';
  if (helpers.some(({ form }) => /^(?:has|have|’ve|'ve|having)$/i.test(form))) return 'past';
  if (xpos === 'VBN') return 'past';
  // Headlines tell what was in the present.
  if (xpos === 'VBZ' || xpos === 'VBP') return kind === 'headline' ? 'past' : 'future';
  if (xpos === 'VBG')
    return helpers.some(({ xpos: tag }) => tag === 'VBZ' || tag === 'VBP') ? 'future' : undefined;
  return helpers.some(({ xpos: tag }) => tag === 'VBZ' || tag === 'VBP') ? 'future' : undefined;
}
