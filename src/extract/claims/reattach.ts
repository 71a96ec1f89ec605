// Hangs on the right word what the parser hangs on a neighbour: clauses that say what a noun before them is ("rejected calls to
// ban"), what is said "in a statement that", gerunds before their object, a title or an office beside a name. Knows no meaning
// but the words that govern; mend.ts asks it last, when names are one phrase.
import type { TreeWord } from '../../text/index.ts';
import type { Name } from '../article.ts';
import { isPlainVerb, verbOfForm } from '../inflection.ts';
import { nounControl, praisingVerbs, subjectControl } from '../rules/control.ts';
import { actorNouns } from '../rules/groups.ts';
import { officeRules } from '../rules/offices.ts';
import { quotingVerbs, speechVerbs, utterances } from '../rules/speech.ts';

/** Changes heads and relations in place. Cost: linear, for sentences as people write them. */
export function reattach(words: TreeWord[], names: readonly Name[]): void {
  const tree = new Hanging(words);
  for (const name of names) {
    partTime(tree, name);
    setBeside(tree, name);
    hangNoun(tree, name);
    if (name.type === 'Person') {
      partOffice(tree, name);
      hangOnOffice(tree, name, names);
    }
    makeSubject(tree, name);
    makeObject(tree, name);
    makeReceiver(tree, name);
    partReceiver(tree, name);
  }
  words.forEach((word, at) => {
    if (word.deprel === 'advcl' || word.deprel === 'xcomp') hangOnNoun(tree, at);
    if (word.deprel.startsWith('acl')) {
      frontOblique(tree, at);
      hangOnSaying(tree, at);
      hangOnClaim(tree, at);
      hangDeed(tree, at);
    }
    if (word.xpos === 'VBG') takeObject(tree, at);
    if (word.deprel === 'obj') priceObject(tree, at);
    if (word.deprel === 'ccomp') setQuoting(tree, at);
    if (word.deprel === 'obl') {
      countObject(tree, at);
      readInfinitive(tree, at);
    }
    if (word.deprel === 'conj') {
      joinFinite(tree, at);
      joinSaying(tree, at);
    }
    if (word.deprel === 'appos') {
      hangCase(tree, at);
      partJudgement(tree, at);
      partGift(tree, at);
    }
    if (word.deprel === 'nmod:poss') partHer(tree, at);
    if (/^whom$/i.test(word.form) && word.deprel === 'nsubj') Object.assign(word, { deprel: 'obj' });
    if (word.upos === 'NUM' && /^(?:nummod|obj|nsubj)$/.test(word.deprel)) countSubject(tree, at);
    if (word.deprel === 'nmod') {
      hangAgent(tree, at);
      hangOnNearest(tree, at);
    }
  });
}

/** Words that can be hung elsewhere, with their children at hand. */
class Hanging {
  readonly words: readonly TreeWord[];
  readonly #children: number[][];

  constructor(words: readonly TreeWord[]) {
    this.words = words;
    this.#children = words.map(() => []);
    words.forEach(({ head }, at) => {
      this.#children[head - 1]?.push(at);
    });
  }

  word(at: number): TreeWord {
    return this.words[at] as TreeWord;
  }

  /** The first dependent in one of these relations. */
  child(at: number, relations: RegExp): number | undefined {
    return this.children(at).find((child) => relations.test(this.word(child).deprel));
  }

  children(at: number): readonly number[] {
    return this.#children[at] ?? [];
  }

  /** The word of a name that hangs on a word outside of it. */
  headOf({ from, to }: Pick<Name, 'from' | 'to'>): number {
    for (let at = from; at < to; at++) {
      const up = this.word(at).head - 1;
      if (up < from || up >= to) return at;
    }
    return from;
  }

  /** Hangs a word on another. */
  hang(at: number, head: number, deprel = this.word(at).deprel): void {
    const word = this.word(at);
    const before = this.#children[word.head - 1];
    before?.splice(before.indexOf(at), 1);
    const after = this.#children[head];
    after?.push(at);
    after?.sort((a, b) => a - b);
    Object.assign(word, { head: head + 1, deprel });
  }
}

