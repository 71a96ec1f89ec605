// What the words around a name, and its own, tell of its kind: "Acme shares", "the town of Acme", "Acme, 54,". The head has
// seen few companies; this has seen none, but knows what is said of them. Decides nothing: each piece is a vote.
import type { NameKind, TreeWord } from '../../text/index.ts';
import {
  alsoElse,
  bodyKinds,
  bodyOpenings,
  bodyVerbs,
  companyEndings,
  ofBodies,
  placeKinds,
  thingsOfBodies,
  vesselKinds,
} from '../data/name-evidence.ts';
import { organizationWords } from '../data/organizations.ts';

/** How much speaks for each kind, in the head's own units. */
export type Evidence = Readonly<Record<NameKind, number>>;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What speaks for each kind of a name. *Cost*: the words near it. */
export function evidenceOf(words: readonly TreeWord[], name: Span): Evidence {
  const found = { person: 0, organization: 0, place: 0 };
  for (const [kind, weight] of pieces(words, name)) found[kind] += weight;
  return found;
}

type Piece = readonly [kind: NameKind, weight: number];

function pieces(words: readonly TreeWord[], name: Span): Piece[] {
  return [...ofItself(words, name), ...after(words, name), ...before(words, name), ...saidToBe(words, name), ...asSubject(words, name)];
}

const lemma = (word: TreeWord | undefined): string => word?.lemma.toLowerCase() ?? '';
const form = (word: TreeWord | undefined): string => word?.form.toLowerCase() ?? '';

/** "Kestrel Foods", "Banco Azul". */
function ofItself(words: readonly TreeWord[], { from, to }: Span): Piece[] {
  if (to - from < 2) return [];
  const [first, last] = [words[from]?.form ?? '', words[to - 1]?.form ?? ''];
  if (companyEndings.has(last)) return [['organization', 4]];
  if (organizationWords.has(last) && !alsoElse.has(last)) return [['organization', 3]];
  return bodyOpenings.has(first) ? [['organization', 3]] : [];
}

/** "Acme shares", "Acme's chief executive", "Acme, 54,", "Acme-based". */
function after(words: readonly TreeWord[], { to }: Span): Piece[] {
  const isOwner = /^['’]s?$/.test(words[to]?.form ?? '');
  const next = isOwner ? to + 1 : to;
  if (words[to]?.form === '-' && form(words[to + 1]) === 'based') return [['place', 5]];
  if (words[to]?.form === ',' && /^\d\d$/.test(words[to + 1]?.form ?? '') && /^[,.]$/.test(words[to + 2]?.form ?? ''))
    return [['person', 4]];
  if (/^(?:chief|vice|managing|executive|senior|general|main|non)$/.test(form(words[next])))
    return bodyTitle(words, next) ? [['organization', isOwner ? 3 : 5]] : [];
  if (words[next]?.upos !== 'NOUN' || !ofBodies.has(lemma(words[next]))) return [];
  return [['organization', isOwner ? 2 : 4]];
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
  }
  if (form(word) === 'in' && /^(?:based|headquartered|born)$/.test(form(words[at - 1]))) return [['place', 4]];
  if (/^(?:aboard)$/.test(form(word))) return [['organization', 2]];
  return isTied(words, at, name) ? ofKind(lemma(word), 4) : [];
}

/** Whether a noun right before a name, or a comma before it, is one phrase with it: "the carmaker Acme". */
function isTied(words: readonly TreeWord[], at: number, { from, to }: Span): boolean {
  if (words[at]?.upos !== 'NOUN' || words[at]?.xpos === 'NNS') return false;
  const up = (words[at] as TreeWord).head - 1;
  if (up >= from && up < to) return true;
  return words.slice(from, to).some(({ head, deprel }) => head - 1 === at && /^(?:appos|flat|compound|nmod)/.test(deprel));
}

/** "Acme, a start-up from Lagos", "Acme is a town in Ohio", "a trawler, the Acme". */
function saidToBe(words: readonly TreeWord[], { from, to }: Span): Piece[] {
  const head = headOf(words, { from, to });
  const own = words[head] as TreeWord;
  const isEquated = own.deprel === 'nsubj' && words.some(({ head: up, deprel }) => up === own.head && deprel === 'cop');
  const nouns = words.flatMap((word, at) =>
    word.upos === 'NOUN' &&
    ((word.head - 1 === head && word.deprel === 'appos' && at > head && at - to < 8) ||
      (isEquated && own.head - 1 === at) ||
      (own.deprel === 'appos' && own.head - 1 === at && from - at < 6))
      ? [word]
      : [],
  );
  return nouns.flatMap((noun) => ofKind(lemma(noun), 5));
}

function ofKind(noun: string, weight: number): Piece[] {
  if (bodyKinds.has(noun) || vesselKinds.has(noun)) return [['organization', weight]];
  return placeKinds.has(noun) ? [['place', weight]] : [];
}

/** "Acme said it would close", "Acme will acquire Bell". */
function asSubject(words: readonly TreeWord[], name: Span): Piece[] {
  const own = words[headOf(words, name)] as TreeWord;
  if (own.deprel !== 'nsubj') return [];
  const verb = own.head;
  if (words[verb - 1]?.upos !== 'VERB') return [];
  const found: Piece[] = bodyVerbs.has(lemma(words[verb - 1])) ? [['organization', 1.5]] : [];
  for (const word of words.slice(name.to)) {
    if (word.upos === 'PROPN') break;
    if (word.upos !== 'PRON') continue;
    const up = words[word.head - 1];
    const isBelow = up?.head === verb || words[(up?.head ?? 0) - 1]?.head === verb;
    if (!isBelow || up?.upos === 'ADJ') break;
    const pronoun = form(word);
    if (pronoun === 'he' || pronoun === 'she') found.push(['person', 2]);
    else if (pronoun === 'it' && word.deprel === 'nsubj' && up?.upos === 'VERB') found.push(['organization', 3], ['person', -1]);
    else if (pronoun === 'its' && ofBodies.has(lemma(up))) found.push(['organization', 3], ['person', -1]);
    break;
  }
  return found;
}

/** The word of a name on which the others hang. */
function headOf(words: readonly TreeWord[], { from, to }: Span): number {
  for (let at = from; at < to; at++) {
    const up = (words[at] as TreeWord).head - 1;
    if (up < from || up >= to) return at;
  }
  return to - 1;
}
