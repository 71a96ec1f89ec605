// What pieces of evidence weigh together. Knows no mention; the numbers are scorers.json's.

/**
 * What makes a score of evidence: the sum of its weights and, for what counts only together, a few units that answer a sum
 * of their own by at most 1 and count by their `share`.
 */
export interface Scorer {
  readonly weights: Readonly<Record<string, number>>;
  readonly units: readonly { readonly share: number; readonly weights: Readonly<Record<string, number>> }[];
}

/** For "he" and "she", for "it" and for "they". */
export interface Scorers {
  readonly person: Scorer;
  readonly it: Scorer;
  readonly they: Scorer;
}

/** The score of pieces of evidence: the exponent of a share of belief. */
export function scoreOf({ weights, units }: Scorer, evidence: readonly string[]): number {
  let score = sumOf(weights, evidence);
  for (const unit of units) score += unit.share * bound(sumOf(unit.weights, evidence));
  return score;
}

const sumOf = (weights: Readonly<Record<string, number>>, evidence: readonly string[]): number =>
  evidence.reduce((sum, piece) => sum + (weights[piece] ?? 0), 0);

/** Between -1 and 1; the same on every machine, which no engine's `tanh` promises. */
export const bound = (sum: number): number => sum / (1 + Math.abs(sum));