/** "Anna Holt, with whom Moss quarrelled, resigned", where the parser hangs the clause on "whom". */
function frontOblique(tree: Hanging, verb: number): void {
  const pronoun = tree.word(verb).head - 1;
  const preposition = tree.child(pronoun, /^case/);
  if (!/^whom$/i.test(tree.words[pronoun]?.form ?? '') || preposition !== pronoun - 1) return;
  let noun = tree.words[preposition - 1]?.form === ',' ? preposition - 2 : preposition - 1;
  while (/^(?:flat|compound)/.test(tree.words[noun]?.deprel ?? '')) noun = tree.word(noun).head - 1;
  if (!/^(?:NOUN|PROPN)$/.test(tree.words[noun]?.upos ?? '')) return;
  for (let up = noun; up >= 0; up = tree.word(up).head - 1) if (up === verb || up === pronoun) return;
  tree.hang(verb, noun);
  tree.hang(pronoun, verb, 'obl');
}

/** "coach Anna Holt left", "the shipping company Acme", where the parser sees two phrases: the noun describes the name. */
function hangNoun(tree: Hanging, name: Name): void {
  const [at, head] = [name.from - 1, tree.headOf(name)];
  const [noun, holder] = [tree.words[at], tree.word(head)];
  if (noun === undefined || noun.head !== holder.head || !/^NN/.test(noun.xpos)) return;
  if (withoutSubtype(noun.deprel) !== withoutSubtype(holder.deprel)) return;
  // "gave Moss", "told police Moss": two phrases after all.
  if (!/^(?:nsubj|obj|obl|nmod|conj|appos|root)/.test(noun.deprel)) return;
  if (tree.child(head, /^case/) !== undefined) return;
  for (const child of [...tree.children(at)])
    if (!/^(?:amod|compound|det|nmod)/.test(tree.word(child).deprel)) tree.hang(child, head);
  tree.hang(at, head, 'nmod:desc');
}

/** "its subsidiary, Acme, and was sold", where the parser begins a list with Acme: the name of what stands before it. */
function setBeside(tree: Hanging, name: Name): void {
  const head = tree.headOf(name);
  const { head: noun, deprel } = tree.word(head);
  const described = tree.words[noun - 1];
  if (deprel !== 'conj' || described?.upos !== 'NOUN' || tree.child(head, /^cc$/) !== undefined) return;
  if (tree.words[name.from - 1]?.form !== ',' || name.from - 1 !== noun) return;
  const others = tree.children(noun - 1).filter((at) => tree.word(at).deprel === 'conj');
  const definite = tree.child(noun - 1, /^(?:det|nmod:poss)/);
  if (others.length === 1 && definite !== undefined && described.xpos === 'NN')
    Object.assign(tree.word(head), { deprel: 'appos' });
}

/** "In August Acme, a shipper, bid", where the parser makes one phrase of the month and Acme. */
function partTime(tree: Hanging, name: Name): void {
  const head = tree.headOf(name);
  const time = name.from - 1;
  const preposition = tree.child(head, /^case/);
  if (preposition === undefined || preposition !== time - 1 || tree.word(head).deprel !== 'obl') return;
  if (tree.word(time).head !== head + 1 || !timeWord.test(tree.word(time).form)) return;
  const verb = tree.word(head).head - 1;
  if (verb < name.to) return;
  const subject = tree.child(verb, /^nsubj/);
  tree.hang(time, verb, 'obl');
  tree.hang(preposition, time, 'case');
  if (subject === undefined) tree.hang(head, verb, 'nsubj');
  else if (subject > head && tree.words[name.to]?.form === ',') {
    const deprel = tree.word(subject).deprel;
    tree.hang(subject, head, 'appos');
    tree.hang(head, verb, deprel);
  }
}

const timeWord =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)$/;

const withoutSubtype = (deprel: string): string => deprel.replace(/:.*/, '');

/** "appointed Anna Holt prime minister", where the parser makes one phrase of it: whom, and what she is to be. */
function partOffice(tree: Hanging, name: Name): void {
  const head = tree.headOf(name);
  const at = tree.word(head).head - 1;
  const office = tree.words[at];
  const naming = office === undefined ? undefined : tree.words[office.head - 1];
  if (office === undefined || naming === undefined || office.deprel !== 'obj' || at < name.to) return;
  if (!/^(?:appoint|name|elect|make|declare|nominate|crown|re-elect)$/.test(naming.lemma)) return;
  if (!officeNouns.has(office.form.toLowerCase()) || tree.children(at).some((child) => child < name.from))
    return;
  tree.hang(head, office.head - 1, 'obj');
  Object.assign(office, { deprel: 'xcomp' });
}

