// The part as rows for a spreadsheet, one a claim with its evidence; and as JSON.
import type { Atlas } from '../reading/atlas.ts';
import { speakerWords } from '../reading/words.ts';
import { evidenceFor, type Part } from './part.ts';

const titles = [
  ...['subject', 'relation', 'object', 'standing', 'modality', 'who says so', 'publisher', 'published'],
  ...['quote', 'article', 'address', 'copy of', 'reports', 'independent origins', 'claim id'],
];

/** One row a claim, titles first. */
export function claimRows(atlas: Atlas, part: Part): readonly (readonly string[])[] {
  const name = (id: string) => atlas.entities.get(id)?.name ?? id;
  const rows = [...evidenceFor(atlas, part)].map(({ relation, claim, document }) => [
    name(relation.subject),
    relation.type,
    name(relation.object),
    relation.negated ? 'denied' : 'stated',
    relation.modality,
    speakerWords(claim),
    document?.publisher ?? '',
    document?.publishedAt ?? '',
    claim.quote,
    document?.title ?? claim.document,
    document?.url ?? '',
    claim.origin === claim.document ? '' : claim.origin,
    String(relation.documents),
    String(relation.origins),
    claim.id,
  ]);
  return [titles, ...rows];
}

/** The part with its claims and the articles that they stand in, without these articles' texts. */
export function jsonOf(atlas: Atlas, part: Part): string {
  const evidence = [...evidenceFor(atlas, part)];
  const documents = new Set(evidence.map(({ document }) => document).filter((d) => d !== undefined));
  return `${JSON.stringify(
    {
      graph: atlas.name,
      entities: part.entities.map((e) => ({ ...e, mentions: atlas.mentionCount(e.id) })),
      relations: part.relations,
      claims: evidence.map(({ claim }) => claim),
      documents: [...documents].map(({ text: _, quotations: __, times: ___, ...rest }) => rest),
    },
    null,
    1,
  )}\n`;
}
