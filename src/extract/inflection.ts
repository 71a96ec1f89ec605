// Forms of verbs by the project's list: what "lifted" is a form of, where the parser's table can't tell, and what "lift" gives.
import { doublingVerbs, irregularVerbs, nounVerbs, plainVerbs } from './data/verbs.ts';

/** The listed verb that a form belongs to; undefined for a verb that isn't listed. */
export const verbOfForm = (form: string): string | undefined => byForm.get(form);

/** Whether the base of a verb stands here that is no noun: "sue". */
export const isPlainVerb = (form: string): boolean => plain.has(form);

const plain: ReadonlySet<string> = new Set(plainVerbs.trim().split(/\s+/));

/** The past tense, for a relation's name: "back" gives "backed". */
export const pastTense = (lemma: string): string => irregularOf(lemma)?.past ?? regularPast(lemma);

/** The past participle: "sworn". */
export const pastParticiple = (lemma: string): string => irregularOf(lemma)?.participle ?? regularPast(lemma);

/** What an unlisted form in "-ing" or "-ed" is likely of: "bribing" of "bribe", "swooped" of "swoop". */
export function verbOfEnding(form: string): string | undefined {
  const stem = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(form)?.[1];
  if (stem === undefined) return undefined;
  if (/([^aeiouls])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:^|[^aeiou])[aeiou][bcdgkpsuvz]$/.test(stem) ? `${stem}e` : stem;
}

/** An irregular verb by itself, or behind a prefix: "misread". */
function irregularOf(lemma: string): { readonly past: string; readonly participle: string } | undefined {
  const own = irregularForms.get(lemma);
  const prefix = own === undefined ? /^(?:mis|over|re|un|out|under)(?=.{3})/.exec(lemma)?.[0] : undefined;
  const base = prefix === undefined ? undefined : irregularForms.get(lemma.slice(prefix.length));
  return base === undefined
    ? own
    : { past: `${prefix}${base.past}`, participle: `${prefix}${base.participle}` };
}

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

const irregularForms: ReadonlyMap<string, { readonly past: string; readonly participle: string }> = new Map(
  irregular.map(([lemma = '', past = lemma, participle = past]) => [lemma, { past, participle }]),
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