const officeNouns: ReadonlySet<string> = new Set(
  officeRules.flatMap((rule) => rule.nouns.map((noun) => noun.split(' ').at(-1) as string)),
);

/** "Acme sued", where the parser takes Acme for an adverb: a name before a verb that has no subject. */
function makeSubject(tree: Hanging, name: Name): void {
  const head = tree.headOf(name);
  const word = tree.word(head);
  const verb = word.head - 1;
  if (verb < name.to || !/^VB[DZ]$/.test(tree.word(verb).xpos)) return;
  if (!/^(?:advmod|discourse|vocative|dislocated|amod|dep|obl:unmarked)/.test(word.deprel)) return;
  if (tree.words[name.to]?.upos === 'PUNCT' || tree.child(head, /^case/) !== undefined) return;
  if (tree.child(verb, /^(?:nsubj|csubj|expl)/) !== undefined) return;
  Object.assign(word, { deprel: 'nsubj', upos: 'PROPN', xpos: 'NNP' });
}

/** "the president of Acme, Anna Holt,": she is beside the president, not beside Acme. */
function hangOnOffice(tree: Hanging, person: Name, names: readonly Name[]): void {
  const head = tree.headOf(person);
  const at = tree.word(head).head - 1;
  const office = (tree.words[at]?.head ?? 0) - 1;
  if (tree.word(head).deprel !== 'appos' || tree.words[person.from - 1]?.form !== ',') return;
  if (tree.words[at]?.deprel !== 'nmod' || tree.words[office]?.upos !== 'NOUN' || office > at) return;
  if (!officeNouns.has(tree.word(office).form.toLowerCase())) return;
  const body = names.find(({ from, to }) => from <= at && at < to);
  if (body?.type === 'Person' || tree.child(office, /^appos/) !== undefined) return;
  tree.hang(head, office, 'appos');
}

/** "appoint her prime minister", where the parser makes "her" the owner of one. */
function partHer(tree: Hanging, at: number): void {
  const office = tree.word(at).head - 1;
  const verb = tree.words[(tree.words[office]?.head ?? 0) - 1];
  if (!/^her$/i.test(tree.word(at).form) || verb === undefined || tree.words[office]?.deprel !== 'obj')
    return;
  if (!/^(?:appoint|name|elect|nominate|re-elect)$/.test(verbOfForm(verb.form.toLowerCase()) ?? verb.lemma))
    return;
  if (!/^(?:minister|president|chancellor|premier|governor|speaker|mayor)$/i.test(tree.word(office).form))
    return;
  const start = tree.children(office).find((child) => child > at) ?? office;
  if (tree.word(start).head - 1 !== office && start !== office) return;
  const naming = tree.word(office).head - 1;
  tree.hang(at, naming, 'obj');
  Object.assign(tree.word(office), { deprel: 'xcomp' });
}

/** "named Anna Holt as its head", where the parser makes a complement of her. */
function makeObject(tree: Hanging, name: Name): void {
  const word = tree.word(tree.headOf(name));
  const verb = tree.words[word.head - 1];
  if (verb === undefined || word.deprel !== 'xcomp' || name.from !== word.head) return;
  if (verb.upos !== 'VERB' || /^(?:be|become|remain)$/.test(verb.lemma)) return;
  if (tree.child(word.head - 1, /^(?:i?obj|aux:pass|nsubj:pass)/) === undefined)
    Object.assign(word, { deprel: 'obj' });
}

/** "gave Lima assurances", where the parser makes one phrase of it. */
function makeReceiver(tree: Hanging, name: Name): void {
  const head = tree.headOf(name);
  const gift = tree.words[tree.word(head).head - 1];
  const verb = tree.words[(gift?.head ?? 0) - 1];
  if (gift === undefined || verb === undefined || tree.word(head).deprel !== 'compound') return;
  const sells = isGiving(verb) || /^s(?:ell|old)/.test(verb.form.toLowerCase());
  if (gift.deprel !== 'obj' || gift.head !== name.from || !sells) return;
  // "sell Morocco trains": no country makes trains that its adjective doesn't name.
  if (name.country?.by === 'country' && gift.xpos === 'NNS') {
    tree.hang(head, gift.head - 1, 'iobj');
    return;
  }
  const isCounted = tree.child(tree.word(head).head - 1, /^nummod/) !== undefined;
  if (
    (gifts.has(gift.lemma) || isCounted) &&
    tree.children(tree.word(head).head - 1).every((child) => child >= name.from)
  )
    tree.hang(head, gift.head - 1, 'iobj');
}

