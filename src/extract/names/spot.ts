// The names that one sentence shows by itself: what the head found, trimmed, with what the lists know of it, and named
// events. Knows no article.
import type { FoundName, NameKind, Tree, TreeWord } from '../../text/index.ts';
import type { NameType } from '../article.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { companyEndings, titledPlaces } from '../data/name-evidence.ts';
import { nameless } from '../data/name-words.ts';
import { organizationWords } from '../data/organizations.ts';
import { states } from '../data/states.ts';
import { partisans } from '../rules/role-words.ts';
import { eventAt } from './event.ts';
import { evidenceOf } from './evidence.ts';
import { type Listed, listedAt } from './gazetteer.ts';
import {
  beforeCountryAt,
  bodyAt,
  guessAt,
  isOwnNumber,
  likelyBody,
  withAmpersands,
  withGivenHalf,
  withOpening,
  withOwnPossessive,
} from './missed.ts';
import { coordinated, located, parted, partedByOffice } from './parted.ts';
import { titleLength } from './title.ts';

/** A name as one sentence shows it: words `from` to `to`, `to` exclusive. */
export interface Spotted {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
  readonly listed?: Listed | undefined;
  /** What the head thinks of the words; undefined where only a list or a rule knows them. */
  readonly scores?: FoundName['scores'] | undefined;
  /** The head passed over it: it is a name only where the article says what it is. */
  readonly guessed?: true;
}

export const typeOf: Readonly<Record<NameKind, NameType>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
};

/** Longer names are none: a list, a table's row, a line of a song. In words, and in characters. */
const longestName = { words: 14, characters: 140 };

