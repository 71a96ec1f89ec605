// Which report each sentence was copied from: whole articles that are a copy, cut, reordered or reworded, and single
// paragraphs in articles that are not. Sees words alone, no claims.
import { createHash } from 'node:crypto';
import { compare, type Document, type Span } from '../../graph/model.ts';
import { hashOf, isLong, ownWordsOf, wordsIn } from './own-words.ts';

/** A document with its sentences, in reading order. */
export interface Report {
  readonly document: Document;
  readonly sentences: readonly Span[];
}

/** Who wrote first what stands where. */
export interface Origins {
  /** Id of the document that the words at an offset come from: its own where they are no copy. */
  of(document: string, offset: number): string;
}

/**
 * The origins of reports, in whatever order they come. The earlier of two alike is the origin (by `publishedAt`, undated
 * last, of one time an agency's first, then by id), and a copy of a copy has the first one's. What stands in quotation marks counts for nothing: two
 * reporters in one room write down the same words. *Cost*: linear in the words, and for each report in those few that
 * share two rare pairs of words with it.
 */
export function originsOf(reports: readonly Report[]): Origins {
  const found = new Map<
    string,
    { readonly starts: readonly number[]; readonly origins: readonly string[] }
  >();
  for (const { report, origins } of traced(reports))
    found.set(report.document.id, {
      starts: report.sentences.map((sentence) => sentence.start),
      origins,
    });
  return {
    of(document, offset) {
      const { starts, origins } = found.get(document) ?? { starts: [], origins: [] };
      return origins[sentenceAt(starts, offset)] ?? document;
    },
  };
}

/** The number of the sentence that an offset stands in, or behind. */
export const sentenceAt = (starts: readonly number[], offset: number): number =>
  Math.max(
    starts.findLastIndex((start) => start <= offset),
    0,
  );

/** How the origins of a report were found. */
export interface Traced {
  readonly report: Report;
  /** Its words, as one number: reports that have the same are twins. */
  readonly words: string;
  readonly runs: Uint32Array;
  /** Ids of the reports that it was laid beside, the likeliest first; the first of its twins where it has one before it. */
  readonly candidates: readonly string[];
  /** For each sentence a document's id. */
  readonly origins: readonly string[];
}

/** Every report with its origins, the earliest first. */
export function* traced(reports: readonly Report[]): Generator<Traced> {
  const inOrder = [...reports].sort((a, b) => byTime(timeOf(a.document), timeOf(b.document)));
  const originsOf = new Map<string, readonly string[]>();
  const index = new Index();
  const printsAt = remember((number: number) => printsOf(inOrder[number] as Report));
  const firstWith = new Map<string, string>();
  for (const [number, report] of inOrder.entries()) {
    const { id } = report.document;
    const words = wordsOf(report);
    const twin = firstWith.get(words);
    const prints = printsAt(number);
    const found = twin === undefined ? index.like(prints.runs).map(printsAt) : [];
    const origins =
      twin === undefined
        ? originsIn(prints, found, (document) => originsOf.get(document) ?? [])
        : originsOfTwin(report, twin, originsOf.get(twin) ?? []);
    originsOf.set(id, origins);
    if (twin === undefined) {
      index.add(number, prints.runs);
      if (words !== '') firstWith.set(words, id);
    }
    const candidates = twin === undefined ? found.map((other) => other.id) : [twin];
    yield { report, words, runs: prints.runs, candidates, origins };
  }
}

/** Its sentences may be cut elsewhere, where an extractor or a line break differs. */
export const originsOfTwin = (report: Report, twin: string, theirs: readonly string[]): readonly string[] =>
  theirs.length === report.sentences.length ? theirs : report.sentences.map(() => twin);

/** The words of a report as one short text; empty where it has none. */
export function wordsOf({ document }: Report): string {
  const words = wordsIn(document.text);
  return words.length === 0 ? '' : createHash('sha256').update(words.join(' ')).digest('base64');
}

/** When a report came out, and its id: what comes first is the origin. */
export type Moment = readonly [instant: number, id: string];

export const timeOf = (document: Document): Moment => [instant(document), document.id];

/** Order of the reports. */
export const byTime = (a: Moment, b: Moment): number => a[0] - b[0] || compare(a[1], b[1]);

/** The same function, which keeps the last few hundred results: those of all reports would fill the memory. */
function remember<T>(make: (number: number) => T): (number: number) => T {
  const kept = new Map<number, T>();
  return (number) => {
    const value = kept.get(number) ?? make(number);
    if (kept.size >= 500) kept.clear();
    kept.set(number, value);
    return value;
  };
}

