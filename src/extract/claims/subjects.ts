// Whose act a verb is, over the tree: its own subject, a shared one, or one that a governing word lends it.
// Knows no names; what stands for whom is asked later.
import { nounControl, objectControl, praisingVerbs } from '../rules/control.ts';
import { actorNouns } from '../rules/groups.ts';
import type { Syntax } from '../syntax.ts';

/** Where a subject was found; the further from the verb, the less sure. */
export type Way = 'own' | 'shared' | 'control' | 'relative' | 'participle' | 'noun';

/** Heads of the phrases that are a verb's grammatical subject, coordinated ones apart; empty where nothing is. */
export interface Subject {
  readonly words: readonly number[];
  readonly way: Way;
}

const nobody: Subject = { words: [], way: 'own' };

/** The grammatical subject of a verb or of a predicate noun or adjective. Cost: linear in the depth of the tree. */
export function subjectOf(syntax: Syntax, verb: number): Subject {
  const own = syntax
    .children(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')
    .find((at) => !syntax.children(at, 'case').some((word) => word < at));
  if (own !== undefined) {
    const antecedent = antecedentOf(syntax, own);
    return antecedent === undefined
      ? { words: listOf(syntax, own), way: 'own' }
      : { words: antecedentsOf(syntax, own, antecedent, verb), way: 'relative' };
  }
  const called = calledFor(syntax, verb);
  if (called !== undefined) return { words: listOf(syntax, called), way: 'control' };
  const head = syntax.headOf(verb);
  if (head === undefined) return nobody;
  switch (syntax.relationOf(verb)) {
    case 'conj':
      return isPredicate(syntax, head) ? sharedSubject(syntax, verb, head) : nobody;
    case 'xcomp':
      // "approved drilling": whose is left open.
      return syntax.word(verb).xpos === 'VBG' && open.has(syntax.word(head).lemma)
        ? nobody
        : { words: controllerOf(syntax, head), way: 'control' };
    case 'advcl':
      return adverbialSubject(syntax, verb, head);
    case 'ccomp':
      // The parser calls an infinitive so too.
      return isInfinitive(syntax, verb) || syntax.word(verb).xpos === 'VBG'
        ? { words: controllerOf(syntax, head), way: 'control' }
        : nobody;
    case 'acl':
      return attributiveSubject(syntax, verb, head);
    default:
      return nobody;
  }
}

/** Verbs with a gerund that anybody may do: "banned smoking". */
const open: ReadonlySet<string> = new Set(
  'approve oppose ban prohibit permit allow authorise authorize criticise criticize condemn support advocate back recommend suggest propose discuss involve include mean require outlaw'.split(
    ' ',
  ),
);

/** The subject of the verb before "and"; where it disagrees ("we agreed that Peru signs and is"), that of one in between. */
function sharedSubject(syntax: Syntax, verb: number, head: number): Subject {
  const shared = subjectOf(syntax, head);
  const [first] = shared.words;
  const singular = [verb, ...syntax.children(verb, 'aux', 'cop')].some(
    (word) => syntax.word(word).xpos === 'VBZ',
  );
  const plural = first !== undefined && /^(?:we|they|you|i)$/i.test(syntax.word(first).form);
  if (!singular || !plural) return { ...shared, way: 'shared' };
  for (let at = verb - 1; at > head; at--) {
    const subject = isPredicate(syntax, at) ? syntax.child(at, 'nsubj') : undefined;
    if (subject !== undefined && /^NNP?$/.test(syntax.word(subject).xpos))
      return { words: [subject], way: 'shared' };
  }
  return { ...shared, way: 'shared' };
}

/** "called for Lima to sign", where the parser hangs Lima on the call: what stands between "for" and "to". */
export function calledFor(syntax: Syntax, verb: number): number | undefined {
  const head = syntax.headOf(verb);
  const [first, last] = syntax.children(verb, 'mark');
  if (head === undefined || first === undefined || last === undefined || !isInfinitive(syntax, verb))
    return undefined;
  if (syntax.word(first).lemma !== 'for') return undefined;
  return syntax
    .children(head, 'obl', 'obj', 'iobj')
    .find((at) => at > first && at < last && syntax.child(at, 'case') === undefined);
}

/** A word and those coordinated with it; what the parser hangs as apposition into the midst of a list is a member of it. */
export function listOf(syntax: Syntax, at: number): number[] {
  const found = syntax.conjuncts(at).flatMap((word) => [word, ...listedBeside(syntax, word)]);
  return [...new Set(found)]
    .sort((a, b) => a - b)
    .filter((word, i, all) => !isTitleOf(syntax, word, all[i + 1]));
}

/** "his counterpart Omar Reyes", where the parser takes both for members of the list: the first describes the second. */
const isTitleOf = (syntax: Syntax, word: number, next: number | undefined): boolean =>
  next === word + 1 && syntax.word(word).upos === 'NOUN' && syntax.word(next).upos === 'PROPN';

/** "President Anna Holt, Chancellor Omar Reyes and others": names beside each other that a conjunction goes on from. */
function listedBeside(syntax: Syntax, at: number): number[] {
  const titled = syntax
    .children(at, 'appos')
    .filter((child) => syntax.word(at).upos === 'NOUN' && syntax.word(child).upos === 'PROPN')
    .flatMap((child) => syntax.conjuncts(child).slice(1));
  if (titled.length > 0) return titled;
  // "Secretary of State Anna Holt and Omar Reyes", where the list goes on from the name
  const named = syntax
    .children(at, 'appos')
    .filter(
      (child) =>
        syntax.word(child).upos === 'PROPN' &&
        syntax.child(at, 'conj') === undefined &&
        syntax.words[child - 1]?.form !== ',',
    )
    .flatMap((child) => syntax.conjuncts(child).slice(1));
  if (named.length > 0) return named;
  return syntax
    .children(at, 'appos')
    .filter(
      (child) =>
        syntax.word(at).upos === 'PROPN' &&
        syntax.word(child).upos === 'PROPN' &&
        (syntax.child(at, 'conj') !== undefined || syntax.child(child, 'conj') !== undefined) &&
        syntax.child(child, 'nmod:desc') !== undefined,
    )
    .flatMap((child) => syntax.conjuncts(child));
}

/** What a relative pronoun stands for. */
export function antecedentOf(syntax: Syntax, pronoun: number): number | undefined {
  const { xpos } = syntax.word(pronoun);
  if (xpos !== 'WDT' && xpos !== 'WP') return undefined;
  for (const up of [pronoun, ...syntax.ancestors(pronoun)]) {
    const { deprel } = syntax.word(up);
    if (deprel === 'acl:relcl')
      return nameBefore(syntax, pronoun) ?? describedBy(syntax, personOf(syntax, syntax.headOf(up), xpos));
    if (deprel === 'ccomp' || deprel === 'root') return undefined;
  }
  return undefined;
}

/** "Chile and Peru, which mediate": all of a list, where the verb is in the plural. */
function antecedentsOf(syntax: Syntax, pronoun: number, antecedent: number, verb: number): number[] {
  const plural = [verb, ...syntax.children(verb, 'aux', 'cop', 'nsubj', 'det')].some(
    (at) => syntax.word(at).xpos === 'VBP' || /^(?:were|both|all)$/i.test(syntax.word(at).form),
  );
  if (!plural) return [antecedent];
  let first = antecedent;
  while (syntax.relationOf(first) === 'conj' && syntax.headOf(first) !== undefined)
    first = syntax.headOf(first) as number;
  const all = listOf(syntax, first).filter((at) => at < pronoun);
  const isList = all.length > 1 && all.includes(antecedent) && all.every((at) => isSomebody(syntax, at));
  return isList ? all : [antecedent];
}

/** "a gang led by Moss, who": who is named right before "who", whatever the parser hangs the clause on. */
function nameBefore(syntax: Syntax, pronoun: number): number | undefined {
  if (syntax.word(pronoun).xpos !== 'WP' || syntax.words[pronoun - 1]?.form !== ',') return undefined;
  if (syntax.words[pronoun - 2]?.upos !== 'PROPN') return undefined;
  let name = pronoun - 2;
  for (let up = syntax.headOf(name); up !== undefined; up = syntax.headOf(name)) {
    if (!/^(?:flat|compound)/.test(syntax.word(name).deprel) || syntax.word(up).upos !== 'PROPN') break;
    name = up;
  }
  // "the president of Chile, who" isn't the country.
  return /^(?:obl|obj|nsubj|appos|conj|root)/.test(syntax.word(name).deprel) ? name : undefined;
}

/** "the conviction of Moss, who", "a critic of the war who": "who" is somebody, whatever the parser hangs the clause on. */
function personOf(syntax: Syntax, noun: number | undefined, pronoun: string): number | undefined {
  if (noun === undefined || pronoun !== 'WP' || isSomebody(syntax, noun)) return noun;
  if (describedBy(syntax, noun) !== noun) return noun;
  const inside = syntax.children(noun, 'nmod').findLast((child) => isSomebody(syntax, child));
  if (inside !== undefined) return inside;
  const outside = syntax.ancestors(noun).find((up) => syntax.relationOf(up) !== 'nmod');
  const above = syntax.headOf(noun);
  return [above, outside].find((up) => up !== undefined && isSomebody(syntax, up)) ?? noun;
}

const isSomebody = (syntax: Syntax, at: number): boolean =>
  syntax.word(at).upos === 'PROPN' ||
  syntax.word(at).upos === 'PRON' ||
  syntax.word(at).upos === 'NUM' ||
  actorNouns.has(syntax.word(at).lemma);

/** "Elena Ruiz, a nurse who": what is said of the apposition is said of the name. */
function describedBy(syntax: Syntax, noun: number | undefined): number | undefined {
  const head = noun === undefined ? undefined : syntax.headOf(noun);
  if (noun === undefined || head === undefined || syntax.relationOf(noun) !== 'appos') return noun;
  return syntax.word(head).upos === 'PROPN' && syntax.child(noun, 'det') !== undefined ? head : noun;
}

/** Whether a word is the head of a clause: a verb, or what a copula makes one. */
export const isPredicate = (syntax: Syntax, at: number): boolean =>
  syntax.word(at).upos === 'VERB' ||
  syntax.child(at, 'cop') !== undefined ||
  syntax.child(at, 'nsubj') !== undefined;

export const isInfinitive = (syntax: Syntax, verb: number): boolean =>
  syntax.children(verb, 'mark').some((mark) => syntax.word(mark).xpos === 'TO');

/** Whether the surface subject undergoes the act: "was thanked", "the man thanked by". */
export function isPassive(syntax: Syntax, verb: number): boolean {
  if (syntax.child(verb, 'aux:pass', 'nsubj:pass') !== undefined) return true;
  const { xpos } = syntax.word(verb);
  if (xpos !== 'VBN' && xpos !== 'VBD') return false;
  if (syntax.child(verb, 'nsubj', 'aux', 'cop') !== undefined) return false;
  const relation = syntax.word(verb).deprel;
  if (relation === 'acl' || relation === 'advcl' || relation === 'xcomp')
    return syntax.child(verb, 'obj') === undefined;
  const head = syntax.headOf(verb);
  return relation === 'conj' && xpos === 'VBN' && head !== undefined && isPassive(syntax, head);
}

/** Who does what a governed verb says: "urged Lima to sign", "is ready to sign". */
function controllerOf(syntax: Syntax, head: number): readonly number[] {
  const object = syntax.child(head, 'iobj', 'obj');
  if (object !== undefined && !isPassive(syntax, head) && !keepsSubject.has(syntax.word(head).lemma))
    return listOf(syntax, object);
  const asked = askedThrough(syntax, head);
  return asked ?? subjectOf(syntax, head).words;
}

/** Verbs whose infinitive is their subject's, whatever their object: "rang Moss to thank him". */
export const keepsSubject: ReadonlySet<string> = new Set(
  'promise threaten vow call phone telephone ring visit meet use contact interrupt cancel postpone join leave attend cut raise spend exploit seize embrace greet'.split(
    ' ',
  ),
);

/** "called on Lima to sign", "appealed to Lima to sign". */
function askedThrough(syntax: Syntax, head: number): readonly number[] | undefined {
  const { lemma } = syntax.word(head);
  for (const oblique of syntax.children(head, 'obl')) {
    const preposition = syntax.child(oblique, 'case');
    if (preposition !== undefined && objectControl.has(`${lemma}-${syntax.word(preposition).lemma}`))
      return listOf(syntax, oblique);
  }
  return undefined;
}

function adverbialSubject(syntax: Syntax, verb: number, head: number): Subject {
  const mark = syntax.child(verb, 'mark');
  const marked = mark === undefined ? '' : syntax.word(mark).lemma;
  const { lemma } = syntax.word(head);
  const object =
    syntax.child(head, 'obj', 'iobj') ?? (isPassive(syntax, head) ? syntax.child(head, 'nsubj') : undefined);
  if (marked === 'to' && askedThrough(syntax, head) !== undefined)
    return { words: askedThrough(syntax, head) ?? [], way: 'control' };
  // "thanked Moss for supporting", "accused Lima of hiding"; "to" with an object that is told to.
  const lent =
    object !== undefined &&
    ((marked === 'to' && /^(?:send|dispatch)$/.test(lemma) && isSomebody(syntax, object)) ||
      (/^(?:for|of|from|into|over|about)$/.test(marked) && praisingVerbs.has(lemma)) ||
      (marked === 'to' && objectControl.has(lemma)) ||
      (marked === 'as' && /^(?:quote|cite)$/.test(lemma)));
  if (lent)
    return isPassive(syntax, head)
      ? { words: subjectOf(syntax, head).words, way: 'control' }
      : { words: listOf(syntax, object), way: 'control' };
  if (syntax.word(verb).deprel === 'advcl:relcl') return nobody;
  // "appointed Moss, replacing Lund"
  if (object !== undefined && installing.has(lemma) && /^(?:replace|succeed)$/.test(syntax.word(verb).lemma))
    return { words: listOf(syntax, object), way: 'control' };
  // "a trip made by Moss to see Holt"
  const agent = isPassive(syntax, head) ? syntax.child(head, 'obl:agent') : undefined;
  if (marked === 'to' && agent !== undefined) return { words: listOf(syntax, agent), way: 'control' };
  return { words: subjectOf(syntax, head).words, way: 'participle' };
}

const installing: ReadonlySet<string> = new Set(
  'appoint name elect nominate choose pick select promote hire install'.split(' '),
);

/** A clause that hangs on a noun: "the man holding", "readiness to work", "interest in hosting". */
function attributiveSubject(syntax: Syntax, verb: number, noun: number): Subject {
  const { deprel, xpos } = syntax.word(verb);
  const mark = syntax.child(verb, 'mark');
  if (deprel === 'acl:relcl') return nobody;
  if (mark === undefined && (xpos === 'VBG' || xpos === 'VBN' || xpos === 'VBD'))
    return { words: [describedBy(syntax, noun) ?? noun], way: 'participle' };
  const lemma = syntax.word(noun).lemma;
  if (mark === undefined) return nobody;
  const control = nounControl.get(lemma);
  // Who is to answer a call isn't who makes it.
  if (control?.modality === 'demanded') return nobody;
  if (control !== undefined) return { words: ownersOf(syntax, noun), way: 'noun' };
  // "the first leader to visit"
  if (isInfinitive(syntax, verb) && isSingledOut(syntax, noun))
    return { words: identifiedAs(syntax, noun), way: 'participle' };
  return nobody;
}

/** "became the first woman to govern": who that is. */
function identifiedAs(syntax: Syntax, noun: number): readonly number[] {
  const head = syntax.headOf(noun);
  const becomes =
    head !== undefined &&
    /^(?:become|remain|be)$/.test(syntax.word(head).lemma) &&
    /^(?:obj|xcomp)$/.test(syntax.relationOf(noun));
  if (becomes) return subjectOf(syntax, head).words;
  if (syntax.child(noun, 'cop') !== undefined) return subjectOf(syntax, noun).words;
  return [describedBy(syntax, noun) ?? noun];
}

/** Whether "first", "last" or "only" picks a thing out by what it did. */
export const isSingledOut = (syntax: Syntax, noun: number): boolean =>
  /^(?:first|second|third|last|latest|only)$/.test(syntax.word(noun).lemma) ||
  syntax
    .children(noun, 'amod')
    .some((word) => /^(?:first|second|third|last|latest|only)$/.test(syntax.word(word).lemma));

/** "a bid by Lima to" */
const agentOf = (syntax: Syntax, noun: number): number | undefined =>
  syntax
    .children(noun, 'nmod')
    .find((child) => syntax.children(child, 'case').some((word) => syntax.word(word).lemma === 'by'));

/** Whose a noun is that stands for an act or a wish: who is named before it, or whoever does what is done with it. */
export function ownersOf(syntax: Syntax, noun: number): readonly number[] {
  const owner = syntax.child(noun, 'nmod:poss') ?? agentOf(syntax, noun);
  if (owner !== undefined) return listOf(syntax, owner);
  const head = syntax.headOf(noun);
  if (head === undefined) return [];
  switch (syntax.relationOf(noun)) {
    case 'conj':
      return ownersOf(syntax, head);
    case 'obj':
      return isPredicate(syntax, head) ? subjectOf(syntax, head).words : [];
    case 'obl':
      return isPredicate(syntax, head) && !isPassive(syntax, head) ? subjectOf(syntax, head).words : [];
    case 'nsubj': {
      const by = syntax.child(head, 'obl:agent');
      return syntax.word(noun).deprel === 'nsubj:pass' && by !== undefined ? listOf(syntax, by) : [];
    }
    case 'nmod':
      return ownersOf(syntax, head);
    default:
      return [];
  }
}
