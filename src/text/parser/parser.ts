// A parser ready to use: loads the model once, then gives tags, lemmas and a tree for the words of a sentence.
import { lemmaOf } from './lemma.ts';
import namesSummary from './model/names.json' with { type: 'json' };
import summary from './model/parser.json' with { type: 'json' };
import { type FoundName, NameHead } from './names.ts';
import { type Analysis, longest, Network } from './network.ts';
import { ModelError, readModelFile, readWeights, type Weights } from './weights.ts';

/** What the parser says of a word. Source: Universal Dependencies 2, English. */
export interface Analysed {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** 1 + the position of the head in the sentence; 0 for its root. */
  readonly head: number;
  readonly deprel: string;
}

/** A gzipped model file and its SHA-256. */
export interface PackedModel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** Parses one sentence after the other. Deterministic: the same words give the same tree on every machine. */
export class Parser {
  readonly #weights: Weights;
  readonly #network: Network;
  readonly #names: NameHead;

  private constructor(weights: Weights, network: Network, names: NameHead) {
    this.#weights = weights;
    this.#network = network;
    this.#names = names;
  }

  /**
   * A parser with the models that ship, or with those that are given.
   * *Errors*: `ModelError` where there is none or it is damaged. *Cost*: about 0.2 s and 70 MB.
   */
  static async load(model?: PackedModel, names?: PackedModel): Promise<Parser> {
    const { bytes, sha256 } = model ?? { bytes: await shippedModel(), sha256: summary.gzippedSha256 };
    const packed = names ?? { bytes: await shippedNames(), sha256: namesSummary.gzippedSha256 };
    const weights = await readWeights(bytes, sha256);
    const head = await NameHead.from(await readModelFile(packed.bytes, packed.sha256), weights);
    return new Parser(weights, await Network.from(weights), head);
  }

  /**
   * One item a word, in order. A sentence of more than 200 words is parsed in pieces whose roots hang on the first's,
   * as `parataxis`. Cost: linear in the words up to there.
   */
  parse(forms: readonly string[]): Analysed[] {
    return this.#pieces(forms).flatMap(({ words }) => words);
  }

  /** The same with the names in it, in order and without overlap: a quarter more work. */
  read(forms: readonly string[]): { readonly words: Analysed[]; readonly names: FoundName[] } {
    const pieces = this.#pieces(forms);
    return {
      words: pieces.flatMap(({ words }) => words),
      names: pieces.flatMap(({ at, states }) =>
        this.#names
          .find(forms.slice(at, at + longest), states)
          .map((name) => ({ ...name, from: name.from + at, to: name.to + at })),
      ),
    };
  }

  #pieces(forms: readonly string[]): Piece[] {
    const pieces: Piece[] = [];
    let root = 0;
    for (let at = 0; at < forms.length; at += longest) {
      const analysis = this.#network.analyse(forms.slice(at, at + longest));
      const words = this.#words(forms.slice(at, at + longest), analysis, at, root);
      if (at === 0) root = 1 + words.findIndex((word) => word.head === 0);
      pieces.push({ at, words, states: analysis.states });
    }
    return pieces;
  }

  #words(forms: readonly string[], analysis: Analysis, offset: number, root: number): Analysed[] {
    const { tags, heads, labels } = analysis;
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

interface Piece {
  readonly at: number;
  readonly words: Analysed[];
  readonly states: Float32Array;
}

/** The shipped parser model's bytes: from the file beside this module, in Node from disk, in a browser over the network. */
export const shippedModel = () => fetchModel(new URL('./model/parser.bin.gz', import.meta.url));

/** The shipped names model's bytes, likewise. */
export const shippedNames = () => fetchModel(new URL('./model/names.bin.gz', import.meta.url));

async function fetchModel(url: URL): Promise<Uint8Array<ArrayBuffer>> {
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
