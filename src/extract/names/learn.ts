// What an article's running text teaches about its names: how often each stands there, and as what.
import type { FoundName, NameKind, Tree, TreeWord } from '../../text/index.ts';
import type { NameType } from '../article.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { stormWords } from '../data/name-endings.ts';
import { organizationWords } from '../data/organizations.ts';
import { textOf } from './agree.ts';
import { isLocated } from './evidence.ts';
import type { Listed } from './gazetteer.ts';
import { type Spotted, typeOf } from './spot.ts';

type Scores = FoundName['scores'];

/** A name that running text has taught. */
export interface Taught {
  /** In words. */
  readonly length: number;
  readonly type: NameType;
  readonly scores: Scores;
  readonly listed?: Listed | undefined;
  /** How many places have it. */
  readonly count: number;
}

export interface Known {
  /** For each string the sums of what its places score, the persons' whose last word it is added. */
  readonly votes: ReadonlyMap<string, Scores>;
  /** Last words of storms: "Rita", where there is a Hurricane Rita. */
  readonly storms: ReadonlySet<string>;
  /** Last words of people with more to their name. */
  readonly surnames: ReadonlySet<string>;
  /** The strings in lower case. */
  readonly byFold: ReadonlySet<string>;
  /** The longest known name that stands at a place; in a loud sentence letters' cases don't count. */
  longestAt(words: readonly TreeWord[], at: number, loud: boolean): Taught | undefined;
}

const kinds: readonly NameKind[] = ['person', 'organization', 'place'];

/** Cost: linear. Loud sentences teach nothing. */
export function learn(
  trees: readonly Tree[],
  spotted: readonly (readonly Spotted[])[],
  loud: readonly boolean[],
): Known {
  const votes = new Map<string, Scores>();
  const names = new Map<string, { count: number; forms: string[]; listed: Listed | undefined }>();
  const located = new Set<string>();
  const within = new Set<string>();
  const storms = new Set<string>();
  const guesses = new Set<string>();
  trees.forEach((tree, sentence) => {
    if (loud[sentence]) return;
    for (const name of spotted[sentence] as Spotted[]) {
      if (isStorm(tree.words, name)) storms.add((tree.words[name.to - 1] as TreeWord).form);
      if (name.scores === undefined) continue;
      const text = textOf(tree.words, name);
      if (name.guessed) guesses.add(text);
      if (name.guessed && !isTold(name.scores)) continue;
      if (isLocated(tree.words, name)) located.add(text);
      if (isWithin(tree.words, name)) within.add(text);
      votes.set(text, sum(votes.get(text), relative(name.scores)));
      const entry = names.get(text);
      if (entry === undefined) names.set(text, { count: 1, forms: text.split(' '), listed: name.listed });
      else entry.count++;
    }
  });
  const surnames = new Set<string>();
  for (const [text, { count, forms }] of names) {
    const scores = votes.get(text) as Scores;
    // A person of several words lends the last to the rest of the article.
    if (forms.length < 2 || forms.length > 4 || best(scores) !== 'person') continue;
    const surname = forms.at(-1) as string;
    if (!/^\p{Lu}\p{L}/u.test(surname)) continue;
    surnames.add(surname);
    const own = votes.get(surname);
    // "Paris said", where no one is "in Paris": Ana Paris.
    const isPerson = own !== undefined && best(own) === 'place' && !located.has(surname);
    const vote = isPerson ? nowhereVote * (names.get(surname)?.count ?? 1) : surnameVote * count;
    votes.set(surname, sum(own, { person: vote, organization: 0, place: 0, none: 0 }));
  }
  // "the Holts": a family.
  for (const text of guesses) if (/s$/.test(text) && surnames.has(text.slice(0, -1))) votes.delete(text);
  // Whom nobody is named after: "she was in Hull" takes Hull for no person anywhere.
  for (const text of within) {
    const own = votes.get(text) as Scores;
    if (text.includes(' ') || surnames.has(text) || genderOfFirstName.has(text) || best(own) !== 'person')
      continue;
    votes.set(
      text,
      sum(own, { person: withinVote * (names.get(text)?.count ?? 1), organization: 0, place: 0, none: 0 }),
    );
  }
  lendShortNames(votes, names, guesses);
  lendAcronyms(votes, names.keys());
  return {
    votes,
    storms,
    surnames,
    byFold: new Set(Array.from(names.keys(), (text) => text.toLowerCase())),
    longestAt: finder(votes, names),
  };
}

/** Whether the words around a guess say what it is. */
const isTold = ({ person, organization, place }: Scores): boolean =>
  Math.max(person, organization, place) >= enough;

/** Less than one plain piece of evidence makes no name. */
const enough = 3;

const surnameVote = 4;
const nowhereVote = 20;
const withinVote = -6;

