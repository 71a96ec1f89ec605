// Reads the patterns of verb rules once, and asks a predication whether it fits one: which words fill the slot.
import { objectControl } from '../rules/control.ts';
import type { VerbRule } from '../rules/verbs.ts';
import type { Syntax } from '../syntax.ts';
import { type Oblique, obliquesOf, type Predication, prepositionOf } from './predications.ts';
import { calledFor, isInfinitive, listOf } from './subjects.ts';

/** A verb pattern, read: `impose [sanctions|penalties] on X`. */
export interface Pattern {
  readonly rule: VerbRule;
  /** Lemma, with its particle after a hyphen: "turn-down". */
  readonly verb: string;
  /** Nouns of which the object must be one; `*` any; empty where the pattern names none. */
  readonly nouns: readonly string[];
  /** Prepositions before the slot; empty where the slot is the object. */
  readonly prepositions: readonly string[];
  /** `embedded`: whatever an infinitive under the verb is done to: `threaten to … X`. */
  readonly slot: 'object' | 'owner' | 'embedded' | 'none';
  /**
   * What must follow the slot, each by one of its alternatives: "to" an infinitive, "will" a clause about what is to come, else
   * a word ("free", "into" and "custody").
   */
  readonly following: readonly (readonly string[])[];
  /** "by phone" besides: preposition and nouns. */
  readonly fixed: readonly [string, readonly string[]] | undefined;
}

/** What fills a pattern's slot. */
export interface Match {
  readonly pattern: Pattern;
  readonly words: readonly number[];
  /** Where else to look for a name, the likeliest first: what an embedded clause is about besides its object. */
  readonly further: readonly (readonly number[])[];
  /** Whether the words are what the owner is asked of ("rejected Chile’s offer"). */
  readonly owned: boolean;
}

/** A pattern is written wrongly. The message quotes it and says how it should read. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Patterns by verb, the most telling first. *Errors*: `PatternError`. */
export function patternsOf(rules: readonly VerbRule[]): ReadonlyMap<string, readonly Pattern[]> {
  const all = new Map<string, Pattern[]>();
  for (const rule of rules)
    for (const text of rule.patterns)
      for (const pattern of readPattern(rule, text)) {
        const list = all.get(pattern.verb);
        if (list === undefined) all.set(pattern.verb, [pattern]);
        else list.push(pattern);
      }
  for (const list of all.values()) list.sort((a, b) => weight(b) - weight(a));
  return all;
}

function readPattern(rule: VerbRule, text: string): Pattern[] {
  const words = text.trim().split(/\s+/);
  const slotAt = words.findIndex((word) => word === 'X' || word === "X's");
  const inner = words.includes('…');
  const nouns = words.find((word) => word.startsWith('['));
  const [verbs = ''] = words;
  if (!/^[\p{Ll}|-]+$/u.test(verbs) || (nouns !== undefined && !nouns.endsWith(']')))
    throw new PatternError(
      `The pattern "${text}" of ${rule.predicate} can't be read. Write it as VERB [NOUNS] PREPOSITION X, for instance "impose [sanctions|penalties] on X".`,
    );
  const between = words
    .slice(1, slotAt === -1 ? words.length : slotAt)
    .filter((word) => !word.startsWith('['));
  const prepositions = slotAt === -1 || inner ? [] : (between.at(-1)?.split('|') ?? []);
  const fixed = inner ? [] : slotAt === -1 ? between : between.slice(0, -1);
  const noun = fixed.at(-1);
  return verbs.split('|').map((verb) => ({
    rule,
    verb,
    nouns: nouns === undefined ? [] : nouns.slice(1, -1).split('|'),
    prepositions,
    slot: inner ? 'embedded' : slotAt === -1 ? 'none' : words[slotAt] === "X's" ? 'owner' : 'object',
    following: slotAt === -1 ? [] : words.slice(slotAt + 1).map((word) => word.split('|')),
    fixed: noun === undefined ? undefined : [fixed[0] as string, noun.split('|')],
  }));
}

