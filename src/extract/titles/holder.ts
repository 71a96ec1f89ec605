// Says whose an office is where the name stands beside it: before it, after it, in apposition on either side.
import type { Place } from '../article.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { organizationWords } from '../data/organizations.ts';
import { civicOffices } from '../rules/role-words.ts';
import { courtesies, genderOfRole } from '../rules/roles.ts';
import { isAdjective, isHyphen, phraseFrom } from './body.ts';
import type { Body, OfficePhrase } from './phrase.ts';
import type { Named, Sentence } from './sentence.ts';
import type { Told } from './status.ts';

/** Who holds an office of a sentence, and how that was found. */
export interface Holder {
  readonly place: Place;
  readonly rule: string;
  readonly confidence: number;
  /** Whether the name stands beside the office: no verb tells. */
  readonly byPlace?: boolean;
  /** Where the sentence tells more than the phrase: "resigned as". */
  readonly told?: Told | undefined;
  /** What it is of, instead of what the phrase says: "President Holt of Chile". */
  readonly bodies?: readonly Body[];
}

/** Words that may stand between an office and a name. */
export interface Neighbours {
  /** By the first word of the office itself. */
  readonly startingAt: ReadonlyMap<number, OfficePhrase>;
}

/** A name right after an office: "President Anna Holt", "spokesman Lt. Col. Avi Stern", "chief executive of Acme Anna Holt". */
export function before(
  sentence: Sentence,
  phrase: OfficePhrase,
  { startingAt }: Neighbours,
): Holder | undefined {
  for (const [at, confidence] of [
    [phrase.next, 0.95],
    [phrase.to, 0.8],
  ] as const) {
    if (at === phrase.to && at !== phrase.next && !mayFollowBody(sentence, phrase)) continue;
    const name = nameFrom(sentence, at, startingAt, phrase);
    if (name !== undefined)
      return {
        place: name.place,
        rule: 'before a name',
        byPlace: true,
        confidence: Math.min(confidence, name.sure),
        ...(phrase.bodies.length === 0
          ? { bodies: [...bodiesBehind(sentence, phrase, name.to), ...companion(sentence, phrase)] }
          : {}),
      };
  }
  return undefined;
}

/** Only a phrase with a body of its own can stand right before a name: "chief executive of Acme Anna Holt". */
const mayFollowBody = (sentence: Sentence, phrase: OfficePhrase): boolean =>
  !phrase.bodies.some((body) => body.named?.name.type === 'Person') &&
  sentence.personAt(phrase.to) !== undefined;

interface Found {
  readonly place: Place;
  readonly to: number;
  readonly sure: number;
}

/** The person named at a place, past courtesies, ranks and further offices. */
function nameFrom(
  sentence: Sentence,
  start: number,
  startingAt: ReadonlyMap<number, OfficePhrase>,
  phrase: OfficePhrase,
): Found | undefined {
  let at = start;
  for (let turn = 0; turn < 4; turn++) {
    const person = sentence.personAt(at);
    if (person !== undefined) {
      const { from, to } = person.name;
      return { place: sentence.place(from, to), to, sure: 1 };
    }
    const office = startingAt.get(at);
    if (isCourtesy(sentence, at)) at++;
    else if (office !== undefined && office.next > at && (office.from === at || office.from <= phrase.from))
      at = office.next;
    else break;
  }
  return /^\p{Lu}/u.test(sentence.form(phrase.title.from)) ||
    at > start ||
    phrase.role.office === 'OFFICER_OF'
    ? unnamed(sentence, at)
    : undefined;
}

/** "Mr", "Dr." */
export const isCourtesy = (sentence: Sentence, at: number): boolean =>
  /^\p{Lu}/u.test(sentence.form(at)) && courtesies.has(sentence.lower(at).replace(/\.$/, ''));

/** Capitalised words after a capitalised office are a person, whatever the names stage made of them. */
function unnamed(sentence: Sentence, at: number): Found | undefined {
  const named = sentence.nameAt(at);
  if (named !== undefined) {
    const listed = named.name.country !== undefined || named.name.confidence > 0.85;
    return named.from !== at || listed || !isNameWord(sentence, at) || named.name.type === 'Event'
      ? undefined
      : { place: sentence.place(named.name.from, named.to), to: named.to, sure: 0.6 };
  }
  let to = at;
  while (sentence.tag(to) === 'NNP' && sentence.nameAt(to) === undefined && isNameWord(sentence, to)) to++;
  return to === at ? undefined : { place: sentence.place(at, to), to, sure: 0.6 };
}

const isNameWord = (sentence: Sentence, at: number): boolean =>
  /^\p{Lu}/u.test(sentence.form(at)) &&
  !days.test(sentence.form(at)) &&
  !organizationWords.has(sentence.form(at));

const days =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;

