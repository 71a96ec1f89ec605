// Who is told to hold an office of which country or body, kept up to date: an article that leaves that unsaid is read again
// when others tell of that person something else than before.
import type { Annotated, Statement } from '../../annotated.ts';
import { type Telling, type Told, tellingsIn, type Verdicts, verdictOn, verdictsOn } from '../unsaid.ts';
import type { StandingArticle } from './article.ts';
import { Drawer, type Shelf } from './shelf.ts';

type Tellings = readonly Telling<string>[];

/** Kept under `office`, by holder and document. */
const drawerOf = (shelf: Shelf) => new Drawer<Tellings>(shelf, 'office');

/** Kept under `holder`, by holder: half a nation's reports may leave unsaid whose president she is. */
const verdictsOf = (shelf: Shelf) => new Drawer<Verdicts>(shelf, 'holder');

/** What an article tells, by the numbers of its chains. `judged`: claims that editors struck out or changed. */
export function officesIn(record: Annotated, judged: ReadonlySet<string>): StandingArticle['offices'] {
  const chainOf = new Map<string, number>();
  for (const [number, { mentions }] of record.chains.entries())
    for (const mention of mentions) if (!chainOf.has(mention)) chainOf.set(mention, number);
  return tellingsIn(record, (mention) => chainOf.get(mention), judged);
}

/** Whose an office is told to be, where its article leaves that unsaid. */
export const toldIn = (shelf: Shelf, statement: Statement, holder: string | undefined): Told | undefined =>
  holder === undefined || statement.unsaid === undefined
    ? undefined
    : verdictOn(statement, verdictsOf(shelf).get(holder) ?? {});

/** By document what it tells now, by entity. `entities`: those of chains that are other than before. */
export function officesNow(
  documents: Iterable<string>,
  read: ReadonlyMap<string, StandingArticle['offices']>,
  entities: ReadonlyMap<string, ReadonlyMap<number, string>>,
  before: ReadonlyMap<string, StandingArticle>,
): Map<string, Tellings> {
  return new Map(
    [...documents].map((id) => {
      const old = before.get(id);
      const entity = (chain: number) => (entities.get(id)?.get(chain) ?? old?.entities[chain]) as string;
      return [id, tellingsOf(read.get(id) ?? old?.offices ?? [], entity)];
    }),
  );
}

const tellingsOf = (offices: StandingArticle['offices'], entity: (chain: number) => string): Tellings =>
  offices.map((one) => ({
    ...one,
    holder: entity(one.holder),
    of: one.of === null ? null : entity(one.of),
  }));

/** Brings the tellings up to date; gives the documents with an office that may be another's now. */
export function updateOffices(
  shelf: Shelf,
  {
    put,
    before,
  }: {
    readonly put: ReadonlyMap<string, Tellings>;
    /** Articles as they were that have changed or are gone. */
    readonly before: ReadonlyMap<string, StandingArticle>;
  },
): Set<string> {
  const drawer = drawerOf(shelf);
  const holders = new Set<string>();
  const replace = (document: string, old: Tellings, now: Tellings) => {
    const [gone, come] = [old, now].map((all) => Map.groupBy(all, ({ holder }) => holder));
    for (const holder of new Set([...(gone?.keys() ?? []), ...(come?.keys() ?? [])])) {
      const [was, is] = [gone?.get(holder), come?.get(holder)];
      if (JSON.stringify(was) === JSON.stringify(is)) continue;
      holders.add(holder);
      if (is === undefined) drawer.delete(holder, document);
      else drawer.put(holder, document, is);
    }
  };
  for (const id of new Set([...put.keys(), ...before.keys()])) {
    const old = before.get(id);
    const was = old === undefined ? [] : tellingsOf(old.offices, (chain) => old.entities[chain] as string);
    replace(id, was, put.get(id) ?? []);
  }
  const verdicts = verdictsOf(shelf);
  return new Set(
    [...holders].flatMap((holder) => {
      const rows = drawer.under(holder);
      const was = verdicts.get(holder) ?? {};
      const is = verdictsOn(rows.flatMap(([document, all]) => all.map((one) => [document, one] as const)));
      if (JSON.stringify(was) === JSON.stringify(is)) return [];
      if (Object.keys(is).length === 0) verdicts.delete(holder);
      else verdicts.put(holder, '', is);
      return rows
        .filter(([, tellings]) => tellings.some(({ isSaid }) => !isSaid))
        .map(([document]) => document);
    }),
  );
}
