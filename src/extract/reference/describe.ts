// Whom or what a description stands for: offices, kin, counterparts, whoever acts for a country. Bodies and places: body.ts.
// Precision before recall: a description that no rule is sure of opens a chain of its own.

import { isOwnWord } from './barred.ts';
import { body, fightersOf, hasModifier, isBodyNoun, isNear } from './body.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { groupOf } from './group.ts';
import type { Mention } from './mention.ts';
import { bodyOf, isHead, isOffice, isTold, type Office, type OfficeFact, officeAt } from './office.ts';
import { eventNouns } from './rules/events.ts';
import { actingNouns } from './rules/groups.ts';
import { relationalNouns } from './rules/people.ts';
import { actsFor } from './speaker.ts';
import { agrees, type Tie } from './ties.ts';

/** How far back a description may reach, in sentences. */
const REACH = 12;

/** The chain that a description stands for, by the first rule that is sure. Cost: the things in mind, and the offices known. */
export function describe(context: Context, mention: Mention): Tie | undefined {
  return (
    groupOf(context, mention) ??
    forCountry(context, mention) ??
    counterpart(context, mention) ??
    kin(context, mention) ??
    stranger(context, mention) ??
    officer(context, mention) ??
    identified(context, mention) ??
    trade(context, mention) ??
    fightersOf(context, mention) ??
    body(context, mention) ??
    event(context, mention) ??
    again(context, mention) ??
    verbatim(context, mention)
  );
}

const isDefinite = ({ determiner }: Mention): boolean =>
  determiner === 'the' || determiner === 'this' || determiner === 'owner';

/** "The Chilean side", "Chile’s government", "its country": the country. */
function forCountry(context: Context, mention: Mention): Tie | undefined {
  const owner = ownerOf(context, mention);
  if (mention.word === 'country' && owner?.country !== undefined)
    return { chain: owner, confidence: 0.8, reason: 'a country’s country' };
  const led =
    owner?.type === 'Person' && /^(?:country|government)$/.test(mention.word) && actsFor(context, owner);
  if (led && led.country !== undefined)
    return { chain: led, confidence: 0.75, reason: `the country that ${owner.name} acts for` };
  if (!actingNouns.has(mention.word)) return undefined;
  const country = bodyOf(context, mention);
  if (country?.country !== undefined)
    return { chain: country, confidence: 0.85, reason: 'acts for the country that it names' };
  if (mention.word !== 'government' || mention.determiner !== 'the' || hasModifier(context, mention))
    return undefined;
  const only =
    onlyOne(context, mention, (chain) => chain.country !== undefined, 2) ?? onlyLater(context, mention);
  return only && { chain: only, confidence: 0.6, reason: 'the government of the only country near it' };
}

/** "Soldiers overthrew the government in Peru": where no country has been named, the one that its sentence goes on to name. */
function onlyLater(context: Context, mention: Mention): Chain | undefined {
  if (context.recent.some((chain) => chain.country !== undefined)) return undefined;
  const later = (context.mentions[mention.sentence] ?? []).flatMap((other) => {
    const chain = other.head > mention.head ? context.named(other) : undefined;
    return chain?.country === undefined ? [] : [chain];
  });
  return new Set(later).size === 1 ? later[0] : undefined;
}

/** "His US counterpart": who has the owner’s office there. With a name beside it ties.ts has settled it already. */
function counterpart(context: Context, mention: Mention): Tie | undefined {
  if (mention.word !== 'counterpart' || mention.number === 'many') return undefined;
  const there = bodyOf(context, mention);
  const owner = ownerOf(context, mention);
  const offices = context.facts.filter((fact) => fact.holder === owner);
  if (there === undefined) return likeOffice(context, mention, owner, offices);
  const holders = holdersOf(
    context,
    (fact) =>
      fact.body === there &&
      fact.holder !== owner &&
      (offices.length === 0
        ? isHead(fact.office)
        : offices.some(
            ({ office }) => isOffice(fact.office, office) || (isHead(fact.office) && isHead(office)),
          )),
  );
  return holders.length === 1
    ? { chain: holders[0] as Chain, confidence: 0.8, reason: `holds the like office of ${there.name}` }
    : undefined;
}

/** "His counterpart" after two presidents: the other one. */
function likeOffice(
  context: Context,
  mention: Mention,
  owner: Chain | undefined,
  offices: readonly OfficeFact[],
): Tie | undefined {
  const isOther = context.syntax(mention).child(mention.head, 'amod', 'compound') !== undefined;
  if (owner === undefined || isOther) return undefined;
  const holders = holdersOf(
    context,
    (fact) => fact.holder !== owner && offices.some(({ office }) => isOffice(fact.office, office)),
  ).filter((chain) => isNear(chain, mention, 2));
  return holders.length === 1
    ? {
        chain: holders[0] as Chain,
        confidence: 0.7,
        reason: 'the only other one near it who holds such an office',
      }
    : undefined;
}