/** "handed Anna Holt a letter", where the parser sees two objects: the first is who is given it. */
function partReceiver(tree: Hanging, name: Name): void {
  const head = tree.headOf(name);
  const at = tree.word(head).head - 1;
  const verb = tree.words[at];
  if (verb === undefined || tree.word(head).deprel !== 'obj' || !isGiving(verb) || name.from <= at) return;
  const other = tree.children(at).find((child) => child >= name.to && tree.word(child).deprel === 'obj');
  if (other === undefined || tree.child(other, /^(?:det|nummod|nmod:poss|amod)/) === undefined) return;
  const between = tree.words.slice(name.to, other).some(({ form }) => /^(?:,|and|or)$/.test(form));
  if (!between) Object.assign(tree.word(head), { deprel: 'iobj' });
}

/** "bid 3 dollars a share for Acme": what is paid for each is no second object. */
function priceObject(tree: Hanging, at: number): void {
  const verb = tree.word(at).head - 1;
  const article = tree.child(at, /^det/);
  if (article !== at - 1 || !/^an?$/i.test(tree.word(article).form)) return;
  const price = tree
    .children(verb)
    .find((child) => child < at && tree.word(child).deprel === 'obj' && tree.word(child).head === verb + 1);
  if (price !== article - 1 || tree.child(price, /^nummod/) === undefined) return;
  for (const child of tree.children(at).filter((one) => tree.word(one).deprel === 'nmod'))
    tree.hang(child, verb, 'obl');
  tree.hang(at, price, 'nmod:unmarked');
}

const isGiving = ({ lemma, form }: TreeWord): boolean =>
  giving.has(lemma) || giving.has(verbOfForm(form.toLowerCase()) ?? '');

const giving: ReadonlySet<string> = new Set(
  'give grant promise offer award deny send show lend owe pay hand fine charge cost loan pledge wish bring tell teach'.split(
    ' ',
  ),
);

const gifts: ReadonlySet<string> = new Set(
  'assurance guarantee promise pledge permission support backing help aid assistance money time access asylum citizenship advice credit permission information protection shelter refuge hope compensation luck success'.split(
    ' ',
  ),
);

/** "rejected calls by Lima to ban", "announced plans to build": the infinitive says what the calls are for. */
function hangOnNoun(tree: Hanging, at: number): void {
  const verb = tree.word(at).head - 1;
  if (tree.words[verb]?.upos !== 'VERB' || verb >= at || tree.child(at, /^nsubj/) !== undefined) return;
  const mark = tree.child(at, /^mark/);
  if (mark === undefined || tree.word(mark).xpos !== 'TO' || tree.words[mark - 1]?.form === ',') return;
  const only = singledOut(tree, mark - 1, verb);
  if (only !== undefined) {
    tree.hang(at, only, 'acl');
    return;
  }
  const noun = tree.child(verb, /^obj$/);
  if (noun === undefined || noun < verb || noun > at) return;
  const { lemma } = tree.word(noun);
  // "took the opportunity to thank": thanked.
  if (!nounControl.has(lemma) || /^(?:opportunity|chance|right)$/.test(lemma)) return;
  tree.hang(at, noun, 'acl');
}

/** "the first head of state to travel": the noun before the infinitive that is one of its kind. */
function singledOut(tree: Hanging, before: number, verb: number): number | undefined {
  for (let noun = before; noun > verb; noun = tree.word(noun).head - 1) {
    const is = tree
      .children(noun)
      .some(
        (at) =>
          tree.word(at).deprel === 'amod' && /^(?:first|second|third|last|only)$/i.test(tree.word(at).form),
      );
    if (is) return noun;
  }
  return undefined;
}

/** "said in a statement that", "told the paper on Monday that": what is said hangs on the verb of saying. */
function hangOnSaying(tree: Hanging, at: number): void {
  const phrase = tree.word(at).head - 1;
  const noun = tree.words[phrase];
  const mark = tree.child(at, /^mark/);
  if (noun === undefined || mark === undefined || tree.word(mark).form.toLowerCase() !== 'that') return;
  if (tree.child(at, /^nsubj/) === undefined) return;
  const isBeside =
    utterances.has(noun.lemma) || /^(?:NNPS?|CD)$/.test(noun.xpos) || timeNouns.has(noun.lemma);
  const isTold = actorNouns.has(noun.lemma) && /^(?:obl|i?obj)/.test(noun.deprel);
  const verb = noun.head - 1;
  if (!isTold && (!isBeside || !/^(?:obl|advmod|iobj)/.test(noun.deprel))) return;
  if (verb >= phrase) return;
  if (!speechVerbs.has(tree.words[verb]?.lemma ?? '') || tree.child(verb, /^ccomp/) !== undefined) return;
  tree.hang(at, verb, 'ccomp');
}

