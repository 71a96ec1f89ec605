// The graph of a .graph file: as it stands there, brought up to date where it can be written, else made from the records.
import type { Graph } from '../graph/model.ts';
import type { Decided } from './decision.ts';
import { Journal, JournalError, type Size } from './journal.ts';
import { assemble, assemblerVersion } from './resolve/assemble.ts';
import type { Corpus } from './resolve/standing/article.ts';
import { StandingGraph } from './resolve/standing/read.ts';
import { type Outcome, update } from './resolve/standing/update.ts';

/** What makes graphs that stand: the second number changes whenever a shelf holds other rows than before. */
const by = `${assemblerVersion}.3`;

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
 * made anew. `removed` are articles that go in the change that this is a part of. *Cost*: that of what changed; see `update`.
 * *Errors*: `JournalError`.
 */
export function keepUp(journal: Journal, removed: readonly string[] = []): Outcome | undefined {
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
      JSON.stringify(listOf(before.decisions)) === JSON.stringify(listOf(decisions));
    const change = { put, removed, decisions, decidedBefore: before?.decisions ?? [] };
    outcome = isKept ? updated(shelf, corpus, change) : undefined;
    if (outcome === undefined) shelf.clear();
    const done =
      outcome ?? update(shelf, corpus, { put: corpus.ids(), removed: [], decisions, decidedBefore: [] });
    const size = sizeAfter(outcome && before?.size, done, corpus.ids().length);
    return { by, decisions, idle: [...done.idle], isForeign: done.isForeign, size };
  });
  return outcome;
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
