// Reads an office with all that belongs to it: "the former {British} ambassador to {Chile}". Whose it is is read in holder.ts.
import type { Place } from '../article.ts';
import {
  civicOffices,
  forceNouns,
  partisans,
  roleInForce,
  sharedByDeputies,
  statusWords,
  teamOffices,
  tradeOffices,
} from '../rules/role-words.ts';
import { type Beside, placeOf } from './body.ts';
import { type Left, readLeft } from './left.ts';
import { type Office, officeIn } from './office.ts';
import { type Right, readRight } from './right.ts';
import type { Named, Sentence } from './sentence.ts';
import type { Told } from './status.ts';

/** What an office is of. */
export interface Body {
  /** Relation type from the holder, or to it where the role is turned. */
  readonly office: string;
  readonly place: Place;
  readonly named: Named | undefined;
}

/** An office with what belongs to it. `from` and `to` take in determiner and bodies. */
export interface OfficePhrase extends Office {
  /** The relation where no body tells more. */
  readonly office: string;
  /** The words of the office alone. */
  readonly title: { readonly from: number; readonly to: number };
  /** The word after the office, before what it is of: where a name may follow. */
  readonly next: number;
  readonly bodies: readonly Body[];
  /** Undefined where nothing says that it isn't held now. */
  readonly told: Told | undefined;
  readonly determiner: string | undefined;
}

/** The offices of a sentence, in order, without overlap. Cost: linear. */
export function officePhrases(sentence: Sentence): OfficePhrase[] {
  const offices = officesOf(sentence);
  const around = offices.map((office, i): Around => {
    const earlier = offices[i - 1];
    // "Florida Republican Sen. Mark Rubin": the party is passed over.
    const floor = earlier && partisans.has(earlier.noun) ? offices[i - 2]?.to : earlier?.to;
    return { office, left: readLeft(sentence, office, floor ?? 0), right: readRight(sentence, office) };
  });
  return around.map((_, i) => read(sentence, around, i));
}

interface Around {
  readonly office: Office;
  readonly left: Left;
  readonly right: Right;
}

function officesOf(sentence: Sentence): Office[] {
  const found: Office[] = [];
  for (let piece = 0; piece < sentence.pieces.length; ) {
    const office = officeIn(sentence, piece);
    if (office === undefined || !isOffice(sentence, office)) {
      piece++;
      continue;
    }
    found.push(office);
    piece = Math.max(sentence.pieceOf(office.to), piece + 1);
  }
  // "deputy secretary", "chief prosecutor", "vice president candidate": the last noun is the office.
  return found.filter((office, i) => {
    const next = found[i + 1];
    if (next?.from !== office.to) return true;
    if (leading.has(office.noun)) return false;
    // "its founder President Holt"
    const isCapital = /^\p{Lu}/u;
    if (!isCapital.test(sentence.form(office.from)) && isCapital.test(sentence.form(next.from))) return true;
    // "Justice Minister" is one office, "Justice Minister Gen. Stone" two, "Prime Minister Sheikh Said" as well.
    return ranks.has(next.role.office) || partisans.has(office.noun) || ranks.has(office.role.office);
  });
}

/** Titles that another office may stand right before. */
const ranks = new Set(['OFFICER_OF', 'CLERIC_OF', 'ROYAL_OF', 'LAWMAKER_OF']);

const leading = new Set(['deputy', 'chief', 'head', 'executive', 'general', 'boss', 'member', 'security']);

/** Nouns that are other words as well: these count only where the tagger says noun. */
function isOffice(sentence: Sentence, { from, to, noun, role }: Office): boolean {
  const named = sentence.nameAt(from);
  if (named !== undefined && !(named.from === from && named.to <= to)) return false;
  const last = to - 1;
  const isNoun = sentence.isNoun(last) || sentence.words[last]?.upos === 'PROPN';
  const next = sentence.words[to];
  // "Denmark’s premier, Mette Holm": taken for an adjective, but no noun follows.
  const alone =
    sentence.tag(last) === 'JJ' &&
    (sentence.personAt(to) !== undefined || !/^(?:NN|JJ|CD|HYPH)/.test(next?.xpos ?? ''));
  if (to - from === 1 && !isNoun && !alone && !/\./.test(sentence.form(from))) return false;
  if (leading.has(noun) && next && /^(?:JJ|NN)/.test(next.xpos) && sentence.personAt(to) === undefined)
    return false;
  if (abbreviated.has(noun) && !/\.$/.test(sentence.form(last)) && noun === sentence.form(from)) return false;
  if ((partisans.has(noun) || noun === 'pm') && !/^\p{Lu}/u.test(sentence.form(from))) return false;
  if (role.office === 'NATIONAL_OF' && /^\p{Lu}/u.test(sentence.form(from))) return false;
  // "the chairman role", "minister-level": a noun goes on.
  if (
    next !== undefined &&
    /^NNS?$/.test(next.xpos) &&
    sentence.nameAt(to) === undefined &&
    /^\p{Ll}/u.test(next.form) &&
    officeIn(sentence, sentence.pieceOf(to)) === undefined &&
    !statusWords.has(next.form) &&
    role.office !== 'OFFICER_OF'
  )
    return false;
  return true;
}

/** Short forms that are other words in small letters. */
const abbreviated = new Set('gov gen col lt maj capt adm sgt sen rep rev brig'.split(' '));

