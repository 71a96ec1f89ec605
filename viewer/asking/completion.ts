// What can stand at the cursor of a question: names by what stands before it. Pure; the editor shows it.
import type { Atlas } from '../reading/atlas.ts';
import { facetsOf } from '../reading/facets.ts';
import { find } from '../reading/find.ts';
import { functions, keywords, labels, properties, structure } from './schema.ts';

export interface Offer {
  readonly label: string;
  /** What stands behind it, in quiet. */
  readonly detail: string;
  readonly kind: 'label' | 'type' | 'property' | 'function' | 'keyword' | 'variable' | 'name';
  /** What is put in, where that is more than the label. */
  readonly apply?: string;
}

export interface Offers {
  /** Where the word begins that an offer replaces; UTF-16 code units. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

/** The offers at a place in a text; null where nothing is to be offered. `isAsked`: by a key, not by typing alone. */
export function offersAt(atlas: Atlas, text: string, at: number, isAsked: boolean): Offers | null {
  const before = text.slice(0, at);
  const quote = openQuote(before);
  if (quote !== null) return namesAt(atlas, before, quote);
  const [word = ''] = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before) ?? [];
  const from = at - word.length;
  const lead = before.slice(0, from);
  if (/\[[^\]]*[:|]\s*!?$/.test(lead)) return { from, offers: typeOffers(atlas) };
  if (/[(\s\w][^)]*:\s*$|[&|]\s*$/.test(lead) && /[:&|]\s*$/.test(lead) && isInNode(lead))
    return { from, offers: labelOffers };
  if (/[\p{L}\p{N}_)\]]\.$/u.test(lead) || /[{,]\s*$/.test(lead.slice(mapStart(lead))))
    return { from, offers: propertyOffers };
  if (word === '' && !isAsked) return null;
  return { from, offers: [...variablesIn(text, from, at), ...wordOffers] };
}

const labelOffers: readonly Offer[] = Object.entries(labels).map(([label, detail]) => ({
  label,
  detail,
  kind: 'label',
}));
const propertyOffers: readonly Offer[] = Object.entries(properties).map(([label, detail]) => ({
  label,
  detail,
  kind: 'property',
}));
const wordOffers: readonly Offer[] = [
  ...keywords.map((label): Offer => ({ label, detail: '', kind: 'keyword' })),
  ...functions.map((label): Offer => ({ label, detail: '', kind: 'function', apply: `${label}(` })),
];

const typeOffers = (atlas: Atlas): readonly Offer[] => [
  ...facetsOf(atlas).relationTypes.map(
    ({ value, count }): Offer => ({ label: value, detail: count.toLocaleString('en'), kind: 'type' }),
  ),
  ...Object.entries(structure).map(([label, detail]): Offer => ({ label, detail, kind: 'type' })),
];

/** Where the text within an open quotation mark begins; null where none is open. */
function openQuote(before: string): number | null {
  let open: { readonly mark: string; readonly at: number } | null = null;
  for (let at = 0; at < before.length; at++) {
    const character = before[at] as string;
    if (open === null) {
      if (character === "'" || character === '"') open = { mark: character, at };
    } else if (character === '\\') at += 1;
    else if (character === open.mark) open = null;
  }
  return open === null ? null : open.at + 1;
}

function namesAt(atlas: Atlas, before: string, from: number): Offers | null {
  const mark = before[from - 1] as string;
  const query = before.slice(from);
  if (query.trim().length < 2) return null;
  const offers = find(atlas, query, 12).map(
    ({ entity, name }): Offer => ({
      label: entity.name,
      detail: name === entity.name ? entity.type : name,
      kind: 'name',
      apply: entity.name.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`),
    }),
  );
  return { from, offers };
}

/** Whether the last bracket that is open is a round one. */
const isInNode = (lead: string): boolean =>
  lead.lastIndexOf('(') > Math.max(lead.lastIndexOf(')'), lead.lastIndexOf('['));

/** Where the map begins that is open at the end; the end itself where none is. */
const mapStart = (lead: string): number => {
  const open = lead.lastIndexOf('{');
  return open > lead.lastIndexOf('}') ? open : lead.length;
};

/** Names that the question itself has given. */
function variablesIn(text: string, from: number, at: number): readonly Offer[] {
  const rest = `${text.slice(0, from)} ${text.slice(at)}`;
  const found = new Set<string>();
  for (const [, name] of rest.matchAll(/(?:[([]\s*|\bAS\s+)([a-z_]\w*)/gi))
    if (name !== undefined) found.add(name);
  return [...found].map((label) => ({ label, detail: '', kind: 'variable' }));
}
