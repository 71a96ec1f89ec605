// What an article says of each thing besides its name: roles, places, gender. It tells namesakes in other articles apart.
import type { Annotated } from '../annotated.ts';
import type { NameKind, TreeWord } from '../text/index.ts';
import type { Name, Place, Thing, Title } from './article.ts';
import type { Understood } from './claims/index.ts';
import { countries } from './data/countries.ts';
import { genderOfFirstName } from './data/first-names.ts';
import { bodyKinds } from './data/name-evidence.ts';
import { isEvident } from './names/evidence.ts';
import { listedAt } from './names/gazetteer.ts';
import { courtesies } from './rules/roles.ts';
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
  const placesIn = (place: Place, apart?: Place, noun?: number) =>
    placesWithin(place, namesIn.get(place.sentence) ?? [], trees, apart, noun);
  for (const { sentence, from, to, head, form, thing } of referents.references) {
    const tree = trees[sentence] as Syntax;
    const word = tree.word(head);
    const verb = tree.relationOf(head) === 'nsubj' ? tree.headOf(head) : undefined;
    const led = verb === undefined ? undefined : leading.get(tree.word(verb).lemma);
    const body = led === undefined ? undefined : tree.child(verb as number, 'obj');
    if (led !== undefined && body !== undefined && thing.type === 'Person') {
      of(thing).roles.add(led);
      for (const place of placesIn({ sentence, ...tree.span(body) }, undefined, body))
        of(thing).places.add(place);
    }
    if (form === 'pronoun') {
      const gender = genders.get(word.form.toLowerCase());
      if (gender !== undefined && thing.type === 'Person') of(thing).genders.add(gender);
      continue;
    }
    // "The country" may mean another place than it was taken for; who is called "the Chilean minister" is one.
    const isSaid = thing.type === 'Person' || isSaidOf(tree, head);
    const described = form !== 'nominal' ? apposed(tree, { from, to, head }, thing) : isSaid ? [head] : [];
    for (const at of described.filter((other) => !isPast(tree, other))) {
      const { upos, lemma } = tree.word(oneOf(tree, at));
      if (upos === 'NOUN') of(thing).roles.add(lemma.toLowerCase());
      const phrase = { sentence, ...tree.span(at) };
      // What is said beside a name is not the name; a description is all said of whom it means: "the Chilean president".
      const apart = form === 'nominal' ? undefined : { sentence, from, to: head + 1 };
      for (const place of placesIn(phrase, apart, oneOf(tree, at))) of(thing).places.add(place);
    }
    if (form !== 'name') continue;
    if (isShown(tree.words, { from, to }, thing)) of(thing).isEvident = true;
    const age = thing.type === 'Person' ? ageBeside(tree, from, to) : undefined;
    if (age !== undefined) of(thing).age ??= age;
    const kind = kindOf(tree, head);
    if (kind !== undefined) {
      of(thing).roles.add(tree.word(kind).lemma.toLowerCase());
      for (const place of placesIn({ sentence, from: tree.span(kind).from, to: from }))
        of(thing).places.add(place);
    }
    const capital = thing.type === 'Place' ? capitalOf(tree, head) : undefined;
    const capitalOfIt =
      capital === undefined
        ? undefined
        : namesIn.get(sentence)?.find((name) => name.from <= capital && capital < name.to);
    if (capitalOfIt !== undefined) of(thing).places.add(nameOf(capitalOfIt, tree));
    if (thing.type !== 'Place') for (const at of wordsBefore(tree, from)) addRole(thing, tree.word(at).lemma);
    const beside = namesIn.get(sentence) ?? [];
    if (thing.type === 'Organization')
      for (const country of countriesIn(tree, from, to)) of(thing).places.add(country);
    const seat = thing.type === 'Organization' ? listedAt(tree.words, from)?.country : undefined;
    if (seat?.by === 'seat') of(thing).places.add(seat.name.toLowerCase());
    const around = thing.type === 'Place' ? placeAfter(tree, to, beside) : ownersOf(tree, from, to, beside);
    for (const place of around) of(thing).places.add(place);
  }
  for (const title of titles) addTitle(title);
  const countriesHere = new Set(names.flatMap(({ country }) => country?.name ?? []));
  for (const thing of new Set(referents.references.map((reference) => reference.thing))) {
    const [one, ...others] = (shared.get(thing.name) ?? []).filter((name) => countriesHere.has(name));
    if (one !== undefined && others.length === 0) of(thing).places.add(one.toLowerCase());
  }

  /** "Mrs" is no role, but tells more surely than a pronoun who is meant. */
  function addRole(thing: Thing, lemma: string): void {
    const word = lemma.toLowerCase();
    const courtesy = courtesies.get(word.replace(/\.$/, ''));
    if (courtesy === undefined) of(thing).roles.add(word);
    else if (courtesy !== 'either') of(thing).told = courtesy;
  }

  function addTitle({ holder, words, body, status, turned, unsaid }: Title): void {
    if (status === 'former' || turned) return;
    const tree = trees[holder.sentence] as Syntax;
    const thing = referents.at(holder.sentence, tree.headWithin(holder))?.thing;
    if (thing === undefined) return;
    addRole(thing, (trees[words.sentence] as Syntax).word(words.to - 1).lemma);
    // A country that the report is about, and no words beside the office, is a guess.
    if (body !== undefined && unsaid === undefined)
      for (const place of placesIn(body)) of(thing).places.add(place);
  }

  return new Map(
    [...found].flatMap(([thing, known]) => (isEmpty(known) ? [] : [[thing, shown(known, thing)] as const])),
  );
}

