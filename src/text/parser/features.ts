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

/** The affix tables in order: prefixes, then suffixes, of so many characters. */
const affixTables = [
  { name: 'p1', size: 1, buckets: 512 },
  { name: 'p2', size: 2, buckets: 4096 },
  { name: 'p3', size: 3, buckets: 8192 },
  { name: 's1', size: 1, buckets: 512 },
  { name: 's2', size: 2, buckets: 4096 },
  { name: 's3', size: 3, buckets: 8192 },
  { name: 's4', size: 4, buckets: 16384 },
] as const;

export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  readonly shapes: ReadonlyMap<string, number>;
}

export function featuresOf(form: string, lexicon: Lexicon): Features {
  const word = normalise(form);
  return {
    word: lexicon.words.get(word) ?? unknown,
    vector: vectorOf(word, lexicon.vectors),
    shape: lexicon.shapes.get(shapeOf(form)) ?? unknown,
    affixes: affixesOf(word),
  };
}

function affixesOf(word: string): number[] {
  // A character is a code point.
  const characters = isAscii(word) ? undefined : Array.from(word);
  const length = characters?.length ?? word.length;
  return affixTables.map(({ name, size, buckets }) => {
    const [start, end] = name[0] === 'p' ? [0, size] : [Math.max(0, length - size), length];
    const affix = characters?.slice(start, end).join('') ?? word.slice(start, end);
    return hash(name, affix) % buckets;
  });
}

// The treebanks write quotes and dashes in many ways; whole tokens are mapped, and apostrophes inside words.
const sameToken: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '’': "'",
    '‘': "'",
    '“': '"',
    '”': '"',
    '``': '"',
    "''": '"',
    '–': '--',
    '—': '--',
    '…': '...',
  }),
);

function normalise(form: string): string {
  const same = sameToken.get(form) ?? form;
  return (isAscii(same) ? same : same.replace(/[’‘]/g, "'")).toLowerCase();
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** `Xx` for a capitalised word and so on: runs cut at 2, eight signs at most. */
function shapeOf(form: string): string {
  let shape = '';
  let marks = 0;
  let [last, beforeLast] = ['', ''];
  for (const character of form) {
    const mark = markOf(character);
    if (mark === last && mark === beforeLast) continue;
    shape += mark;
    marks += 1;
    if (marks === 8) break;
    beforeLast = last;
    last = mark;
  }
  return shape;
}

function markOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) {
    if (code >= 97 && code <= 122) return 'x';
    if (code >= 65 && code <= 90) return 'X';
    return code >= 48 && code <= 57 ? 'd' : character;
  }
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

/** FNV-1a over the UTF-8 of both, 32 bits. */
function hash(name: string, affix: string): number {
  let value = 2166136261;
  if (isAscii(affix)) {
    for (let i = 0; i < name.length; i++) value = Math.imul(value ^ name.charCodeAt(i), 16777619);
    for (let i = 0; i < affix.length; i++) value = Math.imul(value ^ affix.charCodeAt(i), 16777619);
  } else for (const byte of encoder.encode(name + affix)) value = Math.imul(value ^ byte, 16777619);
  return value >>> 0;
}
