// The graph of a .graph file: as it stands there, brought up to date where it can be written, else made from the records.
import { differenceOf } from '../graph/difference.ts';
import type { Graph } from '../graph/model.ts';
import type { Decided, Idle } from './decision.ts';
import { type Article, Journal, JournalError, type Size } from './journal.ts';
import { assemble, assemblerVersion } from './resolve/assemble.ts';
import type { Corpus } from './resolve/standing/article.ts';
import { differenceTold, type Told } from './resolve/standing/difference.ts';
import { StandingGraph } from './resolve/standing/read.ts';
import { Recorder } from './resolve/standing/recorder.ts';
import { MemoryShelf, type Shelf } from './resolve/standing/shelf.ts';
import { type Outcome, update } from './resolve/standing/update.ts';

/** What makes graphs that stand: the second number changes whenever a shelf holds other rows than before. */
const by = `${assemblerVersion}.4`;

/** The graph that a journal's records and decisions make. Writes nothing. *Errors*: `JournalError`. Cost: linear. */
export function derive(journal: Journal): Graph {
  const standing = isCurrent(journal) ? soundGraph(journal) : undefined;
  return standing ?? assemble([...journal.articles()], journal.decisions());
}

/** What stands in a file that someone else wrote may be no graph; the records are checked. */
function soundGraph(journal: Journal): Graph | undefined {
  try {
    return standingGraph(journal).graph();
  } catch (error) {
    if (error instanceof JournalError) throw error;
    return undefined;
  }
}

/**
 * The graph that stands in a journal that can be written, brought up to date; made anew where it is no sound one. Its entities
 * have been looked at. *Errors*: `JournalError`.
 */
export function soundStanding(journal: Journal): StandingGraph {
  keepUp(journal);
  try {
    const graph = standingGraph(journal);
    graph.entities();
    return graph;
  } catch (error) {
    if (error instanceof JournalError) throw error;
    journal.forget();
    keepUp(journal);
    return standingGraph(journal);
  }
}

/**
 * The graph of a journal that is only looked at, and the decisions without effect: as it stands where it is current and
 * sound, else worked out in memory. *Errors*: `JournalError`. Cost: that of reading the entities; else linear.
 */
export function lookInto(journal: Journal): {
  readonly graph: StandingGraph;
  readonly idle: readonly Idle[];
} {
  const standing = isCurrent(journal) ? journal.standing() : undefined;
  try {
    const graph = standingGraph(journal);
    if (standing !== undefined && graph.entities().length > 0) return { graph, idle: standing.idle };
  } catch (error) {
    if (error instanceof JournalError) throw error;
  }
  const [shelf, corpus, decisions] = [new MemoryShelf(), corpusOf(journal), journal.decisions()];
  const change = { put: corpus.ids(), removed: [], decisions, decidedBefore: [] };
  const { idle } = update(shelf, corpus, change);
  return { graph: new StandingGraph(shelf, corpus, decisions), idle };
}

/** The graph that stands in a journal; it must be current. */
export const standingGraph = (journal: Journal): StandingGraph =>
  new StandingGraph(journal.shelf, corpusOf(journal), journal.decisions());

/** Whether the graph that stands is that of the articles and decisions. */
export function isCurrent(journal: Journal): boolean {
  const standing = journal.standing();
  return (
    standing?.by === by &&
    JSON.stringify(standing.decisions) === JSON.stringify(journal.decisions()) &&
    journal.pending().length === 0
  );
}

/**
 * Brings the graph that stands up to date and gives what that changed; undefined where nothing was to do, or all of it was
 * made anew. `removed` are articles that go in the change that this is a part of; `through` may look on while the shelf is
 * written. *Cost*: that of what changed; see `update`. *Errors*: `JournalError`.
 */
export function keepUp(
  journal: Journal,
  removed: readonly string[] = [],
  through = (shelf: Shelf): Shelf => shelf,
): Outcome | undefined {
  if (removed.length === 0 && isCurrent(journal)) return undefined;
  const decisions = journal.decisions();
  const before = journal.standing();
  const put = journal.pending();
  const corpus = corpusOf(journal);
  let outcome: Outcome | undefined;
  journal.stand((shelf) => {
    const isKept =
      before?.by === by &&
      !before.isForeign &&
      put.length <= corpus.ids().length / 2 &&
      removed.length <= corpus.ids().length &&
      JSON.stringify(listOf(before.decisions)) === JSON.stringify(listOf(decisions));
    const change = { put, removed, decisions, decidedBefore: before?.decisions ?? [] };
    outcome = isKept ? updated(through(shelf), corpus, change) : undefined;
    if (outcome === undefined) shelf.clear();
    const done =
      outcome ?? update(shelf, corpus, { put: corpus.ids(), removed: [], decisions, decidedBefore: [] });
    const size = sizeAfter(outcome && before?.size, done, corpus.ids().length);
    return { by, decisions, idle: [...done.idle], isForeign: done.isForeign, size };
  });
  return outcome;
}

