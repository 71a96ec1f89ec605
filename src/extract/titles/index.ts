// Finds offices and roles that an article gives to people: titles, appositions, "X is the president of Y".
import type { Article, Name, Place, Title } from '../article.ts';
import { vagueNouns } from '../rules/role-words.ts';
import { withGovernments } from './government.ts';
import { ahead, before, behind, type Holder, isCourtesy } from './holder.ts';
import { listed } from './lists.ts';
import { ministriesIn } from './ministry.ts';
import { withOwners } from './owner.ts';
import { type OfficePhrase, officePhrases } from './phrase.ts';
import { said } from './predicate.ts';
import { Sentence } from './sentence.ts';
import type { Told } from './status.ts';

import { withTowns } from './town.ts';

export { type Acronym, acronymsOf } from './acronyms.ts';

/** Offices of an article, in reading order; one that has several bodies is several titles. Cost: linear. */
export function titlesOf(article: Article, names: readonly Name[]): Title[] {
  const titles = sentencesOf(article, names).flatMap(titlesIn);
  const owned = withOwners(article, names, titles);
  return withTowns(article, names, withGovernments(article, names, owned));
}

/** An office that the text names, whoever holds it: "the former {British} ambassador to {Chile}". */
export interface OfficeDescription {
  /** Determiner, adjectives and bodies included. */
  readonly place: Place;
  /** The words of the office alone, as in `Title`. */
  readonly words: Place;
  /** As roles.ts lists it, in the singular: "ambassador"; `genderOfRole` knows what it tells. */
  readonly noun: string;
  /** Relation type where no body tells more. */
  readonly office: string;
  readonly bodies: readonly { readonly office: string; readonly place: Place }[];
  readonly plural: boolean;
  readonly turned: boolean;
  readonly status: Title['status'];
  /** As in `Title`. */
  readonly sign: Place | undefined;
  /** In lower case; "the" where a possessive stands for it. */
  readonly determiner: string | undefined;
}

/** Every office that the text names, held or not, in reading order. Cost: linear. */
export function officesOf(article: Article, names: readonly Name[]): OfficeDescription[] {
  return sentencesOf(article, names).flatMap((sentence) =>
    officePhrases(sentence).map(({ role, noun, office, bodies, plural, told, determiner, ...phrase }) => ({
      place: sentence.place(phrase.from, phrase.to),
      words: sentence.place(phrase.title.from, phrase.title.to),
      noun,
      office,
      bodies,
      plural,
      turned: role.turned,
      status: told?.status ?? 'current',
      sign: signOf(sentence, told),
      determiner,
    })),
  );
}

function sentencesOf(article: Article, names: readonly Name[]): Sentence[] {
  const bySentence: Name[][] = article.trees.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  return article.trees.flatMap((tree, index) =>
    tree.kind === 'boilerplate' ? [] : [new Sentence(index, tree, bySentence[index] ?? [])],
  );
}

const signOf = (sentence: Sentence, told: Told | undefined): Place | undefined =>
  told && told.status !== 'current' ? sentence.place(told.at, told.at + 1) : undefined;

function titlesIn(sentence: Sentence): Title[] {
  const phrases = officePhrases(sentence);
  const held = holdersOf(sentence, phrases);
  const offices = phrases.flatMap((phrase, i) =>
    (held[i] ?? []).flatMap((holder) => titles(sentence, phrase, holder)),
  );
  return [...courtesiesIn(sentence), ...ministriesIn(sentence), ...offices].sort(
    (a, b) => a.words.from - b.words.from,
  );
}

/** For each phrase whoever holds its office; a phrase that goes on from the one before it has the same holders. */
function holdersOf(sentence: Sentence, phrases: readonly OfficePhrase[]): (readonly Holder[])[] {
  const startingAt = new Map(
    phrases.flatMap((phrase) => [[phrase.title.from, phrase] as const, [phrase.from, phrase] as const]),
  );
  const near = { startingAt };
  const held: (readonly Holder[])[] = [];
  /** Where the phrases so far end. */
  let reach = 0;
  phrases.forEach((phrase, i) => {
    const list = listed(sentence, phrase);
    if (list !== undefined) held.push(list);
    else if (phrase.plural) held.push([]);
    else {
      // "an aide to the king, Faisal Nasser": the aide is named, not the king.
      const isInner = phrase.to <= reach;
      const beside = before(sentence, phrase, near) ?? behind(sentence, phrase);
      // "Moss is an aide to the king, Faisal Nasser": there it is the king.
      const holdsInner = phrases[i + 1] !== undefined && (phrases[i + 1] as OfficePhrase).to === phrase.to;
      const told = beside === undefined && holdsInner ? said(sentence, phrase) : [];
      const found = beside ?? (isInner || told.length > 0 ? undefined : ahead(sentence, phrase, near));
      held.push(told.length > 0 ? told : found === undefined ? said(sentence, phrase) : [found]);
    }
    const isHeld = (held[i] as readonly Holder[]).some(({ rule }) => rule !== 'named after it');
    if (!isHeld) reach = Math.max(reach, phrase.to);
    if ((held[i] as readonly Holder[]).length > 0) shareBack(sentence, phrases, held, i);
    else if (i > 0 && goesOn(sentence, phrases[i - 1] as OfficePhrase, phrase))
      held[i] = (held[i - 1] as readonly Holder[]).map(({ place, rule, confidence, told }) => ({
        place,
        told,
        rule: `${rule}, and another`,
        confidence: confidence * 0.9,
      }));
  });
  return held;
}

