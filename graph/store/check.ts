// What every store refuses, in the same words: text that no UTF-8 can hold, and ids and names too long to be looked up.
import { type MapValue, Temporal, type Value } from '../cypher/values.ts';
import { entityTypes } from '../model.ts';
import { structuralTypes } from '../vocabulary/index.ts';
import { type Batch, StoreError } from './store.ts';

/** The most bytes of an id or a name: what Neo4j's range index can take (8,167), rounded down. Source: Neo4j's manual. */
export const longest = 8000;

/**
 * Throws a `StoreError` for a relationship type or label that is none, for half a character anywhere, and for an id or a name
 * that is too long. *Cost*: linear in the text.
 */
export function checkBatch(put: Batch): void {
  const { documents = [], sentences = [], entities = [], mentions = [], claims = [] } = put;
  for (const record of [documents, sentences, entities, mentions, claims].flat()) checkText(record);
  for (const { id } of documents) checkLength('The document id', id);
  for (const { id, type, name } of entities) {
    checkLength('The entity id', id);
    checkLength('The name', name);
    if (!entityTypes.includes(type))
      throw new StoreError(
        `Entity "${id}" has the type "${type}": give it one of ${entityTypes.join(', ')}.`,
      );
  }
  for (const { id, predicate } of claims) {
    checkLength('The claim id', id);
    if (!/^[A-Z][A-Z0-9_]*$/.test(predicate) || structuralTypes.has(predicate))
      throw new StoreError(
        `Claim "${id}" has the predicate "${predicate}": write one of A–Z, 0–9 and _ that begins with a letter and is none of ${[...structuralTypes].join(', ')}.`,
      );
  }
}

/** The text, if UTF-8 can hold it. Errors: `StoreError` for half a character. */
export function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  const at = text.search(/\p{Surrogate}/u);
  const around = JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
  throw new StoreError(
    `A graph can't hold the lone surrogate in ${around}: replace it, for instance with U+FFFD.`,
  );
}

/** The same of every text in parameters, keys included. */
export function checkParameters(parameters: MapValue): void {
  checkText(parameters);
}

function checkText(value: Value | object | undefined): void {
  if (typeof value === 'string') wellFormed(value);
  else if (Array.isArray(value)) for (const item of value) checkText(item);
  else if (typeof value === 'object' && value !== null && !(value instanceof Temporal))
    for (const [key, item] of Object.entries(value)) {
      wellFormed(key);
      checkText(item);
    }
}

function checkLength(what: string, value: string): void {
  if (value.length * 3 <= longest) return;
  const { length } = new TextEncoder().encode(value);
  if (length > longest)
    throw new StoreError(
      `${what} ${JSON.stringify(`${value.slice(0, 60)}…`)} has ${length} bytes: shorten it to ${longest}, the most that can be looked up.`,
    );
}