const weight = (pattern: Pattern): number =>
  (pattern.nouns.length > 0 ? (pattern.nouns.includes('*') ? 2 : 4) : 0) +
  (pattern.fixed === undefined ? 0 : 3) +
  (pattern.prepositions.length > 0 ? 2 : 0) +
  pattern.following.length * 2 +
  (pattern.slot === 'owner' ? 0 : 1);

/** A sentence with its predications. */
export interface Clauses {
  readonly syntax: Syntax;
  predicationAt(word: number): Predication | undefined;
}

/** What fills the pattern's slot in a predication; undefined where it doesn't fit. */
export function matchOf(
  { syntax, predicationAt }: Clauses,
  predication: Predication,
  pattern: Pattern,
): Match | undefined {
  if (pattern.rule.passive === true && !predication.passive) return undefined;
  const object = objectOf(syntax, predication, pattern);
  if (pattern.nouns.length > 0 && object === undefined) return undefined;
  if (pattern.fixed !== undefined && !hasFixed(syntax, predication, pattern.fixed)) return undefined;
  const owned = pattern.slot === 'owner';
  if (pattern.slot === 'none') {
    const bare = pattern.nouns.length > 0 || predication.passive || predication.objects.length === 0;
    return bare ? { pattern, words: [], further: [], owned } : undefined;
  }
  if (pattern.slot === 'embedded') return embedded(syntax, predicationAt, predication, pattern);
  if (pattern.prepositions.length === 0) {
    if (pattern.nouns.length > 0)
      return owned && object !== undefined ? { pattern, words: [object], further: [], owned } : undefined;
    return direct(syntax, predication, pattern, owned);
  }
  const told = toldTo(syntax, predication, pattern);
  if (told !== undefined) return { pattern, words: told, further: [], owned: false };
  // "gave Lima assurances"
  const given = object !== undefined && pattern.prepositions.includes('to') && !predication.passive;
  if (given && predication.receivers.length > 0)
    return { pattern, words: predication.receivers, further: [], owned };
  const oblique = obliqueOf(syntax, predication, pattern, object);
  if (oblique === undefined || !isFollowed(syntax, predication, pattern, oblique.words)) return undefined;
  return { pattern, words: oblique.words, further: furtherOf(syntax, predication, pattern, object), owned };
}

/** "an offer of help from Lima", "2 million in aid to Lima": phrases of the noun and of those in it that fit as well. */
function furtherOf(
  syntax: Syntax,
  { obliques }: Predication,
  { prepositions, nouns }: Pattern,
  object: number | undefined,
): (readonly number[])[] {
  if (object === undefined || nouns.length === 0) return [];
  const own = obliquesOf(syntax, object, object);
  const counted = syntax.child(object, 'nummod') === undefined ? [] : obliques;
  const inner = [...own, ...counted]
    .filter(({ preposition }) => /^(?:of|in|for|worth of)$/.test(preposition))
    .flatMap(({ words }) => words)
    .flatMap((word) => obliquesOf(syntax, word, word));
  return [...own, ...inner]
    .filter(({ preposition }) => prepositions.includes(preposition))
    .map(({ words }) => words);
}

/** "threatened to cut ties with Lima": what the infinitive is done to, its objects before what follows its prepositions. */
function embedded(
  syntax: Syntax,
  predicationAt: Clauses['predicationAt'],
  { word }: Predication,
  pattern: Pattern,
): Match | undefined {
  const clause = syntax.children(word, 'xcomp', 'ccomp', 'advcl').find((at) => isInfinitive(syntax, at));
  const inner = clause === undefined ? undefined : predicationAt(clause);
  if (inner === undefined) return undefined;
  const objects = [...inner.receivers, ...inner.objects];
  const obliques = inner.obliques
    .filter(({ preposition }) => !/^(?:|in|at|near|by|after|before|since|until|during)$/.test(preposition))
    .map((oblique) => oblique.words);
  // "to boycott Acme’s ships"
  const owners = inner.objects.flatMap((at) =>
    syntax.children(at, 'nmod:poss').map((owner) => listOf(syntax, owner)),
  );
  const ofObjects = inner.objects.flatMap((at) => obliquesOf(syntax, at, at).map((oblique) => oblique.words));
  return {
    pattern,
    words: objects.length > 0 ? objects : (obliques[0] ?? []),
    further: [...owners, ...ofObjects, ...obliques],
    owned: false,
  };
}

