// What a tree says of what: each verb, copula and participle with who does it, to whom, and with what prepositions.
// Positions of words alone; knows no names and no rules.
import { actorNouns, takenUp } from '../rules/groups.ts';
import { undergone } from '../rules/nouns.ts';
import { utterances } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { antecedentOf, isPassive, isPredicate, listOf, subjectOf, type Way } from './subjects.ts';

/** A phrase after a preposition: where it hangs, and the heads of what is coordinated in it. */
export interface Oblique {
  /** In lower case; "" for a bare one ("Monday"). */
  readonly preposition: string;
  readonly words: readonly number[];
  /** The word that it depends on: the verb, or a noun that the verb governs. */
  readonly of: number;
}

/** A verb or copula with its logical arguments: passives are turned round. Lists hold heads of phrases, in reading order. */
export interface Predication {
  readonly word: number;
  /** Lemma, with its particle after a hyphen: "turn-down"; "be" for a copula. */
  readonly verb: string;
  readonly passive: boolean;
  /** Who does it; in the passive whoever stands after "by". */
  readonly subjects: readonly number[];
  readonly way: Way;
  /** Whom or what it is done to, without who is given or told something. */
  readonly objects: readonly number[];
  readonly receivers: readonly number[];
  readonly obliques: readonly Oblique[];
}

/** In reading order of their words. Cost: near linear. */
export function predicationsOf(syntax: Syntax): Predication[] {
  return syntax.words.flatMap((_, at) => (isSaying(syntax, at) ? [predicationOf(syntax, at)] : []));
}

function isSaying(syntax: Syntax, at: number): boolean {
  const { upos, deprel } = syntax.word(at);
  if (isCopular(syntax, at)) return true;
  if (upos !== 'VERB') return false;
  return !/^(?:amod|compound|case|mark|fixed|flat|advmod|goeswith)/.test(deprel);
}

/** "is a plan", "is opposed to": the copula or, where the parser takes an adjective for a participle, its auxiliary. */
const isCopular = (syntax: Syntax, at: number): boolean =>
  // "are due to meet", where the parser makes a copula of "are".
  (syntax.child(at, 'cop') !== undefined && !/^VB[GP]?$/.test(syntax.word(at).xpos)) ||
  (syntax.word(at).upos === 'ADJ' && syntax.child(at, 'aux:pass', 'nsubj:pass') !== undefined);

function predicationOf(syntax: Syntax, word: number): Predication {
  const copula = isCopular(syntax, word);
  const passive = !copula && isPassive(syntax, word);
  const surface = subjectOf(syntax, word);
  const obliques = copula ? copularObliques(syntax, word) : obliquesOf(syntax, word, word);
  const agents =
    obliques.find(
      ({ preposition, words }) => preposition === 'by' && words.some((at) => isAgent(syntax, at)),
    ) ?? (passive ? agentBehind(syntax, word) : undefined);
  const objects = objectsOf(syntax, word);
  const receivers = syntax.children(word, 'iobj').flatMap((at) => resolved(syntax, at));
  const gap = copula || passive ? [] : gapOf(syntax, word);
  return {
    word,
    verb: copula ? 'be' : verbOf(syntax, word),
    passive,
    subjects: passive ? (agents?.words ?? []) : surface.words,
    way: surface.way,
    objects: passive ? surface.words : objects.length > 0 ? objects : gap,
    receivers: passive ? [] : receivers,
    obliques: obliques.filter((oblique) => oblique !== agents || !passive),
  };
}

function objectsOf(syntax: Syntax, word: number): readonly number[] {
  const own = syntax.children(word, 'obj').filter((at) => !isOblique(syntax, at));
  if (own.length > 0)
    return own.filter((at) => !isEmpty(syntax, at, word)).flatMap((at) => resolved(syntax, at));
  // "donated and delivered food": the first verb shares the object of the second.
  const [next] = syntax.children(word, 'conj');
  if (next === undefined || syntax.word(next).upos !== 'VERB' || syntax.child(next, 'nsubj') !== undefined)
    return [];
  const between = syntax.children(word).some((at) => at > word && at < next);
  return between ? [] : objectsOf(syntax, next);
}

/**
 * "distanced himself from Moss" is done to nobody; nor is a name denied in "accused it of aiding Moss, which it denies": the
 * whole clause is.
 */
function isEmpty(syntax: Syntax, object: number, verb: number): boolean {
  const { form, xpos } = syntax.word(object);
  const { lemma } = syntax.word(verb);
  if (/sel(?:f|ves)$/i.test(form)) return reflexive.has(lemma);
  if (xpos !== 'WDT' || !/^(?:deny|dispute|refute|reject|confirm|doubt)$/.test(lemma)) return false;
  const antecedent = antecedentOf(syntax, object);
  return antecedent !== undefined && syntax.word(antecedent).upos === 'PROPN';
}

/** Verbs whose object may be their subject once more, and then says nothing. */
const reflexive: ReadonlySet<string> = new Set(
  'distance commit dedicate devote align ally surround ingratiate barricade excuse absent rid resign content confine associate introduce acquaint avenge lend'.split(
    ' ',
  ),
);

/** Lemma with its particle; the parser calls "back" in "pushed back" an adverb. */
export function verbOf(syntax: Syntax, word: number): string {
  const particle =
    syntax.children(word, 'compound:prt').find((at) => syntax.words[at + 2]?.upos !== 'NUM') ??
    syntax.children(word, 'advmod').find((at) => isParticle(syntax, at, word));
  const { lemma } = syntax.word(word);
  return particle === undefined ? lemma : `${lemma}-${syntax.word(particle).lemma}`;
}

