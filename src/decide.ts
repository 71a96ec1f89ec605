// A person's decisions about a .graph file: made, listed, taken back. What they do to the graph is resolve's matter.
import type { Difference } from '../graph/difference.ts';
import type { Entity } from '../graph/model.ts';
import { type Decided, Decision, type Idle } from './decision.ts';
import { changeTelling, lookInto, soundStanding } from './derive.ts';
import { Journal } from './journal.ts';
import type { StandingGraph } from './resolve/standing/read.ts';

export type { StandingGraph } from './resolve/standing/read.ts';

/** What a decision did. */
export interface Outcome {
  readonly number: number;
  /** Why it has no effect, or that earlier ones have none any more. */
  readonly idle: readonly Idle[];
  readonly difference: Difference;
  /** The entities that the difference may name. */
  readonly entities: readonly Entity[];
}

/** A decision that can't be made. The message says what was given, and what to do. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
}

/**
 * Keeps a decision that is made of the graph as it is, and gives what it changed. *Cost*: reading the entities, and that of
 * what changes. *Errors*: `JournalError`; whatever `make` throws, and then nothing is kept.
 */
export async function decide(
  path: string,
  make: (graph: StandingGraph) => Decision,
  now: () => Date = () => new Date(),
): Promise<Outcome> {
  return await change(path, (journal, graph) => {
    const decision = Decision.parse(make(graph));
    return () => journal.decide(decision, now().toISOString());
  });
}

/** Takes a decision back. *Errors*: `DecisionError` where there is none of that number; `JournalError`. */
export async function undo(path: string, number: number): Promise<Outcome> {
  return await change(path, (journal) => {
    if (!journal.decisions().some((decided) => decided.number === number))
      throw new DecisionError(
        `${path} has no decision ${number}. List them with: wiregraph decisions ${path}`,
      );
    return () => {
      journal.undo(number);
      return number;
    };
  });
}

/** What there is to look at in a file. */
export interface View {
  /** To be read while the file is open. */
  readonly graph: StandingGraph;
  readonly decisions: readonly Decided[];
  /** Decisions that have no effect, and why. */
  readonly idle: readonly Idle[];
}

/** Looks into a file: what is not asked for isn't read. *Errors*: `JournalError`. */
export async function look<T>(path: string, body: (view: View) => Promise<T>): Promise<T> {
  using journal = Journal.read(path);
  return await body({ ...lookInto(journal), decisions: journal.decisions() });
}

/** `prepare` looks at the graph as it is and gives what makes the change. */
async function change(
  path: string,
  prepare: (journal: Journal, graph: StandingGraph) => () => number,
): Promise<Outcome> {
  // Looked at first: a file that isn't there must not be made.
  Journal.read(path).close();
  using journal = Journal.write(path);
  const make = prepare(journal, soundStanding(journal));
  let number = 0;
  const told = changeTelling(journal, [], () => {
    number = make();
  });
  return { number, idle: journal.standing()?.idle ?? [], ...told };
}
