// Mends what the parser misreads in ways that the tree itself, or a name that was found, gives away: names are one phrase, an
// official title hangs on its holder, and a participle at the root of running text that has no auxiliary is a past tense
// ("Chile restored ties"). Headlines keep it: "Mayor arrested in Lima".
import type { Tree, TreeWord } from '../../text/index.ts';
import type { Name } from '../article.ts';
import { officeRules } from '../rules/offices.ts';
import { speechVerbs } from '../rules/speech.ts';
import { isCountry } from './ends.ts';
import { reattach } from './reattach.ts';

/** The tree mended. `names` are those of its sentence. Cost: linear but for names, each of which costs the sentence. */
export function mended(tree: Tree, names: readonly Name[]): Tree {
  const words = tree.words.map((word) => ({ ...word }));
  for (const name of names) join(words, name);
  names.forEach((name, i) => {
    const before = names[i - 1];
    if (before !== undefined && isPlaceInCountry(words, before, name)) setApart(words, before, name);
    if (name.type !== 'Person' || before === undefined || !isNamedPlace(words, before)) return;
    // "of the Islamic Republic of Chile Don Omar Reyes", where the head passed over the first of his names.
    const gap = range(before.to, name.from);
    if (gap.length > 1 || gap.some((at) => words[at]?.upos !== 'PROPN')) return;
    if (!hangTitle(words, before, name)) return;
    for (const at of gap) Object.assign(words[at] as TreeWord, { head: name.from + 1, deprel: 'flat' });
  });
  partSpeech(words);
  if (tree.kind === 'headline') readPlanned(words);
  else readPast(words);
  reattach(words, names);
  return { ...tree, words };
}

/** "Geneva, Switzerland,": no list of two places. */
function isPlaceInCountry(words: readonly TreeWord[], place: Name, country: Name): boolean {
  const between = words.slice(place.to, country.from);
  const after = words[country.to]?.form ?? '.';
  return (
    place.type === 'Place' &&
    place.country?.by !== 'country' &&
    country.country?.by === 'country' &&
    between.length === 1 &&
    between[0]?.form === ',' &&
    /^[,.;)]$/.test(after)
  );
}

/** The country hangs on the place and on nothing else. */
function setApart(words: TreeWord[], place: Name, country: Name): void {
  const outside = ({ from, to }: Name) =>
    range(from, to).find((at) => isOutside(words[at] as TreeWord, from, to)) ?? from;
  const [head, other] = [outside(place), outside(country)];
  if ((words[head] as TreeWord).head === other + 1) return;
  words.forEach((word, at) => {
    if (word.head === other + 1 && (at < country.from || at >= country.to) && word.deprel !== 'punct')
      Object.assign(word, { head: head + 1 });
  });
  Object.assign(words[other] as TreeWord, { head: head + 1, deprel: 'nmod:unmarked' });
}

const isNamedPlace = (words: readonly TreeWord[], { type, from, to }: Name): boolean =>
  type === 'Place' ||
  isCountry(
    words
      .slice(from, to)
      .map((word) => word.form)
      .join(' '),
  );

/** The words of a name hang on the first of them that hangs on something else; so does what hung on the others. */
function join(words: TreeWord[], { from, to }: Name): void {
  const outside = range(from, to).filter((at) => isOutside(words[at] as TreeWord, from, to));
  // One that doesn't hang on another of them by a way round: else the tree would close on itself.
  const head = outside.find((at) => !reaches(words, at, from, to));
  if (head === undefined || outside.length < 2) return;
  for (const at of outside) {
    if (at === head) continue;
    const word = words[at] as TreeWord;
    Object.assign(word, { head: head + 1, deprel: 'flat' });
    words.forEach((other, k) => {
      if (other.head === at + 1 && (k < from || k >= to)) Object.assign(other, { head: head + 1 });
    });
  }
}

