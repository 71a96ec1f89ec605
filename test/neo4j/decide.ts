// Which Neo4j the tests use: one of the user's own, one that they start, or none and why. Decides only, starts nothing.
import type { Login } from './server.ts';

export type Decision =
  | { readonly kind: 'own'; readonly login: Login }
  | { readonly kind: 'start' }
  | { readonly kind: 'skip' | 'fail'; readonly reason: string };

/** What this machine has. */
export interface Machine {
  /** A Java development kit: a runtime alone can't start Server.java. */
  readonly jdk: boolean;
  readonly maven: boolean;
  /** Neo4j's jars, from an earlier run. */
  readonly jars: boolean;
}

/** `WIREGRAPH_NEO4J` goes first; without it and without Java the tests are skipped, and with `CI=true` they fail. */
export function decide(env: Readonly<Record<string, string | undefined>>, machine: Machine): Decision {
  if (env.WIREGRAPH_NEO4J) return { kind: 'own', login: ownLogin(env.WIREGRAPH_NEO4J, env) };
  if (machine.jdk && (machine.maven || machine.jars)) return { kind: 'start' };
  const missing = machine.jdk ? 'Maven (mvn)' : 'Java development kit 17 or newer (javac)';
  const advice = 'install it, or set WIREGRAPH_NEO4J to the address of a server of your own';
  const reason = `There is no ${missing} on this machine to start Neo4j with: ${advice}.`;
  return { kind: env.CI === 'true' ? 'fail' : 'skip', reason };
}

function ownLogin(address: string, env: Readonly<Record<string, string | undefined>>): Login {
  const { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
  return {
    address,
    ...(username && { username }),
    ...(password && { password }),
    ...(database && { database }),
  };
}