/** The chain of whoever owns: "his" in "his wife". */
export function ownerOf(context: Context, mention: Pick<Mention, 'sentence' | 'head'>): Chain | undefined {
  const at = context.syntax(mention).child(mention.head, 'nmod:poss');
  return at === undefined ? undefined : context.chainAt(mention.sentence, at);
}

/** "His wife" after "his wife, Anna Moss": the same owner’s same relative. */
function kin(context: Context, mention: Mention): Tie | undefined {
  if (!relationalNouns.has(mention.word) || mention.number === 'many') return undefined;
  const owner = ownerOf(context, mention);
  if (owner === undefined) return undefined;
  const known = context.kin.get(`${owner.key} ${mention.word}`);
  return (
    known && { chain: known, confidence: 0.85, reason: `the ${mention.word} of ${owner.name}, as before` }
  );
}

function holdersOf(context: Context, isRight: (fact: OfficeFact) => boolean): Chain[] {
  return [...new Set(context.facts.filter(isRight).map((fact) => fact.holder))];
}

/** "The diplomat" after "a diplomat": whoever was not named then is not named now. */
function stranger(context: Context, mention: Mention): Tie | undefined {
  if (mention.kind !== 'person' || mention.number !== 'one' || bodyOf(context, mention) !== undefined)
    return undefined;
  if (mention.determiner !== 'the' && mention.determiner !== 'this') return undefined;
  const chain = context.recent.find(({ nouns, number }) => nouns.has(mention.word) && number === 'one');
  if (chain === undefined || chain.named || chain.read[0]?.determiner !== 'a' || !isNear(chain, mention, 3))
    return undefined;
  return { chain, confidence: 0.7, reason: `the ${mention.word} who has not been named` };
}

/** "The Chilean president", "the mayor": the one of the article who holds that office. */
function officer(context: Context, mention: Mention): Tie | undefined {
  if (mention.kind !== 'person' || mention.number !== 'one') return undefined;
  const office = officeAt(context.syntax(mention), mention.from, mention.head);
  const there = bodyOf(context, mention);
  if (
    office === undefined ||
    !(isDefinite(mention) || (there !== undefined && mention.determiner === 'none'))
  )
    return undefined;
  const time = timeOf(context, mention);
  if (time === 'other' || (mention.determiner === 'owner' && there === undefined)) return undefined;
  const isPast = time === 'past';
  const isRight = (fact: OfficeFact) =>
    fact.isFormer === isPast &&
    (isTold(fact.office) || there !== undefined) &&
    isOffice(fact.office, office) &&
    suits(fact.holder, office);
  const said = there === undefined ? 'the office' : `the office of ${there.name}`;
  const sure = there === undefined ? [] : holdersOf(context, (fact) => isRight(fact) && fact.body === there);
  const soon = sure.length === 1 ? soonerThan(context, sure[0] as Chain, isRight) : undefined;
  if (soon !== undefined)
    return { chain: soon, confidence: 0.6, reason: `the first to be named of those who may hold ${said}` };
  if (sure.length === 1) return { chain: sure[0] as Chain, confidence: 0.95, reason: `holds ${said}` };
  const open = holdersOf(
    context,
    // "President Moss" may be whoever leads the country that is named, but not the bank.
    (fact) =>
      isRight(fact) && (there === undefined || (fact.body === undefined && there.country !== undefined)),
  );
  const holders = sure.length > 0 ? sure : open;
  // Of whom nothing has been said yet "the minister" says nothing either.
  if (holders.length === 1 && (there !== undefined || isHead(office) || holders[0]?.read.length !== 0))
    return {
      chain: holders[0] as Chain,
      confidence: there === undefined ? 0.85 : 0.75,
      reason: `the only one here who holds ${said}`,
    };
  if (holders.length > 1) {
    const near = context.recent.filter(
      (chain) =>
        holders.includes(chain) && isNear(chain, mention, REACH) && !isOwnWord(context, mention, chain),
    );
    const last =
      near.find((chain) => wasSubject(chain, mention)) ?? (there === undefined ? near[0] : undefined);
    return last && { chain: last, confidence: 0.6, reason: `spoken of last of those who hold ${said}` };
  }
  return isPast ? undefined : byElimination(context, mention, office, there);
}

/**
 * "It may founder on Ada Moss. The defence minister …": whom the sentence before names for the first time, and says nothing
 * of. A bare "the president" may be anybody.
 */
