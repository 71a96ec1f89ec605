// What a Neo4j says of names in a query that its database doesn't know, with the nearest ones that it does. It costs nothing
// where every name is known: the server says so beside the rows.
import type { Session } from 'neo4j-driver';
import { hintOf, noKey, noLabel, noType } from '../../cypher/hints.ts';

/** The part of the driver's summary that is needed. */
export interface Summary {
  readonly notifications: readonly { readonly code: string; readonly description: string }[];
}

/**
 * A sentence for each label, type or property that the server warns of. A Neo4j never forgets a name, so that one which
 * nothing has any more is not warned of. Errors: none; what can't be found out isn't said.
 */
export async function hintsFrom({ notifications }: Summary, session: Session): Promise<readonly string[]> {
  const hints: string[] = [];
  for (const { code, description } of notifications) {
    const kind = kinds.find((candidate) => code.endsWith(candidate.code));
    const name = /\(the missing .+? is: `?(.+?)`?\)$/.exec(description)?.[1];
    if (kind === undefined || name === undefined) continue;
    const known = await session.run(kind.all).catch(() => null);
    const names = known?.records.map((record) => String(record.get(0))) ?? [];
    hints.push(hintOf(kind.what, name, names));
  }
  return hints;
}

const kinds = [
  { code: '.UnknownLabelWarning', what: noLabel, all: 'CALL db.labels()' },
  { code: '.UnknownRelationshipTypeWarning', what: noType, all: 'CALL db.relationshipTypes()' },
  { code: '.UnknownPropertyKeyWarning', what: noKey, all: 'CALL db.propertyKeys()' },
];
