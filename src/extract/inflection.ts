// Forms of verbs by the project's list: what "lifted" is a form of, where the parser's table can't tell, and what "lift" gives.
import { doublingVerbs, irregularVerbs, nounVerbs, plainVerbs } from './data/verbs.ts';

/** The listed verb that a form belongs to; undefined for a verb that isn't listed. */
export const verbOfForm = (form: string): string | undefined => byForm.get(form);

/** The past tense, for a relation's name: "back" gives "backed". */
export const pastTense = (lemma: string): string => irregularPast.get(lemma) ?? regularPast(lemma);

function regularPast(lemma: string): string {
  // A participle that no list knows the verb of: "unsettled".
  if (/[^e]ed$/.test(lemma) && !baseInEd.has(lemma)) return lemma;
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return doublingVerbs.has(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

/** Verbs that end so themselves. */
const baseInEd: ReadonlySet<string> = new Set(['bed', 'embed', 'shed', 'wed', 'sled', 'shred']);

function progressive(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return doublingVerbs.has(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

const irregular: readonly (readonly string[])[] = irregularVerbs
  .trim()
  .split(/,\s*/)
  .map((entry) => entry.trim().split(' '));

const irregularPast: ReadonlyMap<string, string> = new Map(
  irregular.map(([lemma = '', past = lemma]) => [lemma, past]),
);

const byForm: ReadonlyMap<string, string> = (() => {
  const forms = new Map<string, string>();
  const add = (form: string, lemma: string) => {
    if (!forms.has(form)) forms.set(form, lemma);
  };
  for (const [lemma = '', ...others] of irregular)
    for (const form of [...others, progressive(lemma)]) add(form, lemma);
  for (const lemma of [...plainVerbs.trim().split(/\s+/), ...nounVerbs.trim().split(/\s+/)]) {
    add(regularPast(lemma), lemma);
    add(progressive(lemma), lemma);
    if (/[aeiou]l$/.test(lemma)) for (const ending of ['led', 'ling']) add(lemma + ending, lemma);
  }
  return forms;
})();
