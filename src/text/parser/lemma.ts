// The lemma of a word, from its form and its English tag, by the table that train/lemmas.py makes of the treebanks.
import { lemmaTable } from './lemma-table.ts';

/** The dictionary form as UD English writes it: "held"/VBD → hold, "Talks"/NNS → talk; names keep their letters' case. */
export function lemmaOf(form: string, tag: string): string {
  const lower = form.toLowerCase();
  const table = Object.hasOwn(lemmaTable, tag) ? lemmaTable[tag] : undefined;
  const known = table !== undefined && Object.hasOwn(table.forms, lower) ? table.forms[lower] : undefined;
  const lemma = known ?? (table === undefined ? lower : applyRule(lower, table.rules));
  return tag === 'NNP' || tag === 'NNPS' ? likeForm(lemma, form) : lemma;
}

const longestSuffix = 5;

function applyRule(form: string, rules: Readonly<Record<string, string>>): string {
  for (let length = Math.min(longestSuffix, form.length); length >= 0; length--) {
    const suffix = form.slice(form.length - length);
    const rule = Object.hasOwn(rules, suffix) ? rules[suffix] : undefined;
    if (rule === undefined) continue;
    const cut = Number(rule[0]);
    if (cut < form.length) return form.slice(0, form.length - cut) + rule.slice(1);
  }
  return form;
}

function likeForm(lemma: string, form: string): string {
  const shared = form.slice(0, lemma.length);
  return shared.toLowerCase() === lemma ? shared : (form[0] ?? '') + lemma.slice(1);
}
