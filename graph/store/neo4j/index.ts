// The Neo4j store, as the rest of the project sees it.
export type { Neo4jOptions } from './connect.ts';
export { Neo4jStore } from './store.ts';