const timeNouns: ReadonlySet<string> = new Set(
  'day week month year morning afternoon evening night today yesterday'.split(' '),
);

/** "“I have told Moss,” the minister declared", where the parser takes the last verb for what is told: it quotes. */
function setQuoting(tree: Hanging, at: number): void {
  const { head, lemma } = tree.word(at);
  const subject = tree.child(at, /^nsubj/);
  if (head > at || subject === undefined || subject > at || !quotingVerbs.has(lemma)) return;
  const start = Math.min(subject, ...tree.children(subject));
  const closes = /^["”’»]$/.test(tree.words[start - 1]?.form ?? '') && tree.words[start - 2]?.form === ',';
  if (closes && tree.child(at, /^(?:ccomp|obj|mark)/) === undefined)
    Object.assign(tree.word(at), { deprel: 'parataxis' });
}

/** "denied supplying drones", where the parser gives both to the first verb: the gerund has the object. */
function takeObject(tree: Hanging, at: number): void {
  const { head, deprel } = tree.word(at);
  const verb = head - 1;
  if (verb !== at - 1 || tree.words[verb]?.upos !== 'VERB' || !/^(?:xcomp|ccomp)$/.test(deprel)) return;
  if (tree.child(at, /^obj/) !== undefined) return;
  const object = tree.child(verb, /^obj$/);
  if (object !== undefined && object > at) tree.hang(object, at);
}

/** "killed at least 60 people", "injuring more than 1,500": no phrase after "at" or "than". */
function countObject(tree: Hanging, at: number): void {
  const { head } = tree.word(at);
  const than = tree.child(at, /^case/);
  const isMore =
    than === at - 1 &&
    /^than$/i.test(tree.word(than).form) &&
    /^(?:more|fewer|less)$/i.test(tree.words[than - 1]?.form ?? '') &&
    tree.word(at).upos === 'NUM' &&
    tree.words[head - 1]?.upos === 'VERB' &&
    tree.child(head - 1, /^(?:obj|aux:pass)/) === undefined;
  if (isMore) {
    tree.hang(than, at, 'advmod');
    tree.hang(at, head - 1, 'obj');
    return;
  }
  const counted = tree.words
    .slice(Math.max(0, at - 4), at)
    .findIndex(({ form }) => /^(?:least|most)$/i.test(form));
  if (counted < 0 || tree.child(at, /^(?:nummod|nmod)/) === undefined) return;
  const preposition = tree.child(at, /^case/);
  if (preposition !== undefined && !/^at$/i.test(tree.word(preposition).form)) return;
  if (tree.words[head - 1]?.upos !== 'VERB' || head > at || timeNouns.has(tree.word(at).lemma)) return;
  if (tree.child(head - 1, /^(?:obj|aux:pass)/) !== undefined) return;
  if (preposition !== undefined) tree.hang(preposition, at, 'advmod');
  tree.hang(at, head - 1, 'obj');
}

/** "threatened to sue Moss", where the parser takes "sue" for a name. */
function readInfinitive(tree: Hanging, at: number): void {
  const word = tree.word(at);
  const to = tree.child(at, /^case/);
  const governing = tree.words[word.head - 1];
  if (to === undefined || to !== at - 1 || tree.word(to).form.toLowerCase() !== 'to') return;
  if (word.form !== word.form.toLowerCase() || !subjectControl.has(governing?.lemma ?? '')) return;
  if (!isPlainVerb(word.form) || tree.child(at, /^(?:det|amod|nummod|nmod:poss)/) !== undefined) return;
  Object.assign(word, { upos: 'VERB', xpos: 'VB', lemma: word.form, deprel: 'xcomp' });
  Object.assign(tree.word(to), { upos: 'PART', xpos: 'TO', deprel: 'mark' });
  const object = tree.child(at, /^(?:flat|compound|appos|nmod)$/);
  if (object === at + 1) Object.assign(tree.word(object), { deprel: 'obj' });
}

/** "urged Lima to act and accused it": a verb in the past goes on from one that has a tense. */
function joinFinite(tree: Hanging, at: number): void {
  const word = tree.word(at);
  const hasTense = (verb: number) =>
    /^VB[DZ]$/.test(tree.word(verb).xpos) || tree.child(verb, /^aux/) !== undefined;
  const isPast = word.xpos === 'VBN' && tree.child(at, /^obj/) !== undefined;
  if (!(isPast || /^VB[DZ]$/.test(word.xpos)) || tree.child(at, /^(?:nsubj|mark|aux)/) !== undefined) return;
  let up = word.head - 1;
  if (tree.word(up).xpos !== 'VB') return;
  // "said it would sell and blamed": no past goes on from "would".
  const auxiliary = tree.child(up, /^aux/);
  const modal = auxiliary !== undefined && tree.word(auxiliary).xpos === 'MD';
  if (auxiliary !== undefined && !(modal && word.xpos !== 'VBZ' && tree.word(up).deprel === 'ccomp')) return;
  if (isPast && !modal) return;
  if (modal) up = tree.word(up).head - 1;
  while (up >= 0 && !hasTense(up) && /^(?:xcomp|advcl|ccomp|acl|conj)$/.test(tree.word(up).deprel))
    up = tree.word(up).head - 1;
  if (up < 0 || up > at || !/^VB[DZN]$/.test(tree.word(up).xpos)) return;
  if (isPast) Object.assign(word, { xpos: 'VBD' });
  tree.hang(at, up, 'conj');
}

/** "Moss said it had gone, and demanded": after a comma another verb of saying goes on from the first. */
function joinSaying(tree: Hanging, at: number): void {
  const { lemma, head, xpos } = tree.word(at);
  const said = tree.words[head - 1];
  const saying = tree.words[(said?.head ?? 0) - 1];
  if (said === undefined || saying === undefined || said.deprel !== 'ccomp' || !/^VB[DZN]$/.test(xpos))
    return;
  if (
    !speechVerbs.has(lemma) ||
    !speechVerbs.has(saying.lemma) ||
    tree.child(at, /^(?:nsubj|aux|mark)/) !== undefined
  )
    return;
  const conjunction = tree.child(at, /^cc$/);
  if (conjunction === undefined || tree.words[conjunction - 1]?.form !== ',' || saying.xpos !== 'VBD') return;
  Object.assign(tree.word(at), { xpos: 'VBD' });
  tree.hang(at, said.head - 1, 'conj');
}

/** "gave its leader, Moss, a chance", where the parser takes the gift for an apposition. */
function partGift(tree: Hanging, at: number): void {
  const whom = tree.word(at).head - 1;
  const verb = tree.words[(tree.words[whom]?.head ?? 0) - 1];
  const article = tree.child(at, /^det/);
  if (verb === undefined || tree.words[whom]?.deprel !== 'obj' || !isGiving(verb)) return;
  if (article === undefined || !/^(?:an?|the|another|no|any)$/i.test(tree.word(article).form)) return;
  if (
    !/^(?:chance|opportunity|say|seat|role|job|post|voice|vote|lift|present|gift|prize|letter)$/.test(
      tree.word(at).lemma,
    )
  )
    return;
  tree.hang(at, tree.word(whom).head - 1, 'obj');
  Object.assign(tree.word(whom), { deprel: 'iobj' });
}

/** "a claim by Acme that Moss had paid it", where the parser hangs the clause on Acme. */
function hangOnClaim(tree: Hanging, at: number): void {
  const maker = tree.word(at).head - 1;
  const noun = (tree.words[maker]?.head ?? 0) - 1;
  if (
    tree.words[maker]?.deprel !== 'nmod' ||
    !/^(?:claim|allegation|accusation|report|charge|assertion|warning|suggestion|statement|complaint)$/.test(
      tree.words[noun]?.lemma ?? '',
    )
  )
    return;
  if (tree.child(at, /^nsubj/) === undefined) return;
  const that = tree.children(at).find((child) => /^that$/i.test(tree.word(child).form) && child < at);
  const preposition = tree.child(maker, /^case/);
  if (
    that === undefined ||
    that <= maker ||
    preposition === undefined ||
    !/^(?:by|from|of)$/i.test(tree.word(preposition).form)
  )
    return;
  const isObject = tree.word(that).deprel === 'obj';
  if (isObject && tree.children(at).filter((child) => tree.word(child).deprel === 'obj').length < 2) return;
  tree.hang(at, noun, 'acl');
  Object.assign(tree.word(that), { deprel: 'mark', upos: 'SCONJ', xpos: 'IN' });
}

/** "accused Moss of lying": the deed hangs on the verb that accuses, thanks or blames. */
function hangDeed(tree: Hanging, at: number): void {
  const whom = tree.word(at).head - 1;
  const mark = tree.child(at, /^mark/);
  if (tree.word(at).xpos !== 'VBG' || mark === undefined || !/^(?:of|for|from)$/i.test(tree.word(mark).form))
    return;
  if (!/^(?:obj|iobj|nsubj:pass)$/.test(tree.words[whom]?.deprel ?? '')) return;
  if (!/^(?:PROPN|PRON)$/.test(tree.words[whom]?.upos ?? '')) return;
  const verb = tree.word(whom).head - 1;
  const lemma = verbOfForm(tree.words[verb]?.form.toLowerCase() ?? '') ?? tree.words[verb]?.lemma ?? '';
  if (praisingVerbs.has(lemma) && verb < at) tree.hang(at, verb, 'advcl');
}

/** "called Moss “a liar”", where the parser takes what he is called for an apposition. */
function partJudgement(tree: Hanging, at: number): void {
  const whom = tree.word(at).head - 1;
  const verb = (tree.words[whom]?.head ?? 0) - 1;
  if (!/^(?:i?obj|xcomp)$/.test(tree.words[whom]?.deprel ?? '') || whom > at || verb > whom) return;
  if (!/^(?:call|brand|label|dub|deem|term|declare)$/.test(tree.words[verb]?.lemma ?? '')) return;
  const start = tree.child(at, /^punct/) ?? at;
  const isQuoted = /^["“‘'«]$/.test(tree.word(start).form);
  const between = tree.words.slice(whom + 1, at).some(({ form }) => form === ',');
  const article = tree.child(at, /^det/);
  if (between || !(isQuoted || (article !== undefined && /^an?$/i.test(tree.word(article).form)))) return;
  tree.hang(at, verb, 'xcomp');
}

/** "seven were killed and 20 injured": the number stands for whom it counts. */
function countSubject(tree: Hanging, at: number): void {
  const verb = tree.word(at).head - 1;
  const { xpos, deprel, head } = tree.word(verb);
  if (verb !== at + 1 || deprel !== 'conj' || !/^VB[ND]$/.test(xpos)) return;
  if (tree.children(verb).some((child) => child !== at && /^(?:nsubj|aux|obj)/.test(tree.word(child).deprel)))
    return;
  if (tree.child(head - 1, /^(?:aux:pass|nsubj:pass)/) === undefined) return;
  Object.assign(tree.word(at), { deprel: 'nsubj:pass' });
}

/** "by the owner Moss", where "by" hangs on Moss and he on the owner: it stands before both. */
function hangCase(tree: Hanging, at: number): void {
  const described = tree.word(at).head - 1;
  const preposition = tree.child(at, /^case/);
  if (preposition !== undefined && preposition < described && described < at)
    tree.hang(preposition, described);
}

/** "the government and rebels of Lima": a phrase with "of" belongs to the noun right before it. */
function hangOnNearest(tree: Hanging, at: number): void {
  const of = tree.child(at, /^case/);
  if (of === undefined || tree.word(of).form.toLowerCase() !== 'of') return;
  const before = tree.words[of - 1];
  const head = tree.word(at).head - 1;
  if (before?.upos === 'NOUN' && before.deprel === 'conj' && before.head - 1 === head && of - 1 !== head)
    tree.hang(at, of - 1);
}

/** "the arrest of Moss by Lima": who acts hangs on the act, not on whom it is done to. */
function hangAgent(tree: Hanging, at: number): void {
  const by = tree.child(at, /^case/);
  if (by === undefined || tree.word(by).form.toLowerCase() !== 'by') return;
  let up = tree.word(at).head - 1;
  if (tree.words[up]?.upos !== 'PROPN') return;
  while (tree.words[up]?.deprel === 'appos') up = tree.word(up).head - 1;
  const act = tree.words[tree.word(up).head - 1];
  if (tree.words[up]?.deprel === 'nmod' && act?.upos === 'NOUN') tree.hang(at, tree.word(up).head - 1);
}
