// How types, counts, dates and speakers are said to people.
import type { Claim, EntityType, Modality, Relation } from '../../graph/model.ts';

/** A relation type as it is read between two names: `HELD_TALKS_WITH` is "held talks with". */
export const typeWords = (type: string): string => type.toLowerCase().replaceAll('_', ' ');

/** An entity type as the chips call it. */
export const entityTypeWords: Readonly<Record<EntityType, string>> = {
  Person: 'Person',
  Organization: 'Organisation',
  Place: 'Place',
  Event: 'Event',
  Topic: 'Topic',
};

/** "1 report", "5 reports", "2,340 entities". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export type Mark = 'denied' | 'disputed' | 'struck out' | 'corrected' | Exclude<Modality, 'actual'>;

/** What a reader must know before repeating a relation or a claim; empty for what is simply stated. */
export function marksOf(
  item: Pick<Claim, 'negated' | 'modality' | 'rejected' | 'corrected'> & { readonly disputed?: boolean },
): Mark[] {
  return [
    ...(item.rejected === undefined ? [] : (['struck out'] as const)),
    ...(item.corrected === undefined ? [] : (['corrected'] as const)),
    ...(item.negated ? (['denied'] as const) : []),
    ...(item.modality === 'actual' ? [] : [item.modality]),
    ...(item.disputed ? (['disputed'] as const) : []),
  ];
}

/** Who says so: "according to Dragan, as reported by Interfax"; where nobody does, the report itself. */
export function speakerWords(claim: Pick<Claim, 'speakers'>): string {
  const [nearest, ...via] = claim.speakers;
  if (nearest === undefined) return 'the report itself';
  return [`according to ${nearest.text}`, ...via.map((s) => `as reported by ${s.text}`)].join(', ');
}

/** The day of an ISO 8601 date or date with time: "8 Mar 2026"; as it stands where it is none. */
export function day(published: string | null | undefined): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '');
  if (found === null) return published ?? 'undated';
  const month = months[Number(found[2]) - 1];
  return month === undefined ? (published ?? '') : `${Number(found[3])} ${month} ${found[1]}`;
}

/** "5 reports · 3 independent": the support of a relation in few words. */
export function supportWords(relation: Pick<Relation, 'documents' | 'origins'>): string {
  const reports = counted(relation.documents, 'report');
  return relation.origins === relation.documents ? reports : `${reports}, ${relation.origins} independent`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
