// Holds the gold to itself and to its articles. Runs no extractor: the score is taken at the end, see the README.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Triple {
  readonly document: string;
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly relation: string;
  readonly evidence: readonly string[];
  readonly attributedTo: string | null;
}
const folder = join(import.meta.dirname, 'cluster');
const gold: {
  readonly entities: { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[];
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly triples: readonly Triple[];
} = JSON.parse(readFileSync(join(folder, 'cluster.gold.json'), 'utf8'));
const texts = new Map(
  readdirSync(join(folder, 'articles')).map((file) => [
    file,
    readFileSync(join(folder, 'articles', file), 'utf8'),
  ]),
);

test('each piece of evidence stands in its report, once', () => {
  const astray = gold.triples.flatMap(({ document, evidence }) =>
    evidence.filter((words) => texts.get(document)?.split(words).length !== 2),
  );
  expect(astray).toEqual([]);
});

test('triples speak of known entities and relations', () => {
  const known = new Set([...gold.entities.map(({ id }) => id), ...Object.keys(gold.relations)]);
  const named = gold.triples.flatMap(({ subject, object, relation, attributedTo }) => [
    ...subject,
    ...object,
    relation,
    ...(attributedTo === null ? [] : [attributedTo]),
  ]);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('each name of an entity stands in some report', () => {
  const all = [...texts.values()].join('\n');
  const unseen = gold.entities.flatMap(({ name, aliases }) =>
    [name, ...aliases].filter((words) => !all.includes(words)),
  );
  expect(unseen).toEqual([]);
});
