// The triples of a graph for a spreadsheet: one claim a line. Says who says so; leaves out what has no column.
import type { Claim, Graph } from '../../graph/model.ts';

/** The names of the columns, in their order. */
export const columns = [
  'subject',
  'predicate',
  'object',
  'negated',
  'modality',
  'attributedTo',
  'document',
  'quote',
] as const;

/** Lines without their line feeds, the first the columns' names. `attributedTo` is empty where the report itself says it. */
export function* toTsv(graph: Graph): Generator<string> {
  const names = new Map(graph.entities.map((entity) => [entity.id, entity.name]));
  yield columns.join('\t');
  for (const claim of graph.claims) yield fields(claim, names).map(cell).join('\t');
}

function fields(claim: Claim, names: ReadonlyMap<string, string>): string[] {
  const named = (id: string | null, words: string | null) => (id === null ? words : names.get(id)) ?? '';
  const [speaker] = claim.speakers;
  return [
    named(claim.subject, claim.subjectText),
    claim.predicate,
    named(claim.object, claim.objectText),
    String(claim.negated),
    claim.modality,
    speaker === undefined ? '' : named(speaker.entity, speaker.text),
    claim.document,
    claim.quote,
  ];
}

/** No tab or line end inside; and no formula: a spreadsheet would run what a text begins with `=`, `+`, `-` or `@`. */
function cell(text: string): string {
  const flat = text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