/** The object that is one of the pattern's nouns. */
function objectOf(syntax: Syntax, { objects }: Predication, { nouns }: Pattern): number | undefined {
  if (nouns.includes('*')) return objects[0];
  return objects.find((word) => {
    // "a state of emergency", "a wave of strikes", "mediation efforts"
    const inner = [
      ...syntax.children(word, 'nmod').filter((child) => prepositionOf(syntax, child) === 'of'),
      ...(lightNouns.has(syntax.word(word).lemma) ? syntax.children(word, 'compound') : []),
    ];
    return [word, ...inner].some((at) => {
      const { form, lemma } = syntax.word(at);
      return (
        nouns.includes(lemma) ||
        nouns.includes(form.toLowerCase()) ||
        (nouns.includes('money') && isSum(syntax, at))
      );
    });
  });
}

/** "900,000 leva", "€5m": money, whatever its currency. */
function isSum(syntax: Syntax, word: number): boolean {
  const { form, upos, lemma } = syntax.word(word);
  if (/^[$€£¥]/.test(form) || upos === 'SYM') return true;
  const isCounted = syntax.children(word, 'nummod').some((at) => /\d{3}|illion/.test(numberOf(syntax, at)));
  return isCounted && currencies.has(lemma);
}

const numberOf = (syntax: Syntax, at: number): string =>
  [at, ...syntax.children(at)].map((word) => syntax.word(word).form).join(' ');

const currencies: ReadonlySet<string> = new Set(
  'dollar euro pound krone krona kroner kronor franc peso real reais rupee ruble rouble yen yuan lira dinar rand won shekel hryvnia cent leva lev leu lei zloty forint koruna baht dirham riyal naira shilling birr taka ringgit dong rupiah sol guarani bolivar'.split(
    ' ',
  ),
);

/** Nouns that leave it to the one before them what they are about. */
const lightNouns: ReadonlySet<string> = new Set(
  'effort process operation move campaign initiative activity work drive program programme plan team mission'.split(
    ' ',
  ),
);

const hasFixed = (
  syntax: Syntax,
  { obliques }: Predication,
  [preposition, nouns]: readonly [string, readonly string[]],
): boolean =>
  obliques.some(
    (oblique) =>
      oblique.preposition === preposition &&
      oblique.words.some((word) => nouns.includes(syntax.word(word).lemma)),
  );

function direct(
  syntax: Syntax,
  predication: Predication,
  pattern: Pattern,
  owned: boolean,
): Match | undefined {
  const { receivers, objects, verb } = predication;
  if (wants(pattern, 'to') && receivers.length + objects.length === 0) {
    const mandated = mandatedSubject(syntax, predication.word);
    return mandated === undefined ? undefined : { pattern, words: mandated, further: [], owned: false };
  }
  const words = receivers.length > 0 && !owned ? receivers : objects;
  if (words.length === 0 || !isFollowed(syntax, predication, pattern, words)) return undefined;
  // "called him a liar", "called Moss's plan reckless": with a second object it is another verb.
  const second = syntax.child(predication.word, 'xcomp', 'obj');
  // "struck him as odd"
  const as = predication.obliques.some(({ preposition }) => preposition === 'as');
  if (verb === 'strike' && as) return undefined;
  // "the man whom Lima calls a butcher"
  const inRelative = syntax.word(predication.word).deprel === 'acl:relcl';
  if (verb === 'call' && inRelative && syntax.child(predication.word, 'obj') !== undefined) return undefined;
  if (verb === 'call' && pattern.following.length === 0) {
    const names = syntax.children(predication.word, 'xcomp', 'obj', 'iobj').length;
    if (names > 1 || (predication.passive && second !== undefined)) return undefined;
  }
  return { pattern, words, further: [], owned };
}

/** Who is to do it in "demanded that Lima release": the subject of a clause without tense. */
function mandatedSubject(syntax: Syntax, verb: number): readonly number[] | undefined {
  for (const clause of syntax.children(verb, 'ccomp', 'advcl', 'xcomp')) {
    const subject = syntax.child(clause, 'nsubj', 'nsubj:pass');
    const should = syntax
      .children(clause, 'aux')
      .some((aux) => /^(?:should|must)$/.test(syntax.word(aux).lemma));
    const { xpos } = syntax.word(clause);
    if (subject !== undefined && (xpos === 'VB' || xpos === 'VBP' || should || isInfinitive(syntax, clause)))
      return listOf(syntax, subject);
  }
  return undefined;
}