/**
 * Replaces and removes articles, and takes what they said out of the graph that stands, or all of it where keeping it up would
 * cost more than making it anew. *Errors*: `JournalError`.
 */
export function replaceKeepingUp(
  journal: Journal,
  { put = [], remove = [] }: { readonly put?: readonly Article[]; readonly remove?: readonly string[] },
  observedAt: string,
): void {
  if (put.length + remove.length === 0) return;
  const isKept =
    journal.standing()?.by === by && put.length + remove.length + journal.pending().length <= mostKeptUp;
  const update = () => void keepUp(journal, remove);
  journal.replace({ put, remove }, observedAt, isKept ? update : undefined);
}

/** Of more changes at a time all of them are kept up with at the end, or everything is made anew. */
const mostKeptUp = 500;

/**
 * Brings the graph that stands up to date after `change`, and tells what that changed. The graph must be current before.
 * `change` calls what it is handed in the transaction in which articles go, or not at all; `going` are their ids. *Cost*: that
 * of what changed; linear where all had to be made anew. *Errors*: `JournalError`, those of `change`.
 */
export function changeTelling(
  journal: Journal,
  going: readonly string[],
  change: (update: () => void) => void,
): Told {
  const decidedBefore = journal.decisions();
  const gone = new Map(going.filter((id) => journal.has(id)).map((id) => [id, journal.article(id)]));
  const corpusBefore = (): Corpus => {
    const now = corpusOf(journal);
    return {
      ids: () => [...now.ids(), ...gone.keys()].sort(),
      has: (id) => gone.has(id) || now.has(id),
      article: (id) => gone.get(id) ?? now.article(id),
    };
  };
  let recorder: Recorder | undefined;
  let outcome: Outcome | undefined;
  let isDone = false;
  const update = () => {
    outcome = keepUp(journal, [...gone.keys()], (shelf) => {
      recorder = new Recorder(shelf);
      return recorder;
    });
    isDone = true;
  };
  change(update);
  if (!isDone) update();
  if (outcome !== undefined && recorder !== undefined) {
    const before = new StandingGraph(recorder.before, corpusBefore(), decidedBefore);
    return differenceTold(before, standingGraph(journal), outcome);
  }
  const corpus = corpusBefore();
  const before = assemble(
    corpus.ids().map((id) => corpus.article(id)),
    decidedBefore,
  );
  const after = derive(journal);
  return {
    difference: differenceOf(before, after),
    entities: [...before.entities, ...after.entities],
  };
}

function sizeAfter(before: Size | undefined, done: Outcome, documents: number): Size {
  const more = ({
    before,
    after,
  }: {
    readonly before: readonly unknown[];
    readonly after: readonly unknown[];
  }) => after.length - before.length;
  return {
    documents,
    entities: (before?.entities ?? 0) + more(done.entities),
    claims: (before?.claims ?? 0) + done.moreClaims,
    relations: (before?.relations ?? 0) + more(done.relations),
  };
}

/** Undefined where what stands is no sound graph: then it is made anew. */
function updated(...given: Parameters<typeof update>): Outcome | undefined {
  try {
    return update(...given);
  } catch (error) {
    if (error instanceof JournalError) throw error;
    return undefined;
  }
}

/**
 * Brings the graph that stands up to date, and gives it: all of it is read from the file, as it is then, when a list of it is
 * first asked for. *Errors*: `JournalError`, also when a list is asked for. Cost: that of what changed; then linear.
 */
export async function deriveAndKeep(journal: Journal): Promise<Graph> {
  keepUp(journal);
  const { path } = journal;
  // A file that holds nothing isn't left behind.
  let graph = journal.ids().length === 0 ? derive(journal) : undefined;
  const read = (): Graph => {
    if (graph === undefined) {
      using opened = journal.isOpen ? undefined : Journal.read(path);
      graph = derive(opened ?? journal);
    }
    return graph;
  };
  return {
    get documents() {
      return read().documents;
    },
    get sentences() {
      return read().sentences;
    },
    get entities() {
      return read().entities;
    },
    get mentions() {
      return read().mentions;
    },
    get claims() {
      return read().claims;
    },
    get relations() {
      return read().relations;
    },
  };
}

/** A list of names may be about any article. */
const listOf = (decisions: readonly Decided[]) =>
  decisions.findLast(({ decision }) => decision.kind === 'names')?.decision;

const corpusOf = (journal: Journal): Corpus => {
  const ids = journal.ids().sort();
  return { ids: () => ids, has: (id) => journal.has(id), article: (id) => journal.article(id) };
};
