// The TCK's cases that fail, by name, each with the reason. A case that passes has no place here.

/** Of our own engine: none is left. */
export const knownFailures: Readonly<Record<string, string>> = {};

/** Of Neo4j 5.26, where it differs from openCypher and so from us. */
export const knownFailuresOfNeo4j: Readonly<Record<string, string>> = {};
