// Asks a graphology graph that has nothing to do with news, in Cypher.
import { MultiDirectedGraph } from 'graphology';
import { cypher } from 'wiregraph/graph';

const ferries = new MultiDirectedGraph();
for (const name of ['Bergen', 'Torshavn', 'Seydisfjordur']) ferries.addNode(name, { labels: ['Port'], name });
ferries.addEdge('Bergen', 'Torshavn', { type: 'SAILS_TO', hours: 23 });
ferries.addEdge('Torshavn', 'Seydisfjordur', { type: 'SAILS_TO', hours: 19 });

const { columns, rows } = cypher(
  ferries,
  `MATCH (a:Port)-[legs:SAILS_TO*]->(b:Port)
   RETURN a.name AS from, b.name AS to, reduce(sum = 0, leg IN legs | sum + leg.hours) AS hours
   ORDER BY hours`,
);
console.log(columns.join('\t'));
for await (const row of rows) console.log(row.join('\t'));
