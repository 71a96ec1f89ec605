// Builds a graph of the example articles and asks it in TypeScript: who called whom, who says so, and in which words.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, open } from 'wiregraph';
import { ask } from 'wiregraph/graph';

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-example-'));
const out = join(folder, 'mackerel.graph');
try {
  await build({ sources: [join(import.meta.dirname, 'articles')], out });
  const store = await open(out);
  for (const { subject, relation, object } of await ask(store).relations({
    type: 'CALLED',
    asserted: true,
  })) {
    console.log(`${subject.name} called ${object.name}. Independent reports: ${relation.origins}`);
    for (const claim of await ask(store).claims(relation))
      console.log(`  ${claim.publisher}: “${claim.quote}”`);
  }
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}