/** "Chair and President Ida Moss": what is joined to an office before a name is hers as well. */
function shareBack(
  sentence: Sentence,
  phrases: readonly OfficePhrase[],
  held: (readonly Holder[])[],
  i: number,
): void {
  const [phrase, earlier] = [phrases[i] as OfficePhrase, phrases[i - 1]];
  if (earlier === undefined || (held[i - 1] as readonly Holder[]).length > 0) return;
  // "the prime minister and EU Commission President Barroso" are two.
  if (earlier.determiner !== undefined && hasNameBefore(sentence, phrase)) return;
  if (phrase.determiner !== undefined || earlier.plural !== phrase.plural) return;
  if (!/^(?:and|&|,|\/)$/.test(sentence.lower(earlier.to)) || phrase.from !== earlier.to + 1) return;
  if (sentence.form(earlier.to) === ',') return;
  held[i - 1] = held[i] as readonly Holder[];
  shareBack(sentence, phrases, held, i - 1);
}

function hasNameBefore(sentence: Sentence, { from, title }: OfficePhrase): boolean {
  for (let at = from; at < title.from; at++) if (sentence.nameAt(at) !== undefined) return true;
  return false;
}

/** "president of South Sudan and leader of the SPLM", "a lawyer and a former minister". */
function goesOn(sentence: Sentence, earlier: OfficePhrase, phrase: OfficePhrase): boolean {
  let at = earlier.to;
  const comma = sentence.form(at) === ',';
  if (comma) at++;
  const and = /^(?:and|&)$/.test(sentence.lower(at));
  if (and) at++;
  if (/^(?:later|then|now|also|once)$/.test(sentence.lower(at))) at++;
  if ((!comma && !and) || at !== phrase.from || phrase.plural) return false;
  return (
    phrase.determiner === undefined ||
    /^an?$/.test(phrase.determiner) ||
    (!comma && isConjunct(sentence, phrase))
  );
}

function isConjunct(sentence: Sentence, phrase: OfficePhrase): boolean {
  const { syntax } = sentence;
  const head = syntax.headWithin(phrase.title);
  return syntax.relationOf(head) === 'conj' && syntax.relationOf(syntax.headOf(head) ?? head) === 'appos';
}

function titles(sentence: Sentence, phrase: OfficePhrase, holder: Holder): Title[] {
  const bodies = (holder.bodies ?? phrase.bodies).filter(
    ({ place }) => place.from >= holder.place.to || place.to <= holder.place.from,
  );
  if (bodies.length === 0 && (phrase.role.bound || isVague(sentence, phrase, holder))) return [];
  const told = phrase.told ?? holder.told;
  const title = (office: string, body: Title['body']): Title => ({
    holder: holder.place,
    words: sentence.place(phrase.title.from, phrase.title.to),
    office,
    body,
    turned: phrase.role.turned,
    status: told?.status ?? 'current',
    sign: signOf(sentence, told),
    rule: holder.rule,
    confidence: holder.confidence,
  });
  return bodies.length === 0
    ? [title(phrase.office, undefined)]
    : bodies.map((body) => title(body.office, body.place));
}

/** "the speaker is probably Holt": beside a name it would be an office. */
const isVague = (sentence: Sentence, { noun, title }: OfficePhrase, { byPlace }: Holder): boolean =>
  byPlace !== true &&
  vagueNouns.has(noun) &&
  title.to - title.from === 1 &&
  !/^\p{Lu}/u.test(sentence.form(title.from));

/** "Mr Holt": no office, but it tells of whom it is said. */
function courtesiesIn(sentence: Sentence): Title[] {
  return sentence.words.flatMap((_, at): Title[] => {
    const person = isCourtesy(sentence, at) ? sentence.personAt(at + 1) : undefined;
    if (person === undefined) return [];
    return [
      {
        holder: sentence.place(person.name.from, person.name.to),
        words: sentence.place(at, at + 1),
        office: undefined,
        body: undefined,
        turned: false,
        status: 'current',
        sign: undefined,
        rule: 'courtesy',
        confidence: 0.95,
      },
    ];
  });
}
