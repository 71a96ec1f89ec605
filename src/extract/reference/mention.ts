// Finds the words of an article that may stand for something: names, descriptions, pronouns. Says nothing of what they stand for.
import type { Form } from '../../../graph/model.ts';
import type { Name, Place } from '../article.ts';
import type { Syntax } from '../syntax.ts';
import type { Gender } from './rules/people.ts';
import { bodyNouns, personNouns, placeNouns, vesselNouns } from './rules/people.ts';

export type Role = 'subject' | 'object' | 'oblique' | 'possessor' | 'modifier' | 'apposition' | 'other';

/** What a mention can stand for, as far as its own words tell. */
export type Kind = 'person' | 'body' | 'place' | 'thing';

/** Words that may stand for something. `from` to `to` are the words as they are quoted, `head` the one that heads them. */
export interface Mention extends Place {
  readonly head: number;
  readonly form: Form;
  /** The head's lemma in lower case; of a pronoun its personal form ("his" and "himself" are "he"). */
  readonly word: string;
  readonly role: Role;
  /** The word that heads the clause in which it stands. */
  readonly clause: number;
  /** Grammatical person. */
  readonly person: 1 | 2 | 3;
  readonly number: 'one' | 'many' | undefined;
  readonly gender: Gender | undefined;
  readonly kind: Kind | undefined;
  readonly name: Name | undefined;
  readonly pronoun: Pronoun | undefined;
  /** "the", "a", "this", an owner, nothing. */
  readonly determiner: 'the' | 'a' | 'this' | 'owner' | 'none' | 'no';
}

export interface Pronoun {
  readonly personal: 'I' | 'we' | 'you' | 'he' | 'she' | 'it' | 'they' | 'who';
  readonly possessive: boolean;
  readonly reflexive: boolean;
}

/** The pronouns that can stand for something, in lower case. */
const pronouns: ReadonlyMap<string, Pronoun> = new Map(
  table([
    ['I', 'i me', 'my mine', 'myself'],
    ['we', 'we us', 'our ours', 'ourselves'],
    ['you', 'you', 'your yours', 'yourself yourselves'],
    ['he', 'he him', 'his', 'himself'],
    ['she', 'she', 'her hers', 'herself'],
    ['it', 'it', 'its', 'itself'],
    ['they', 'they them', 'their theirs', 'themselves'],
    ['who', 'who whom', 'whose', ''],
  ]),
);

/** Personal form, then its plain, possessive and reflexive forms. */
function table(
  rows: readonly (readonly [Pronoun['personal'], string, string, string])[],
): [string, Pronoun][] {
  return rows.flatMap(([personal, ...forms]) =>
    forms.flatMap((form, i) =>
      split(form).map((word): [string, Pronoun] => [
        word,
        { personal, possessive: i === 1, reflexive: i === 2 },
      ]),
    ),
  );
}