function identified(context: Context, mention: Mention): Tie | undefined {
  if (mention.kind !== 'person' || mention.number !== 'one') return undefined;
  if (mention.role !== 'subject' || timeOf(context, mention) !== 'now') return undefined;
  const office = officeAt(context.syntax(mention), mention.from, mention.head);
  const there = bodyOf(context, mention);
  const isCountrys = mention.determiner === 'owner' && there?.country !== undefined;
  if (mention.determiner !== 'the' && !isCountrys) return undefined;
  if (office === undefined || (office.field === undefined && there === undefined)) return undefined;
  const before = context.recent.filter(
    ({ type, named, read }) => type === 'Person' && named && read.at(-1)?.sentence === mention.sentence - 1,
  );
  const isKnown = (chain: Chain) =>
    context.facts.some(({ holder, isFormer }) => holder === chain && !isFormer);
  const first = before.filter(({ read }) => read[0]?.sentence === mention.sentence - 1);
  // "Bell is the best witness that Ada Moss could wish for. Peru’s prosecutor general …": Bell has been spoken of before.
  const [only] = isCountrys ? first.filter((chain) => !isKnown(chain)) : before;
  if (only === undefined || (isCountrys ? first : before).length > 1 || !first.includes(only))
    return undefined;
  if (isKnown(only) || !suits(only, office) || isOwnWord(context, mention, only)) return undefined;
  context.learn({ holder: only, office, body: there, isFormer: false });
  return { chain: only, confidence: 0.6, reason: 'whom the sentence before names for the first time' };
}

/** "Chile summoned Peru’s envoy. Ambassador Omar Reyes …": who is named sooner, of a country that isn't said. */
function soonerThan(
  context: Context,
  holder: Chain,
  isRight: (fact: OfficeFact) => boolean,
): Chain | undefined {
  if (holder.read.length > 0) return undefined;
  const others = holdersOf(context, (fact) => isRight(fact) && fact.body === undefined);
  for (const chain of context.names.values()) {
    if (chain === holder) return undefined;
    if (others.includes(chain) && chain.read.length === 0) return chain;
  }
  return undefined;
}

/** "The writer", "the striker" after one person who was the subject before, and nobody else. */
function trade(context: Context, mention: Mention): Tie | undefined {
  if (mention.kind !== 'person' || mention.number !== 'one' || mention.determiner !== 'the') return undefined;
  if (mention.word === 'old') return aged(context, mention);
  if (mention.role !== 'subject' || hasModifier(context, mention)) return undefined;
  if (anybody.has(mention.word) || isBodyNoun(mention.word)) return undefined;
  const office = officeAt(context.syntax(mention), mention.from, mention.head);
  if (office !== undefined && (isHead(office) || publicOffices.has(office.predicate))) return undefined;
  const people = context.recent.filter((chain) => chain.type === 'Person' && isNear(chain, mention, 2));
  const [only] = people;
  if (only === undefined || people.length > 1 || !only.named || !wasSubject(only, mention)) return undefined;
  if (mention.gender !== undefined && only.gender !== undefined && mention.gender !== only.gender)
    return undefined;
  if (context.facts.some(({ holder, isFormer }) => holder === only && !isFormer) && office === undefined)
    return undefined;
  return isOwnWord(context, mention, only)
    ? undefined
    : { chain: only, confidence: 0.55, reason: 'the only person near it, and the subject before it' };
}

/** "The 45-year-old": the one who was the subject of the sentence before. */
function aged(context: Context, mention: Mention): Tie | undefined {
  const people = context.recent.filter(
    (chain) => chain.type === 'Person' && chain.named && wasSubject(chain, mention),
  );
  const [only] = people;
  return only !== undefined && people.length === 1 && !isOwnWord(context, mention, only)
    ? { chain: only, confidence: 0.65, reason: 'the person who was the subject before it' }
    : undefined;
}

/** Offices whose holder the text names or says otherwise who it is. */
const publicOffices: ReadonlySet<string> = new Set(
  'MINISTER_OF OFFICIAL_OF SPOKESPERSON_FOR JUDGE_OF AMBASSADOR_OF DIRECTOR_OF MEMBER_OF GOVERNOR_OF MAYOR_OF LAWMAKER_OF'.split(
    ' ',
  ),
);

/** Nouns for people who are rarely the one that has been named. */
const anybody: ReadonlySet<string> = new Set(
  `victim suspect witness driver man woman boy girl child person judge lawyer prosecutor official spokesman spokeswoman
   spokesperson analyst expert reporter journalist source guard officer killer attacker gunman winner loser reader voter friend
   neighbour neighbor colleague partner wife husband son daughter brother sister mother father parent rival opponent enemy
   public customer patient passenger resident citizen speaker listener interviewer host author`.split(/\s+/),
);

/** A subject in this sentence or the one before. */
const wasSubject = (chain: Chain, mention: Mention): boolean =>
  chain.read.slice(-6).some((other) => other.role === 'subject' && mention.sentence - other.sentence <= 1);

const suits = (chain: Chain, office: Office): boolean =>
  chain.gender === undefined || office.gender === undefined || chain.gender === office.gender;

