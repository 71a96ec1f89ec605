// Words before a name that are no part of it: offices, ranks, forms of address. What they mean is the matter of titles/.
import { honorifics, officeRules } from '../rules/offices.ts';

/** How many words of a title start at `at`; 0 where none does. Cost: constant. */
export function titleLength(words: readonly { readonly form: string }[], at: number): number {
  const first = words[at]?.form.toLowerCase();
  const entries = first === undefined ? undefined : titles.get(first);
  return (
    entries?.find((entry) => entry.every((form, k) => words[at + k]?.form.toLowerCase() === form))?.length ??
    0
  );
}

const more =
  'grand ayatollah, corporal, brigadier, vice admiral, sheik, mullah, grand duke, messrs., cllr, mr justice, mrs justice, lord justice, viscount, rev., reverend, sgt, supt';

/** By the first word; longest first. */
const titles: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const all = new Map<string, string[][]>();
  const nouns = officeRules.flatMap((rule) => rule.nouns);
  for (const title of [
    ...nouns,
    ...nouns.map((noun) => `${noun}s`),
    ...honorifics.keys(),
    ...more.split(', '),
  ]) {
    const forms = title.split(/ |(?<=-)|(?=-)/);
    const first = forms[0] as string;
    const list = all.get(first);
    if (list === undefined) all.set(first, [forms]);
    else list.push(forms);
  }
  for (const list of all.values()) list.sort((a, b) => b.length - a.length);
  return all;
})();
