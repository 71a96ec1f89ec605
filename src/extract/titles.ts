// Offices and kinship that an article states in passing: titles, appositions, "is the mayor of", "his wife, Anna Holt".
import type { Office } from './offices.ts';
import type { NounPhrase, Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Referents } from './refer.ts';
import { familyNouns, statusWords } from './rules/offices.ts';
import type { Word } from './tag.ts';
import type { Thing } from './things.ts';

/** Words `from` to `to` of a sentence that stand for a thing. */
export interface Place {
  readonly thing: Thing;
  readonly from: number;
  readonly to: number;
  readonly form: 'name' | 'nominal' | 'pronoun';
}

/** "A is president of B", read off a sentence. */
export interface TitleFact {
  readonly sentence: number;
  readonly predicate: string;
  readonly holder: Place;
  /** Missing where the sentence names none: then it is only a fact for refer.ts. */
  readonly body: Place | undefined;
  /** "former", "acting". */
  readonly status: number | undefined;
  readonly office: Office | undefined;
  /** 0–1. */
  readonly confidence: number;
}

/** The facts of one sentence that can be had from names alone, in order. */
export function titlesOf(reading: Reading, referents: Referents): TitleFact[] {
  const { list } = reading;
  return list.flatMap((phrase, at) => {
    if (phrase.kind !== 'noun') return [];
    const members = phrase.members.length > 0 ? phrase.members : [phrase];
    return members.flatMap((member, k) => {
      const last = k === members.length - 1;
      return inPhrase(reading, referents, member, at, last);
    });
  });
}

function inPhrase(
  reading: Reading,
  referents: Referents,
  phrase: NounPhrase,
  at: number,
  last: boolean,
): TitleFact[] {
  const { head } = phrase;
  if (head.name?.sense === 'person') return beforeName(reading, referents, phrase, at, last);
  if (head.office !== undefined && !head.office.plural) {
    const holder = holderOf(reading, referents, phrase, at);
    return holder === undefined ? [] : byNoun(reading, referents, phrase, at, head.office, holder);
  }
  return [];
}

/** "US President Donald Trump", "London’s mayor Ada Price", "President Ada Price of Chile". */
function beforeName(
  reading: Reading,
  referents: Referents,
  phrase: NounPhrase,
  at: number,
  last: boolean,
): TitleFact[] {
  const holder = placeOf(reading, referents, phrase.head);
  if (holder === undefined) return [];
  return phrase.modifiers.flatMap((word, i): TitleFact[] => {
    if (word.office === undefined || word.office.plural) return [];
    const before = phrase.modifiers.slice(0, i);
    const isBody = (other: Word) => other.name !== undefined && other.name.sense !== 'person';
    const named = before.findLast(isBody) ?? phrase.modifiers.slice(i + 1).find(isBody);
    const owner =
      phrase.owner?.head.name === undefined || phrase.owner.head.name.sense === 'person'
        ? undefined
        : phrase.owner.head;
    const body =
      placeOf(reading, referents, named ?? owner) ??
      (last ? bodyAfter(reading, referents, at, word.office) : undefined);
    return [fact(reading, word.office, holder, body, before)];
  });
}

/** Who holds the office that a phrase describes: whom it is apposed to, who follows it, of whom it is said. */
function holderOf(reading: Reading, referents: Referents, phrase: NounPhrase, at: number): Place | undefined {
  const { list, clauses } = reading;
  if (phrase.apposed) {
    const before = list[at - 2];
    const named = before?.kind === 'noun' ? (before.members.at(-1) ?? before) : undefined;
    return named?.head.name?.sense === 'person' ? placeOf(reading, referents, named.head) : undefined;
  }
  const following = followingName(list, at);
  if (following !== undefined) return placeOf(reading, referents, following.head);
  const copula = clauses.find(
    (clause) => /^(?:be|become|remain)$/.test(clause.verb.lemma) && clause.objects[0]?.from === phrase.from,
  );
  if (copula?.subject == null || copula.negated || copula.modality !== 'actual') return undefined;
  return copula.subject.head.name?.sense === 'person'
    ? placeOf(reading, referents, copula.subject.head)
    : undefined;
}

