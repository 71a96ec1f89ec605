// How likely a claim or an open triple is right: logistic regression over a few features. The weights are data.
import type { Syntax } from '../syntax.ts';
import type { Draft } from './drafts.ts';
import { featuresOf, featuresOfOpen } from './features.ts';
import type { OpenTriple } from './open.ts';
import { claimWeights, openWeights } from './weights.ts';

/** A probability that a draft says what its sentence says: 0–1, calibrated (the table stands in the README). */
export const confidenceOf = (draft: Draft): number => probability(featuresOf(draft), claimWeights);

/** The same of an open triple. */
export const confidenceOfOpen = (syntax: Syntax, triple: OpenTriple): number =>
  probability(featuresOfOpen(syntax, triple), openWeights);

function probability(features: readonly string[], weights: Readonly<Record<string, number>>): number {
  const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), weights[''] ?? 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
