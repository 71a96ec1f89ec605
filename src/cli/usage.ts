// The mistake of whoever typed the command, as opposed to a command that failed.

/** A command that can't be understood: exit code 2. The message says how to write it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
