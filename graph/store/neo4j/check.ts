// What can be refused of a batch before anything is written. What it must find in the database is checked in write.ts.
import { documentOfClaim } from '../../model.ts';
import { checkBatch } from '../check.ts';
import { type Batch, StoreError } from '../store.ts';

/**
 * Throws a `StoreError` for what no store takes, and for a claim that isn't named after its document. Text reaches a query as
 * a parameter only; this is the second line.
 */
export function checkNames(put: Batch): void {
  checkBatch(put);
  for (const { id, document } of put.claims ?? [])
    if (documentOfClaim(id) !== document)
      throw new StoreError(
        `Claim "${id}" is not named after its document "${document}": make its id with claimId.`,
      );
}
