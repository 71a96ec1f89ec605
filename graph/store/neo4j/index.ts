// The Neo4j store, as the rest of the project sees it.
export type { Neo4jOptions } from './connect.ts';
export type { Loaded, LoadOptions, LoadProgress } from './load.ts';
export type { Article, GraphSource, SourceArticle } from './source.ts';
export { Neo4jStore } from './store.ts';
