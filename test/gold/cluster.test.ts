// Holds each cluster's gold to itself and to its articles. Runs no extractor: scores are taken apart, see the README.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Triple {
  readonly document: string;
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly relation: string;
  readonly evidence: readonly string[];
  readonly attributedTo: string | null;
  readonly optional: boolean;
}
interface Entity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
interface Gold {
  readonly entities: readonly Entity[];
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly triples: readonly Triple[];
}
const clusters = ['cluster', ...inside('development'), ...inside('held-out')];

describe.each(clusters)('%s', (cluster) => {
  const folder = join(import.meta.dirname, cluster);
  const gold: Gold = JSON.parse(readFileSync(join(folder, `${basename(cluster)}.gold.json`), 'utf8'));
  const texts = new Map(
    readdirSync(join(folder, 'articles')).map((file) => [
      file,
      readFileSync(join(folder, 'articles', file), 'utf8'),
    ]),
  );
  const all = [...texts.values()].join('\n');

  test('has four or five reports, and something required of each', () => {
    const asked = gold.triples.filter(({ optional }) => !optional).map(({ document }) => document);
    expect([...new Set(asked)].sort()).toEqual([...texts.keys()].sort());
    expect([4, 5]).toContain(texts.size);
  });

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

  test('each alias stands in some report, and so does a name of each person and organisation of a required triple', () => {
    const unseen = gold.entities.flatMap(({ aliases }) => aliases.filter((words) => !all.includes(words)));
    const required = new Set(
      gold.triples
        .filter(({ optional }) => !optional)
        .flatMap(({ subject, object }) => [...subject, ...object]),
    );
    // A country may be there in its adjective alone.
    const unnamed = gold.entities.filter(
      ({ id, type, name, aliases }) =>
        type !== 'Place' && required.has(id) && ![name, ...aliases].some((words) => all.includes(words)),
    );
    expect([...unseen, ...unnamed]).toEqual([]);
  });

  test('a name means one entity', () => {
    const owners = new Map<string, string>();
    const shared = gold.entities.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].filter((words) => {
        const owner = owners.get(words.toLowerCase());
        owners.set(words.toLowerCase(), id);
        return owner !== undefined && owner !== id;
      }),
    );
    expect(shared).toEqual([]);
  });
});

function inside(folder: string): string[] {
  return readdirSync(join(import.meta.dirname, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}
