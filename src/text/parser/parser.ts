// A parser ready to use: loads the model once, then gives tags, lemmas and a tree for the words of a sentence.

import { longest } from './batches.ts';
import { lemmaOf } from './lemma.ts';
import namesSummary from './model/names.json' with { type: 'json' };
import summary from './model/parser.json' with { type: 'json' };
import { type FoundName, NameHead } from './names.ts';
import { type Analysis, Network, type States } from './network.ts';
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

/** What a sentence holds: its words, and the names among them, in order and without overlap. */
export interface ReadSentence {
  readonly words: readonly Analysed[];
  readonly names: readonly FoundName[];
}

/** Parses sentences. Deterministic: the same words give the same tree on every machine, whatever is parsed with them. */
export class Parser {
  readonly #weights: Weights;
  readonly #network: Network;
  readonly #names: NameHead;
  readonly #tags: readonly Tag[];

  private constructor(weights: Weights, network: Network, names: NameHead) {
    this.#weights = weights;
    this.#network = network;
    this.#names = names;
    this.#tags = weights.tags.map((tag) => {
      const [upos, xpos] = tag.split('|') as [string, string];
      return { upos, xpos };
    });
  }

  /**
   * A parser with the models that ship, or with those that are given.
   * *Errors*: `ModelError` where there is none or it is damaged. *Cost*: about 0.2 s and 70 MB.
   */
  static async load(model?: PackedModel, names?: PackedModel): Promise<Parser> {
    const { bytes, sha256 } = model ?? { bytes: await shippedModel(), sha256: summary.gzippedSha256 };
    const packed = names ?? { bytes: await shippedNames(), sha256: namesSummary.gzippedSha256 };
    const weights = await readWeights(bytes, sha256);
    const head = await NameHead.from(await readModelFile(packed.bytes, packed.sha256));
    return new Parser(weights, await Network.from(weights), head);
  }

  /**
   * Words and trees of sentences, in order: together they are faster than one after the other. A sentence of more than
   * 200 words is parsed in pieces whose roots hang on the first's, as `parataxis`. Cost: linear in the words.
   */
  parse(sentences: readonly (readonly string[])[]): Analysed[][] {
    return this.#read(sentences).map(({ words }) => words);
  }

  /** The same with the names in them: a quarter more work. */
  read(sentences: readonly (readonly string[])[]): ReadSentence[] {
    const names: FoundName[][] = [];
    const read = this.#read(sentences, (piece, forms, states) => {
      names[piece] = this.#names.find(forms, states);
    });
    return read.map(({ words, pieces }) => ({
      words,
      names: pieces.flatMap((piece, i) =>
        (names[piece] ?? []).map((name) => ({
          ...name,
          from: name.from + i * longest,
          to: name.to + i * longest,
        })),
      ),
    }));
  }

  #read(
    sentences: readonly (readonly string[])[],
    visit?: (piece: number, forms: readonly string[], states: States) => void,
  ): { readonly words: Analysed[]; readonly pieces: readonly number[] }[] {
    const pieces = sentences.flatMap(piecesOf);
    const analyses = this.#network.analyse(
      pieces,
      visit && ((piece, states) => visit(piece, pieces[piece] as readonly string[], states)),
    );
    let next = 0;
    return sentences.map((forms) => {
      const words: Analysed[] = [];
      const own: number[] = [];
      let root = 0;
      while (words.length < forms.length) {
        this.#append(forms, analyses[next] as Analysis, root, words);
        if (root === 0) root = 1 + words.findIndex((word) => word.head === 0);
        own.push(next);
        next += 1;
      }
      return { words, pieces: own };
    });
  }

  /** Appends the words of a piece to those before it; `root` is the sentence's, 0 where this is its first piece. */
  #append(
    forms: readonly string[],
    { tags, heads, labels }: Analysis,
    root: number,
    words: Analysed[],
  ): void {
    const offset = words.length;
    for (const [i, head] of heads.entries()) {
      const { upos, xpos } = this.#tags[tags[i] as number] as Tag;
      words.push({
        lemma: lemmaOf(forms[offset + i] as string, xpos),
        upos,
        xpos,
        head: head === 0 ? root : head + offset,
        deprel: head === 0 && root > 0 ? 'parataxis' : (this.#weights.labels[labels[i] as number] as string),
      });
    }
  }
}

interface Tag {
  readonly upos: string;
  readonly xpos: string;
}

/** A sentence in pieces that the network can read; none for one without words. */
function piecesOf(forms: readonly string[]): (readonly string[])[] {
  if (forms.length > 0 && forms.length <= longest) return [forms];
  const pieces: string[][] = [];
  for (let at = 0; at < forms.length; at += longest) pieces.push(forms.slice(at, at + longest));
  return pieces;
}

/** The shipped parser model's bytes: from the file beside this module, in Node from disk, in a browser over the network. */
export const shippedModel = () => fetchModel(new URL('./model/parser.bin.gz', import.meta.url));

/** The shipped names model's bytes, likewise. */
export const shippedNames = () => fetchModel(new URL('./model/names.bin.gz', import.meta.url));

/** A model file from an address. *Errors*: `ModelError`, with its cause, where it cannot be read. */
export async function fetchModel(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (url.protocol === 'file:') {
      // No Buffer, whose `slice` shares memory.
      const { buffer, byteOffset, length } = await process.getBuiltinModule('node:fs/promises').readFile(url);
      return new Uint8Array(buffer, byteOffset, length);
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The server answered ${response.status} ${response.statusText}.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new ModelError(
      `The language model is missing: ${url.href}. Install wiregraph again, or make the model with train/.`,
      { cause },
    );
  }
}
