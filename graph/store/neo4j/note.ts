// Notes of what follows from articles and isn't worked out yet. A note is written in the transaction that changes the
// articles and goes only when all that it names has been worked out: a load that is killed leaves notes to the next.
import type { Ask } from './ask.ts';

/** What is to be worked out again. */
export interface Note {
  /** Entities whose relations, counts and right to be there depend on what was written. */
  readonly entities: Iterable<string>;
  /** Documents that may be copies of others. */
  readonly copies: Iterable<string>;
}

/** Leaves a note. */
export async function leaveNote(ask: Ask, { entities, copies }: Note): Promise<void> {
  await ask('CREATE (n:WiregraphNote) SET n.entities = $entities, n.copies = $copies', {
    entities: [...entities],
    copies: [...copies],
  });
}

/** Handles of all notes. */
export async function notes(ask: Ask): Promise<string[]> {
  const found = await ask<{ handle: string }>('MATCH (n:WiregraphNote) RETURN elementId(n) AS handle');
  return found.map(({ handle }) => handle);
}

/** Ids in notes after one, in an order of the server's, each once; with the number of claims that an entity makes. */
export function noted(
  ask: Ask,
  notes: readonly string[],
  what: 'entities' | 'copies',
  after: string,
): Promise<{ id: string; claims: number }[]> {
  const cypher = `
    UNWIND $notes AS handle MATCH (n:WiregraphNote) WHERE elementId(n) = handle
    UNWIND n.${what} AS id
    WITH DISTINCT id WHERE id > $after
    WITH id ORDER BY id LIMIT 10000
    OPTIONAL MATCH (e:WiregraphEntity {id: id})
    RETURN id, COUNT { (e)<-[:SUBJECT]-() } AS claims ORDER BY id`;
  return ask(cypher, { notes, after });
}

/** Takes notes away; those that another loader took away are no matter. */
export async function dropNotes(ask: Ask, notes: readonly string[]): Promise<void> {
  await ask('UNWIND $notes AS handle MATCH (n:WiregraphNote) WHERE elementId(n) = handle DELETE n', {
    notes,
  });
}