function read(sentence: Sentence, all: readonly Around[], i: number): OfficePhrase {
  const { office, left, right } = all[i] as Around;
  const relation = relationOf(office, left, sentence.form(office.from));
  return {
    ...office,
    office: relation,
    title: { from: left.title, to: right.title },
    from: left.from,
    to: right.to,
    next: right.next,
    bodies: partisans.has(office.noun)
      ? [{ office: 'MEMBER_OF', place: sentence.place(office.from, office.to), named: undefined }]
      : bodiesOf(sentence, office, relation, besides(sentence, all, i)),
    told: right.told ?? left.told,
    determiner: left.determiner,
  };
}

function relationOf({ role, noun, from }: Office, { under, title, bodies }: Left, capital: string): string {
  if (noun === 'captain' && /^\p{Lu}/u.test(capital)) return 'OFFICER_OF';
  // "the U.S. attorney for Ohio" prosecutes.
  if (noun === 'attorney' && bodies.some(({ named }) => named?.name.country?.by === 'country'))
    return 'PROSECUTOR_OF';
  // "health and human services secretary"; "press secretary" and the like are listed.
  if (noun === 'secretary' && under === undefined && title < from) return 'MINISTER_OF';
  if (under === undefined || role.of === 'person' || sharedByDeputies.has(role.office)) return role.office;
  return under === 'vice' && noun === 'president' ? 'VICE_PRESIDENT_OF' : 'OFFICIAL_OF';
}

/** What stands beside an office, or beside the one that it is joined to: "founder and head of Acme", "Acme founder and head". */
function besides(sentence: Sentence, all: readonly Around[], i: number): readonly Beside[] {
  const { office, left, right } = all[i] as Around;
  // "the U.K. director of Amnesty": what "of" names.
  const hasNamed = left.bodies.some((body) => body.named !== undefined);
  const of = right.bodies.some(
    (body) => body.preposition === 'of' && (body.named !== undefined || !hasNamed),
  );
  // "Amnesty's director for Britain": whose she is, not where she works.
  const where = hasNamed && placed.has(office.role.office);
  const after = where ? right.bodies.filter((body) => body.named?.name.type !== 'Place') : right.bodies;
  const own = of ? right.bodies : [...left.bodies, ...after];
  const [earlier, next] = [all[i - 1], all[i + 1]];
  if (own.length > 0) return own;
  if (next !== undefined && isJoined(sentence, all[i] as Around, next))
    return next.right.bodies.filter((body) => mayShare((all[i] as Around).office, body));
  if (earlier !== undefined && isJoined(sentence, earlier, all[i] as Around)) return earlier.left.bodies;
  return own;
}

/** A finance minister who leads a party as well is no minister of the party. */
const mayShare = ({ role }: Office, { named }: Beside): boolean =>
  !civicOffices.has(role.office) || named?.name.type === 'Place';

const placed: ReadonlySet<string> = new Set(['DIRECTOR_OF', 'OFFICIAL_OF', 'COMMANDER_OF']);

const isJoined = (sentence: Sentence, earlier: Around, next: Around): boolean =>
  /^(?:and|&|\/)$/.test(sentence.lower(earlier.right.to)) &&
  next.left.from === earlier.right.to + 1 &&
  next.left.determiner === undefined &&
  earlier.office.plural === next.office.plural;

/** What a phrase beside an office makes it: kept where the role may be of such a thing. */
function bodiesOf(sentence: Sentence, { role }: Office, office: string, beside: readonly Beside[]): Body[] {
  return beside.flatMap((phrase): Body[] => {
    const { named, preposition } = phrase;
    const place = placeOf(sentence, phrase);
    const isPerson = named?.name.type === 'Person';
    if (isPerson && role.of === 'body') return [];
    if (!isPerson && role.of === 'person' && (named !== undefined || !isDefinite(phrase))) return [];
    if (tradeOffices.has(office) && named?.name.type === 'Place') {
      const told = ofPlace(office, phrase, named, /^[\p{Lu}.]+$/u.test(sentence.form(named.from)));
      return told === undefined ? [] : [{ office: told, place, named }];
    }
    const by = preposition === undefined ? undefined : role.by[preposition];
    if (by !== undefined) return [{ office: by, place, named }];
    const ofOrganization = named?.name.type === 'Organization' ? role.ofOrganization : undefined;
    const ofForce = forceNouns.has(sentence.lower(phrase.to - 1)) ? roleInForce.get(office) : undefined;
    return [{ office: ofOrganization ?? ofForce ?? office, place, named }];
  });
}

/** What a trade is to a place beside it; undefined where it only works there. */
function ofPlace(
  office: string,
  { preposition, possessive }: Beside,
  { name }: Named,
  isShort: boolean,
): string | undefined {
  if (preposition !== undefined)
    return /^(?:FOUNDED|OWNED|CLERIC_OF)$/.test(office) || !/^(?:from|in|of)$/.test(preposition)
      ? office
      : undefined;
  const by = name.country?.by;
  if (teamOffices.has(office)) return by === 'demonym' ? 'NATIONAL_OF' : office;
  // "US journalist", but "Iran expert".
  if (by === 'demonym' || (by === 'country' && !possessive && isShort)) return 'NATIONAL_OF';
  return office === 'CLERIC_OF' ? office : undefined;
}

const isDefinite = ({ determiner }: Beside): boolean =>
  determiner !== undefined && !/^(?:an?|some|any|no|another|every|each)$/.test(determiner);