/**
 * Finite, so that two undated documents compare as equal. An agency sends before others print: of what came out at one time, or
 * at none that is known, its report is the first. *Units*: ms.
 */
const instant = ({ publishedAt, text }: Document): number => {
  const time = Date.parse(publishedAt ?? '');
  return (
    (Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time) -
    (agencyLine.test(text.slice(0, longestHead)) ? 1 : 0)
  );
};

/** "LIMA, May 3 (Andes Wire) -": who sends it, behind where and when. */
const agencyLine = /^[^\n(]{3,80} \(\p{Lu}[\p{L}\p{N} .&'’-]{1,40}\) ?[-–—] /mu;

/** In which a dateline stands. *Units*: UTF-16 code units. */
const longestHead = 800;

/** "the Andes Wire agency reported", "according to the Andes agency": whoever writes this has it from there. */
const agencyCredit =
  /\b(?:agency|newswire|wire service) (?:reported|reports|said|says)\b|\b[Aa]ccording to (?:the )?(?:\p{Lu}\p{L}+ ){1,3}(?:news )?agency\b/u;

/** A report as it is compared. Words are hashes. */
export interface Prints {
  readonly id: string;
  /** For each sentence, whether it says that it is an agency's. */
  readonly credited: readonly boolean[];
  /** For each sentence its own words. */
  readonly sentences: readonly Uint32Array[];
  /** All of its words, also quoted ones, because a copy may have lost the marks of a quotation. */
  readonly windows: readonly Window[];
  /** A report that is hardly more than quotations: they count as well, and it takes more to make a copy. */
  readonly isSpeech: boolean;
  /** How many words stand in them. */
  readonly length: number;
  /** Pairs of long words that follow each other, short ones between them aside. */
  readonly runs: Uint32Array;
}

/** Cost: linear. */
export function printsOf({ document, sentences: spans }: Report): Prints {
  const own = ownWordsOf(document.text, spans, 'outside quotations');
  const isSpeech = wordCount(own) < fewestOwnWords;
  const all = ownWordsOf(document.text, spans, 'everywhere');
  const sentences = isSpeech ? all : own;
  const runs = new Set<number>();
  for (const words of sentences) {
    const long = words.filter(isLong);
    for (let i = 0; i + 1 < long.length; i += 1) runs.add(hashOf(long[i] as number, long[i + 1] as number));
  }
  return {
    id: document.id,
    sentences,
    windows: windowsOf(all),
    isSpeech,
    credited: spans.map(({ start, end }) => agencyCredit.test(document.text.slice(start, end))),
    length: wordCount(sentences),
    runs: Uint32Array.from(runs),
  };
}

const wordCount = (sentences: readonly Uint32Array[]): number =>
  sentences.reduce((sum, words) => sum + words.length, 0);

const fewestOwnWords = 40;

/** For each sentence of a report its origin, laid beside reports that may be it, the likeliest first. */
export function originsIn(
  prints: Prints,
  candidates: readonly Prints[],
  originsAt: (document: string) => readonly string[],
): readonly string[] {
  const best: Match[] = prints.sentences.map(() => ({ likeness: 0, origin: prints.id }));
  for (const candidate of candidates) {
    const origins = originsAt(candidate.id);
    const matches = prints.sentences.map((words) => bestMatch(words, candidate.windows));
    const isCopy = shareOf(prints, matches) >= (prints.isSpeech ? wholeSpeech : wholeCopy);
    if (isCopy) return wholeOrigins(prints, matches, origins, candidate.id);
    for (const [i, match] of matches.entries())
      if (match.likeness > (best[i] as Match).likeness)
        best[i] = { likeness: match.likeness, origin: origins[match.at] ?? candidate.id };
  }
  return prints.isSpeech ? prints.sentences.map(() => prints.id) : copiedRuns(prints, best);
}

interface Match {
  readonly likeness: number;
  readonly origin: string;
}

/** The words of the sentences that have their like in the other report, of all its words. 0–1. */
function shareOf({ sentences, length }: Prints, matches: readonly { readonly likeness: number }[]): number {
  if (length < fewestWords) return 0;
  const copied = sentences.reduce(
    (sum, words, i) => sum + ((matches[i]?.likeness ?? 0) >= alike ? words.length : 0),
    0,
  );
  return copied / length;
}

/** A copy's sentences come from wherever the original's most do; those that have no like in it as well. */
function wholeOrigins(
  prints: Prints,
  matches: readonly { readonly likeness: number; readonly at: number }[],
  origins: readonly string[],
  candidate: string,
): readonly string[] {
  const found = matches.map(({ likeness, at }) =>
    likeness >= alike ? (origins[at] ?? candidate) : undefined,
  );
  const counts = new Map<string, number>();
  for (const origin of found) if (origin !== undefined) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0] ?? [candidate];
  return prints.sentences.map((_, i) => found[i] ?? most);
}

/** In a report of its own, sentences are copied where they stand nearly word for word elsewhere, enough of them together. */
function copiedRuns(prints: Prints, best: readonly Match[]): readonly string[] {
  const origins = prints.sentences.map(() => prints.id);
  for (let from = 0; from < best.length; ) {
    const { likeness, origin } = best[from] as Match;
    let to = from + 1;
    // The credit itself is not in the original.
    const isCredited = prints.credited[from] === true && likeness >= nearlyWithCredit;
    if (isCredited && (prints.sentences[from] as Uint32Array).length >= fewestWords)
      origins.fill(origin, from, to);
    if (likeness >= nearlyTheSame) {
      while (to < best.length && isSameRun(best[to] as Match, origin, prints.sentences[to] as Uint32Array))
        to += 1;
      const length = prints.sentences.slice(from, to).reduce((sum, words) => sum + words.length, 0);
      if (length >= fewestWords) origins.fill(origin, from, to);
    }
    from = to;
  }
  return origins;
}

/** A sentence without own words, a quotation, goes with what stands before it. */
const isSameRun = (match: Match, origin: string, words: Uint32Array): boolean =>
  words.length === 0 || (match.likeness >= nearlyTheSame && match.origin === origin);

/** How alike two sentences must be to count for a whole copy, and how large a share of the words must be in such. */
const alike = 0.5;
const wholeCopy = 0.6;
const wholeSpeech = 0.85;
/** How alike, where only some sentences are copied, and how many words at least. */
const nearlyTheSame = 0.75;
const nearlyWithCredit = 0.6;
const fewestWords = 14;

/** A stretch of a report that a sentence is laid beside. */
interface Window {
  readonly words: Uint32Array;
  /** Number of the sentence where it begins. */
  readonly at: number;
}

/** Two sentences at a time, or what would be two in a long one: a copy may be cut into sentences in other places. */
function windowsOf(all: readonly Uint32Array[]): Window[] {
  const pieces = all.flatMap((words, at) => piecesOf(words).map((piece) => ({ words: piece, at })));
  if (pieces.length < 2) return pieces;
  return pieces.slice(1).map(({ words }, i) => {
    const { words: first, at } = pieces[i] as Window;
    const both = new Uint32Array(first.length + words.length);
    both.set(first);
    both.set(words, first.length);
    return { words: both, at };
  });
}

/** A sentence in stretches of up to `longestPiece` words, as even as can be. */
function piecesOf(words: Uint32Array): Uint32Array[] {
  const count = Math.ceil(words.length / longestPiece);
  const length = Math.ceil(words.length / count);
  return Array.from({ length: count }, (_, i) => words.subarray(i * length, (i + 1) * length));
}

const longestPiece = 24;

/** Where most of a sentence's words stand in the same order. `likeness` is their share, 0–1. */
function bestMatch(words: Uint32Array, windows: readonly Window[]): { likeness: number; at: number } {
  if (words.length < shortestSentence) return { likeness: 0, at: 0 };
  const matches = piecesOf(words).map((piece) => ({ length: piece.length, ...bestWindow(piece, windows) }));
  const likeness = matches.reduce((sum, match) => sum + match.likeness * match.length, 0) / words.length;
  return { likeness, at: matches[0]?.at ?? 0 };
}

function bestWindow(piece: Uint32Array, windows: readonly Window[]): { likeness: number; at: number } {
  let best = { likeness: 0, at: 0 };
  const places = new Places(piece);
  for (const { words, at } of windows) {
    if (places.inCommon(words) / piece.length <= Math.max(best.likeness, alike)) continue;
    const likeness = places.commonInOrder(words) / piece.length;
    if (likeness > best.likeness) best = { likeness, at };
  }
  return best;
}

const shortestSentence = 6;

/** Where each word stands in a piece of at most `longestPiece` words, a bit a place. A small hash table. */
class Places {
  readonly #length: number;
  readonly #words = new Uint32Array(64);
  readonly #bits = new Int32Array(64);

  constructor(piece: Uint32Array) {
    this.#length = piece.length;
    for (let place = 0; place < piece.length; place += 1) {
      const word = piece[place] as number;
      const slot = this.#slot(word);
      this.#words[slot] = word;
      this.#bits[slot] = (this.#bits[slot] as number) | (1 << place);
    }
  }

  /** How many of some words stand in the piece. */
  inCommon(words: Uint32Array): number {
    let count = 0;
    for (let i = 0; i < words.length; i += 1)
      if (this.#bits[this.#slot(words[i] as number)] !== 0) count += 1;
    return count;
  }

  /**
   * Length of the longest common subsequence, all places at once. Source: Heikki Hyyrö, Bit-Parallel LCS-length
   * Computation Revisited, 2004.
   */
  commonInOrder(words: Uint32Array): number {
    const all = 2 ** this.#length - 1;
    let row = all;
    for (let i = 0; i < words.length; i += 1) {
      const met = row & (this.#bits[this.#slot(words[i] as number)] as number);
      row = ((row + met) | (row - met)) & all;
    }
    let length = 0;
    for (let left = ~row & all; left !== 0; left &= left - 1) length += 1;
    return length;
  }

  /** The slot of a word, or the free one where it would stand. */
  #slot(word: number): number {
    let slot = (word >>> 1) & 63;
    while (this.#bits[slot] !== 0 && this.#words[slot] !== word) slot = (slot + 1) & 63;
    return slot;
  }
}

/**
 * Which reports so far share runs of words with another. A run that stands in many leads to the first of them and the
 * last two alone, so that a thousand copies of one report cost no more than a thousand reports. A hash table over typed
 * arrays: a `Map` of the runs of 100,000 reports would take a gigabyte.
 */
class Index {
  #size = 0;
  #runs = new Uint32Array(1 << 12);
  /** For each run three reports, as number + 1: the first, the last but one, the last. 0: none. */
  #holders = new Uint32Array(3 << 12);

  /** Numbers of the likeliest, most shared runs first. */
  like(runs: Uint32Array): number[] {
    return likeliest(runs, (run) => {
      const at = 3 * this.#find(run);
      const [first = 0, before = 0, last = 0] = this.#holders.subarray(at, at + 3);
      return first === 0 ? [] : last === 0 ? [first - 1] : [first - 1, before - 1, last - 1];
    });
  }

  add(number: number, runs: Uint32Array): void {
    for (const run of runs) {
      if (this.#size * 3 >= this.#runs.length * 2) this.#grow();
      const slot = this.#find(run);
      const at = 3 * slot;
      if (this.#holders[at] === 0) {
        this.#runs[slot] = run;
        this.#holders[at] = number + 1;
        this.#size += 1;
      } else {
        this.#holders[at + 1] = this.#holders[at + 2] as number;
        this.#holders[at + 2] = number + 1;
      }
    }
  }

  /** The slot of a run, or the free one where it belongs. */
  #find(run: number): number {
    const mask = this.#runs.length - 1;
    let slot = (run >>> 2) & mask;
    while (this.#holders[3 * slot] !== 0 && this.#runs[slot] !== run) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [runs, holders] = [this.#runs, this.#holders];
    this.#runs = new Uint32Array(runs.length * 2);
    this.#holders = new Uint32Array(holders.length * 2);
    for (let old = 0; old < runs.length; old += 1) {
      if (holders[3 * old] === 0) continue;
      const slot = this.#find(runs[old] as number);
      this.#runs[slot] = runs[old] as number;
      this.#holders.set(holders.subarray(3 * old, 3 * old + 3), 3 * slot);
    }
  }
}

/**
 * Numbers of the reports that share most runs with one, the likeliest first. `holders` gives the first, the last but one and
 * the last report so far with a run, -1 for none.
 */
export function likeliest(runs: Uint32Array, holders: (run: number) => readonly number[]): number[] {
  const enough = Math.max(2, Math.min(6, Math.round(runs.length * 0.06)));
  const shared = new Map<number, number>();
  for (const run of runs)
    for (const holder of holders(run)) if (holder >= 0) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  return [...shared]
    .filter(([, count]) => count >= enough)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCandidates)
    .map(([holder]) => holder);
}

const mostCandidates = 12;
