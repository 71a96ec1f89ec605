// What the words around a name, and its own, tell of its kind: "Acme shares", "the town of Acme", "Acme, 54,". The head has
// seen few companies; this has seen none, but knows what is said of them. Decides nothing: each piece is a vote.
import type { NameKind, TreeWord } from '../../text/index.ts';
import {
  alsoBodies,
  alsoElse,
  bodyKinds,
  bodyOpenings,
  bodyVerbs,
  boughtNouns,
  boughtVerbs,
  companyEndings,
  headsOfPlaces,
  joinedVerbs,
  ofBodies,
  placedThings,
  placeEndings,
  placeKinds,
  sitesOfBodies,
  spokesmen,
  thingsOfBodies,
  vesselKinds,
} from '../data/name-evidence.ts';
import { organizationWords } from '../data/organizations.ts';
import { quotingVerbs, speechVerbs } from '../rules/speech.ts';
import { titleLength } from './title.ts';

/** How much speaks for each kind, in the head's own units. */
export type Evidence = Readonly<Record<NameKind, number>>;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What speaks for each kind of a name; `kind` is what the head takes it for. *Cost*: the words near it. */
export function evidenceOf(words: readonly TreeWord[], name: Span & { readonly kind?: NameKind }): Evidence {
  const found = { person: 0, organization: 0, place: 0 };
  for (const [kind, weight] of pieces(words, name)) found[kind] += weight;
  return found;
}

/** Whether the words around a name, or its own, show by themselves that it is of a kind. */
export function isEvident(words: readonly TreeWord[], name: Span, kind: NameKind): boolean {
  if (kind === 'place' && isLocated(words, name)) return true;
  const found = evidenceOf(words, { ...name, kind });
  return kinds.every((other) => found[kind] - (other === kind ? 0 : found[other]) >= plain);
}

const kinds: readonly NameKind[] = ['person', 'organization', 'place'];

/** What one plain piece counts. */
const plain = 3;

/** "in Paris", "Paris, France": words that say where. */
export const isLocated = (words: readonly TreeWord[], { from, to }: Span): boolean =>
  /^(?:in|at|from|near|across|outside|inside|into|around|through|toward|towards|visit|visited)$/i.test(
    words[from - 1]?.form ?? '',
  ) ||
  (words[to]?.form === ',' && words[to + 1]?.upos === 'PROPN');

type Piece = readonly [kind: NameKind, weight: number];

function pieces(words: readonly TreeWord[], name: Span & { readonly kind?: NameKind }): Piece[] {
  return [
    ...ofItself(words, name),
    ...asGroup(words, name),
    ...asHolder(words, name),
    ...after(words, name),
    ...asPlaced(words, name),
    ...before(words, name),
    ...saidToBe(words, name),
    ...asSubject(words, name),
  ];
}

/** "start-up", which the tokens cut, is as good as "startup". */
const lemma = (word: TreeWord | undefined): string =>
  word?.lemma === 'up' && word.upos === 'NOUN' ? 'startup' : (word?.lemma.toLowerCase() ?? '');
const form = (word: TreeWord | undefined): string => word?.form.toLowerCase() ?? '';

/** "the Reformers", "the Reformers' leader": people under one name. "In the Alps" is elsewhere. */
function asGroup(words: readonly TreeWord[], { from, to }: Span): Piece[] {
  const isGroup = words[to - 1]?.xpos === 'NNPS' && form(words[from - 1]) === 'the';
  const isPlaced = /^(?:in|across|over|through|near|around|throughout|from|into)$/.test(
    form(words[from - 2]),
  );
  return isGroup && !isPlaced ? [['organization', 3]] : [];
}

/** "Kestrel Foods", "Banco Azul". */
function ofItself(
  words: readonly TreeWord[],
  { from, to, kind }: Span & { readonly kind?: NameKind },
): Piece[] {
  if (to - from < 2) return [];
  const [first, last] = [words[from]?.form ?? '', words[to - 1]?.form ?? ''];
  if (companyEndings.has(last)) return [['organization', 4]];
  if (organizationWords.has(last) && !alsoElse.has(last)) return [['organization', 3]];
  if (first === 'Bank' && words[from + 1]?.form === 'of') return [['organization', 5]];
  // Lake and Park are surnames too.
  if (placeEndings.has(last) && kind !== 'person') return [['place', 3]];
  return bodyOpenings.has(first) ? [['organization', 3]] : [];
}

