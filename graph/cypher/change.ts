// What a query has changed, as one record: what a store takes over once the query has succeeded. Data only.
import type { MapValue } from './values.ts';

/** A node that was created. */
export interface NewNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: MapValue;
}

/** A relationship that was created; `start` and `end` are ids of nodes. */
export interface NewRelationship {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: MapValue;
}

/** What is different about a node that was there before. */
export interface NodeChange {
  readonly id: string;
  readonly addedLabels: readonly string[];
  readonly removedLabels: readonly string[];
  /** New values by key; null for what was removed. */
  readonly properties: MapValue;
}

/** What is different about a relationship that was there before: `properties` as in `NodeChange`. */
export interface RelationshipChange {
  readonly id: string;
  readonly properties: MapValue;
}

/** Nothing is in two of the lists; what was created and deleted again is in none. */
export interface Change {
  readonly createdNodes: readonly NewNode[];
  readonly createdRelationships: readonly NewRelationship[];
  readonly changedNodes: readonly NodeChange[];
  readonly changedRelationships: readonly RelationshipChange[];
  /** Ids. Every relationship of a deleted node is among the deleted ones. */
  readonly deletedNodes: readonly string[];
  readonly deletedRelationships: readonly string[];
}

/** Where a query's changes go. Who has none only reads. */
export interface Target {
  /** A new node's id: one that no node has, and that was not given before. */
  nodeId(): string;
  relationshipId(): string;
  /** Takes a change over, all of it or (throwing) nothing. Called once, when the whole query has succeeded. */
  commit(change: Change): void;
}

/** Whether a change changes nothing. */
export const isEmpty = (change: Change): boolean => Object.values(change).every((list) => list.length === 0);