/** "in Hull", and no "believes in Hull", "in Hull's view". */
const isWithin = (words: readonly TreeWord[], { from, to }: Spotted): boolean => {
  if (!/^(?:in|across|outside)$/i.test(words[from - 1]?.form ?? '') || /^['’]/.test(words[to]?.form ?? ''))
    return false;
  return !trusting.has(words[from - 2]?.lemma.toLowerCase() ?? '');
};

/** Before an "in" that says in whom. Lemmas. */
const trusting: ReadonlySet<string> = new Set(
  'believe belief trust confidence confide faith interest interested invest investment disappointed result role engage change'.split(
    ' ',
  ),
);

const isStorm = (words: readonly TreeWord[], { from, type }: Spotted): boolean =>
  type === 'Event' && stormWords.has((words[from] as TreeWord).form);

/** "Kestrel" after "Kestrel Foods": a body lends its first words to the rest of the article. */
function lendShortNames(
  votes: Map<string, Scores>,
  names: Map<string, { count: number; forms: string[]; listed: Listed | undefined }>,
  guesses: ReadonlySet<string>,
): void {
  const beginnings = new Map<string, Set<string>>();
  for (const { forms } of names.values())
    if (forms.length > 1)
      beginnings.set(
        forms[0] as string,
        (beginnings.get(forms[0] as string) ?? new Set()).add(forms[1] as string),
      );
  for (const [text, { count, forms }] of [...names]) {
    if (forms.length < 2 || best(votes.get(text) as Scores) !== 'organization') continue;
    if (forms.includes('of') || forms.includes('&') || genderOfFirstName.has(forms[0] as string)) continue;
    const last = forms.at(-1) as string;
    const lent = [forms[0] as string, forms.slice(0, -1).join(' ')];
    // "the Front" after "the Eastern Front", "the Front" after "the Front for Reform"
    if (organizationWords.has(last)) lent.push(last);
    for (const short of lent) {
      const isKnown = names.has(short) || guesses.has(short);
      if (!isKnown || !/^\p{Lu}\p{L}{2}/u.test(short) || names.get(short)?.listed !== undefined) continue;
      const own = votes.get(short);
      if (short.includes(' ') && own !== undefined && best(own) === 'person') continue;
      // "Hull Mariners" and "Hull City Council" are of Hull, and neither is called so.
      if (!short.includes(' ') && (beginnings.get(short)?.size ?? 0) > 1) continue;
      const vote = shortVote * Math.min(3, count);
      votes.set(short, sum(votes.get(short), { person: 0, organization: vote, place: 0, none: 0 }));
    }
  }
}

const shortVote = 5;

/** "Trade Union of Bakers … TUB": initials are what the full name is. */
function lendAcronyms(votes: Map<string, Scores>, texts: Iterable<string>): void {
  const byInitials = new Map<string, string>();
  for (const text of texts) {
    const forms = text.split(' ');
    if (forms.length < 2 || forms.length > 10) continue;
    const initials = (all: readonly string[]) => all.map((form) => form[0]?.toUpperCase() ?? '').join('');
    byInitials.set(initials(forms), text);
    byInitials.set(initials(forms.filter((form) => /^\p{Lu}/u.test(form))), text);
  }
  for (const text of votes.keys()) {
    const full = /^(?:\p{Lu}\.?){2,7}$/u.test(text) ? byInitials.get(text.replaceAll('.', '')) : undefined;
    if (full === undefined) continue;
    const kind = best(votes.get(full) as Scores);
    const lent = { person: 0, organization: 0, place: 0, none: 0, [kind]: acronymVote };
    votes.set(text, sum(votes.get(text), lent));
  }
}

const acronymVote = 30;

function finder(
  votes: ReadonlyMap<string, Scores>,
  names: ReadonlyMap<string, { readonly count: number; readonly listed: Listed | undefined }>,
): Known['longestAt'] {
  const byFirst = new Map<string, { forms: readonly string[]; taught: Taught }[]>();
  for (const [text, scores] of votes) {
    const forms = text.split(' ');
    if (!isFillable(forms)) continue;
    const entry = names.get(text);
    const kind = best(scores);
    const count = entry?.count ?? 1;
    const mean = Object.fromEntries(
      Object.entries(scores).map(([key, value]) => [key, value / count]),
    ) as Scores;
    const taught: Taught = {
      length: forms.length,
      type: typeOf[kind],
      scores: mean,
      listed: entry?.listed,
      count,
    };
    const first = (forms[0] as string).toLowerCase();
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [{ forms, taught }]);
    else list.push({ forms, taught });
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.forms.length - a.forms.length);
  return (words, at, loud) => {
    const list = byFirst.get((words[at] as TreeWord).form.toLowerCase());
    return list?.find(({ forms }) => forms.every((form, k) => agrees(words[at + k]?.form, form, loud)))
      ?.taught;
  };
}

/** One letter, a number or a word in lower case is too little to know a name by. */
const isFillable = (forms: readonly string[]): boolean =>
  forms.length > 1 || (/^\p{Lu}/u.test(forms[0] as string) && (forms[0] as string).length > 2);

const agrees = (form: string | undefined, known: string, loud: boolean): boolean =>
  form === known || (loud && form?.toLowerCase() === known.toLowerCase() && form !== form.toLowerCase());

/** The best kind of a string. */
export const best = (scores: Scores): NameKind => kinds.reduce((a, b) => (scores[b] > scores[a] ? b : a));

/** Scores above the mean of the kinds: a long name must not outweigh by its length; cut, so that no place decides alone. */
function relative(scores: Scores): Scores {
  const mean = (scores.person + scores.organization + scores.place) / 3;
  const cut = (score: number) => Math.max(-mostVote, Math.min(mostVote, score - mean));
  return {
    person: cut(scores.person),
    organization: cut(scores.organization),
    place: cut(scores.place),
    none: cut(scores.none),
  };
}

const mostVote = 8;

function sum(a: Scores | undefined, b: Scores): Scores {
  if (a === undefined) return b;
  return {
    person: a.person + b.person,
    organization: a.organization + b.organization,
    place: a.place + b.place,
    none: a.none + b.none,
  };
}
