// The TCK's cases that fail, by name, each with the reason. A case that passes has no place here.

/** Reasons by the names of cases. */
export const knownFailures: Readonly<Record<string, string>> = {};
