// Holds docs/exchange.schema.json to the format that export writes. `UPDATE_SCHEMA=1 npx vitest run test/graph/schema` writes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Line } from '../../graph/exchange.ts';

const path = join(import.meta.dirname, '../../docs/exchange.schema.json');

test('docs/exchange.schema.json is the schema of a line', () => {
  const schema = `${JSON.stringify(
    { title: 'A line of `wiregraph export --format ndjson`', ...z.toJSONSchema(Line, { io: 'output' }) },
    null,
    2,
  )}\n`;
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(path, schema);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(schema));
});