/** Whether the way from a word up to the root comes by a stretch. */
function reaches(words: readonly TreeWord[], at: number, from: number, to: number): boolean {
  for (let up = (words[at]?.head ?? 0) - 1; up >= 0; up = (words[up]?.head ?? 0) - 1)
    if (up >= from && up < to) return true;
  return false;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const isOutside = ({ head }: TreeWord, from: number, to: number): boolean =>
  head - 1 < from || head - 1 >= to;

/** "President of the Republic of Chile Anna Holt": who is named last heads the phrase, the office describes. */
function hangTitle(words: TreeWord[], place: Name, person: Name): boolean {
  const office = officeBefore(words, place.from);
  if (office === undefined) return false;
  const [title, holder] = [words[office] as TreeWord, words[person.from] as TreeWord];
  const acting = words[office - 1]?.form === 'Federal' ? office - 2 : office - 1;
  if (/^acting$/i.test(words[acting]?.form ?? '') && title.head === acting + 1)
    readActing(words, acting, office);
  const first =
    range(office, person.to).find((at) => isOutside(words[at] as TreeWord, office, person.to)) ?? office;
  const { head, deprel } = words[first] as TreeWord;
  words.forEach((word, at) => {
    const up = word.head - 1;
    if (at >= office && at < person.to) return;
    if (
      up >= office &&
      up < person.to &&
      !(up === office && /^(?:amod|compound|det|nmod:poss)$/.test(word.deprel))
    )
      Object.assign(word, { head: person.from + 1 });
  });
  for (const at of range(person.from + 1, person.to))
    Object.assign(words[at] as TreeWord, { head: person.from + 1, deprel: 'flat' });
  for (const at of range(place.from + 1, place.to))
    Object.assign(words[at] as TreeWord, { head: place.from + 1, deprel: 'flat' });
  Object.assign(words[place.from] as TreeWord, { head: office + 1, deprel: 'nmod' });
  for (const at of range(office + 1, place.from)) {
    const word = words[at] as TreeWord;
    if (word.head - 1 >= person.from && word.head - 1 < person.to)
      Object.assign(word, { head: place.from + 1 });
  }
  Object.assign(title, { head: person.from + 1, deprel: 'nmod:desc' });
  Object.assign(holder, { head, deprel });
  return true;
}

/** "with Acting Chancellor": no verb. */
function readActing(words: TreeWord[], acting: number, office: number): void {
  const { head } = words[acting] as TreeWord;
  const governs = words[head - 1]?.upos === 'VERB' ? 'obl' : 'nmod';
  words.forEach((word) => {
    if (word.head === acting + 1)
      Object.assign(word, { head: office + 1, deprel: word.deprel === 'mark' ? 'case' : word.deprel });
  });
  Object.assign(words[office] as TreeWord, { head, deprel: governs });
  Object.assign(words[acting] as TreeWord, { head: office + 1, deprel: 'amod', upos: 'ADJ' });
}

/** The office that "of the Republic of" leads back to; undefined where no office does. */
function officeBefore(words: readonly TreeWord[], at: number): number | undefined {
  for (let k = at - 1; k > Math.max(0, at - 8); k--) {
    const { form } = words[k] as TreeWord;
    if (/^of$/i.test(form)) {
      const noun = words[k - 1]?.form.toLowerCase() ?? '';
      if (officeNouns.has(noun)) return k - 1;
    } else if (!/^(?:the|\p{Lu}.*)$/u.test(form)) return undefined;
  }
  return undefined;
}

const officeNouns: ReadonlySet<string> = new Set(
  officeRules.flatMap((rule) => rule.nouns.map((noun) => noun.split(' ').at(-1) as string)),
);

/**
 * "Chile, Moss said, has invaded", "Chile invaded Peru, Moss said": of two subjects of a verb of saying the first is that of
 * what is said.
 */
function partSpeech(words: TreeWord[]): void {
  const children = childrenOf(words);
  words.forEach((verb, at) => {
    if (!speechVerbs.has(verb.lemma)) return;
    const of = (relation: RegExp, head: number) =>
      (children[head] ?? []).filter((k) => relation.test(words[k]?.deprel ?? ''));
    const [first, second] = of(/^(?:nsubj|vocative|dislocated)/, at).filter((k) => k < at);
    if (first === undefined || second === undefined) return;
    const said = of(/^(?:ccomp|parataxis)/, at).find((k) => k > at || (k > first && k < second));
    if (said === undefined) return;
    if (of(/^nsubj/, said).length > 0 || !words.slice(first, second).some((word) => word.form === ','))
      return;
    const passive = of(/^aux:pass/, said).length > 0;
    Object.assign(words[first] as TreeWord, { head: said + 1, deprel: passive ? 'nsubj:pass' : 'nsubj' });
  });
}

function childrenOf(words: readonly TreeWord[]): number[][] {
  const children: number[][] = words.map(() => []);
  words.forEach(({ head }, at) => {
    children[head - 1]?.push(at);
  });
  return children;
}

/** "Chile to buy Acme", "Chile to buy Acme, Moss says": in a headline an infinitive on a noun is what it is to do. */
function readPlanned(words: TreeWord[]): void {
  words.forEach((noun, at) => {
    const verb = words.findIndex(
      ({ head, deprel, xpos }, k) => head === at + 1 && deprel === 'acl' && xpos === 'VB' && k > at,
    );
    const leads =
      noun.deprel === 'root' || (noun.deprel === 'nsubj' && words[noun.head - 1]?.deprel === 'root');
    if (verb < 0 || !leads || words[verb - 1]?.xpos !== 'TO' || !/^(?:NOUN|PROPN)$/.test(noun.upos)) return;
    const infinitive = words[verb] as TreeWord;
    if (noun.deprel === 'root') {
      words.forEach((word, k) => {
        if (word.head === at + 1 && k > verb && word.deprel !== 'flat')
          Object.assign(word, { head: verb + 1 });
      });
      Object.assign(infinitive, { head: 0, deprel: 'root' });
    } else Object.assign(infinitive, { head: noun.head, deprel: 'ccomp' });
    Object.assign(noun, { head: verb + 1, deprel: 'nsubj' });
  });
}

/** Participles without auxiliary become past tenses, with the noun before them as their subject. */
function readPast(words: TreeWord[]): void {
  const children = childrenOf(words);
  const root = words.findIndex((word) => word.head === 0);
  words.forEach((word, at) => {
    if (word.xpos !== 'VBN' || word.upos !== 'VERB' || !isClause(word)) return;
    const own = children[at] as number[];
    if (own.some((child) => isAuxiliary(words[child]) || words[child]?.deprel === 'obl:agent')) return;
    const subject = own.find((child) => child < at && mayBeSubject(words[child]));
    if (subject === undefined) return;
    Object.assign(word, { xpos: 'VBD' });
    Object.assign(words[subject] as TreeWord, { deprel: 'nsubj' });
  });
  raise(words, children, root);
}

const isClause = ({ deprel }: TreeWord): boolean => /^(?:root|ccomp|parataxis)/.test(deprel);

const isAuxiliary = (word: TreeWord | undefined): boolean =>
  word !== undefined && /^(?:aux|cop)/.test(word.deprel);

const mayBeSubject = (word: TreeWord | undefined): boolean =>
  word !== undefined &&
  (/^nsubj/.test(word.deprel) ||
    (word.upos === 'PROPN' &&
      /^(?:obl:unmarked|advmod|compound|nmod|dislocated|vocative)/.test(word.deprel)));

/** "Chile lifted sanctions": a participle before the root noun with a name before it is the verb of the sentence. */
function raise(words: TreeWord[], children: readonly number[][], root: number): void {
  const noun = words[root];
  if (
    noun === undefined ||
    noun.upos === 'VERB' ||
    words.some((word) => /^(?:nsubj|cop|aux)/.test(word.deprel))
  )
    return;
  const verb = (children[root] ?? []).find((child) => {
    const { xpos, deprel } = words[child] as TreeWord;
    return child < root && (xpos === 'VBN' || xpos === 'VBD') && /^(?:amod|acl)/.test(deprel);
  });
  if (verb === undefined) return;
  const subject = [...(children[verb] ?? []), ...(children[root] ?? [])].find(
    (child) => child < verb && words[child]?.upos === 'PROPN',
  );
  if (subject === undefined) return;
  Object.assign(words[verb] as TreeWord, { head: 0, deprel: 'root', xpos: 'VBD' });
  Object.assign(noun, { head: verb + 1, deprel: 'obj' });
  Object.assign(words[subject] as TreeWord, { head: verb + 1, deprel: 'nsubj' });
  for (const child of children[root] ?? [])
    if (words[child]?.deprel === 'punct') Object.assign(words[child] as TreeWord, { head: verb + 1 });
}
