// What trying the TCK's cases comes to: by category, and against the list of failures that are known.
import type { Case } from './cases.ts';
import type { Ground } from './ground.ts';
import { trialOf } from './trial.ts';

export interface Report {
  readonly categories: readonly {
    readonly category: string;
    readonly passed: number;
    readonly total: number;
  }[];
  readonly failures: readonly Failure[];
  /** What the list of known failures does not say: cases that fail and aren't in it, or that are in it and pass. */
  readonly surprises: readonly Failure[];
  readonly passed: number;
  readonly total: number;
}

interface Failure {
  readonly name: string;
  readonly problem: string;
}

/** Tries cases one after the other, each on an empty ground. `known` are reasons of failures by the names of cases. */
export async function report(
  cases: readonly Case[],
  emptyGround: () => Ground | Promise<Ground>,
  known: Readonly<Record<string, string>>,
): Promise<Report> {
  const failures: Failure[] = [];
  const surprises: Failure[] = [];
  const counts = new Map<string, { passed: number; total: number }>();
  for (const one of cases) {
    const { name, category } = one;
    const problem = await trialOf(one, await emptyGround()).catch(
      (error: unknown) => `the trial broke off: ${error}`,
    );
    const count = counts.get(category) ?? { passed: 0, total: 0 };
    counts.set(category, {
      passed: count.passed + (problem === null ? 1 : 0),
      total: count.total + 1,
    });
    const isKnown = Object.hasOwn(known, name);
    if (problem !== null) failures.push({ name, problem });
    if (problem !== null && !isKnown) surprises.push({ name, problem });
    if (problem === null && isKnown) surprises.push({ name, problem: 'passes: take it out of the list' });
  }
  return {
    categories: [...counts].map(([category, count]) => ({ category, ...count })),
    failures,
    surprises,
    passed: cases.length - failures.length,
    total: cases.length,
  };
}
