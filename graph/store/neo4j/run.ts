// One query, from a session of its own to rows: streamed where it reads, whole and retried where it writes; stopped by
// deadline, row limit or signal.
import type {
  BookmarkManager,
  Driver,
  Record as DriverRecord,
  Result as DriverResult,
  Session,
} from 'neo4j-driver';
import type { Row } from '../../cypher/values.ts';
import { QueryStopped, type Result, type RunOptions } from '../store.ts';
import { fromDriver, mapToDriver } from './codec.ts';
import { databaseOf, type Neo4jOptions } from './connect.ts';
import { queryError } from './errors.ts';
import { hintsFrom } from './hints.ts';

/**
 * The result of a query. One that reads holds a connection until its rows have been read to the end, or left; one that
 * writes is done, rows and all, when this resolves. Errors: `CypherError`, `QueryStopped`, `StoreError`.
 */
export async function run(
  driver: Driver,
  where: Neo4jOptions,
  query: string,
  options: RunOptions,
  bookmarkManager: BookmarkManager,
): Promise<Result> {
  const writes = options.mode === 'write';
  const parameters = mapToDriver(options.parameters ?? {});
  const session = driver.session({
    ...databaseOf(where),
    bookmarkManager,
    defaultAccessMode: writes ? 'WRITE' : 'READ',
    // For hints: names that the database doesn't know.
    ...(writes ? {} : { notificationFilter: { minimumSeverityLevel: 'WARNING' as const } }),
  });
  const watch = watching(session, options, (error) => queryError(error, query, where));
  const timeout = options.deadline === undefined ? {} : { timeout: BigInt(Math.ceil(options.deadline)) };
  try {
    if (!writes) {
      const result = session.run(query, parameters, timeout);
      let hints: readonly string[] = [];
      const finish = async () => {
        hints = await hintsFrom(await result.summary(), session);
      };
      return {
        columns: await watch.untilStopped(result.keys()),
        rows: streamed(result, options.rows, watch, finish),
        hints: () => hints,
      };
    }
    const work = session.executeWrite(async (transaction) => {
      const result = transaction.run(query, parameters);
      return { columns: await result.keys(), rows: await all(result, options.rows) };
    }, timeout);
    const { columns, rows } = await watch.untilStopped(work);
    await watch.end();
    return { columns, rows: given(rows) };
  } catch (error) {
    throw await watch.failure(error);
  }
}

async function* streamed(
  result: DriverResult,
  most: number | undefined,
  watch: Watch,
  finish: () => Promise<void>,
): AsyncGenerator<Row> {
  try {
    const records = result[Symbol.asyncIterator]();
    for (let count = 1; ; count++) {
      const next = await watch.untilStopped(records.next());
      if (next.done) {
        await watch.untilStopped(finish());
        return;
      }
      checkLimit(count, most);
      yield rowOf(next.value);
    }
  } catch (error) {
    throw await watch.failure(error);
  } finally {
    await watch.end();
  }
}

/** Throws within the transaction, so that a query with too many rows has written nothing. */
async function all(result: DriverResult, most: number | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const record of result) {
    checkLimit(rows.length + 1, most);
    rows.push(rowOf(record));
  }
  return rows;
}

async function* given(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

const rowOf = (record: DriverRecord): Row => record.keys.map((_, column) => fromDriver(record.get(column)));

function checkLimit(count: number, most = Number.POSITIVE_INFINITY): void {
  if (count > most)
    throw new QueryStopped(`The query has more than ${most} rows: ask for fewer with LIMIT, or allow more.`);
}

interface Watch {
  /** What the promise gives, or `QueryStopped` as soon as deadline or signal say so. */
  untilStopped<T>(promise: Promise<T>): Promise<T>;
  /** The error to throw for this one. Ends the watch. */
  failure(error: unknown): Promise<Error>;
  /** Closes the session: nothing of the query goes on, here or on the server. */
  end(): Promise<void>;
}

function watching(
  session: Session,
  { deadline, signal }: RunOptions,
  translate: (error: unknown) => Error,
): Watch {
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
  stopped.catch(() => {});
  let reason: QueryStopped | undefined;
  const halt = (why: string) => {
    reason ??= new QueryStopped(`The query was stopped: ${why}.`);
    stop(reason);
    void session.close().catch(() => {});
  };
  const abort = () => halt('its signal was aborted');
  const late = () => halt(`it took longer than ${deadline} ms`);
  const timer = deadline === undefined ? undefined : setTimeout(late, deadline);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const end = async () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    await session.close();
  };
  return {
    untilStopped: (promise) => Promise.race([stopped, promise]),
    end,
    failure: async (error) => {
      const known = reason ?? translate(error);
      await end().catch(() => {});
      return known;
    },
  };
}
