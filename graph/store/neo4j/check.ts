// What can be refused of a batch before anything is written. What it must find in the database is checked in write.ts.
import { documentOfClaim, entityTypes } from '../../model.ts';
import { structuralTypes } from '../../vocabulary/index.ts';
import { type Batch, StoreError } from '../store.ts';
import { longest } from './schema.ts';

/**
 * Throws a `StoreError` for a relationship type or label that is none, an id that isn't made as ours are, and an id or
 * a name too long to be found again. Text reaches a query as a parameter only; this is the second line.
 */
export function checkNames({ documents = [], entities = [], claims = [] }: Batch): void {
  for (const { id, predicate, document } of claims) {
    checkLength('The claim id', id);
    if (!/^[A-Z][A-Z0-9_]*$/.test(predicate) || structuralTypes.has(predicate))
      throw new StoreError(
        `Claim "${id}" has the predicate "${predicate}": write one of A–Z, 0–9 and _ that begins with a letter and is none of ${[...structuralTypes].join(', ')}.`,
      );
    if (documentOfClaim(id) !== document)
      throw new StoreError(
        `Claim "${id}" is not named after its document "${document}": make its id with claimId.`,
      );
  }
  for (const { id, type, name } of entities) {
    checkLength('The entity id', id);
    checkLength('The name', name);
    if (!entityTypes.includes(type))
      throw new StoreError(
        `Entity "${id}" has the type "${type}": give it one of ${entityTypes.join(', ')}.`,
      );
  }
  for (const { id } of documents) checkLength('The document id', id);
}

function checkLength(what: string, value: string): void {
  const { length } = new TextEncoder().encode(value);
  if (length > longest)
    throw new StoreError(
      `${what} ${JSON.stringify(`${value.slice(0, 60)}…`)} has ${length} bytes: shorten it to ${longest}, the most that Neo4j can index.`,
    );
}
