// A graph as the tables that `neo4j-admin database import full` takes: the fastest way into an empty database. What it
// makes, with `afterImport`, is what `Neo4jStore.load` makes.
import { Float, type MapValue, type Value } from '../../cypher/values.ts';
import type { Graph } from '../../model.ts';
import { wellFormed } from '../check.ts';
import { nodeKinds, nodesOf, type RelationshipShape, relationshipsOf } from '../shape.ts';
import { StoreError } from '../store.ts';
import { checkNames } from './check.ts';
import { constraints, digestProperty, indexes, markers, version } from './schema.ts';
import { literal, type Provenance } from './script.ts';

/** What the tables can't say, in Cypher, to be run once they are imported: constraints, lists that are empty, indexes. */
export const afterImport = ({ state }: Provenance): string[] => [
  ...constraints,
  ...Object.entries({ Entity: ['aliases'], Claim: ['contexts', 'arguments'] }).flatMap(([kind, lists]) =>
    lists.map(
      (name) =>
        `MATCH (n:Wiregraph${kind}) WHERE n.${name} IS NULL CALL (n) { SET n.${name} = [] } IN TRANSACTIONS`,
    ),
  ),
  ...indexes,
  `MATCH (v:WiregraphVersion) SET v.state = ${literal(state)}`,
];

/** One table: a header line, then a line a row. */
export interface Table {
  /** `entities.csv`. */
  readonly file: string;
  /** The option of `neo4j-admin database import` that it belongs to. */
  readonly option: '--nodes' | '--relationships';
  readonly lines: Iterable<string>;
}

const fileOf = {
  Document: 'documents.csv',
  Sentence: 'sentences.csv',
  Entity: 'entities.csv',
  Claim: 'claims.csv',
} as const;

/** What stands between the items of a list. */
const separator = '\x1f';

/** Options that the tables need besides `Table.option`. */
export const csvOptions = ['--array-delimiter=U+001F', '--multiline-fields=true', '--id-type=string'];

/** The tables of a graph. Errors: `StoreError` for what they can't hold. */
export function* toCsv(graph: Graph, { journal, digests }: Provenance): Generator<Table> {
  checkNames(graph);
  yield {
    file: 'version.csv',
    option: '--nodes',
    lines: ['id,version:long,journal,:LABEL', `wiregraph,${version},${cell(journal)},WiregraphVersion`],
  };
  for (const kind of nodeKinds) {
    const columns = nodeColumns[kind];
    const lines = function* () {
      yield [`id:ID(${kind})`, ...columns.map(headed), ':LABEL'].join(',');
      for (const node of nodesOf(graph)) {
        if (node.kind !== kind) continue;
        const properties: MapValue = { ...node.properties, [digestProperty]: digests.get(node.id) ?? null };
        const labels = [markers[kind], ...node.labels].join(separator);
        yield [cell(node.id), ...columns.map((column) => cell(properties[column.name])), cell(labels)].join(
          ',',
        );
      }
    };
    yield { file: fileOf[kind], option: '--nodes', lines: lines() };
  }
  for (const [file, from, to, columns, isOwn] of edgeTables) {
    const lines = function* () {
      yield [`:START_ID(${from})`, `:END_ID(${to})`, ':TYPE', ...columns.map(headed)].join(',');
      for (const edge of relationshipsOf(graph)) if (isOwn(edge)) yield edgeLine(edge, columns);
    };
    yield { file, option: '--relationships', lines: lines() };
  }
}

const edgeLine = ({ from, to, type, properties }: RelationshipShape, columns: readonly Column[]): string =>
  [cell(from.id), cell(to.id), type, ...columns.map(({ name }) => cell(properties[name]))].join(',');

interface Column {
  readonly name: string;
  readonly type: string;
}

/** `name:type name` where no type means text. */
const columnsOf = (text: string): Column[] =>
  text.split(' ').map((column) => {
    const [name = '', type = ''] = column.split(':');
    return { name, type };
  });

const headed = ({ name, type }: Column) => (type === '' ? name : `${name}:${type}`);

const nodeColumns = {
  Document: columnsOf(`title text publisher author publishedAt url language contentHash ${digestProperty}`),
  Sentence: columnsOf('index:long text start:long end:long'),
  Entity: columnsOf('name type aliases:string[] mentions:long documents:long wikidataId'),
  Claim: columnsOf(
    'predicate subjectText objectText speakerText negated:boolean modality asserted:boolean eventType mode contexts:string[] timeText timeFrom timeTo arguments:string[] quote start:long end:long origin confidence:double extractor rejected corrected',
  ),
} as const;

const structural = {
  plain: new Set(['SUBJECT', 'OBJECT', 'ABOUT']),
  claim: new Set(['ATTRIBUTED_TO', 'ARGUMENT']),
};

const edgeTables: readonly (readonly [
  file: string,
  from: string,
  to: string,
  columns: readonly Column[],
  isOwn: (edge: RelationshipShape) => boolean,
])[] = [
  ['has-sentence.csv', 'Document', 'Sentence', [], ({ type }) => type === 'HAS_SENTENCE'],
  ['copy-of.csv', 'Document', 'Document', columnsOf('share:double'), ({ type }) => type === 'COPY_OF'],
  [
    'mentioned-in.csv',
    'Entity',
    'Document',
    columnsOf('count:long spans:long[]'),
    ({ type }) => type === 'MENTIONED_IN',
  ],
  ['ends.csv', 'Claim', 'Entity', [], ({ type }) => structural.plain.has(type)],
  ['stated-in.csv', 'Claim', 'Sentence', [], ({ type }) => type === 'STATED_IN'],
  ['attributed-to.csv', 'Claim', 'Entity', columnsOf('step:long'), ({ type }) => type === 'ATTRIBUTED_TO'],
  [
    'arguments.csv',
    'Claim',
    'Entity',
    columnsOf('role text start:long end:long'),
    ({ type }) => type === 'ARGUMENT',
  ],
  [
    'relations.csv',
    'Entity',
    'Entity',
    columnsOf(
      'id eventType mode negated:boolean modality asserted:boolean disputed:boolean claims:long documents:long publishers:long origins:long speakers:long events:long firstPublished lastPublished',
    ),
    ({ from, to }) => from.kind === 'Entity' && to.kind === 'Entity',
  ],
];

/** An empty cell is no property, an empty text is quoted. */
function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Float) return String(value.value);
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item) => String(item));
  const odd = items.find((item) => item.includes(separator) || (item === '' && items.length === 1));
  if (odd !== undefined)
    throw new StoreError(
      `A list can't hold ${JSON.stringify(odd.slice(0, 60))} as CSV: load the graph with "wiregraph load", or export it as cypher.`,
    );
  return quoted(items.join(separator));
}

function quoted(text: string): string {
  return `"${wellFormed(text).replaceAll('"', '""')}"`;
}