/** "Acme shares", "Acme's chief executive", "Acme, 54,", "Acme-based". */
function after(words: readonly TreeWord[], { to }: Span): Piece[] {
  const isOwner = /^['’]s?$/.test(words[to]?.form ?? '');
  const next = isOwner ? to + 1 : to;
  if (words[to]?.form === '-' && form(words[to + 1]) === 'based') return [['place', 5]];
  if (
    words[to]?.form === ',' &&
    /^\d\d$/.test(words[to + 1]?.form ?? '') &&
    /^[,.]$/.test(words[to + 2]?.form ?? '')
  )
    return [['person', 4]];
  if (/^(?:chief|vice|managing|executive|senior|general|main|non)$/.test(form(words[next])))
    return bodyTitle(words, next) ? [['organization', isOwner ? 3 : 5]] : [];
  // "Acme's finance director"
  const noun =
    words[next]?.upos === 'NOUN' && words[next + 1]?.upos === 'NOUN' ? words[next + 1] : words[next];
  if (noun?.upos !== 'NOUN') return [];
  if (!isOwner && spokesmen.has(lemma(noun))) return [['organization', 3]];
  if (/^(?:share|stock|shareholder)$/.test(lemma(noun))) return [['organization', isOwner ? 3 : 7]];
  if (ofBodies.has(lemma(noun))) return [['organization', isOwner ? 2 : 4]];
  return isOwner && sitesOfBodies.has(lemma(noun)) ? [['organization', 2]] : [];
}

/** "the Acme tunnel" */
function asPlaced(words: readonly TreeWord[], { from, to }: Span): Piece[] {
  const next = words[to];
  return /^(?:the|a|an)$/.test(form(words[from - 1])) &&
    next?.upos === 'NOUN' &&
    placedThings.has(lemma(next))
    ? [['place', 3]]
    : [];
}

/** "chief executive", "chief financial officer", "vice chairman". */
function bodyTitle(words: readonly TreeWord[], at: number): boolean {
  const rest = words.slice(at + 1, at + 3).map(lemma);
  return rest.some((word) => ofBodies.has(word) || word === 'officer' || word === 'economist');
}

/** "shares in Acme", "the town of Acme", "the carmaker Acme", "based in Acme", "joined Acme". */
function before(words: readonly TreeWord[], name: Span): Piece[] {
  const at = form(words[name.from - 1]) === 'the' ? name.from - 2 : name.from - 1;
  const word = words[at];
  if (word === undefined) return [];
  const noun = lemma(words[at - 1]);
  if (/^(?:of|in|at|for)$/.test(form(word)) && words[at - 1]?.upos === 'NOUN') {
    if (thingsOfBodies.has(noun)) return [['organization', 4]];
    if (form(word) === 'of' && placeKinds.has(noun)) return [['place', 4]];
    if (form(word) === 'of' && headsOfPlaces.has(noun))
      return [
        ['place', 5],
        ['person', -3],
      ];
  }
  if (form(word) === 'in' && /^(?:based|headquartered|born)$/.test(form(words[at - 1])))
    return [['place', 4]];
  const relation = words[headOf(words, name)]?.deprel ?? '';
  if (/^(?:in|near|outside|across|off)$/.test(form(word)) && /^(?:obl|nmod)$/.test(relation))
    return [
      ['place', 1],
      ['person', -3],
    ];
  if (word.upos === 'ADP' && /^(?:of|for|with)$/.test(form(word)) && boughtNouns.has(noun))
    return [['organization', 2]];
  if (form(word) === 'by' && relation === 'obl:agent') return [['place', -2]];
  if (relation === 'obj' && joinedVerbs.has(lemma(word))) return [['organization', 1.5]];
  if (boughtVerbs.has(lemma(word)) && relation === 'obj') return [['organization', 2]];
  if (name.to - name.from > 1 && isTied(words, at, name) && isOffice(words, at)) return [['person', 3]];
  if (/^(?:aboard)$/.test(form(word))) return [['organization', 2]];
  const isBeside =
    word.upos === 'NOUN' &&
    word.xpos === 'NN' &&
    /^(?:DET|ADJ|NOUN|PRON|PART)$/.test(words[at - 1]?.upos ?? '');
  return isTied(words, at, name) ? ofKind(lemma(word), 4) : isBeside ? ofKind(lemma(word), 2) : [];
}

/** "The president of Acme, Ada Moss, said": who holds an office is named beside it; "the owner, Acme Foods" may be a firm. */
function asHolder(words: readonly TreeWord[], name: Span): Piece[] {
  const own = words[headOf(words, name)] as TreeWord;
  if (own.deprel !== 'appos' || name.to - name.from < 2 || form(words[name.from - 1]) !== ',') return [];
  const beside = words[own.head - 1];
  const office = beside?.deprel === 'nmod' ? beside.head - 1 : own.head - 1;
  return isOffice(words, office) && !alsoBodies.has(lemma(words[office])) ? [['person', 5]] : [];
}

/** "owner Amos Castle": a role, and no kind of body. */
const isOffice = (words: readonly TreeWord[], at: number): boolean =>
  words[at]?.upos === 'NOUN' && titleLength(words, at) === 1 && !bodyKinds.has(lemma(words[at]));

/** "a deputy governor", "a former banker": what only a person is. */
const isRole = (words: readonly TreeWord[], at: number): boolean =>
  words[at]?.xpos === 'NN' &&
  words.slice(Math.max(0, at - 5), at).some(({ head, deprel }) => head - 1 === at && deprel === 'det') &&
  titleLength(words, at) === 1 &&
  !bodyKinds.has(lemma(words[at]));

/** Whether a noun right before a name, or a comma before it, is one phrase with it: "the carmaker Acme". */
function isTied(words: readonly TreeWord[], at: number, { from, to }: Span): boolean {
  if (words[at]?.upos !== 'NOUN' || words[at]?.xpos === 'NNS') return false;
  const up = (words[at] as TreeWord).head - 1;
  if (up >= from && up < to) return true;
  return words
    .slice(from, to)
    .some(({ head, deprel }) => head - 1 === at && /^(?:appos|flat|compound|nmod)/.test(deprel));
}

/** "Acme, a start-up from Lagos", "Acme is a town in Ohio", "a trawler, the Acme". */
function saidToBe(words: readonly TreeWord[], { from, to }: Span): Piece[] {
  const head = headOf(words, { from, to });
  const own = words[head] as TreeWord;
  const first = Math.max(0, from - 6);
  const near = words.slice(first, to + 9);
  const isEquated =
    own.deprel === 'nsubj' && near.some(({ head: up, deprel }) => up === own.head && deprel === 'cop');
  const nouns = near.filter((word, i) => {
    const at = first + i;
    if (word.upos !== 'NOUN') return false;
    if (word.head - 1 === head && word.deprel === 'appos' && at > head) return true;
    return own.head - 1 === at && (isEquated || (own.deprel === 'appos' && at < from));
  });
  return nouns.flatMap((noun) => {
    const isBased = near.some(({ form, head: up }) => form === 'based' && words[up - 1] === noun);
    if (isBased) return [['organization', 4] as const];
    // "Ada Moss, a deputy governor"
    const isPerson = to - from > 1 && isRole(words, words.indexOf(noun));
    return isPerson ? [['person', 4] as const] : ofKind(lemma(noun), 5);
  });
}

function ofKind(noun: string, weight: number): Piece[] {
  if (bodyKinds.has(noun) || vesselKinds.has(noun)) return [['organization', weight]];
  return placeKinds.has(noun) ? [['place', weight]] : [];
}

/** "Acme said it would close", "Acme will acquire Bell". */
function asSubject(words: readonly TreeWord[], name: Span): Piece[] {
  const own = words[headOf(words, name)] as TreeWord;
  const verb = own.head;
  if (/^(?:nsubj|obj)$/.test(own.deprel) && wins.has(lemma(words[verb - 1])) && hasScore(words, verb))
    return [['organization', 4]];
  if (own.deprel !== 'nsubj') return [];
  if (words[verb - 1]?.upos !== 'VERB') return [];
  const said = lemma(words[verb - 1]);
  const found: Piece[] = bodyVerbs.has(said) ? [['organization', 1.5]] : [];
  if (speechVerbs.has(said) || quotingVerbs.has(said)) found.push(['place', -2]);
  for (let at = name.to; at < Math.min(words.length, name.to + 25); at++) {
    const word = words[at] as TreeWord;
    if (word.upos === 'PROPN') break;
    if (word.upos !== 'PRON') continue;
    const up = words[word.head - 1];
    const isBelow = up?.head === verb || words[(up?.head ?? 0) - 1]?.head === verb;
    if (!isBelow || up?.upos === 'ADJ') break;
    const pronoun = form(word);
    if (pronoun === 'he' || pronoun === 'she') found.push(['person', 2]);
    else if (pronoun === 'it' && word.deprel === 'nsubj' && up?.upos === 'VERB')
      found.push(['organization', 3], ['person', -1]);
    else if (pronoun === 'its' && ofBodies.has(lemma(up))) found.push(['organization', 3], ['person', -1]);
    break;
  }
  return found;
}

const wins: ReadonlySet<string> = new Set(
  'beat defeat thrash draw win lose host face trounce hammer edge'.split(' '),
);

/** "2-1" within a few words of a verb. */
function hasScore(words: readonly TreeWord[], verb: number): boolean {
  for (let at = verb; at < Math.min(words.length, verb + 8); at++) {
    if (/^\d+[-–]\d+$/.test(words[at]?.form ?? '')) return true;
    if (
      /^[-–]$/.test(words[at]?.form ?? '') &&
      /^\d+$/.test(words[at - 1]?.form ?? '') &&
      /^\d+$/.test(words[at + 1]?.form ?? '')
    )
      return true;
  }
  return false;
}

/** The word of a name on which the others hang. */
function headOf(words: readonly TreeWord[], { from, to }: Span): number {
  for (let at = from; at < to; at++) {
    const up = (words[at] as TreeWord).head - 1;
    if (up < from || up >= to) return at;
  }
  return to - 1;
}
