// What the network is told of a word: ids of its form, its affixes, its shape and its pretrained vector.
// train/README.md says the same in words; train/form.py is the other half.

/** Row numbers into the embedding tables. */
export interface Features {
  readonly word: number;
  readonly vector: number;
  readonly shape: number;
  /** Hashed prefixes of 1–3 and suffixes of 1–4 characters, in this order. */
  readonly affixes: readonly number[];
}

/** Row of what no list knows. */
export const unknown = 0;

/** Buckets of the affix tables: prefixes of 1–3 characters, then suffixes of 1–4. */
export const affixBuckets = [512, 4096, 8192, 512, 4096, 8192, 16384] as const;
const affixNames = ['p1', 'p2', 'p3', 's1', 's2', 's3', 's4'] as const;

export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  readonly shapes: ReadonlyMap<string, number>;
}

export function featuresOf(form: string, lexicon: Lexicon): Features {
  const word = normalise(form);
  const characters = Array.from(word);
  const affixes = [1, 2, 3]
    .map((n) => characters.slice(0, n))
    .concat([1, 2, 3, 4].map((n) => characters.slice(-n)));
  return {
    word: lexicon.words.get(word) ?? unknown,
    vector: vectorOf(word, lexicon.vectors),
    shape: lexicon.shapes.get(shapeOf(form)) ?? unknown,
    affixes: affixes.map(
      (affix, i) => hash((affixNames[i] as string) + affix.join('')) % (affixBuckets[i] as number),
    ),
  };
}

// The treebanks write quotes and dashes in many ways; whole tokens are mapped, and apostrophes inside words.
const sameToken: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '``': '"',
  "''": '"',
  '–': '--',
  '—': '--',
  '…': '...',
};

const normalise = (form: string): string =>
  (Object.hasOwn(sameToken, form) ? (sameToken[form] as string) : form).replace(/[’‘]/g, "'").toLowerCase();

/** `Xx` for a capitalised word and so on: runs cut at 2, eight signs at most. */
function shapeOf(form: string): string {
  const shape: string[] = [];
  for (const character of form) {
    const kind = kindOf(character);
    if (shape.length >= 2 && shape.at(-1) === kind && shape.at(-2) === kind) continue;
    shape.push(kind);
    if (shape.length >= 8) break;
  }
  return shape.join('');
}

function kindOf(character: string): string {
  if (/\p{Nd}/u.test(character)) return 'd';
  if (/\p{Lu}/u.test(character)) return 'X';
  return /\p{L}/u.test(character) ? 'x' : character;
}

function vectorOf(word: string, vectors: ReadonlyMap<string, number>): number {
  const found = vectors.get(word);
  if (found !== undefined) return found;
  const tries = [
    word.replace(/^[-.'_]+|[-.'_]+$/g, ''),
    word.replaceAll('.', ''),
    word.replace(/\p{Nd}/gu, '0'),
  ];
  for (const other of tries) {
    const id = vectors.get(other);
    if (id !== undefined) return id;
  }
  return unknown;
}

const encoder = new TextEncoder();

/** FNV-1a over UTF-8, 32 bits. */
function hash(text: string): number {
  let value = 2166136261;
  for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 16777619) >>> 0;
  return value;
}
