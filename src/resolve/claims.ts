// What editors decided about single claims: which are struck out, which say something else.
import { type Claim, isAsserted } from '../../graph/model.ts';
import { relationTypes } from '../../graph/vocabulary/index.ts';
import type { Decided, Decision, Idle } from '../decision.ts';

/** The claims as they stand after the decisions, the later after the earlier; and the decisions whose claim is gone. */
export function decideClaims(
  claims: readonly Claim[],
  decisions: readonly Decided[],
  entityOf: (mention: string) => string | undefined,
): { readonly claims: readonly Claim[]; readonly idle: readonly Idle[] } {
  const about = decisions.filter(({ decision }) => decision.kind === 'reject' || decision.kind === 'correct');
  if (about.length === 0) return { claims, idle: [] };
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const idle: Idle[] = [];
  for (const { number, decision } of about) {
    if (decision.kind !== 'reject' && decision.kind !== 'correct') continue;
    const claim = byId.get(decision.claim);
    if (claim === undefined)
      idle.push({ number, why: `no article makes the claim ${decision.claim} any more` });
    else byId.set(claim.id, decided(claim, decision, entityOf));
  }
  return { claims: [...byId.values()], idle };
}

function decided(
  claim: Claim,
  decision: Extract<Decision, { kind: 'reject' | 'correct' }>,
  entityOf: (mention: string) => string | undefined,
): Claim {
  if (decision.kind === 'reject') return { ...claim, rejected: decision.why, asserted: false };
  const { predicate = claim.predicate, negated = claim.negated, speaker, why = '' } = decision;
  const type = predicate === claim.predicate ? claim : typed(predicate);
  const changed = {
    ...claim,
    predicate,
    negated,
    eventType: type.eventType ?? null,
    mode: type.mode ?? null,
    corrected: why,
  };
  return {
    ...changed,
    speakers: speaker === undefined ? claim.speakers : speaker === null ? [] : [speakerAt(speaker, entityOf)],
    asserted: isAsserted(changed),
  };
}

const typed = (predicate: string): { readonly eventType?: string | null; readonly mode?: string | null } =>
  relationTypes.find(({ name }) => name === predicate) ?? {};

const speakerAt = (
  { mention, text }: { readonly mention: string | null; readonly text: string },
  entityOf: (mention: string) => string | undefined,
): Claim['speakers'][number] => ({
  entity: mention === null ? null : (entityOf(mention) ?? null),
  text,
});
