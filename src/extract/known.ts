// What an article says of each thing besides its name: roles, places, gender. It tells namesakes in other articles apart.
import type { Annotated } from '../annotated.ts';
import type { Name, Place, Thing, Title } from './article.ts';
import type { Understood } from './claims/index.ts';
import { Syntax } from './syntax.ts';

type Known = NonNullable<Annotated['chains'][number]['known']>;

/**
 * By thing, what is said of it in titles, descriptions and in words beside its name ("an archer from Busan"; "Paris,
 * Texas"). Things of which nothing is said are left out. *Shape*: lemmas and names in lower case, sorted. *Cost*: linear.
 */
export function knownOf({ article, names, titles, referents }: Understood): ReadonlyMap<Thing, Known> {
  const trees = article.trees.map((tree) => new Syntax(tree));
  const found = new Map<Thing, Finding>();
  const of = (thing: Thing) => {
    const known = found.get(thing) ?? { roles: new Set(), places: new Set(), genders: new Set() };
    found.set(thing, known);
    return known;
  };
  const namesIn = Map.groupBy(names, (name) => name.sentence);
  const placesIn = (place: Place, apart?: Place) =>
    placesWithin(place, namesIn.get(place.sentence) ?? [], trees, apart);
  for (const { sentence, from, to, head, form, thing } of referents.references) {
    const tree = trees[sentence] as Syntax;
    const word = tree.word(head);
    if (form === 'pronoun') {
      const gender = genders.get(word.form.toLowerCase());
      if (gender !== undefined && thing.type === 'Person') of(thing).genders.add(gender);
      continue;
    }
    const described = form === 'nominal' ? [head] : tree.children(head, 'appos');
    for (const at of described.filter((other) => !isPast(tree, other))) {
      const { upos, lemma } = tree.word(at);
      if (upos === 'NOUN') of(thing).roles.add(lemma.toLowerCase());
      const phrase = { sentence, ...tree.span(at) };
      for (const place of placesIn(phrase, { sentence, from, to: head + 1 })) of(thing).places.add(place);
    }
    if (form !== 'name') continue;
    if (thing.type === 'Person')
      for (const at of wordsBefore(tree, from)) of(thing).roles.add(tree.word(at).lemma.toLowerCase());
    const beside = namesIn.get(sentence) ?? [];
    const around = thing.type === 'Place' ? placeAfter(tree, to, beside) : ownersOf(tree, from, to, beside);
    for (const place of around) of(thing).places.add(place);
  }
  for (const title of titles) addTitle(title);

  function addTitle({ holder, words, body, status, turned }: Title): void {
    if (status === 'former' || turned) return;
    const tree = trees[holder.sentence] as Syntax;
    const thing = referents.at(holder.sentence, tree.headWithin(holder))?.thing;
    if (thing === undefined) return;
    of(thing).roles.add((trees[words.sentence] as Syntax).word(words.to - 1).lemma.toLowerCase());
    if (body !== undefined) for (const place of placesIn(body)) of(thing).places.add(place);
  }

  return new Map(
    [...found].flatMap(([thing, known]) => (isEmpty(known) ? [] : [[thing, shown(known, thing)] as const])),
  );
}

interface Finding {
  readonly roles: Set<string>;
  readonly places: Set<string>;
  readonly genders: Set<'male' | 'female'>;
}

const genders: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
]);

/** Places and countries named in a phrase, and countries by their adjective ("Chilean"); not those of `apart`. */
function placesWithin(
  phrase: Place,
  names: readonly Name[],
  trees: readonly Syntax[],
  apart?: Place,
): string[] {
  const isInside = (name: Name, place: Place) => name.from >= place.from && name.to <= place.to;
  return names
    .filter((name) => isInside(name, phrase) && !(apart !== undefined && isInside(name, apart)))
    .filter(({ type, country }) => type === 'Place' || country !== undefined)
    .map((name) => nameOf(name, trees[name.sentence] as Syntax));
}

const nameOf = ({ country, from, to }: Name, tree: Syntax): string =>
  (
    country?.name ??
    tree.words
      .slice(from, to)
      .map(({ form }) => form)
      .join(' ')
  ).toLowerCase();

/** Common nouns that stand right before a name: "the archer Kim". */
function wordsBefore(tree: Syntax, from: number): number[] {
  const at = from - 1;
  return at >= 0 && tree.word(at).upos === 'NOUN' ? [at] : [];
}

/** Whether words are said to be true no more: "the former president". */
const isPast = (tree: Syntax, at: number): boolean =>
  tree
    .children(at, 'amod', 'compound', 'advmod')
    .some((word) => pastWords.has(tree.word(word).form.toLowerCase()));

const pastWords: ReadonlySet<string> = new Set([
  'former',
  'ex',
  'late',
  'then',
  'erstwhile',
  'onetime',
  'deposed',
]);

/** Where a place lies that stands before it: "Paris, Texas". */
function placeAfter(tree: Syntax, to: number, names: readonly Name[]): string[] {
  if (tree.words[to]?.form !== ',') return [];
  const next = names.find((name) => name.from === to + 1 && name.type === 'Place');
  return next === undefined || tree.words[next.to]?.form === 'and' ? [] : [nameOf(next, tree)];
}

/** Whose it is: "Italy's Democratic Party", "the US Supreme Court". */
function ownersOf(tree: Syntax, from: number, to: number, names: readonly Name[]): string[] {
  const head = tree.headWithin({ from, to });
  const owners = tree.children(head, 'nmod:poss', 'amod', 'compound');
  return names
    .filter(
      (name) =>
        name.country !== undefined && name.to <= from && owners.some((at) => at >= name.from && at < name.to),
    )
    .map((name) => (name.country as { name: string }).name.toLowerCase());
}

const isEmpty = ({ roles, places, genders }: Finding): boolean =>
  roles.size + places.size + genders.size === 0;

function shown({ roles, places, genders }: Finding, thing: Thing): Known {
  const [gender] = genders;
  places.delete(thing.name.toLowerCase());
  return {
    roles: [...roles].sort(),
    places: [...places].sort(),
    ...(gender !== undefined && genders.size === 1 ? { gender } : {}),
  };
}
