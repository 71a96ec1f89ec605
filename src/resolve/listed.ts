// Lists of names that people bring: chains that bear a listed name become that entity, whatever else speaks.
import type { EntityType } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import type { Decided, ListedName } from '../decision.ts';
import { idOfName, oneLine, withoutTitle, wordsOf } from './name.ts';

/**
 * The records with the chains of listed names marked as those entities; an import's own stay. The last list counts. A
 * chain's name must be listed, or a name of two words or more that its article uses as well. *Cost*: linear.
 */
export function listNames(
  records: readonly Annotated[],
  decisions: readonly Decided[],
): readonly Annotated[] {
  const rows = rowsOf(decisions);
  if (rows.size === 0) return records;
  return records.map((record) => {
    const texts = new Map(record.mentions.filter(({ form }) => form === 'name').map((m) => [m.id, m.text]));
    return { ...record, chains: record.chains.map((chain) => listedAs(chain, texts, rows)) };
  });
}

/** By name, of the last list; kept, because articles may come one by one. */
function rowsOf(decisions: readonly Decided[]): ReadonlyMap<string, ListedName> {
  const known = tables.get(decisions);
  if (known !== undefined) return known;
  const names = decisions.flatMap(({ decision }) => (decision.kind === 'names' ? [decision.names] : []));
  const list = names.at(-1) ?? [];
  const rows = new Map<string, ListedName>();
  const claims = list.flatMap((row) => [row.name, ...row.aliases].map((name) => ({ key: keyOf(name), row })));
  for (const [key, claimed] of Map.groupBy(claims, ({ key }) => key)) {
    const [row, ...others] = new Set(claimed.map(({ row }) => row));
    // What two claim is neither's.
    if (row !== undefined && others.length === 0) rows.set(key, row);
  }
  tables.set(decisions, rows);
  return rows;
}

const tables = new WeakMap<readonly Decided[], ReadonlyMap<string, ListedName>>();

const keyOf = (name: string): string => wordsOf(name).join(' ');

function listedAs(
  chain: Chain,
  texts: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, ListedName>,
): Chain {
  if (chain.entity !== undefined) return chain;
  const used = chain.mentions.map((id) => texts.get(id)).filter((text) => text !== undefined);
  const names = [chain.name, withoutTitle(chain.name), ...used.filter((text) => wordsOf(text).length > 1)];
  const row = names
    .map((name) => ({ name, row: rows.get(keyOf(name)) }))
    .find(({ name, row }) => row !== undefined && mayBe(chain.type, row, name))?.row;
  if (row === undefined) return chain;
  const { type, name, aliases, wikidataId } = row;
  const entity = {
    id: row.id ?? idOfName(type, name),
    aliases: [...new Set([...aliases, ...[chain.name, ...used].map(oneLine)])],
    ...(wikidataId === undefined ? {} : { wikidataId }),
  };
  return { ...chain, type, name, entity };
}

/** A single word may name a person and a town; whether it is a town or a club, the extractor knows less well than the list. */
const mayBe = (type: EntityType, row: ListedName, name: string): boolean =>
  wordsOf(name).length > 1 || (type === 'Person') === (row.type === 'Person');
