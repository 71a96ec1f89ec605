// An article's sentences with what stands inside and outside of quotation marks: each quotation's words, and the phrases of
// the report around them. Judges nothing.
import type { Article, Name, Place } from '../article.ts';
import { bodyNouns, personNouns } from '../reference/rules/people.ts';
import { Syntax } from '../syntax.ts';
import type { Stretch } from './marks.ts';

/** A quotation with the words that it covers, a place a sentence. *Shape*: `places` has at least one. */
export interface Quoted extends Stretch {
  readonly places: readonly Place[];
}

export class Frames {
  readonly article: Article;
  readonly quoted: readonly Quoted[];
  readonly #inside: readonly Int32Array[];
  readonly #syntax = new Map<number, Syntax>();
  readonly #names: ReadonlyMap<number, readonly Name[]>;

  constructor(article: Article, names: readonly Name[], stretches: readonly Stretch[]) {
    this.article = article;
    this.#names = Map.groupBy(names, (name) => name.sentence);
    this.#inside = article.trees.map((tree) => new Int32Array(tree.words.length).fill(-1));
    const quoted: Quoted[] = [];
    let sentence = 0;
    for (const stretch of stretches) {
      while (sentence < article.trees.length && (article.trees[sentence]?.end ?? 0) <= stretch.start)
        sentence++;
      const places: Place[] = [];
      for (let s = sentence; s < article.trees.length && (article.trees[s]?.start ?? 0) < stretch.end; s++) {
        const place = this.#cover(s, stretch, quoted.length);
        if (place !== undefined) places.push(place);
      }
      if (places.length > 0) quoted.push({ ...stretch, places });
    }
    this.quoted = quoted;
  }