/** "President Anna Holt of Chile", "Senator Lowe, from Ohio", "Sen. Lowe (R-Texas)". */
function bodiesBehind(sentence: Sentence, { office, role }: OfficePhrase, to: number): Body[] {
  const at = startOfBody(sentence, office, to);
  const phrase = at === undefined ? undefined : phraseFrom(sentence, at);
  const named = phrase?.named;
  if (named === undefined || named.name.type === 'Person' || isAdjective(named) || role.of === 'person')
    return [];
  // "Labour Minister Holt of the Greens" is the Greens' for being a member.
  const isCivic = civicOffices.has(office) && named.name.type === 'Organization';
  if (isCivic && named.name.country === undefined && role.ofOrganization === undefined) return [];
  const type = named.name.type === 'Organization' ? (role.ofOrganization ?? office) : office;
  return [{ office: type, place: sentence.place(named.name.from, named.name.to), named }];
}

/** "Anna Holt with husband Tom": whose husband stands before "with". */
function companion(sentence: Sentence, { office, role, from, determiner }: OfficePhrase): Body[] {
  if (role.of !== 'person' || determiner !== undefined || sentence.lower(from - 1) !== 'with') return [];
  const { syntax } = sentence;
  const verb = syntax.headOf(syntax.headWithin({ from, to: from + 1 }));
  const subject = verb === undefined ? undefined : syntax.child(verb, 'nsubj');
  const named =
    sentence.personBefore(from - 1) ?? (subject === undefined ? undefined : sentence.nameAt(subject));
  return named?.name.type !== 'Person'
    ? []
    : [{ office, place: sentence.place(named.name.from, named.name.to), named }];
}

