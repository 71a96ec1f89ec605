// A graph as files that Neo4j's own tools take; nothing here needs the driver.
export { afterImport, csvOptions, type Table, toCsv } from './csv.ts';
export { type Provenance, toCypher } from './script.ts';
