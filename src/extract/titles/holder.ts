// Says whose an office is where the name stands beside it: before it, after it, in apposition on either side.
import type { Place, Title } from '../article.ts';
import { courtesies } from '../rules/roles.ts';
import { isAdjective, isHyphen, phraseFrom } from './body.ts';
import type { Body, OfficePhrase } from './phrase.ts';
import type { Named, Sentence } from './sentence.ts';

/** Who holds an office of a sentence, and how that was found. */
export interface Holder {
  readonly place: Place;
  readonly rule: string;
  readonly confidence: number;
  /** Where the sentence tells more than the phrase: "resigned as". */
  readonly status?: Title['status'];
  /** What it is of, instead of what the phrase says: "President Holt of Chile". */
  readonly bodies?: readonly Body[];
}

/** Words that may stand between an office and a name. */
export interface Neighbours {
  readonly phrases: readonly OfficePhrase[];
  /** By the first and by the first word after an office phrase. */
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
        confidence: Math.min(confidence, name.sure),
        ...(phrase.bodies.length === 0 ? { bodies: bodiesBehind(sentence, phrase, name.to) } : {}),
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
    else if (
      office !== undefined &&
      office.next > at &&
      office.title.from === at &&
      office.determiner === undefined
    )
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
    return named.from !== at || listed || named.name.type === 'Event'
      ? undefined
      : { place: sentence.place(named.name.from, named.to), to: named.to, sure: 0.6 };
  }
  let to = at;
  while (
    sentence.tag(to) === 'NNP' &&
    sentence.nameAt(to) === undefined &&
    /^\p{Lu}/u.test(sentence.form(to))
  )
    to++;
  return to === at ? undefined : { place: sentence.place(at, to), to, sure: 0.6 };
}

/** "President Anna Holt of Chile". */
function bodiesBehind(sentence: Sentence, { office, role }: OfficePhrase, to: number): Body[] {
  if (sentence.lower(to) !== 'of') return [];
  const phrase = phraseFrom(sentence, to + 1);
  const named = phrase?.named;
  if (named === undefined || named.name.type === 'Person' || isAdjective(named) || role.of === 'person')
    return [];
  const type = named.name.type === 'Organization' ? (role.ofOrganization ?? office) : office;
  return [{ office: type, place: sentence.place(named.name.from, named.name.to), named }];
}

const opens = /^(?:,|\(|[–—:]|--|-)$/;
const closes = /^(?:[,.;:!?)\]–—"”’']|--|-)$/;

/** A name and a mark, then the office: "Anna Keller, the German chancellor", "Lars Holm (the finance minister)". */
export function behind(sentence: Sentence, phrase: OfficePhrase): Holder | undefined {
  let at = phrase.from - 1;
  let moment: Title['status'] | undefined;
  const adverb = momentOf.get(sentence.lower(at));
  if (adverb !== undefined) {
    moment = adverb;
    at--;
  }
  if (sentence.lower(at) === 'also' || sentence.lower(at) === 'himself' || sentence.lower(at) === 'herself')
    at--;
  if (!opens.test(sentence.form(at)) || isHyphen(sentence, at)) return undefined;
  const name = personEnding(sentence, at);
  if (name === undefined || !isAside(sentence, phrase)) return undefined;
  return {
    place: sentence.place(name.name.from, name.name.to),
    rule: 'in apposition to a name',
    confidence: 0.9,
    ...(moment === undefined || phrase.status !== 'current' ? {} : { status: moment }),
  };
}

const momentOf: ReadonlyMap<string, Title['status']> = new Map([
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
  if (sentence.tag(at) !== 'CD') return undefined;
  at--;
  if (sentence.form(at) === 'aged') at--;
  return sentence.form(at) === ',' ? sentence.personBefore(at) : undefined;
}

/** Whether a phrase after a comma is an aside, and not the subject of what follows: "After talks with Holt, the president said". */
function isAside(sentence: Sentence, phrase: OfficePhrase): boolean {
  const { syntax, words } = sentence;
  if (phrase.to >= words.length || closes.test(sentence.form(phrase.to))) return true;
  const head = syntax.headWithin({ from: phrase.from, to: phrase.to });
  if (/^(?:appos|acl|flat|nmod|list|parataxis|conj|dep)$/.test(syntax.relationOf(head))) return true;
  return /^(?:who|whose|whom|and|which|since|until|from|in|at|during|under)$/.test(sentence.lower(phrase.to));
}

/** The office, a comma and the name: "the German chancellor, Anna Keller, said". */
export function ahead(
  sentence: Sentence,
  phrase: OfficePhrase,
  { startingAt }: Neighbours,
): Holder | undefined {
  const mark = sentence.form(phrase.to);
  if (!/^(?:,|\(|[–—])$/.test(mark)) return undefined;
  const name = nameFrom(sentence, phrase.to + 1, startingAt, phrase);
  if (name === undefined || name.sure < 1) return undefined;
  if (!isNamedHere(sentence, phrase, name)) return undefined;
  return { place: name.place, rule: 'named after it', confidence: 0.9 };
}

/** An indefinite phrase is rarely named so; a list or the clause's subject isn't the holder. */
function isNamedHere(sentence: Sentence, phrase: OfficePhrase, name: Found): boolean {
  const { syntax } = sentence;
  const after = sentence.form(name.to);
  const head = syntax.headWithin(name.place);
  const apposed = syntax.relationOf(head) === 'appos' && under(sentence, head, phrase);
  if (apposed) return true;
  if (after === 'and' || after === 'or' || after === '&') return false;
  if (after === ',' && sentence.personAt(name.to + 1) !== undefined) return false;
  return name.to >= sentence.words.length || closes.test(after) || sentence.isPossessive(name.to);
}

function under(sentence: Sentence, head: number, phrase: OfficePhrase): boolean {
  const up = sentence.syntax.headOf(head);
  return up !== undefined && up >= phrase.from && up < phrase.to;
}
