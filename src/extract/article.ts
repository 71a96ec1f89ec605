// What the extractor's stages hand to each other: an article's trees, and what was found at which words of them.
// Types alone. The order of the stages stands in annotate.ts.
import type { EntityType, Form, Span } from '../../graph/model.ts';
import type { Tree } from '../text/index.ts';

/** One article with its trees, in reading order; boilerplate is among them and is passed over by every stage. */
export interface Article {
  readonly id: string;
  readonly text: string;
  /** ISO 8601, as in `Document`. */
  readonly publishedAt?: string | undefined;
  readonly trees: readonly Tree[];
}

/** Words of one sentence. *Units*: positions in `trees[sentence].words`, `to` exclusive, at least one word. */
export interface Place {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

export type NameType = 'Person' | 'Organization' | 'Place' | 'Event';

/** A name: without title, article or possessive. Names of one article don't overlap. */
export interface Name extends Place {
  readonly type: NameType;
  /**
   * The country that the words mean, as the gazetteer writes it ("Russia" for Russia, Russian, Moscow, the Kremlin), and
   * how: `demonym` is an adjective or a people and names no thing by itself.
   */
  readonly country?:
    | { readonly name: string; readonly by: 'country' | 'capital' | 'demonym' | 'seat' }
    | undefined;
  /** 0–1. */
  readonly confidence: number;
}

/** An office or role that the text gives someone: "Ukrainian President Volodymyr Zelensky". */
export interface Title {
  /** Whose it is: a name, or words that a stage after this one resolves. */
  readonly holder: Place;
  /** The words of the office alone: "President". */
  readonly words: Place;
  /** Relation type of the vocabulary, for instance `PRESIDENT_OF`; undefined for a bare courtesy ("Mr"). */
  readonly office: string | undefined;
  /** Country, organisation or person that it is an office of, where it is said: "Ukrainian". */
  readonly body: Place | undefined;
  /** Set where no words say which country's office it is: `body` is the country that the report is about, if any. */
  readonly unsaid?: true;
  /** Whether `office` is said of the body: "his son Tom" is `PARENT_OF` from "his" to "Tom". */
  readonly turned: boolean;
  readonly status: 'current' | 'former' | 'acting' | 'elect';
  /** The word that tells a status other than `current`: "former", "was", "resigned". */
  readonly sign: Place | undefined;
  /** The rule that found it. */
  readonly rule: string;
  /** 0–1. */
  readonly confidence: number;
}

/** A stretch in quotation marks, marks included; one that is continued over paragraphs is one item a paragraph. */
export interface Quotation extends Span {
  /** Who speaks, as a phrase of the text; undefined where the text doesn't say. */
  readonly speaker: Place | undefined;
  /** The word of saying, with its sentence: "said". */
  readonly cue: { readonly sentence: number; readonly word: number } | undefined;
  /** Who is spoken to, where it is said ("told Zelensky"). */
  readonly listener: Place | undefined;
  /** `whole`: at least a clause; `part`: words quoted inside a sentence of the report. */
  readonly extent: 'whole' | 'part';
  /** How the speaker is known, as `annotate` prints it ("followed by “said”"), and how surely: 0–1. */
  readonly reason?: string;
  readonly confidence?: number;
}

/** A time expression. `from` and `to` of `days` are ISO 8601 days, both included; undefined where they can't be known. */
export interface TimeExpression extends Place {
  readonly kind: 'instant' | 'day' | 'period' | 'repeated' | 'vague';
  readonly days: { readonly from: string; readonly to: string } | undefined;
}

/** What mentions of one article stand for. */
export interface Thing {
  /** Position in `Referents.things`. */
  readonly key: number;
  readonly type: EntityType;
  /** The fullest name by which the article, or common knowledge, calls it: "Vladimir Putin"; "Russia" for "Moscow". */
  readonly name: string;
  /** Who belongs to it, for "the two leaders"; empty for a single thing. */
  readonly members: readonly Thing[];
}

/** Words that stand for a thing. Mentions may nest ("the Ukrainian president" holds "Ukrainian"). */
export interface Reference extends Place {
  /** Position of the word that heads them. */
  readonly head: number;
  readonly form: Form;
  readonly thing: Thing;
  /** That these words stand for this thing: 0–1. */
  readonly confidence: number;
  /** Why, as `annotate` prints it: "only male name in subject position before it". */
  readonly reason: string;
}

/** What stands for what in one article. */
export interface Referents {
  readonly things: readonly Thing[];
  /** In reading order, outer before inner. */
  readonly references: readonly Reference[];
  /**
   * Events that the article takes up again ("the call … the two-hour conversation … it"), with things of type Event that are
   * not among `things`: they have no name to be known by elsewhere. In reading order.
   */
  readonly events?: readonly Reference[];
  /** The reference headed by this word, if any: the outermost. */
  at(sentence: number, word: number): Reference | undefined;
}