/** What two countries are called alike, with both: Congo, Korea. Which is meant tells what else the article names. */
const shared: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(countries, ({ name }) => name.split(' ').at(-1) as string)]
    .map(([last, group]) => [last, group.map(({ name }) => name)] as const)
    .filter(([last, all]) => all.length > 1 && !all.includes(last)),
);

interface Finding {
  readonly roles: Set<string>;
  readonly places: Set<string>;
  readonly genders: Set<'male' | 'female'>;
  /** By how somebody is addressed. */
  told?: 'male' | 'female';
  age?: number;
  isEvident?: boolean;
}

/** Whether a list, or the words around a name, show that it is of its thing's type. */
function isShown(
  words: readonly TreeWord[],
  { from, to }: Pick<Place, 'from' | 'to'>,
  { type }: Thing,
): boolean {
  const kind = kindOfType.get(type);
  if (kind === undefined) return false;
  const listed = listedAt(words, from);
  if (listed !== undefined && listed.type === type && listed.length === to - from) return true;
  const given = kind === 'person' && to - from > 1 ? genderOfFirstName.has(words[from]?.form ?? '') : false;
  return given || isEvident(words, { from, to }, kind);
}

const kindOfType: ReadonlyMap<Thing['type'], NameKind> = new Map([
  ['Person', 'person'],
  ['Organization', 'organization'],
  ['Place', 'place'],
]);

const genders: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
]);

/** Whether a noun is said of what it means: "Chile, a country"; "Chile is a country". */
const isSaidOf = (tree: Syntax, head: number): boolean =>
  tree.relationOf(head) === 'appos' || tree.child(head, 'cop') !== undefined;

/**
 * Heads of what stands in apposition to a name. What follows a place's name and says which kind of place is said of it, though
 * it may have been hung higher: "growers in Washington, the state".
 */
function apposed(
  tree: Syntax,
  { from, to, head }: { readonly from: number; readonly to: number; readonly head: number },
  { type }: Thing,
): readonly number[] {
  const own = tree.children(head, 'appos');
  if (own.length > 0 || type !== 'Place' || tree.words[to]?.form !== ',') return own;
  for (let up = tree.headOf(head); up !== undefined && up < from; up = tree.headOf(up))
    for (const at of tree.children(up, 'appos'))
      if (isNext(tree, at, to) && kindNouns.has(tree.word(oneOf(tree, at)).lemma)) return [at];
  return own;
}

/** Whether a phrase begins right behind a comma; that the comma may be a part of it is the parser's business. */
const isNext = (tree: Syntax, at: number, comma: number): boolean =>
  at > comma && tree.span(at).from >= comma && tree.span(at).from <= comma + 1;

/** What somebody or something is of which several are: "one of the states" is a state. */
function oneOf(tree: Syntax, at: number): number {
  const kind = tree.word(at).lemma === 'one' ? tree.child(at, 'nmod') : undefined;
  return kind ?? at;
}

/**
 * Places and countries named in a phrase, and countries by their adjective ("Chilean"); not those of `apart`. With a noun
 * only those that belong to it: "a port in Chile", not "a port that ships from Peru call at".
 */
function placesWithin(
  phrase: Place,
  names: readonly Name[],
  trees: readonly Syntax[],
  apart?: Place,
  noun?: number,
): string[] {
  const belongs = (name: Name) => noun === undefined || belongsTo(trees[name.sentence] as Syntax, name, noun);
  const isInside = (name: Name, place: Place) => name.from >= place.from && name.to <= place.to;
  return names
    .filter((name) => isInside(name, phrase) && !(apart !== undefined && isInside(name, apart)))
    .filter(({ type, country }) => type === 'Place' || country !== undefined)
    .filter(belongs)
    .map((name) => nameOf(name, trees[name.sentence] as Syntax));
}

/** Verbs that say what somebody is: "who heads the union". */
const leading: ReadonlyMap<string, string> = new Map([
  ['lead', 'leader'],
  ['rule', 'leader'],
  ['govern', 'leader'],
  ['head', 'head'],
  ['chair', 'chair'],
]);

