// Finds the nouns of roles.ts in a sentence: the longest at a place. What they are of and whose they are is read elsewhere.
import { type Role, roles } from '../rules/roles.ts';

/** A noun of an office. `from` and `to` are positions of words, `to` exclusive. */
export interface Office {
  readonly role: Role;
  /** As roles.ts lists it: "prime minister". */
  readonly noun: string;
  /** Whether it names several holders: "presidents". */
  readonly plural: boolean;
  readonly from: number;
  readonly to: number;
}

interface Pieces {
  readonly pieces: readonly { readonly text: string; readonly at: number }[];
}

/** The longest noun that starts at a piece. Tags are not asked: "chairs" may be a verb. Cost: constant. */
export function officeIn({ pieces }: Pieces, at: number): Office | undefined {
  const first = pieces[at];
  const entry =
    first &&
    index.get(first.text)?.find(({ parts }) => parts.every((part, k) => pieces[at + k]?.text === part));
  if (first === undefined || entry === undefined) return undefined;
  const last = pieces[at + entry.parts.length - 1];
  return {
    role: entry.role,
    noun: entry.noun,
    plural: entry.plural,
    from: first.at,
    to: (last?.at ?? first.at) + 1,
  };
}

interface Entry {
  readonly parts: readonly string[];
  readonly role: Role;
  readonly noun: string;
  readonly plural: boolean;
}

/** By first piece, longest first. */
const index: ReadonlyMap<string, readonly Entry[]> = (() => {
  const all = new Map<string, Entry[]>();
  for (const role of roles)
    for (const noun of role.nouns)
      for (const plural of [false, true]) {
        const parts = (plural ? pluralOf(noun) : noun).replaceAll('’', "'").split(/[ -]/);
        const entry: Entry = { parts, role, noun, plural };
        const list = all.get(parts[0] as string);
        if (list === undefined) all.set(parts[0] as string, [entry]);
        else list.push(entry);
      }
  for (const list of all.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  return all;
})();

/** "secretaries of state", "attorneys general", "sons in law", "prime ministers". */
function pluralOf(noun: string): string {
  const parts = noun.split(' ');
  const small = parts.findIndex((part) => /^(?:of|in|at|to|and|d’affaires)$/.test(part));
  const head = small > 0 ? small - 1 : parts.at(-1) === 'general' && parts.length > 1 ? parts.length - 2 : -1;
  const at = head === -1 ? parts.length - 1 : head;
  return parts.map((part, i) => (i === at ? pluralWord(part) : part)).join(' ');
}

function pluralWord(word: string): string {
  if (/man$/.test(word) && word !== 'german') return word.replace(/man$/, 'men');
  if (/wife$/.test(word)) return word.replace(/fe$/, 'ves');
  if (word === 'child') return 'children';
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:s|ch|sh|x)$/.test(word) ? `${word}es` : `${word}s`;
}
