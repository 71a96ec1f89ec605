// How likely a finding is right: 0–1.
import type { Finding } from './findings.ts';

/** A probability, by how the finding came about. */
export function confidenceOf({ source }: Finding): number {
  return bySource[source] ?? 0.5;
}

const bySource: Readonly<Record<string, number>> = {
  title: 0.9,
  verb: 0.75,
  owner: 0.7,
  mutual: 0.7,
  own: 0.4,
};