function belongsTo(tree: Syntax, name: Name, noun: number): boolean {
  if (name.from <= noun && noun < name.to) return true;
  for (let at = tree.headWithin(name); at !== noun; at = tree.headOf(at) as number)
    if (tree.headOf(at) === undefined || !owning.has(tree.relationOf(at))) return false;
  return true;
}

const owning: ReadonlySet<string> = new Set(['amod', 'compound', 'nmod', 'flat']);

const nameOf = ({ country, from, to }: Name, tree: Syntax): string =>
  (
    country?.name ??
    tree.words
      .slice(from, to)
      .map(({ form }) => form)
      .join(' ')
  ).toLowerCase();

/** Countries that a name has in it: "Foreign Ministry of Chile", "Chilean Foreign Ministry"; not "Chile" itself. */
function countriesIn(tree: Syntax, from: number, to: number): string[] {
  const found: string[] = [];
  for (let at = from; at < to; at += 1) {
    const { length, country } = listedAt(tree.words, at) ?? { length: 1 };
    const isPart = length < to - from && at + length <= to;
    if (isPart && (country?.by === 'country' || country?.by === 'demonym'))
      found.push(country.name.toLowerCase());
    at += length - 1;
  }
  return found;
}

/** Common nouns right before a name: "the archer Kim", also with a capital: "Carmaker Ford", "Ombudswoman Kim". */
function wordsBefore(tree: Syntax, from: number): number[] {
  const at = from - 1;
  if (at < 0) return [];
  const { upos, form } = tree.word(at);
  const isKind = at === 0 && bodyKinds.has(form.toLowerCase());
  return upos === 'NOUN' || isKind || /^\p{Lu}\p{Ll}{3,}(?:man|woman|person)$/u.test(form) ? [at] : [];
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

/** Where a place lies that stands before it: "Paris, Texas"; "Talca, in northern Chile". */
function placeAfter(tree: Syntax, to: number, names: readonly Name[]): string[] {
  if (tree.words[to]?.form !== ',') return [];
  const isIn = tree.words[to + 1]?.form === 'in';
  const isSide = isIn && quarters.has(tree.words[to + 2]?.form ?? '');
  const from = to + 1 + Number(isIn) + Number(isSide);
  const next = names.find((name) => name.from === from && name.type === 'Place');
  return next === undefined || tree.words[next.to]?.form === 'and' ? [] : [nameOf(next, tree)];
}

const quarters: ReadonlySet<string> = new Set(
  'northern eastern southern western central northeastern northwestern southeastern southwestern'.split(' '),
);

/** The noun that says what kind of thing a name is: "the Venezuelan city of Valencia". */
function kindOf(tree: Syntax, head: number): number | undefined {
  const up = tree.headOf(head);
  if (up === undefined || tree.relationOf(head) !== 'nmod' || !kindNouns.has(tree.word(up).lemma))
    return undefined;
  return tree.children(head, 'case').some((at) => tree.word(at).form.toLowerCase() === 'of') ? up : undefined;
}

const kindNouns: ReadonlySet<string> = new Set(
  'city town village state province region county island republic kingdom district port resort suburb territory'.split(
    ' ',
  ),
);

/** The name of what is said to be the capital of a place: "Amman, the capital of Jordan", "Tbilisi is the capital of Georgia". */
function capitalOf(tree: Syntax, head: number): number | undefined {
  const up = tree.headOf(head);
  if (up === undefined || tree.word(up).lemma !== 'capital') return undefined;
  return tree.relationOf(up) === 'appos' ? tree.headOf(up) : tree.child(up, 'nsubj');
}

/** "Erik Dahl, 61," or "the 61-year-old Erik Dahl", "Erik Dahl, a 61-year-old cyclist". */
function ageBeside(tree: Syntax, from: number, to: number): number | undefined {
  const { words } = tree;
  const isAge = (at: number) => /^\d{1,3}$/.test(words[at]?.form ?? '');
  if (words[to]?.form === ',' && isAge(to + 1) && /^[,.;)]$/.test(words[to + 2]?.form ?? '.'))
    return Number(words[to + 1]?.form);
  for (let at = Math.max(0, from - 6); at < Math.min(words.length, to + 5); at += 1)
    if (
      isAge(at) &&
      words[at + 1]?.form === '-' &&
      words[at + 2]?.form === 'year' &&
      words[at + 4]?.form === 'old'
    )
      return Number(words[at]?.form);
  return undefined;
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

const isEmpty = ({ roles, places, genders, told, isEvident }: Finding): boolean =>
  !isEvident && roles.size + places.size + genders.size === 0 && told === undefined;

function shown({ roles, places, genders, told, age, isEvident }: Finding, thing: Thing): Known {
  const gender = told ?? (genders.size === 1 ? [...genders][0] : undefined);
  places.delete(thing.name.toLowerCase());
  return {
    roles: [...roles].sort(),
    places: [...places].sort(),
    ...(gender === undefined ? {} : { gender }),
    ...(age === undefined ? {} : { age }),
    ...(isEvident ? { evident: true } : {}),
  };
}
