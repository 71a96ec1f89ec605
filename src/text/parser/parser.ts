// A parser ready to use: loads the model once, then gives tags, lemmas and a tree for the words of a sentence.
import { lemmaOf } from './lemma.ts';
import summary from './model/parser.json' with { type: 'json' };
import { type Analysis, longest, Network } from './network.ts';
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
  readonly #tags: readonly Tag[];

  private constructor(weights: Weights, network: Network) {
    this.#weights = weights;
    this.#network = network;
    this.#tags = weights.tags.map((tag) => {
      const [upos, xpos] = tag.split('|') as [string, string];
      return { upos, xpos };
    });
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

  /** One item a word, in order, for one sentence. */
  parse(forms: readonly string[]): Analysed[] {
    return this.parseAll([forms])[0] as Analysed[];
  }

  /**
   * The same for many sentences, which is faster than one after the other and gives the same. A sentence of more than
   * 200 words is parsed in pieces whose roots hang on the first's, as `parataxis`. Cost: linear in the words.
   */
  parseAll(sentences: readonly (readonly string[])[]): Analysed[][] {
    const pieces = sentences.flatMap(piecesOf);
    const analyses = this.#network.analyse(pieces);
    let next = 0;
    return sentences.map((forms) => {
      const words: Analysed[] = [];
      for (let root = 0; words.length < forms.length; next++) {
        const { tags, heads, labels } = analyses[next] as Analysis;
        const offset = words.length;
        for (const [i, head] of heads.entries()) {
          const { upos, xpos } = this.#tags[tags[i] as number] as Tag;
          words.push({
            lemma: lemmaOf(forms[offset + i] as string, xpos),
            upos,
            xpos,
            head: head === 0 ? root : head + offset,
            deprel:
              head === 0 && root > 0 ? 'parataxis' : (this.#weights.labels[labels[i] as number] as string),
          });
        }
        if (root === 0) root = 1 + words.findIndex((word) => word.head === 0);
      }
      return words;
    });
  }
}

interface Tag {
  readonly upos: string;
  readonly xpos: string;
}

/** A sentence as the network can read it; nothing for one without words. */
function piecesOf(forms: readonly string[]): (readonly string[])[] {
  if (forms.length > 0 && forms.length <= longest) return [forms];
  const pieces: string[][] = [];
  for (let at = 0; at < forms.length; at += longest) pieces.push(forms.slice(at, at + longest));
  return pieces;
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
