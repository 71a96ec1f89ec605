// Adjectives and peoples ("Chilean", "Chileans") as references to their country: an end of a claim may need one.
import type { Name, Reference, Referents, Thing } from '../article.ts';
import type { Syntax } from '../syntax.ts';

/** The referents of an article with its demonyms among them. Words that stand for something already are left as they are. */
export function withDemonyms(
  referents: Referents,
  names: readonly Name[],
  trees: readonly Syntax[],
): Referents {
  const things = [...referents.things];
  const countries = new Map(
    things.filter(({ type }) => type === 'Place').map((thing) => [thing.name, thing]),
  );
  const found = new Map<string, Reference>();
  for (const { sentence, from, to, country, confidence } of names) {
    if (country === undefined) continue;
    const head = (trees[sentence] as Syntax).headWithin({ from, to });
    if (referents.at(sentence, head) !== undefined) continue;
    let thing = countries.get(country.name);
    if (thing === undefined) {
      thing = { key: things.length, type: 'Place', name: country.name, members: [] } satisfies Thing;
      things.push(thing);
      countries.set(country.name, thing);
    }
    const reason = `“${country.name}” by its ${country.by}`;
    found.set(`${sentence}:${head}`, {
      sentence,
      from,
      to,
      head,
      form: 'nominal',
      thing,
      confidence,
      reason,
    });
  }
  if (found.size === 0) return referents;
  return {
    things,
    references: [...referents.references, ...found.values()].sort(
      (a, b) => a.sentence - b.sentence || a.from - b.from || b.to - a.to,
    ),
    at: (sentence, word) => referents.at(sentence, word) ?? found.get(`${sentence}:${word}`),
  };
}