/** "called for Lima to sign": the subject of an infinitive after "for". */
function toldTo(syntax: Syntax, { word }: Predication, pattern: Pattern): readonly number[] | undefined {
  if (!wants(pattern, 'to') || !pattern.prepositions.includes('for')) return undefined;
  for (const clause of syntax.children(word, 'advcl', 'ccomp', 'xcomp')) {
    const subject = syntax.child(clause, 'nsubj', 'nsubj:pass') ?? calledFor(syntax, clause);
    if (subject !== undefined && isInfinitive(syntax, clause)) return listOf(syntax, subject);
  }
  return undefined;
}

function obliqueOf(
  syntax: Syntax,
  predication: Predication,
  pattern: Pattern,
  object: number | undefined,
): Oblique | undefined {
  const fits = (oblique: Oblique) => pattern.prepositions.includes(oblique.preposition);
  const own = predication.obliques.find(fits);
  const free =
    pattern.nouns.length > 0 ||
    pattern.rule.only === 'network' ||
    predication.objects.length + predication.receivers.length === 0;
  if (own !== undefined && (free || predication.passive)) return own;
  if (object !== undefined) {
    const ofNoun = obliquesOf(syntax, object, object).find(fits);
    if (ofNoun !== undefined) return ofNoun;
    const [inner] = furtherOf(syntax, predication, pattern, object);
    if (inner !== undefined) return { preposition: pattern.prepositions[0] ?? '', words: inner, of: object };
  }
  // "worked on a treaty with Lima", where the parser hangs the last phrase on the one before.
  if (!pattern.prepositions.includes('with') || !free) return undefined;
  const beside = [
    ...predication.obliques
      .filter(({ preposition }) => /^(?:on|over|about|for|of|in|into|to|by|via)$/.test(preposition))
      .flatMap(({ words }) => words),
    ...(object === undefined ? [] : [object]),
  ];
  for (const word of beside)
    for (const noun of [word, ...syntax.children(word, 'nmod')]) {
      const found = obliquesOf(syntax, noun, noun).find(fits);
      if (found !== undefined) return found;
    }
  return undefined;
}

const wants = ({ following }: Pattern, word: string): boolean =>
  following.some((words) => words.includes(word));

/** "assured Moss that it would pay": what is said is to come. */
const promisesAct = (syntax: Syntax, verb: number): boolean =>
  syntax
    .children(verb, 'ccomp')
    .some((clause) =>
      syntax
        .children(clause, 'aux')
        .some((aux) => /^(?:will|would|shall|['’]ll)$/i.test(syntax.word(aux).form)),
    );

/** The preposition of a phrase; "told Moss to her face" is no infinitive. */
const followedBy = (syntax: Syntax, verb: number, at: number): string => {
  const preposition = prepositionOf(syntax, at).split(' ')[0] ?? '';
  return preposition === 'to' && objectControl.has(syntax.word(verb).lemma) ? '' : preposition;
};

/** Whether what the pattern wants after the slot is there: an infinitive, or a word that tells of the slot. */
function isFollowed(
  syntax: Syntax,
  { word }: Predication,
  { following }: Pattern,
  slot: readonly number[],
): boolean {
  const last = slot.at(-1) ?? word;
  const after = [...syntax.children(word), ...syntax.children(last).filter((at) => at > last)].filter(
    (at) => at > Math.min(last, word) && !slot.includes(at),
  );
  return following.every(
    (words) =>
      (words.includes('to') &&
        syntax.children(word, 'xcomp', 'advcl', 'ccomp').some((at) => isInfinitive(syntax, at))) ||
      (words.includes('will') && promisesAct(syntax, word)) ||
      after.some(
        (at) =>
          words.includes(syntax.word(at).form.toLowerCase()) ||
          words.includes(syntax.word(at).lemma) ||
          words.includes(followedBy(syntax, word, at)),
      ),
  );
}
