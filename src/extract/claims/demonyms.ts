// Adjectives and peoples ("Chilean", "Chileans") as references to their country: an end of a claim may need one.
import type { Name, Reference, Referents, Thing } from '../article.ts';
import { bodyNouns } from '../rules/groups.ts';
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
  const bodies = bodiesOf(referents, names, trees, things);
  for (const body of bodies) found.set(`${body.sentence}:${body.head}`, body);
  if (found.size === 0) return referents;
  return {
    things,
    references: [...referents.references, ...found.values()].sort(
      (a, b) => a.sentence - b.sentence || a.from - b.from || b.to - a.to,
    ),
    at: (sentence, word) => referents.at(sentence, word) ?? found.get(`${sentence}:${word}`),
  };
}

/** "Chilean media", "the Peruvian parliament": a body of its own, named by both words. */
function bodiesOf(
  referents: Referents,
  names: readonly Name[],
  trees: readonly Syntax[],
  things: Thing[],
): Reference[] {
  const byName = new Map<string, Thing>();
  return names.flatMap(({ sentence, from, to, country }): Reference[] => {
    const syntax = trees[sentence] as Syntax;
    const noun = syntax.words[to]?.upos === 'ADJ' ? to + 1 : to;
    const word = syntax.words[noun];
    if (country?.by !== 'demonym' || word === undefined || !bodyNouns.has(word.form.toLowerCase())) return [];
    if (syntax.headOf(from) !== noun || referents.at(sentence, noun) !== undefined) return [];
    const name = syntax.words
      .slice(from, noun + 1)
      .map(({ form }) => form)
      .join(' ');
    const thing = byName.get(name) ?? {
      key: things.length,
      type: 'Organization' as const,
      name,
      members: [],
    };
    if (!byName.has(name)) things.push(thing);
    byName.set(name, thing);
    const reason = `a body of ${country.name}`;
    return [{ sentence, from, to: noun + 1, head: noun, form: 'nominal', thing, confidence: 0.8, reason }];
  });
}
