import { expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import { readGraph } from '../../../viewer/reading/load.ts';
import { graphOf, harbour } from '../fixture.ts';

/** The bytes of a text in chunks of so many, which cut lines and characters wherever they fall. */
const inChunks = (text: string, size: number): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size));
      controller.close();
    },
  });
};

test('the viewer reads the graph that the exchange format wrote', async () => {
  const graph = harbour();
  const read = await readGraph(inChunks([...toLines(graph)].join('\n'), 64), () => {});
  expect(JSON.parse(JSON.stringify(read), withoutKind)).toEqual(graph);
});

test('characters that chunks cut in two come out whole', async () => {
  const graph = graphOf([['Person', 'مريم 🕊 Øst']], []);
  const read = await readGraph(inChunks([...toLines(graph)].join('\n'), 1), () => {});
  expect(read.entities[0]?.name).toBe('مريم 🕊 Øst');
});

function withoutKind(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { kind: __, ...rest } = value as { kind?: string };
  return rest;
}