  #cover(sentence: number, { start, end }: Stretch, index: number): Place | undefined {
    const words = this.article.trees[sentence]?.words ?? [];
    const inside = this.#inside[sentence] as Int32Array;
    let [from, to] = [words.length, 0];
    words.forEach((word, at) => {
      if (word.start < start || word.end > end || inside[at] !== -1) return;
      inside[at] = index;
      from = Math.min(from, at);
      to = at + 1;
    });
    return from < to ? { sentence, from, to } : undefined;
  }

  syntax(sentence: number): Syntax {
    const known = this.#syntax.get(sentence);
    if (known !== undefined) return known;
    const made = new Syntax(this.article.trees[sentence] as Article['trees'][number]);
    this.#syntax.set(sentence, made);
    return made;
  }

  /** The quotation that a word stands in; -1 outside of all. */
  inside(sentence: number, word: number): number {
    return this.#inside[sentence]?.[word] ?? -1;
  }

  isOutside(sentence: number, word: number): boolean {
    return this.#inside[sentence]?.[word] === -1;
  }

  paragraph(sentence: number): number {
    return this.article.trees[sentence]?.paragraph ?? -1;
  }

  nameAt(sentence: number, word: number): Name | undefined {
    return this.#names.get(sentence)?.find(({ from, to }) => from <= word && word < to);
  }

  /** The name that begins at a word. */
  nameFrom(sentence: number, word: number): Name | undefined {
    return this.#names.get(sentence)?.find(({ from }) => from === word);
  }

  /** The person in apposition whose name and comma end right before a word: ", Ana Moss, accused". */
  nameBefore(sentence: number, word: number): Name | undefined {
    const { words } = this.syntax(sentence);
    if (words[word - 1]?.form !== ',') return undefined;
    const name = this.#names.get(sentence)?.find(({ to, type }) => to === word - 1 && type === 'Person');
    return name !== undefined && words[name.from - 1]?.form === ',' && this.isOutside(sentence, name.from)
      ? name
      : undefined;
  }

  /** Whether a phrase is of people or of a body that speaks, and of no mere thing. */
  isSomeone(place: Place): boolean {
    const { sentence } = place;
    const syntax = this.syntax(sentence);
    const head = syntax.headWithin(place);
    const name = this.nameAt(sentence, head) ?? this.nameAt(sentence, place.from);
    if (name !== undefined) return name.type !== 'Event';
    const { form, lemma, upos } = syntax.word(head);
    if (/^(?:i|he|she|we|they|you|who|one|both|many|some|others?|those)$/i.test(form)) return true;
    if (personNouns.has(lemma) || bodyNouns.has(lemma) || upos === 'PROPN' || speaking.has(lemma))
      return true;
    // A surname that the tagger takes for a noun: "Reyes called".
    return (
      /^\p{Lu}/u.test(form) && syntax.children(head, 'det', 'amod', 'nmod', 'nummod', 'compound').length === 0
    );
  }

  /** Whether a sentence has words of the report's own. */
  hasFrame(sentence: number): boolean {
    const { words } = this.syntax(sentence);
    return words.some(({ form }, at) => this.isOutside(sentence, at) && /[\p{L}\p{N}]/u.test(form));
  }

  /**
   * The phrase that a noun or pronoun heads, without what follows it ("of …", "who …"): the name, where it is one or has
   * one beside it; with those coordinated with it.
   */
  phrase(sentence: number, head: number): Place {
    const syntax = this.syntax(sentence);
    const own = this.#single(sentence, head);
    const others = syntax
      .children(head, 'conj')
      .filter((at) => this.isOutside(sentence, at) && isNominal(syntax, at))
      .filter(
        (at) => this.nameAt(sentence, head)?.type !== 'Person' || this.nameAt(sentence, at) !== undefined,
      )
      .map((at) => this.#single(sentence, at));
    const to = Math.max(own.to, ...others.map((other) => other.to));
    return { sentence, from: own.from, to: to - own.from > LONGEST ? own.to : to };
  }

  #single(sentence: number, head: number): Place {
    const name = this.nameAt(sentence, head) ?? this.#nameBeside(sentence, head);
    if (name !== undefined) return { sentence, from: name.from, to: name.to };
    const syntax = this.syntax(sentence);
    let from = head;
    for (const child of syntax.children(head)) {
      if (child > head || !/^(?:det|amod|nummod|compound|nmod|advmod|case)$/.test(syntax.relationOf(child)))
        continue;
      if (syntax.word(child).deprel === 'case') continue;
      from = Math.min(from, syntax.span(child).from);
    }
    let to = head + 1;
    for (const child of syntax.children(head, 'flat', 'compound', 'fixed', 'goeswith'))
      if (child >= to) to = Math.max(to, syntax.span(child).to);
    return { sentence, from: Math.max(from, head - LONGEST), to: Math.min(to, head + LONGEST) };
  }

  /** "the ambassador Ana Moss", "the mayor, Ana Moss,": the person whom the next words name. */
  #nameBeside(sentence: number, head: number): Name | undefined {
    const syntax = this.syntax(sentence);
    if (syntax.word(head).upos !== 'NOUN' && syntax.word(head).upos !== 'PROPN') return undefined;
    const after = this.nameFrom(sentence, head + 1);
    if (after?.type === 'Person') return after;
    const apposition = syntax.child(head, 'appos');
    const name = apposition === undefined ? undefined : this.nameAt(sentence, apposition);
    return name?.type === 'Person' && name.from - head <= APPOSITION ? name : undefined;
  }
}

const speaking = new Set(
  'source people man woman country nation family voter insider campaigner local side ministry statement'.split(
    ' ',
  ),
);

/** In words: how long a speaker's phrase may be, and how far from its noun an apposition may stand. */
const LONGEST = 14;
const APPOSITION = 8;

/** Whether a word can head the phrase of someone who speaks. */
export const isNominal = (syntax: Syntax, at: number): boolean =>
  /^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(syntax.word(at).upos) ||
  /^(?:NNP|NNPS|PRP)$/.test(syntax.word(at).xpos);