function startOfBody(sentence: Sentence, office: string, to: number): number | undefined {
  if (sentence.lower(to) === 'of') return to + 1;
  if (office !== 'LAWMAKER_OF' && office !== 'GOVERNOR_OF') return undefined;
  const from = sentence.form(to) === ',' ? to + 1 : to;
  if (sentence.lower(from) === 'from') return from + 1;
  const party = /^[,(]$/.test(sentence.form(to)) && /^(?:[RDI]|Rep|Dem|Ind)\.?$/.test(sentence.form(to + 1));
  return party && /^[-–—]$/.test(sentence.form(to + 2)) ? to + 3 : undefined;
}

const opens = /^(?:,|\(|[–—:]|--|-)$/;
const closes = /^(?:[,.;:!?)\]–—"”’']|--|-)$/;

/** A name and a mark, then the office: "Anna Keller, the German chancellor", "Lars Holm (the finance minister)". */
export function behind(sentence: Sentence, phrase: OfficePhrase): Holder | undefined {
  let at = phrase.from - 1;
  const status = momentOf.get(sentence.lower(at));
  const told = status === undefined ? undefined : { status, at };
  if (status !== undefined) at--;
  if (sentence.lower(at) === 'also' || sentence.lower(at) === 'himself' || sentence.lower(at) === 'herself')
    at--;
  if (!opens.test(sentence.form(at)) || isHyphen(sentence, at) || sentence.tag(phrase.from) === 'WP$')
    return undefined;
  const name = personEnding(sentence, at);
  if (name === undefined || !isAside(sentence, phrase) || !mayBe(sentence, name, phrase)) return undefined;
  return {
    place: sentence.place(name.name.from, name.name.to),
    rule: 'in apposition to a name',
    byPlace: true,
    confidence: 0.9,
    told,
    ...(phrase.bodies.length === 0 ? { bodies: bodiesAhead(sentence, phrase, name.name.from) } : {}),
  };
}

/** "Tom Holt, his wife, and a friend" lists two people; so does "Tom Holt, the president’s wife". */
function mayBe(sentence: Sentence, { to }: Named, { role, noun, title, to: end }: OfficePhrase): boolean {
  if (sentence.isPossessive(end)) return false;
  const gender = genderOfRole.get(noun);
  const first = genderOfFirstName.get(sentence.form(sentence.nameAt(to - 1)?.from ?? to - 1));
  if (gender !== undefined && first !== undefined && first !== 'either' && gender !== first) return false;
  return role.of !== 'person' || sentence.syntax.relationOf(sentence.syntax.headWithin(title)) !== 'conj';
}

/** "NASA’s Anna Holt, an administrator". */
function bodiesAhead(sentence: Sentence, { office, role }: OfficePhrase, from: number): Body[] {
  if (!sentence.isPossessive(from - 1) || role.of === 'person') return [];
  const named = sentence.nameAt(from - 2);
  if (named?.name.type !== 'Organization') return [];
  return [{ office: role.ofOrganization ?? office, place: sentence.place(named.from, named.to), named }];
}

const momentOf: ReadonlyMap<string, Told['status']> = new Map([
  ['then', 'former'],
  ['once', 'former'],
  ['formerly', 'former'],
  ['previously', 'former'],
  ['now', 'current'],
  ['currently', 'current'],
]);

/** The person whose name ends before a mark; an age may stand between: "Lars Holm, 58, the". */
function personEnding(sentence: Sentence, mark: number): Named | undefined {
  const name = sentence.personBefore(mark);
  if (name !== undefined) return name;
  let at = mark - 1;
  if (sentence.form(at) === ')') {
    while (at > 0 && mark - at < 10 && sentence.form(at) !== '(') at--;
    return sentence.personBefore(at);
  }
  if (sentence.tag(at) !== 'CD') return personOf(sentence, mark);
  at--;
  if (sentence.form(at) === 'aged') at--;
  return sentence.form(at) === ',' ? sentence.personBefore(at) : undefined;
}

/** "Claire Holt of the Socialist Party, a former mayor". */
function personOf(sentence: Sentence, mark: number): Named | undefined {
  for (let at = mark - 2; at > 0 && mark - at < 8; at--)
    if (/^(?:of|from|at|with)$/.test(sentence.lower(at)))
      return phraseFrom(sentence, at + 1)?.to === mark ? sentence.personBefore(at) : undefined;
  return undefined;
}

/** Whether a phrase after a comma is an aside, and not the subject of what follows: "After talks with Holt, the president said". */
function isAside(sentence: Sentence, phrase: OfficePhrase): boolean {
  const { syntax, words } = sentence;
  if (phrase.to >= words.length || closes.test(sentence.form(phrase.to))) return true;
  const head = syntax.headWithin({ from: phrase.from, to: phrase.to });
  if (/^(?:appos|acl|flat|nmod|list|parataxis|conj|dep)$/.test(syntax.relationOf(head))) return true;
  return /^(?:who|whose|whom|and|which|since|until|from|in|at|during|under)$/.test(sentence.lower(phrase.to));
}

/** The office, a comma and the name: "the German chancellor, Anna Keller, said", "A former banker, she said". */
export function ahead(
  sentence: Sentence,
  phrase: OfficePhrase,
  { startingAt }: Neighbours,
): Holder | undefined {
  // "his successor as chancellor, Holt": not by place.
  if (sentence.lower(phrase.from - 1) === 'as') return undefined;
  // "the head of the council for Kunar province, Noor Jan"
  const mark = afterAsides(sentence, phrase.to);
  // "an activist named Holt"
  const called = /^(?:named|called)$/.test(sentence.lower(mark)) ? sentence.personAt(mark + 1) : undefined;
  if (called !== undefined) {
    const { from, to } = called.name;
    return { place: sentence.place(from, to), rule: 'named after it', byPlace: true, confidence: 0.9 };
  }
  if (!/^(?:,|\(|\[|[–—])$/.test(sentence.form(mark))) return undefined;
  const start = afterDescription(sentence, mark + 1);
  const opening = isOpening(sentence, phrase);
  if (opening && /^(?:he|she)$/.test(sentence.lower(start)))
    return { place: sentence.place(start, start + 1), rule: 'said first of it', confidence: 0.8 };
  const name = nameFrom(sentence, start, startingAt, phrase);
  if (name === undefined || name.sure < 1) return undefined;
  if (!opening && !isNamedHere(sentence, phrase, name)) return undefined;
  return { place: name.place, rule: 'named after it', byPlace: true, confidence: 0.9 };
}

/** Past two phrases with prepositions at most. */
function afterAsides(sentence: Sentence, start: number): number {
  let at = start;
  for (let turn = 0; turn < 2 && /^(?:IN|TO)$/.test(sentence.tag(at)); turn++) {
    const phrase = phraseFrom(sentence, at + 1);
    if (phrase === undefined) return start;
    at = phrase.to;
  }
  return at;
}

/** "his son, filmmaker Charlie Moss": what a bare description before the name leaves. */
function afterDescription(sentence: Sentence, start: number): number {
  let at = start;
  while (at < start + 3 && /^(?:NNP?|JJ)$/.test(sentence.tag(at)) && /^\p{Ll}/u.test(sentence.form(at))) at++;
  return sentence.personAt(at) === undefined ? start : at;
}

/** "A former banker, Holt said": a phrase without "the" that opens its sentence is about its subject. */
function isOpening(sentence: Sentence, { from, determiner }: OfficePhrase): boolean {
  const first = from === 0 || (from === 1 && /^["“‘]$/.test(sentence.form(0)));
  return first && (determiner === undefined || /^an?$/.test(determiner));
}

/** An indefinite phrase is rarely named so; a list or the clause's subject isn't the holder. */
function isNamedHere(sentence: Sentence, phrase: OfficePhrase, name: Found): boolean {
  const { syntax } = sentence;
  const to = afterAsides(sentence, name.to);
  const after = sentence.form(to);
  const head = syntax.headWithin(name.place);
  const apposed = syntax.relationOf(head) === 'appos' && under(sentence, head, phrase);
  if (apposed) return true;
  if (after === 'and' || after === 'or' || after === '&') return false;
  if (after === ',' && sentence.personAt(to + 1) !== undefined) return false;
  return to >= sentence.words.length || closes.test(after) || sentence.isPossessive(to);
}

function under(sentence: Sentence, head: number, phrase: OfficePhrase): boolean {
  const up = sentence.syntax.headOf(head);
  return up !== undefined && up >= phrase.from && up < phrase.to;
}
