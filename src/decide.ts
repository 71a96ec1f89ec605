// A person's decisions about a .graph file: made, listed, taken back. What they do to the graph is resolve's matter.
import { type Difference, differenceOf } from '../graph/difference.ts';
import type { Entity, Graph } from '../graph/model.ts';
import { type Decided, Decision, type Idle } from './decision.ts';
import { derive, keepUp } from './derive.ts';
import { Journal } from './journal.ts';
import { type Assembled, assembleWithReasons } from './resolve/assemble.ts';

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
 * Keeps a decision that is made of the graph as it is, and gives what it changed. *Errors*: `JournalError`; whatever `make`
 * throws, and then nothing is kept.
 */
export async function decide(
  path: string,
  make: (graph: Graph) => Decision,
  now: () => Date = () => new Date(),
): Promise<Outcome> {
  return await change(path, (journal, graph) =>
    journal.decide(Decision.parse(make(graph)), now().toISOString()),
  );
}

/** Takes a decision back. *Errors*: `DecisionError` where there is none of that number; `JournalError`. */
export async function undo(path: string, number: number): Promise<Outcome> {
  return await change(path, (journal) => {
    if (!journal.undo(number))
      throw new DecisionError(
        `${path} has no decision ${number}. List them with: wiregraph decisions ${path}`,
      );
    return number;
  });
}

/** The decisions of a file, those without effect with the reason, and why its names were judged to be one. */
export function explain(path: string): Assembled & { readonly decisions: readonly Decided[] } {
  using journal = Journal.read(path);
  const decisions = journal.decisions();
  return { ...assembleWithReasons([...journal.articles()], decisions), decisions };
}

async function change(path: string, body: (journal: Journal, graph: Graph) => number): Promise<Outcome> {
  // Looked at first: a file that isn't there must not be made.
  Journal.read(path).close();
  using journal = Journal.write(path);
  const before = derive(journal);
  const number = body(journal, before);
  keepUp(journal);
  const after = derive(journal);
  const { idle = [] } = journal.standing() ?? {};
  return {
    number,
    idle,
    difference: differenceOf(before, after),
    entities: [...before.entities, ...after.entities],
  };
}