const isParticle = (syntax: Syntax, at: number, verb: number): boolean =>
  at === verb + 1 &&
  syntax.children(at).length === 0 &&
  // "up to 4,000"
  syntax.words[at + 2]?.upos !== 'NUM' &&
  /^(?:back|away|out|off|down|up|aside|together)$/.test(syntax.word(at).lemma);

const isAgent = (syntax: Syntax, at: number): boolean =>
  /^(?:obl|conj)$/.test(syntax.relationOf(at)) && !means.has(syntax.word(at).lemma);

/** "was flown out by helicopter", "was told by letter": how, and not by whom. */
const means: ReadonlySet<string> = new Set(
  'helicopter plane aeroplane airplane jet train car bus taxi lorry truck van boat ship ferry bicycle bike ambulance road rail sea air land phone telephone radio video videolink email e-mail mail post letter text message fax telegram courier hand'.split(
    ' ',
  ),
);

/** "was barred from the vote by Lima", where the parser hangs Lima on the vote. */
function agentBehind(syntax: Syntax, verb: number): Oblique | undefined {
  const behind = syntax
    .children(verb, 'obl', 'obj', 'xcomp')
    .filter((at) => at > verb && (giving.has(syntax.word(verb).lemma) || !isAuthored(syntax, at)));
  return behind
    .filter((at) => !isPredicate(syntax, at))
    .flatMap((at) => {
      const own = obliquesOf(syntax, at, verb);
      // "was found guilty of fraud by the court"
      const inner = own
        .filter(({ preposition }) => preposition === 'of')
        .flatMap(({ words }) => words.flatMap((word) => obliquesOf(syntax, word, verb)));
      return [...own, ...(syntax.word(at).upos === 'ADJ' ? inner : [])];
    })
    .find(({ preposition, words }) => preposition === 'by' && words.every((at) => isActor(syntax, at)));
}

/** "was offered a post by Acme": the post isn't Acme's. */
const giving: ReadonlySet<string> = new Set(
  'offer promise give award grant hand lend pay send deny refuse'.split(' '),
);

/** "asked about an offer by Lima": it is the offer that is Lima's. */
const isAuthored = (syntax: Syntax, at: number): boolean => {
  const { lemma } = syntax.word(at);
  const preposition = syntax.child(at, 'case');
  const of = preposition === undefined ? '' : syntax.word(preposition).lemma;
  return (
    undergone.has(lemma) ||
    utterances.has(lemma) ||
    takenUp.has(lemma) ||
    /^(?:about|after|over|despite)$/.test(of)
  );
};

const isActor = (syntax: Syntax, at: number): boolean =>
  syntax.word(at).upos === 'PROPN' || actorNouns.has(syntax.word(at).lemma);

/** The phrases after prepositions that hang on `at`, in order. */
export function obliquesOf(syntax: Syntax, at: number, of: number): Oblique[] {
  return syntax
    .children(at, 'obl', 'nmod', 'advmod', 'obj')
    .filter((child) => /^(?:obl|nmod)/.test(syntax.relationOf(child)) || isOblique(syntax, child))
    .filter((child) => !/^nmod:(?:poss|desc)$/.test(syntax.word(child).deprel))
    .map((child) => ({
      preposition: prepositionOf(syntax, child),
      words: resolved(syntax, child),
      of,
    }));
}

/** The parser calls a phrase after a preposition an object now and then. */
const isOblique = (syntax: Syntax, at: number): boolean =>
  syntax.children(at, 'case').some((word) => word < at && syntax.word(word).xpos !== 'POS');

/** "is in Lima", "is against the plan": the predicate itself stands after the preposition. */
function copularObliques(syntax: Syntax, word: number): Oblique[] {
  const preposition = prepositionOf(syntax, word);
  const own = preposition === '' ? [] : [{ preposition, words: listOf(syntax, word), of: word }];
  // "is due in Lima" says nothing of where it is; "is a port in Peru" does.
  const beside = obliquesOf(syntax, word, word);
  return own.length > 0 ? own : beside;
}

/** The words before a phrase that say how it hangs on: "with", "because of"; "" where there are none. */
export function prepositionOf(syntax: Syntax, at: number): string {
  return syntax
    .children(at, 'case')
    .filter((word) => syntax.word(word).xpos !== 'POS' && word < at)
    .flatMap((word) => [word, ...syntax.children(word, 'fixed')])
    .map((word) => syntax.word(word).form.toLowerCase())
    .join(' ');
}

/** A phrase's heads; for a relative pronoun what it stands for. */
function resolved(syntax: Syntax, at: number): readonly number[] {
  const antecedent = antecedentOf(syntax, at);
  return antecedent === undefined ? listOf(syntax, at) : [antecedent];
}

/** "the woman Moss met": the noun before a relative clause that has a subject of its own and no pronoun. */
function gapOf(syntax: Syntax, verb: number): readonly number[] {
  const noun = syntax.headOf(verb);
  if (syntax.word(verb).deprel !== 'acl:relcl' || noun === undefined) return [];
  const subject = syntax.child(verb, 'nsubj');
  if (subject === undefined || antecedentOf(syntax, subject) !== undefined) return [];
  // "whose aide clashed with", "where Moss met"
  if (syntax.subtree(verb).some((at) => at < verb && /^W/.test(syntax.word(at).xpos))) return [];
  if (syntax.child(verb, 'obj', 'ccomp', 'xcomp', 'mark') !== undefined) return [];
  if (isPredicate(syntax, noun) || syntax.word(noun).upos === 'PRON') return [];
  return [noun];
}
