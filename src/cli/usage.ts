// The mistake of whoever typed the command, as opposed to a command that failed.

/** A command that can't be understood: exit code 2. The message says how to write it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The number that an option was given, a whole one or not. *Errors*: `UsageError`, also where it is out of bounds. */
export function number(option: string, written: string, least: number, most: number): number {
  const value = Number(written);
  if (written.trim() === '' || !(value >= least && value <= most))
    throw new UsageError(`${option} ${written} is no number from ${least} to ${most}.`);
  return value;
}