/** "London’s mayor, Ada Price, said"; "a spokesman for the Commission, Tom Varga, said". */
function followingName(list: readonly Phrase[], at: number): NounPhrase | undefined {
  let comma = at + 1;
  if (list[comma]?.kind === 'preposition' && list[comma + 1]?.kind === 'noun') comma += 2;
  const name = list[comma + 1];
  if (
    list[comma]?.kind !== 'comma' ||
    name?.kind !== 'noun' ||
    name.members.length > 0 ||
    name.head.name?.sense !== 'person'
  )
    return undefined;
  if (name.modifiers.length > 0) return undefined;
  const after = list[comma + 2];
  return after === undefined ||
    after.kind === 'comma' ||
    after.kind === 'break' ||
    after.kind === 'verb' ||
    after.kind === 'subordinator'
    ? name
    : undefined;
}

function byNoun(
  reading: Reading,
  referents: Referents,
  phrase: NounPhrase,
  at: number,
  office: Office,
  holder: Place,
): TitleFact[] {
  const named = phrase.modifiers.findLast((word) => word.name !== undefined && word.name.sense !== 'person');
  const owner = phrase.owner?.head.name?.sense === 'person' ? undefined : phrase.owner?.head;
  const own = placeOf(reading, referents, named ?? owner);
  const after = bodyAfter(reading, referents, at, office);
  const facts = own === undefined ? [] : [fact(reading, office, holder, own, phrase.modifiers)];
  const preposition = reading.list[at + 1];
  const by = preposition?.kind === 'preposition' ? office.rule.by?.[preposition.lower] : undefined;
  if (after !== undefined && by !== undefined)
    return [...facts, { ...fact(reading, office, holder, after, phrase.modifiers), predicate: by }];
  // "the U.K. director of Amnesty": the body is what "of" names.
  if (after !== undefined) return [fact(reading, office, holder, after, phrase.modifiers)];
  return facts.length > 0 ? facts : [fact(reading, office, holder, undefined, phrase.modifiers)];
}

function bodyAfter(reading: Reading, referents: Referents, at: number, office: Office): Place | undefined {
  const [preposition, phrase] = [reading.list[at + 1], reading.list[at + 2]];
  if (preposition?.kind !== 'preposition' || phrase?.kind !== 'noun') return undefined;
  const fits =
    preposition.lower === 'of' ||
    office.rule.prepositions?.includes(preposition.lower) ||
    office.rule.by?.[preposition.lower] !== undefined;
  const head = (phrase.members[0] ?? phrase).head;
  return fits && head.name !== undefined ? placeOf(reading, referents, head) : undefined;
}

function fact(
  reading: Reading,
  office: Office,
  holder: Place,
  body: Place | undefined,
  modifiers: readonly Word[],
): TitleFact {
  const status = modifiers.find((word) => statusWords.has(word.lower));
  return {
    sentence: reading.index,
    predicate: office.rule.predicate,
    holder,
    body: body?.thing === holder.thing ? undefined : body,
    status: status === undefined ? undefined : reading.words.indexOf(status),
    office,
    confidence: 0.9,
  };
}

function placeOf(reading: Reading, referents: Referents, word: Word | undefined): Place | undefined {
  if (word === undefined) return undefined;
  const thing = referents.thingAt(reading.index, word);
  if (thing === undefined) return undefined;
  const at = reading.words.indexOf(word);
  return { thing, from: at, to: at, form: word.name?.sense === 'demonym' ? 'nominal' : 'name' };
}

/** "his Chilean counterpart Ada Price" holds the office that "he" holds elsewhere: known before descriptions are resolved. */
export function counterpartsOf(reading: Reading, referents: Referents): TitleFact[] {
  return membersOf(reading).flatMap((member) => counterpart(reading, referents, member));
}

const membersOf = (reading: Reading): NounPhrase[] =>
  reading.list.flatMap((phrase) =>
    phrase.kind !== 'noun' ? [] : phrase.members.length > 0 ? phrase.members : [phrase],
  );

/**
 * What needs the names' offices first: "his Chilean counterpart Ada Price" holds the office that "he" holds elsewhere;
 * "his wife, Anna Holt" is married to him; "the Chilean president" whom refer.ts took for someone holds that office.
 */