/** "The former mayor" once held the office; "the next mayor", "another mayor" is someone else. */
function timeOf(context: Context, mention: Mention): 'now' | 'past' | 'other' {
  const syntax = context.syntax(mention);
  const words = syntax.children(mention.head, 'amod').map((at) => syntax.word(at).form.toLowerCase());
  if (words.some((word) => otherHolders.has(word))) return 'other';
  const isEx = /^ex-/i.test(syntax.word(mention.head).form);
  return isEx || words.some((word) => word === 'former' || word === 'ex') ? 'past' : 'now';
}

const otherHolders = new Set([
  'late',
  'next',
  'future',
  'new',
  'first',
  'last',
  'previous',
  'other',
  'another',
]);

/** "The Chilean president" where nobody is called so: the one person much spoken of who has no office. */
function byElimination(
  context: Context,
  mention: Mention,
  office: Office,
  there: Chain | undefined,
): Tie | undefined {
  if (there?.country === undefined || !isHead(office)) return undefined;
  const busy = new Set(context.facts.map((fact) => fact.holder));
  const free = context.recent.filter(
    (chain) =>
      chain.named &&
      chain.type === 'Person' &&
      chain.names > 1 &&
      !busy.has(chain) &&
      suits(chain, office) &&
      isNear(chain, mention, 3),
  );
  if (free.length !== 1) return undefined;
  const holder = free[0] as Chain;
  context.learn({ holder, office, body: there, isFormer: false });
  return { chain: holder, confidence: 0.55, reason: 'the only person near it without an office' };
}

function onlyOne(
  context: Context,
  mention: Mention,
  fits: (chain: Chain) => boolean,
  reach: number,
): Chain | undefined {
  const found = context.recent.filter((chain) => fits(chain) && isNear(chain, mention, reach));
  return found.length === 1 ? found[0] : undefined;
}

/** "The building" after "a building": the same noun, definite. */
function again(context: Context, mention: Mention): Tie | undefined {
  if (!isDefinite(mention) || mention.number === undefined) return undefined;
  const owner = mention.determiner === 'owner' ? ownerOf(context, mention) : undefined;
  if (mention.determiner === 'owner' && owner === undefined) return undefined;
  const chain = context.recent.find(
    (other) =>
      other.nouns.has(mention.word) &&
      other.number === mention.number &&
      isNear(other, mention, REACH) &&
      agrees(mention, other),
  );
  if (
    chain === undefined ||
    (chain.named && (mention.determiner === 'owner' || bodyOf(context, mention) !== undefined)) ||
    isOfElse(context, mention, chain)
  )
    return undefined;
  return { chain, confidence: 0.7, reason: `“${mention.word}” as before` };
}

/** "The finance minister" is not who was called the health minister. */
function isOfElse(context: Context, mention: Mention, chain: Chain): boolean {
  const office = officeAt(context.syntax(mention), mention.from, mention.head);
  if (office?.field === undefined || !chain.named) return false;
  const held = context.facts.filter(
    (fact) => fact.holder === chain && fact.office.predicate === office.predicate,
  );
  return held.length > 0 && held.every((fact) => !isOffice(fact.office, office));
}

/** "The two-hour conversation" after "a call": the same kind of event, the only one near it. */
function event(context: Context, mention: Mention): Tie | undefined {
  const kinds = eventNouns.get(mention.word);
  if (kinds === undefined || mention.number !== 'one') return undefined;
  if (mention.determiner !== 'the' && mention.determiner !== 'this') return undefined;
  const near = context.recent.filter(
    (chain) =>
      chain.type === 'Event' &&
      chain.number === 'one' &&
      isNear(chain, mention, 5) &&
      [...chain.nouns].some((noun) => shares(noun, kinds)),
  );
  const [chain] = near;
  if (chain === undefined || near.length > 1) return undefined;
  return { chain, confidence: 0.7, reason: `the only event near it that may be called “${mention.word}”` };
}

const shares = (noun: string, kinds: readonly string[]): boolean =>
  eventNouns.get(noun)?.some((kind) => kinds.includes(kind)) === true;

/** "Religious schools" after "religious schools": the same words, of things in general. */
function verbatim(context: Context, mention: Mention): Tie | undefined {
  if (mention.determiner !== 'none' || (mention.kind === 'person' && mention.number === 'one'))
    return undefined;
  const key = phraseOf(context, mention);
  const chain = context.phrases.get(key);
  return chain && { chain, confidence: 0.6, reason: 'the same words as before' };
}

/** The words of a description, the head as its lemma. */
export function phraseOf(context: Context, mention: Mention): string {
  const words = context.syntax(mention).words.slice(mention.from, mention.head);
  return [...words.map((word) => word.form.toLowerCase()), mention.word].join(' ');
}
