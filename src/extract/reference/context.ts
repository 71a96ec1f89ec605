// Where in the article a mention stands: its tree, its quotation, what has been read before it. State of one reading; no rules.
import type { Article, Name, Quotation } from '../article.ts';
import type { Syntax } from '../syntax.ts';
import type { Chain, Chains, Link } from './chain.ts';
import type { Mention } from './mention.ts';
import type { OfficeFact } from './office.ts';
import type { Tie } from './ties.ts';

/** How many things stay in mind at once: beyond these nothing is taken up, so that reading stays linear. */
const MEMORY = 40;

/** One article in the course of being read. */
export class Context {
  readonly article: Article;
  readonly trees: readonly Syntax[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly chains: Chains;
  /** What was spoken of last, the latest first. */
  readonly recent: Chain[] = [];
  /** Who holds which office, as far as the article has said or is known to say. */
  readonly facts: OfficeFact[] = [];
  readonly #known = new Set<string>();
  /** Relatives by owner's key and noun: "3 wife". */
  readonly kin = new Map<string, Chain>();
  /** Descriptions without an article, word by word. */
  readonly phrases = new Map<string, Chain>();
  readonly #groups = new Map<string, Chain>();
  readonly links: Link[] = [];
  /** What each name of the article names. */
  readonly names: ReadonlyMap<Name, Chain>;
  readonly #links = new Map<Mention, Link>();
  readonly #byHead = new Map<number, Mention>();
  readonly #quotations: readonly Quotation[];
  readonly #spoken = new Map<number, readonly Quotation[]>();

  constructor(
    found: Pick<Context, 'article' | 'trees' | 'mentions' | 'chains' | 'names'> & {
      quotations: readonly Quotation[];
    },
  ) {
    const { article, trees, mentions, chains, names, quotations } = found;
    this.article = article;
    this.trees = trees;
    this.mentions = mentions;
    this.chains = chains;
    this.names = names;
    this.#quotations = quotations;
    for (const quotation of quotations) {
      const { speaker, extent } = quotation;
      const syntax = speaker && trees[speaker.sentence];
      if (speaker === undefined || syntax === undefined || extent !== 'whole') continue;
      const key = keyOf(speaker.sentence, syntax.headWithin(speaker));
      this.#spoken.set(key, [...(this.#spoken.get(key) ?? []), quotation]);
    }
    for (const mention of mentions.flat()) this.#byHead.set(keyOf(mention.sentence, mention.head), mention);
  }

  syntax(mention: Pick<Mention, 'sentence'>): Syntax {
    return this.trees[mention.sentence] as Syntax;
  }

  mentionAt(sentence: number, head: number): Mention | undefined {
    return this.#byHead.get(keyOf(sentence, head));
  }

  link(mention: Mention): Link | undefined {
    return this.#links.get(mention);
  }

  /** What a mention's own name names; undefined for a demonym, which names no thing by itself. */
  named(mention: Mention): Chain | undefined {
    const { name } = mention;
    return name === undefined || name.country?.by === 'demonym' ? undefined : this.names.get(name);
  }

  /** What a mention stands for, as far as has been read; of a name also further on. */
  chainOf(mention: Mention): Chain | undefined {
    return this.#links.get(mention)?.chain ?? this.named(mention);
  }

  /** The whole quotations that a mention is said to speak. */
  spokenBy(mention: Mention): readonly Quotation[] {
    return this.#spoken.get(keyOf(mention.sentence, mention.head)) ?? [];
  }

  chainAt(sentence: number, head: number): Chain | undefined {
    const mention = this.mentionAt(sentence, head);
    return mention && this.#links.get(mention)?.chain;
  }

  /** A mention stands for a chain, but only in passing: nothing takes it up from there. */
  note(mention: Mention, tie: Tie): void {
    const link = { mention, ...tie };
    this.links.push(link);
    this.#links.set(mention, link);
    tie.chain.noted += 1;
  }

  /** A mention stands for a chain; from now on the chain is in mind. */
  add(mention: Mention, tie: Tie): void {
    const { chain } = tie;
    this.note(mention, tie);
    if (mention.gender !== undefined && chain.toldBy !== 'word') {
      chain.gender = mention.gender;
      chain.toldBy = mention.form === 'pronoun' ? 'pronoun' : 'word';
    }
    if (mention.form === 'nominal') chain.nouns.add(mention.word);
    this.remember(chain, mention);
  }

  /** A group's members are in mind as well. */
  remember(chain: Chain, mention: Mention): void {
    chain.read.push(mention);
    const at = this.recent.indexOf(chain);
    if (at >= 0) this.recent.splice(at, 1);
    this.recent.unshift(chain);
    if (this.recent.length > MEMORY) this.recent.pop();
  }

  /** Someone holds an office: what has been told already is not told again. */
  learn({ holder, office, body, isFormer }: OfficeFact): void {
    const key = `${holder.key} ${office.predicate} ${office.noun} ${body?.key} ${isFormer}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.facts.push({ holder, office, body, isFormer });
  }

  /** The chain of several things; the same things are the same group. */
  group(members: readonly Chain[]): Chain {
    const key = members
      .map((member) => member.key)
      .sort((a, b) => a - b)
      .join(' ');
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const name = members.map((member) => member.name).join(' and ');
    const made = this.chains.add({
      type: (members[0] as Chain).type,
      name,
      named: false,
      number: 'many',
      members,
    });
    this.#groups.set(key, made);
    return made;
  }

  start(mention: Mention): number {
    return this.syntax(mention).word(mention.head).start;
  }

  /** Position of the quotation that holds a mention; -1 outside. Cost: logarithmic. */
  quotation(mention: Mention): number {
    return this.quotationOver(this.start(mention));
  }

  /** Position of the quotation that holds a place of the text; -1 outside. Cost: logarithmic. */
  quotationOver(at: number): number {
    let [low, high] = [0, this.#quotations.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const quotation = this.#quotations[middle] as Quotation;
      if (at < quotation.start) high = middle - 1;
      else if (at >= quotation.end) low = middle + 1;
      else return middle;
    }
    return -1;
  }

  quotationAt(index: number): Quotation | undefined {
    return this.#quotations[index];
  }

  paragraph(mention: Mention): number {
    return this.article.trees[mention.sentence]?.paragraph ?? 0;
  }
}

const keyOf = (sentence: number, word: number): number => sentence * 1000 + word;
