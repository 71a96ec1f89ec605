// The driver's and the server's errors in our words: what is wrong, and the next step. The original stays as `cause`.
import { Neo4jError } from 'neo4j-driver';
import { type CypherError, cypherError } from '../../cypher/errors.ts';
import { QueryStopped, StoreError } from '../store.ts';
import type { Neo4jOptions } from './connect.ts';

/** What went wrong between us and a server, as a `StoreError`. Anything that is no error of the driver stays itself. */
export function storeError(error: unknown, options: Neo4jOptions): Error {
  if (!(error instanceof Neo4jError)) return error as Error;
  return new StoreError(sentence(error, options), { cause: error });
}

/** Whether a server broke off before it had let us in. */
export const isTurnedAway = (error: unknown): boolean =>
  error instanceof Neo4jError && error.code === 'ProtocolError' && /ECONNRESET|EPIPE/.test(error.message);

/** What went wrong with a query: a `CypherError` where it is the query's fault, `QueryStopped` where time was up. */
export function queryError(error: unknown, query: string, options: Neo4jOptions): Error {
  if (!(error instanceof Neo4jError)) return error as Error;
  if (/TransactionTimedOut|LockClientStopped|Transaction\.Terminated/.test(error.code))
    return new QueryStopped(`Neo4j stopped the query: ${error.message}`, { cause: error });
  if (error.code === 'Neo.ClientError.Statement.AccessMode')
    return stated(error, 'the query writes, but it was to read only: run it with mode "write"', query);
  if (error.code.startsWith('Neo.ClientError.Statement.')) return stated(error, error.message, query);
  return storeError(error, options);
}

/** The server's message ends with the place: `(line 1, column 8 (offset: 7))`, then the line and a caret. */
function stated(cause: Neo4jError, message: string, query: string): CypherError {
  const place = /\s*\(line \d+, column \d+ \(offset: (\d+)\)\)/.exec(message);
  const problem = place === null ? message : message.slice(0, place.index);
  const error = cypherError(problem, query, place === null ? undefined : Number(place[1]));
  error.cause = cause;
  return error;
}

function sentence({ code, message }: Neo4jError, { address, username, database }: Neo4jOptions): string {
  const refused = `The Neo4j at ${address} refuses the ${username === undefined ? 'call without a user name' : `user "${username}"`}`;
  const credentials =
    'check user name and password (the command line reads NEO4J_USERNAME and NEO4J_PASSWORD)';
  switch (code) {
    case 'ServiceUnavailable':
    case 'SessionExpired':
      return `No Neo4j answers at ${address}: start it, or check the address.`;
    case 'Neo.ClientError.Security.Unauthorized':
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `${refused}: ${credentials}.`;
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `${refused} until the first password is changed: run ALTER CURRENT USER SET PASSWORD there, then try again.`;
    case 'Neo.ClientError.Security.Forbidden':
      return `${refused} this: ${firstLine(message)} Ask whoever runs it for that right.`;
    case 'Neo.ClientError.Cluster.NotALeader':
    case 'Neo.ClientError.Cluster.Routing':
      return `The Neo4j at ${address} is a replica, which takes no writes: write the address with neo4j:// instead of bolt://, so that the leader is found.`;
    case 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase':
    case 'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase':
    case 'Neo.ClientError.Statement.AccessMode':
      return `The database "${database ?? 'by default'}" of the Neo4j at ${address} is read-only: name another, or ask whoever runs it to let it be written.`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `The Neo4j at ${address} has no database "${database ?? ''}": create it, or name another (the command line reads NEO4J_DATABASE).`;
    case 'Neo.ClientError.Schema.ConstraintValidationFailed':
      return /still has relationships/.test(message)
        ? "A node is to be removed on which relationships hang that are not wiregraph's: take those away first, then try again."
        : `Neo4j refuses what is to be written: ${firstLine(message)}`;
    case 'Neo.DatabaseError.Transaction.TransactionLogError':
    case 'Neo.DatabaseError.Transaction.TransactionStartFailed':
    case 'Neo.DatabaseError.Transaction.TransactionCommitFailed':
      return `The Neo4j at ${address} can't keep what is written, as where its disk is full: make room, restart it, and load again; what was loaded stays, and the rest follows. It says: ${firstLine(message)}`;
    default:
      return `Neo4j at ${address} says: ${firstLine(message)} (${code})`;
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0]?.trim() ?? '';