export function laterTitlesOf(reading: Reading, referents: Referents): TitleFact[] {
  return reading.list.flatMap((phrase, at) => {
    if (phrase.kind !== 'noun') return [];
    const members = phrase.members.length > 0 ? phrase.members : [phrase];
    return members.flatMap((member) => [
      ...counterpart(reading, referents, member),
      ...kin(reading, referents, member, at),
      ...described(reading, referents, member),
    ]);
  });
}

function counterpart(reading: Reading, referents: Referents, phrase: NounPhrase): TitleFact[] {
  const at = phrase.modifiers.findIndex((word) =>
    /^(?:counterpart|colleague|opposite number)$/.test(word.lower),
  );
  if (at === -1 || phrase.head.name?.sense !== 'person') return [];
  const holder = placeOf(reading, referents, phrase.head);
  const body = placeOf(
    reading,
    referents,
    phrase.modifiers.slice(0, at).findLast((word) => word.name !== undefined),
  );
  const possessive = phrase.modifiers.find((word) => word.tag === 'possessive');
  if (holder === undefined || body === undefined || possessive === undefined) return [];
  const [owner] = referents.resolve(reading.index, asPhrase(reading, possessive));
  const office = referents.facts.find(
    (known) => known.holder === owner?.thing && known.body !== undefined,
  )?.office;
  return office === undefined
    ? []
    : [{ ...fact(reading, office, holder, body, phrase.modifiers), confidence: 0.8 }];
}

function asPhrase(reading: Reading, word: Word): NounPhrase {
  const at = reading.words.indexOf(word);
  return { kind: 'noun', from: at, to: at, head: word, modifiers: [], members: [], apposed: false };
}

function kin(reading: Reading, referents: Referents, phrase: NounPhrase, at: number): TitleFact[] {
  const { list, index } = reading;
  const word = [...phrase.modifiers, phrase.head].find((other) => familyNouns.has(other.lower));
  if (word === undefined) return [];
  const possessive = phrase.modifiers.find((other) => other.tag === 'possessive');
  const owner = phrase.owner ?? (possessive && asPhrase(reading, possessive));
  const next = list[at + 2];
  const named =
    phrase.head.name !== undefined
      ? phrase
      : list[at + 1]?.kind === 'comma' && next?.kind === 'noun' && next.head.name?.sense === 'person'
        ? (next.members[0] ?? next)
        : undefined;
  if (owner === undefined || named === undefined) return [];
  const [of] = referents.resolve(index, owner);
  const relative = placeOf(reading, referents, named.head);
  if (of === undefined || relative === undefined || of.thing === relative.thing || of.thing.type !== 'Person')
    return [];
  return [
    {
      sentence: index,
      predicate: familyNouns.get(word.lower) as string,
      holder: of,
      body: relative,
      status: undefined,
      office: undefined,
      confidence: 0.85,
    },
  ];
}

function described(reading: Reading, referents: Referents, phrase: NounPhrase): TitleFact[] {
  const { office } = phrase.head;
  if (office === undefined || office.plural || phrase.apposed) return [];
  const named = phrase.modifiers.findLast((word) => word.name !== undefined && word.name.sense !== 'person');
  const at = reading.list.findIndex((other) => other.kind === 'noun' && other.from === phrase.from);
  const after = at === -1 ? undefined : bodyAfter(reading, referents, at, office);
  const own = placeOf(reading, referents, named ?? phrase.owner?.head);
  const body = own ?? after;
  if (body === undefined || body.thing.type === 'Person') return [];
  const [holder] = referents.resolve(reading.index, phrase);
  if (holder === undefined) return [];
  const to = office.rule.by?.[(reading.list[at + 1] as { lower?: string } | undefined)?.lower ?? ''];
  const abroad =
    own !== undefined && after !== undefined && to !== undefined
      ? [{ ...fact(reading, office, holder, after, phrase.modifiers), predicate: to, confidence: 0.7 }]
      : [];
  const known = referents.facts.find((other) => other.holder === holder.thing && other.body === body.thing);
  // "the Chilean leader" of whom the article says that he is president: that office, not another.
  return [
    { ...fact(reading, known?.office ?? office, holder, body, phrase.modifiers), confidence: 0.7 },
    ...abroad,
  ];
}