function split(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** The mentions of one sentence, in the order of their heads. `names`: those of the sentence. Cost: linear. */
export function mentionsOf(syntax: Syntax, sentence: number, names: readonly Name[]): Mention[] {
  const nameAt = new Map<number, Name>();
  for (const name of names) for (let at = name.from; at < name.to; at++) nameAt.set(at, name);
  const mentions = names.map((name) => named(syntax, sentence, name));
  for (const [at, word] of syntax.words.entries()) {
    if (nameAt.has(at)) continue;
    const pronoun = pronouns.get(word.form.toLowerCase());
    if (pronoun !== undefined && isPronoun(syntax, at))
      mentions.push(pronominal(syntax, sentence, at, pronoun));
    else if (isDescription(syntax, at, nameAt)) mentions.push(described(syntax, sentence, at, nameAt));
  }
  return mentions.sort((a, b) => a.head - b.head);
}

function isPronoun(syntax: Syntax, at: number): boolean {
  const { upos, xpos, form, deprel } = syntax.word(at);
  if (deprel === 'expl') return false;
  if (upos === 'PRON') return xpos !== 'EX';
  return form !== 'US' && /^(?:PRP|WP)/.test(xpos);
}

/** A noun that heads its phrase; no part of a name, no unit of time and no numeral. */
function isDescription(syntax: Syntax, at: number, nameAt: ReadonlyMap<number, Name>): boolean {
  const { upos, form, lemma } = syntax.word(at);
  if (isAge(syntax, at)) return true;
  if (upos !== 'NOUN' && upos !== 'PROPN' && !isTwo(syntax, at) && !isOfficeAdjective(syntax, at))
    return false;
  if (!/\p{L}/u.test(form) || timeNouns.has(lemma.toLowerCase())) return false;
  const relation = syntax.relationOf(at);
  if (relation === 'fixed' || relation === 'goeswith') return false;
  const head = syntax.headOf(at);
  if (relation === 'flat' || relation === 'compound') return false;
  // "cease-fire" is no fire.
  if (syntax.words[at - 1]?.form === '-' && /^(?:cease|spit|cross)$/i.test(syntax.words[at - 2]?.form ?? ''))
    return false;
  // The title before a name is no phrase of its own: "President" in "President Moss".
  const after = nameAt.get(at + 1);
  if (
    after?.from === at + 1 &&
    after.type === 'Person' &&
    (relation === 'nmod' || dependsOn(syntax, after, at))
  )
    return false;
  return head === undefined || !(nameAt.has(head) && head - at <= 2 && relation === 'nmod' && head > at);
}

/** "the 45-year-old": somebody. */
function isAge(syntax: Syntax, at: number): boolean {
  const [number, year] = [syntax.words[at - 4]?.form ?? '', syntax.words[at - 2]?.form ?? ''];
  return (
    syntax.word(at).form === 'old' &&
    year === 'year' &&
    /^\d{1,3}$/.test(number) &&
    /^the$/i.test(syntax.words[at - 5]?.form ?? '') &&
    /^(?:nsubj|obj|obl|iobj|nmod)/.test(syntax.word(at).deprel)
  );
}

/** "the premier", which the tagger takes for an adjective. */
function isOfficeAdjective(syntax: Syntax, at: number): boolean {
  const { upos, lemma } = syntax.word(at);
  return (
    upos === 'ADJ' &&
    /^(?:nsubj|obj|obl)$/.test(syntax.relationOf(at)) &&
    syntax.words[at - 1]?.form.toLowerCase() === 'the' &&
    personNouns.has(lemma.toLowerCase())
  );
}

const dependsOn = (syntax: Syntax, name: Name, at: number): boolean =>
  syntax.headOf(syntax.headWithin(name)) === at;

/** "the two", "both": a numeral that stands where a noun would. */
function isTwo(syntax: Syntax, at: number): boolean {
  const { form, upos } = syntax.word(at);
  if (!/^(?:two|both)$/i.test(form) || (upos !== 'NUM' && upos !== 'DET' && upos !== 'PRON')) return false;
  return /^(?:nsubj|obj|obl|iobj|nmod|root)$/.test(syntax.relationOf(at));
}

const timeNouns = new Set(
  'second minute hour day night week weekend month year decade century morning afternoon evening midnight noon today tomorrow yesterday tonight time monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december percent per cent dollar euro pound'.split(
    ' ',
  ),
);

function named(syntax: Syntax, sentence: number, name: Name): Mention {
  const head = syntax.headWithin(name);
  return {
    sentence,
    from: name.from,
    to: name.to,
    head,
    form: 'name',
    word: syntax.word(name.to - 1).form.toLowerCase(),
    ...standing(syntax, head),
    person: 3,
    number: 'one',
    gender: undefined,
    kind:
      name.type === 'Person'
        ? 'person'
        : name.type === 'Place'
          ? 'place'
          : name.type === 'Organization'
            ? 'body'
            : 'thing',
    name,
    pronoun: undefined,
    determiner: 'none',
  };
}

function pronominal(syntax: Syntax, sentence: number, at: number, said: Pronoun): Mention {
  const { personal } = said;
  // "her" is both, and the tree tells which, but for "appoint her prime minister".
  const appointed = personal === 'she' && isAppointed(syntax, at);
  const possessive =
    said.possessive && (personal !== 'she' || (syntax.word(at).deprel === 'nmod:poss' && !appointed));
  const pronoun = { ...said, possessive };
  return {
    sentence,
    from: at,
    to: at + 1,
    head: at,
    form: 'pronoun',
    word: personal,
    ...(appointed ? standing(syntax, syntax.headOf(at) as number) : standing(syntax, at)),
    person: personal === 'I' || personal === 'we' ? 1 : personal === 'you' ? 2 : 3,
    number:
      personal === 'they' || personal === 'we'
        ? 'many'
        : personal === 'who' || personal === 'you'
          ? undefined
          : 'one',
    gender: personal === 'he' ? 'male' : personal === 'she' ? 'female' : undefined,
    kind: personal === 'it' || personal === 'they' ? undefined : 'person',
    name: undefined,
    pronoun,
    determiner: 'none',
  };
}

/** "appoint her prime minister", "named her leader": her, as what follows, and nobody of hers. */
function isAppointed(syntax: Syntax, at: number): boolean {
  const { deprel } = syntax.word(at);
  const noun = syntax.headOf(at);
  const verb = noun === undefined ? undefined : syntax.headOf(noun);
  if (deprel !== 'nmod:poss' || noun === undefined || verb === undefined) return false;
  if (!/^(?:obj|xcomp)$/.test(syntax.relationOf(noun)) || !appointing.has(syntax.word(verb).lemma))
    return false;
  const isSingle = !syntax.word(noun).xpos.endsWith('S') && syntax.child(noun, 'appos') === undefined;
  return isSingle && personNouns.has(syntax.word(noun).lemma) && !syntax.children(noun, 'amod').some(isOrder);
  function isOrder(word: number): boolean {
    return /^(?:new|next|first|own|former|old|late)$/i.test(syntax.word(word).form);
  }
}

const appointing: ReadonlySet<string> = new Set('appoint name elect nominate make crown declare'.split(' '));

function described(syntax: Syntax, sentence: number, at: number, nameAt: ReadonlyMap<number, Name>): Mention {
  const { lemma, xpos, form } = syntax.word(at);
  const word = withoutEx(lemma.toLowerCase());
  const gender = personNouns.get(word);
  return {
    sentence,
    from: isAge(syntax, at) ? at - 5 : firstOf(syntax, at, nameAt),
    to: at + 1,
    head: at,
    form: 'nominal',
    word: isTwo(syntax, at) ? 'two' : word === 'up' ? 'start-up' : word,
    ...standing(syntax, at),
    person: 3,
    number: xpos === 'NNS' || xpos === 'NNPS' || isTwo(syntax, at) ? 'many' : 'one',
    gender: gender === 'either' ? undefined : gender,
    kind:
      gender !== undefined || isTwo(syntax, at) || isAge(syntax, at)
        ? 'person'
        : bodyNouns.has(word) || vesselNouns.has(word) || word === 'up'
          ? 'body'
          : placeNouns.has(word)
            ? 'place'
            : 'thing',
    name: undefined,
    pronoun: undefined,
    determiner: determinerOf(syntax, at, form),
  };
}

/** "ex-minister" is said of who was a minister; "ex-wife" is a noun of its own. */
const withoutEx = (word: string): string => {
  const stem = word.replace(/^ex-/, '');
  return !personNouns.has(word) && personNouns.has(stem) ? stem : word;
};

/** Where the words of a description begin: before its first modifier that stands in one run with it. */
function firstOf(syntax: Syntax, at: number, nameAt: ReadonlyMap<number, Name>): number {
  let first = at;
  for (const child of syntax.children(at)) {
    if (child > at || child >= first) continue;
    if (
      !/^(?:det.*|amod|nummod|compound|nmod|nmod:poss|nmod:desc|cc:preconj)$/.test(syntax.word(child).deprel)
    )
      continue;
    first = Math.min(first, syntax.span(child).from);
  }
  return Math.min(first, nameAt.get(first)?.from ?? first);
}

function determinerOf(syntax: Syntax, at: number, form: string): Mention['determiner'] {
  if (syntax.child(at, 'nmod:poss') !== undefined) return 'owner';
  if (isOfficeAdjective(syntax, at) || isAge(syntax, at)) return 'the';
  const det = syntax.child(at, 'det');
  const word = det === undefined ? '' : syntax.word(det).form.toLowerCase();
  if (word === 'the' || word === 'both') return 'the';
  if (word === 'this' || word === 'that' || word === 'these' || word === 'those') return 'this';
  if (word === 'no' || word === 'any' || word === 'every' || word === 'each') return 'no';
  if (word !== '') return 'a';
  return /^\p{Lu}/u.test(form) && at > 0 ? 'the' : 'none';
}

/** Role and clause of a word; a word coordinated with another has the other's. */
export function standing(syntax: Syntax, at: number): Pick<Mention, 'role' | 'clause'> {
  let top = at;
  let up = syntax.headOf(top);
  while (
    up !== undefined &&
    isNominal(syntax, up) &&
    (/^(?:conj|flat|compound)$/.test(syntax.relationOf(top)) ||
      (syntax.relationOf(top) === 'appos' && top - up === 1))
  ) {
    top = up;
    up = syntax.headOf(top);
  }
  return {
    role:
      roles.get(syntax.relationOf(top) === 'nmod' ? syntax.word(top).deprel : syntax.relationOf(top)) ??
      'other',
    clause: clauseOf(syntax, top),
  };
}

const isNominal = (syntax: Syntax, at: number): boolean =>
  /^(?:NOUN|PROPN|PRON|NUM)$/.test(syntax.word(at).upos);

const roles: ReadonlyMap<string, Role> = new Map([
  ['nsubj', 'subject'],
  ['csubj', 'subject'],
  ['obj', 'object'],
  ['iobj', 'object'],
  ['obl', 'oblique'],
  ['nmod:poss', 'possessor'],
  ['nmod', 'modifier'],
  ['appos', 'apposition'],
]);

/** The word that heads the clause of a word: the nearest above it that is no part of a phrase. */
export function clauseOf(syntax: Syntax, at: number): number {
  let clause = at;
  for (let up = syntax.headOf(at); up !== undefined; up = syntax.headOf(up)) {
    clause = up;
    if (isClause(syntax, up)) return up;
  }
  return clause;
}

/**
 * The subject of a clause; of one without its own ("tried to win", "won and left") whoever the clause it hangs on says:
 * its object for "asked her to leave", else its subject.
 */
export function subjectOf(syntax: Syntax, clause: number): number | undefined {
  for (let at: number | undefined = clause; at !== undefined; at = syntax.headOf(at)) {
    const subject = syntax.child(at, 'nsubj');
    if (subject !== undefined) return subject;
    const { deprel, lemma } = syntax.word(at);
    if (!/^(?:xcomp|conj|advcl)$/.test(deprel) || (deprel === 'advcl' && resultVerbs.has(lemma)))
      return undefined;
    const up = syntax.headOf(at);
    const object = up === undefined ? undefined : syntax.child(up, 'obj');
    if (deprel === 'xcomp' && object !== undefined && object < at) return object;
  }
  return undefined;
}

/** "…, making her the first": what the whole sentence before it makes, not its subject. */
const resultVerbs = new Set(
  'make give leave allow cause earn help force bring enable put send win render prompt'.split(' '),
);

export function isClause(syntax: Syntax, at: number): boolean {
  const relation = syntax.relationOf(at);
  if (relation === 'conj')
    return syntax.word(at).upos === 'VERB' || syntax.child(at, 'nsubj', 'cop') !== undefined;
  return /^(?:root|ccomp|xcomp|advcl|acl|parataxis|csubj)$/.test(relation);
}
