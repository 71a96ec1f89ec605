// A parser ready to use: loads the model once, then gives tags, lemmas and a tree for the words of a sentence.
import { lemmaOf } from './lemma.ts';
import summary from './model/parser.json' with { type: 'json' };
import { longest, Network } from './network.ts';
import { ModelError, readWeights, type Weights } from './weights.ts';

/** What the parser says of a word. Source: Universal Dependencies 2, English. */
export interface Analysed {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** 1 + the position of the head in the sentence; 0 for its root. */
  readonly head: number;
  readonly deprel: string;
}

/** Parses one sentence after the other. Deterministic: the same words give the same tree on every machine. */
export class Parser {
  readonly #weights: Weights;
  readonly #network: Network;

  private constructor(weights: Weights, network: Network) {
    this.#weights = weights;
    this.#network = network;
  }

  /**
   * A parser with the model that ships, or with the gzipped file and its SHA-256 that are given.
   * *Errors*: `ModelError` where there is none or it is damaged. *Cost*: about 0.2 s and 60 MB.
   */
  static async load(model?: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly sha256: string;
  }): Promise<Parser> {
    const { bytes, sha256 } = model ?? { bytes: await shippedModel(), sha256: summary.gzippedSha256 };
    const weights = await readWeights(bytes, sha256);
    return new Parser(weights, await Network.from(weights));
  }

  /**
   * One item a word, in order. A sentence of more than 200 words is parsed in pieces whose roots hang on the first's,
   * as `parataxis`. Cost: linear in the words up to there.
   */
  parse(forms: readonly string[]): Analysed[] {
    if (forms.length === 0) return [];
    if (forms.length <= longest) return this.#parse(forms, 0, 0);
    const first = this.#parse(forms.slice(0, longest), 0, 0);
    const root = 1 + first.findIndex((word) => word.head === 0);
    const words = first;
    for (let at = longest; at < forms.length; at += longest)
      words.push(...this.#parse(forms.slice(at, at + longest), at, root));
    return words;
  }

  #parse(forms: readonly string[], offset: number, root: number): Analysed[] {
    const { tags, heads, labels } = this.#network.analyse(forms);
    return forms.map((form, i) => {
      const [upos, xpos] = (this.#weights.tags[tags[i] as number] as string).split('|') as [string, string];
      const head = heads[i] as number;
      const isPieceRoot = head === 0 && root > 0;
      return {
        lemma: lemmaOf(form, xpos),
        upos,
        xpos,
        head: head === 0 ? root : head + offset,
        deprel: isPieceRoot ? 'parataxis' : (this.#weights.labels[labels[i] as number] as string),
      };
    });
  }
}

/** The shipped model's bytes: from the file beside this module, in Node from disk, in a browser over the network. */
export async function shippedModel(): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL('./model/parser.bin.gz', import.meta.url);
  try {
    if (url.protocol !== 'file:') return new Uint8Array(await (await fetch(url)).arrayBuffer());
    return new Uint8Array(await process.getBuiltinModule('node:fs/promises').readFile(url));
  } catch (cause) {
    throw new ModelError(
      `The language model is missing: ${url.href}. Install wiregraph again, or make the model with train/.`,
      { cause },
    );
  }
}
