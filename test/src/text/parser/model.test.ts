// What becomes of a model file that is missing, damaged or none: an error that says what to do.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflateByStream } from '../../../../src/text/parser/inflate.ts';
import summary from '../../../../src/text/parser/model/parser.json' with { type: 'json' };
import { fetchModel, Parser, shippedModel } from '../../../../src/text/parser/parser.ts';
import { ModelError } from '../../../../src/text/parser/weights.ts';

const shipped = await shippedModel();
const nextStep = 'Install wiregraph again, or make the model with train/.';

/** A file with its own checksum, as someone would hand over a model that they made. */
const packed = (bytes: Uint8Array) => ({
  bytes: new Uint8Array(bytes),
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const withHeader = (header: string) => {
  const text = Buffer.from(header.padEnd(Math.ceil(header.length / 4) * 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return packed(gzipSync(Buffer.concat([Buffer.from('WGP1'), length, text])));
};

test.each([
  ['truncated', shipped.slice(0, 4000)],
  ['corrupted', shipped.slice().fill(0, 1000, 1001)],
  ['empty', new Uint8Array()],
  ['a page that says that there is none', new TextEncoder().encode('<!doctype html><title>404</title>')],
])('a model that is %s is refused by its checksum', async (_, bytes) => {
  const loading = Parser.load({ bytes, sha256: summary.gzippedSha256 });
  await expect(loading).rejects.toThrow(ModelError);
  await expect(loading).rejects.toThrow(/bytes have the SHA-256 [0-9a-f]{64}, not cc9470b1/);
  await expect(loading).rejects.toThrow(nextStep);
});

test.each([
  ['is not packed', packed(new Uint8Array([1, 2, 3]))],
  ['is packed, but cut off', packed(shipped.slice(0, 4000))],
  ['begins with something else', packed(gzipSync('PK'))],
  ['has a header that is no JSON', withHeader('{')],
  ['lacks lists', withHeader('{"sizes":{},"strings":{},"tensors":[]}')],
  [
    'names a matrix outside of it',
    withHeader(
      '{"sizes":{},"strings":{},"tensors":[{"name":"words","shape":[9,9],"type":"int8","offset":4000,"scales":0}]}',
    ),
  ],
])('a file that %s is no model', async (_, model) => {
  const loading = Parser.load(model);
  await expect(loading).rejects.toThrow(ModelError);
  await expect(loading).rejects.toThrow(nextStep);
});

test.each(['file:///no/such/parser.bin.gz', 'http://127.0.0.1:1/parser.bin.gz'])(
  'a model that is not at %s is missed by its address',
  async (url) => {
    const fetching = fetchModel(new URL(url));
    await expect(fetching).rejects.toThrow(ModelError);
    await expect(fetching).rejects.toThrow(`The language model is missing: ${url}. ${nextStep}`);
  },
);

test('a browser unpacks the same bytes as Node', async () => {
  expect(Buffer.from(await inflateByStream(shipped)).equals(gunzipSync(shipped))).toBe(true);
});