/** In order, without overlap; nothing in boilerplate. Cost: linear. */
export function spot(tree: Tree): Spotted[] {
  if (tree.kind === 'boilerplate') return [];
  const { words } = tree;
  const found: Spotted[] = [];
  const alone = withAmpersands(words, tree.names)
    .flatMap((name) => coordinated(words, name))
    .flatMap((name) => partedByOffice(words, name));
  const ofHead = joined(
    words,
    alone
      .flatMap((name, i) => trimmed(words, name, alone[i + 1]?.from))
      .map((name) => withOwnPossessive(words, name))
      .map((name) => withOpening(words, name))
      .map((name) => withGivenHalf(words, name))
      .flatMap((name) => parted(words, name))
      .flatMap((name) => located(words, name)),
  ).flatMap((name) => withoutCountry(words, name));
  let next = 0;
  for (let at = 0; at < words.length; ) {
    while ((ofHead[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next++;
    const name = ofHead[next];
    const listed = listedAt(words, at);
    const event = eventAt(words, at);
    const free = name?.from ?? words.length;
    const withCountry =
      listedAt(words, at) === undefined && !(name !== undefined && name.from < at)
        ? beforeCountryAt(words, at)
        : at;
    if (event > 0 && !(name !== undefined && name.from < at)) {
      found.push({ from: at, to: at + event, type: 'Event' });
      at += event;
    } else if (withCountry > at) {
      found.push({ from: at, to: withCountry, type: 'Organization', scores: likelyBody });
      at = withCountry;
    } else if (listed !== undefined && isOwnPossessive(words, at, listed)) {
      found.push({ from: at, to: at + listed.length, type: listed.type, listed });
      at += listed.length;
    } else if (name !== undefined && name.from === at && !isPieceOf(listed, at, name)) {
      const spotted = withList(words, name, listed);
      found.push(tree.kind === 'dateline' ? asAgency(words, spotted) : spotted);
      at = spotted.to;
    } else if (site.test((words[at] as TreeWord).form)) {
      found.push({ from: at, to: at + 1, type: 'Organization' });
      at++;
    } else if (listed !== undefined && standsAlone(words, at, listed) && isFree(listed, at, name, free)) {
      found.push({ from: at, to: at + listed.length, type: listed.type, listed });
      at += listed.length;
    } else {
      const missed = missedAt(words, at, free);
      if (missed !== undefined) found.push(missed);
      at = missed?.to ?? at + 1;
    }
  }
  return found;
}

/** No name of the head begins within it, unless that is only a piece of it. */
const isFree = (listed: Listed, at: number, name: FoundName | undefined, free: number): boolean =>
  free >= at + listed.length || (name !== undefined && isPieceOf(listed, at, name));

/** Whether the head took only "Guinea" or "Bissau" of "Guinea-Bissau". */
const isPieceOf = (listed: Listed | undefined, at: number, { from, to }: FoundName): boolean =>
  listed?.country?.by === 'country' && to <= at + listed.length && to - from < listed.length;

/** "Moody's", which the head cuts before its end. */
const isOwnPossessive = (words: readonly TreeWord[], at: number, { type, length }: Listed): boolean =>
  type === 'Organization' &&
  length > 1 &&
  words.slice(at, at + length).some(({ form }) => /^['’]s$/.test(form));

/** What may be a name at a word and doesn't reach the next one. */
function missedAt(words: readonly TreeWord[], at: number, free: number): Spotted | undefined {
  const body = bodyAt(words, at);
  if (body !== undefined && body.to <= free)
    return { from: at, to: body.to, type: 'Organization', scores: body.scores };
  const to = guessAt(words, at);
  if (to === at || to > free) return undefined;
  const evidence = evidenceOf(words, { from: at, to });
  return { from: at, to, type: 'Organization', scores: { ...evidence, none: 0 }, guessed: true };
}

/** "LIMA (Andes Wire) –": who reports stands in brackets. */
function asAgency(words: readonly TreeWord[], name: Spotted): Spotted {
  if (words[name.from - 1]?.form !== '(' || words[name.to]?.form !== ')' || name.scores === undefined)
    return name;
  return {
    ...name,
    type: 'Organization',
    scores: { ...name.scores, organization: name.scores.organization + 2 * hint },
  };
}

/** "Lowgate.org", where it is written like a name. */
const site = /^\p{Lu}[\p{L}\p{N}-]*\.(?:com|org|net|edu|gov|info|tv|io|co|uk|kz|ru|ua|de|fr|eu|us|ca|au)$/u;

/** Without article, titles and possessive; nothing where no name is left. `next` is where the next name begins. */
function trimmed(words: readonly TreeWord[], name: FoundName, next: number | undefined): FoundName[] {
  let { from, to } = name;
  const formAt = (at: number) => (words[at] as TreeWord).form;
  while (to > from && /^(?:['’]s?|[^\p{L}\p{N}.)!]+)$/u.test(formAt(to - 1))) to--;
  while (from < to && /^(?:the|an?|[^\p{L}\p{N}(]+)$/iu.test(formAt(from)) && formAt(from) !== 'A') from++;
  const isTitled =
    to - from > 1 &&
    titledPlaces.has(formAt(to - 1)) &&
    words[from - 1]?.upos === 'PROPN' &&
    titleLength(words, from - 1) === 1;
  if (isTitled)
    return [
      { from: from - 1, to, kind: 'place', scores: { ...name.scores, place: name.scores.person + hint } },
    ];
  if (name.kind === 'person')
    for (
      let title = titleLength(words, from);
      title > 0 && from + title < to;
      title = titleLength(words, from)
    )
      from += title;
  else to -= officeLength(words, { from, to }, next);
  if (name.kind === 'organization') to = withoutField(words, { from, to });
  if (from >= to || to - from > longestName.words) return [];
  const first = words[from] as TreeWord;
  const length = (words[to - 1] as TreeWord).end - first.start;
  if (length > longestName.characters || !/\p{L}/u.test(first.form + formAt(to - 1))) return [];
  if (length === 1) return [];
  if (to - from === 1 && isOpener(words, from) && first.upos !== 'PROPN' && !isShown(words, { from, to }))
    return [];
  // "The Bishop of Lowgate"
  if (to - from === 1 && isOfficeAlone(words, from)) return [];
  if (to - from === 1 && (isNameless(first.form, name.kind) || noName.test(first.form))) return [];
  // A site: "Lowgate.org".
  const kind = to - from === 1 && /\p{L}\.\p{Ll}{2,}$/u.test(first.form) ? 'organization' : name.kind;
  return [{ ...name, from, to, kind, scores: kind === name.kind ? name.scores : swapped(name) }];
}

const swapped = ({ kind, scores }: FoundName): FoundName['scores'] => ({
  ...scores,
  organization: scores[kind],
  [kind]: scores.organization,
});

/** "Brexit", but not Bill, though a bill is no name. */
const isNameless = (form: string, kind: NameKind): boolean =>
  nameless.has(form) && !(kind === 'person' && genderOfFirstName.has(form));

/** "the Archbishop", "Bishop leaves": an office, whoever holds it; of Julie Bishop her full name tells. */
const isOfficeAlone = (words: readonly TreeWord[], at: number): boolean =>
  titleLength(words, at) === 1 &&
  (isOpener(words, at) || /^the$/i.test(words[at - 1]?.form ?? '')) &&
  !/s$/.test(words[at]?.form ?? '') &&
  words[at + 1]?.upos !== 'PROPN';

/** Whether the words around a name say what it is. */
const isShown = (words: readonly TreeWord[], name: Pick<FoundName, 'from' | 'to'>): boolean =>
  Math.max(...Object.values(evidenceOf(words, name))) >= hint;

/** Whether a word has its capital for standing first, in its sentence or in a quotation. */
const isOpener = (words: readonly TreeWord[], at: number): boolean =>
  at === 0 || /^["“‘'(:]$/.test((words[at - 1] as TreeWord).form);

/** A file, an address, a tag. */
const noName = /@|^https?:|^[#/\\]|\.(?:pdf|docx?|xlsx?|txt|jpe?g|png|gif|html?|zip|mp[34])$/i;

/** How many words at an organisation's end are an office there: "Acme | Executive Director Ana Holt", "Acme | Chairman,". */
function officeLength(
  words: readonly TreeWord[],
  { from, to }: Pick<FoundName, 'from' | 'to'>,
  next?: number,
): number {
  if (to !== next && words[to] !== undefined && words[to]?.form !== ',') return 0;
  for (let at = from + 1; at < to; at++) {
    if (
      words[at - 1]?.upos !== 'PROPN' ||
      titleLength(words, at) !== to - at ||
      /s$/.test(words[to - 1]?.form ?? '')
    )
      continue;
    return to - at;
  }
  return 0;
}

/** "Norwegian | Fisheries Minister": a minister's field is no name. */
function withoutField(words: readonly TreeWord[], { from, to }: Pick<FoundName, 'from' | 'to'>): number {
  if (
    !/^(?:Minister|Secretary|Commissioner|Ombudsman|Spokes(?:man|woman|person))$/.test(words[to]?.form ?? '')
  )
    return to;
  // "Green | Environment Minister"
  if (to - from === 2 && partisans.has(words[from]?.form.toLowerCase() ?? '')) return from + 1;
  const people = listedAt(words, from);
  const isPeople = people?.country?.by === 'demonym' || people?.country?.by === 'country';
  return isPeople && from + people.length < to ? from + people.length : to;
}

/** "Hale Foundation | for the Arts", "University of Alba | at | Lowgate": an organisation that goes on. */
function joined(words: readonly TreeWord[], names: readonly FoundName[]): FoundName[] {
  const found: FoundName[] = [];
  for (const [i, name] of names.entries()) {
    const before = found.at(-1);
    if (before !== undefined && name.from < before.to) continue;
    if (
      before?.kind === 'organization' &&
      name.kind !== 'person' &&
      joiners(words, before).has(textOf(words, before.to, name.from))
    )
      found[found.length - 1] = { ...before, to: name.to };
    else if (name.kind === 'organization') found.push(extended(words, name, names[i + 1]?.from));
    else found.push(numbered(words, name));
  }
  return found;
}

/** With its legal form, or with proper nouns after "for the" that are no name by themselves. `next` is where the next name begins. */
function extended(words: readonly TreeWord[], name: FoundName, next = words.length): FoundName {
  const number = name.to + 1;
  if (name.to < next && isOwnNumber(words, name.to)) return { ...name, to: number };
  if (name.to < next && isEnding(words, name.to)) return { ...name, to: number };
  const legal = words[name.to]?.form === ',' ? name.to + 1 : name.to;
  if (legal < next && legalForms.has(words[legal]?.form ?? '')) return { ...name, to: legal + 1 };
  for (const length of [2, 1]) {
    const start = name.to + length;
    if (
      start >= next ||
      words[name.to]?.form !== 'for' ||
      !joiners(words, name).has(textOf(words, name.to, start))
    )
      continue;
    let to = start;
    while (to < next && isNameWord(words, to)) to++;
    if (to > start) return { ...name, to: withPlace(words, to) };
  }
  return name;
}

/** "the newspaper Express | 24": who prints and broadcasts is no person and no place. */
function numbered(words: readonly TreeWord[], name: FoundName): FoundName {
  const before = words[name.from - 1]?.lemma.toLowerCase() ?? '';
  return outlets.has(before) && isOwnNumber(words, name.to)
    ? { ...name, to: name.to + 1, kind: 'organization', scores: swapped(name) }
    : name;
}

const outlets: ReadonlySet<string> = new Set(
  'newspaper daily weekly tabloid broadcaster channel station network website radio television'.split(' '),
);

/** "Kanto | Devices 12 billion": a company's last word that the head left out. */
const isEnding = (words: readonly TreeWord[], at: number): boolean =>
  companyEndings.has(words[at]?.form ?? '') &&
  /^\p{Lu}/u.test(words[at]?.form ?? '') &&
  !/^\p{Lu}/u.test(words[at + 1]?.form ?? '');

/** "Orvell Group | of Sweden": a company has its country's name for where it sits; a bank or a ministry is called so. */
function withoutCountry(words: readonly TreeWord[], name: FoundName): FoundName[] {
  if (name.kind !== 'organization') return [name];
  for (let at = name.from + 2; at < name.to - 1; at++) {
    const last = words[at - 1]?.form ?? '';
    if (words[at]?.form !== 'of' || !(companyEndings.has(last) || last === 'Group')) continue;
    const start = words[at + 1]?.form.toLowerCase() === 'the' ? at + 2 : at + 1;
    const listed = listedAt(words, start);
    if (listed?.country?.by === 'country' && start + listed.length === name.to)
      return [
        { ...name, to: at },
        { ...name, from: start, kind: 'place', scores: swappedTo(name, 'place') },
      ];
  }
  return [name];
}

const swappedTo = ({ scores, kind }: FoundName, to: NameKind): FoundName['scores'] => ({
  ...scores,
  [kind]: scores[to],
  [to]: scores[kind],
});

const isNameWord = (words: readonly TreeWord[], at: number): boolean =>
  (words[at]?.upos === 'PROPN' || (words[at]?.upos === 'NOUN' && /^\p{Lu}/u.test(words[at].form))) &&
  titleLength(words, at) === 0;

/** "Front for the Liberation | of Arica" */
function withPlace(words: readonly TreeWord[], to: number): number {
  if (words[to]?.form !== 'of') return to;
  const start = words[to + 1]?.form === 'the' ? to + 2 : to + 1;
  let end = start;
  while (end < start + 3 && words[end]?.upos === 'PROPN' && titleLength(words, end) === 0) end++;
  return end > start ? end : to;
}

/** "Acme, Inc." */
const legalForms = new Set(
  'Inc Inc. Ltd Ltd. LLC L.L.C. LLP Corp Corp. Co. PLC plc S.A. N.V. AG GmbH'.split(' '),
);

const textOf = (words: readonly TreeWord[], from: number, to: number): string =>
  words
    .slice(from, Math.min(to, from + 3))
    .map((word) => word.form.toLowerCase())
    .join(' ');

function joiners(words: readonly TreeWord[], { from, to }: FoundName): ReadonlySet<string> {
  if (words[from]?.form === 'University') return afterUniversity;
  return organizationWords.has(words[to - 1]?.form ?? '') ? afterBody : nothing;
}

const afterUniversity = new Set(['at']);
const afterBody = new Set(['for', 'for the', 'on', 'of', 'of the']);
const nothing = new Set<string>();

/** What the lists know of exactly these words settles their type, unless the head is sure of a person. */
function withList(
  words: readonly TreeWord[],
  { from, to, kind, scores }: FoundName,
  listed: Listed | undefined,
): Spotted {
  const shown =
    listed === undefined || from + listed.length !== to
      ? withEvidence(words, { from, to, kind, scores })
      : scores;
  const own = { from, to, type: typeOf[kind], scores: withFirstName(words, { from, to, scores: shown }) };
  if (listed === undefined || from + listed.length !== to)
    return { ...own, scores: withInitials(words, own) };
  const by = listed.country?.by;
  if (listed.type === 'Organization' && by === undefined)
    return { ...own, listed, scores: { ...own.scores, organization: own.scores.organization + hint } };
  if (kind === 'person' && by !== 'demonym')
    return isRatherPlace(words, from, listed) ? asPlace(own, listed) : own;
  if (by === 'demonym' && !isDemonymHere(words, from)) return own;
  if (by === 'seat' && isInside(words, from))
    return { ...own, listed, scores: { ...own.scores, place: own.scores.place + 2 * hint } };
  if (by === 'seat')
    return { ...own, listed, scores: { ...own.scores, organization: own.scores.organization + hint } };
  if (by === undefined) return { ...own, listed };
  return { ...own, type: 'Place', listed };
}

/** A city that the head takes for a person, where no first name says so: "warned Reykjavik". */
const isRatherPlace = (words: readonly TreeWord[], from: number, { type, country }: Listed): boolean =>
  type === 'Place' && country?.by !== 'seat' && !genderOfFirstName.has(words[from]?.form ?? '');

const asPlace = (own: Spotted, listed: Listed): Spotted => {
  const { scores } = own;
  return scores === undefined ? own : { ...own, listed, scores: { ...scores, place: scores.person + hint } };
};

/** "at the White House": a house, whoever sits in it. */
const isInside = (words: readonly TreeWord[], from: number): boolean =>
  /^(?:in|at|inside|into|outside|near)$/i.test(
    words[words[from - 1]?.form.toLowerCase() === 'the' ? from - 2 : from - 1]?.form ?? '',
  );

/** How much a first name or a list of bodies counts: enough where the head hesitates. */
const hint = 3;

function withEvidence(
  words: readonly TreeWord[],
  { from, to, kind, scores }: FoundName,
): FoundName['scores'] {
  const { person, organization, place } = evidenceOf(words, { from, to, kind });
  return {
    person: scores.person + person,
    organization: scores.organization + organization,
    place: scores.place + place,
    none: scores.none,
  };
}

/** Two or three words of which the first is a first name are likely a person. */
function withFirstName(
  words: readonly TreeWord[],
  { from, to, scores }: Pick<FoundName, 'from' | 'to' | 'scores'>,
): FoundName['scores'] {
  const last = (words[to - 1] as TreeWord).form;
  const first = (words[from] as TreeWord).form;
  if (to - from < 2 || to - from > 3 || !genderOfFirstName.has(first) || organizationWords.has(last))
    return scores;
  return { ...scores, person: scores.person + hint };
}

/** An unlisted word of capitals alone is rather a body than a place. */
function withInitials(
  words: readonly TreeWord[],
  { from, to, scores }: Pick<FoundName, 'from' | 'to' | 'scores'>,
) {
  const { form } = words[from] as TreeWord;
  if (to - from > 1 || !/^\p{Lu}{2,6}$/u.test(form) || states.has(form) || cities.has(form)) return scores;
  return { ...scores, organization: scores.organization + hint };
}

const cities = new Set('NYC LA SF DC HK'.split(' '));

/** Whether a listed name that the head passed over is one all the same. */
function standsAlone(words: readonly TreeWord[], at: number, { country, network, length }: Listed): boolean {
  if (network) return words[at]?.xpos === 'NNP' && /^(?:on|to|via|by)$/i.test(words[at - 1]?.form ?? '');
  const [before, last] = [words[at - 1], words[at + length - 1] as TreeWord];
  // "X" and "Apple" are words too; "NATO" and "Human Rights Watch" are none.
  if (country === undefined) return last.upos === 'PROPN' && (length > 1 || /^\p{Lu}{3,}$/u.test(last.form));
  if (
    before?.upos === 'PROPN' &&
    before.form !== before.form.toUpperCase() &&
    titleLength(words, at - 1) === 0 &&
    country.by !== 'demonym'
  )
    return false;
  if (country.by === 'demonym') return last.upos !== 'VERB' && last.upos !== 'AUX';
  return last.upos === 'PROPN' || last.xpos === 'NNP';
}

/** "Poles", "the Finn": the head saw a name where the list has a people. */
const isDemonymHere = (words: readonly TreeWord[], at: number): boolean =>
  words[at]?.upos !== 'PROPN' || /s$/.test(words[at]?.form ?? '') || /^the$/i.test(words[at - 1]?.form ?? '');
