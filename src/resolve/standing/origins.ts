// Origins kept up to date: after a change only those reports are looked at again that may have another origin now.
import {
  byTime,
  likeliest,
  type Moment,
  originsIn,
  originsOfTwin,
  printsOf,
  type Report,
  timeOf,
  traced,
} from '../origins.ts';
import { type Print, Prints, printOf } from './prints.ts';
import { Drawer, type Shelf } from './shelf.ts';

/** What changed, and where reports can be had. Ids of documents. */
export interface ReportChange {
  /** Reports that are new, or other than they were. */
  readonly put: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly report: (id: string) => Report;
  readonly all: () => readonly Report[];
}

/** For each sentence of a document its origin, where that isn't the document: number of the first such sentence, and id. */
export type OriginRuns = readonly (readonly [from: number, origin: string])[];

/** How the origins of a document were found. Kept under `trace`. */
interface Trace {
  readonly candidates: readonly string[];
  readonly sentences: number;
  readonly origins: OriginRuns;
}

/** Of a document, by its id. */
export const originRuns = (shelf: Shelf, document: string): OriginRuns =>
  new Drawer<Trace>(shelf, 'trace').get(document)?.origins ?? [];

/** The origin of a sentence. */
export const originAt = (runs: OriginRuns, sentence: number, document: string): string =>
  runs.findLast(([from]) => from <= sentence)?.[1] ?? document;

/**
 * Brings the origins up to date, and gives the documents that have others now, the changed ones among them. *Cost*: reading
 * a kilobyte of each report, and comparing the texts of those reports that share runs of words with a changed one and came
 * out after it. Where much changed, as if all were new.
 */
export function updateOrigins(shelf: Shelf, change: ReportChange): ReadonlySet<string> {
  const prints = new Prints(shelf);
  const before = prints.all();
  for (const id of change.removed) {
    prints.delete(id);
    shelf.delete('trace', id, '');
  }
  const changed =
    change.put.size > 50 + before.size / 10
      ? traceAll(shelf, prints, change)
      : new Update(shelf, prints, change, before).run();
  prints.keep();
  return changed;
}

function traceAll(shelf: Shelf, prints: Prints, { put, all }: ReportChange): ReadonlySet<string> {
  const traces = new Drawer<Trace>(shelf, 'trace');
  const changed = new Set(put);
  for (const { report, words, runs, candidates, origins } of traced(all())) {
    const { id } = report.document;
    const trace = { candidates, sentences: origins.length, origins: runsOf(origins, id) };
    if (!isSame(traces.get(id), trace)) changed.add(id);
    traces.put(id, '', trace);
    prints.put(id, { time: timeOf(report.document), words, runs });
  }
  return changed;
}

function runsOf(origins: readonly string[], document: string): OriginRuns {
  if (origins.every((origin) => origin === document)) return [];
  return origins.flatMap((origin, i) => (origin === origins[i - 1] ? [] : [[i, origin] as const]));
}

const isSame = (a: Trace | undefined, b: Trace): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All reports in their order, with what becomes of them. */
class Update {
  readonly #traces: Drawer<Trace>;
  readonly #change: ReportChange;
  readonly #before: ReadonlyMap<string, Print>;
  readonly #prints: ReadonlyMap<string, Print>;
  /** Ids, the earliest first. */
  readonly #order: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  /** By words, the first report with them. */
  readonly #first: ReadonlyMap<string, string>;
  /** Places of reports that may have other candidates now, and of those whose candidates may have other origins. */
  readonly #again = new Set<number>();
  readonly #stale = new Set<number>();
  readonly #changed = new Set<string>();
  readonly #holders = new Map<number, number[]>();
  #dependents: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(shelf: Shelf, prints: Prints, change: ReportChange, before: ReadonlyMap<string, Print>) {
    this.#traces = new Drawer(shelf, 'trace');
    this.#change = change;
    this.#before = before;
    for (const id of change.put) prints.put(id, printOf(change.report(id)));
    this.#prints = prints.all();
    this.#order = inOrder(this.#prints);
    this.#places = new Map(this.#order.map((id, place) => [id, place]));
    this.#first = firstsOf(this.#prints);
  }

  run(): ReadonlySet<string> {
    this.#findAffected();
    this.#indexRuns([...this.#again].flatMap((place) => [...this.#printAt(place).runs]));
    for (let place = 0; place < this.#order.length; place += 1)
      if (this.#again.has(place) || this.#stale.has(place)) this.#trace(place);
    return this.#changed;
  }

  /** Reports that are looked up otherwise than before: new, gone, or the twin of an earlier one now, or no longer. */
  #findAffected(): void {
    const { put, removed } = this.#change;
    const firstBefore = firstsOf(this.#before);
    const moved = new Set([...put, ...removed]);
    const words = new Set(
      [...moved].flatMap((id) => [this.#before.get(id)?.words ?? '', this.#prints.get(id)?.words ?? '']),
    );
    words.delete('');
    for (const one of words) {
      const [old, now] = [firstBefore.get(one), this.#first.get(one)];
      if (old !== now) for (const id of [old, now]) if (id !== undefined) moved.add(id);
    }
    for (const [id, print] of this.#prints) if (words.has(print.words)) this.#again.add(this.#placeOf(id));
    for (const id of put) this.#again.add(this.#placeOf(id));
    const runs = [...moved].map((id) => [
      ...(this.#before.get(id)?.runs ?? []),
      ...(this.#prints.get(id)?.runs ?? []),
    ]);
    this.#indexRuns(runs.flat());
    for (const [i, id] of [...moved].entries())
      for (const time of [this.#before.get(id)?.time, this.#prints.get(id)?.time])
        if (time !== undefined) this.#affect(time, runs[i] as number[]);
  }

  /** Who comes next with a run may have seen the report that stands, or stood, at a time; all later ones, if it is the first. */
  #affect(time: Moment, runs: readonly number[]): void {
    const [, id] = time;
    for (const run of new Set(runs)) {
      const holders = this.#holders.get(run) ?? [];
      const isLater = (place: number) => byTime(this.#printAt(place).time, time) > 0;
      let at = holders.length;
      while (at > 0 && isLater(holders[at - 1] as number)) at -= 1;
      const isFirst = holders.slice(0, at).every((place) => this.#order[place] === id);
      for (const place of holders.slice(at, isFirst ? undefined : at + 2)) this.#again.add(place);
    }
  }

  /** Finds for some runs the places of all reports that have them, ascending; twins aside. */
  #indexRuns(runs: readonly number[]): void {
    const wanted = new Set(runs.filter((run) => !this.#holders.has(run)));
    if (wanted.size === 0) return;
    const marks = new Uint8Array(1 << 18);
    for (const run of wanted) {
      this.#holders.set(run, []);
      marks[run >>> 14] = 1;
    }
    for (const [place, id] of this.#order.entries()) {
      const { words, runs: own } = this.#prints.get(id) as Print;
      if (words !== '' && this.#first.get(words) !== id) continue;
      for (let i = 0; i < own.length; i += 1) {
        const run = own[i] as number;
        if (marks[run >>> 14] === 1 && wanted.has(run)) this.#holders.get(run)?.push(place);
      }
    }
  }

  #trace(place: number): void {
    const id = this.#order[place] as string;
    const print = this.#printAt(place);
    const before = this.#traces.get(id);
    const isPut = this.#change.put.has(id);
    const twin = print.words === '' ? id : (this.#first.get(print.words) as string);
    const candidates = this.#again.has(place) ? this.#candidatesOf(place, twin) : (before?.candidates ?? []);
    const isOther = isPut || JSON.stringify(candidates) !== JSON.stringify(before?.candidates);
    if (!isOther && !candidates.some((candidate) => this.#changed.has(candidate))) return;
    const report = this.#change.report(id);
    const origins =
      twin === id
        ? originsIn(
            printsOf(report),
            candidates.map((candidate) => printsOf(this.#change.report(candidate))),
            (candidate) => this.#originsOf(candidate),
          )
        : originsOfTwin(report, twin, this.#originsOf(twin));
    const trace = { candidates, sentences: origins.length, origins: runsOf(origins, id) };
    this.#traces.put(id, '', trace);
    if (!isPut && isSame(before, trace)) return;
    this.#changed.add(id);
    if (before !== undefined) for (const other of this.#dependentsOf(id)) this.#stale.add(other);
  }

  #candidatesOf(place: number, twin: string): string[] {
    if (twin !== this.#order[place]) return [twin];
    const found = likeliest(this.#printAt(place).runs, (run) => this.#holdersBefore(run, place));
    return found.map((at) => this.#order[at] as string);
  }

  /** The first, the last but one and the last of those before a place. */
  #holdersBefore(run: number, place: number): number[] {
    const holders = this.#holders.get(run) ?? [];
    let count = holders.length;
    while (count > 0 && (holders[count - 1] as number) >= place) count -= 1;
    if (count === 0) return [];
    const first = holders[0] as number;
    if (count === 1) return [first];
    return [first, count === 2 ? -1 : (holders[count - 2] as number), holders[count - 1] as number];
  }

  #originsOf(id: string): readonly string[] {
    const { sentences = 0, origins = [] } = this.#traces.get(id) ?? {};
    return Array.from({ length: sentences }, (_, i) => originAt(origins, i, id));
  }

  /** Later reports that were laid beside one. */
  #dependentsOf(id: string): readonly number[] {
    this.#dependents ??= this.#findDependents();
    return this.#dependents.get(id) ?? [];
  }

  #findDependents(): ReadonlyMap<string, readonly number[]> {
    const found = new Map<string, number[]>();
    for (const [id, , { candidates }] of this.#traces.all())
      for (const candidate of this.#places.has(id) ? candidates : []) {
        const list = found.get(candidate);
        if (list === undefined) found.set(candidate, [this.#placeOf(id)]);
        else list.push(this.#placeOf(id));
      }
    return found;
  }

  #printAt(place: number): Print {
    return this.#prints.get(this.#order[place] as string) as Print;
  }

  #placeOf(id: string): number {
    return this.#places.get(id) as number;
  }
}

const inOrder = (prints: ReadonlyMap<string, Print>): string[] =>
  [...prints.values()]
    .map(({ time }) => time)
    .sort(byTime)
    .map(([, id]) => id);

function firstsOf(prints: ReadonlyMap<string, Print>): Map<string, string> {
  const firsts = new Map<string, string>();
  for (const [id, { words, time }] of prints) {
    const known = words === '' ? undefined : prints.get(firsts.get(words) ?? '');
    if (words !== '' && (known === undefined || byTime(time, known.time) < 0)) firsts.set(words, id);
  }
  return firsts;
}
