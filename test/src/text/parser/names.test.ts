// Holds the name head to what PyTorch computed with the shipped weights, for the sentences in names-reference.json.
import { expect, test } from 'vitest';
import namesSummary from '../../../../src/text/parser/model/names.json' with { type: 'json' };
import summary from '../../../../src/text/parser/model/parser.json' with { type: 'json' };
import { NameHead } from '../../../../src/text/parser/names.ts';
import { NameLists } from '../../../../src/text/parser/names-lists.ts';
import { likeliest, spansOf } from '../../../../src/text/parser/names-tags.ts';
import { Network, type States } from '../../../../src/text/parser/network.ts';
import { Parser, shippedModel, shippedNames } from '../../../../src/text/parser/parser.ts';
import { ModelError, readModelFile, readWeights } from '../../../../src/text/parser/weights.ts';
import reference from '../../../../train/names-reference.json' with { type: 'json' };

const weights = await readWeights(await shippedModel(), summary.gzippedSha256);
const file = await readModelFile(await shippedNames(), namesSummary.gzippedSha256);
const network = await Network.from(weights);
const head = await NameHead.from(file);
const lists = new NameLists(file);
const tags = file.list('tags');
const field = { follows: file.vector('follows'), starts: file.vector('starts'), ends: file.vector('ends') };

function statesOf(forms: readonly string[]): States {
  let found: States | undefined;
  network.analyse([forms], (_, states) => {
    found = states;
  });
  return found as States;
}

test('the reference was computed with the model that ships', () => {
  expect(reference.model).toBe(namesSummary.sha256);
});

test.each(reference.sentences)('the flags, scores and names of "$forms" are PyTorch’s', (sentence) => {
  expect(lists.flagsOf(sentence.forms)).toEqual(sentence.flags);
  const scores = head.scores(sentence.forms, statesOf(sentence.forms));
  for (const [i, row] of sentence.scores.entries())
    for (const [tag, wanted] of row.entries())
      expect(Math.abs(wanted - (scores[i]?.[tag] as number))).toBeLessThan(
        1e-3 * Math.max(1, Math.abs(wanted)),
      );
  expect(likeliest(scores, field).map((tag) => tags[tag])).toEqual(sentence.tags);
});

test('a sentence has the same names whatever was read before it', async () => {
  const parser = await Parser.load();
  const forms = ['Ingrid', 'Solberg', 'met', 'ministers', 'in', 'Lima', '.'];
  const before = parser.read([forms]);
  parser.read([['Other', 'words', 'of', 'Anna', 'Holt', 'came', 'between', ',', 'in', 'Oslo', '.']]);
  expect(parser.read([forms])).toEqual(before);
});

test('names of a sentence longer than the network takes stand at their words', async () => {
  const parser = await Parser.load();
  const filler = Array.from({ length: 230 }, () => 'and');
  const [read] = parser.read([[...filler, 'in', 'Germany', '.']]);
  expect(read?.names.map(({ from, to, kind }) => ({ from, to, kind }))).toEqual([
    { from: 231, to: 232, kind: 'place' },
  ]);
});

test('a damaged file is refused by its checksum', async () => {
  const bytes = await shippedNames();
  bytes[100] = (bytes[100] as number) ^ 1;
  await expect(Parser.load(undefined, { bytes, sha256: namesSummary.gzippedSha256 })).rejects.toThrow(
    ModelError,
  );
});

test('the likeliest tags never break a name', () => {
  // Alone, the middle word would be O; between the beginning and the end of one name it can't be.
  const row = (best: string, score: number) => Float32Array.from(tags, (tag) => (tag === best ? score : 0));
  const found = likeliest([row('B-PER', 9), row('O', 2), row('E-PER', 9)], field).map((tag) => tags[tag]);
  expect(found).toEqual(['B-PER', 'I-PER', 'E-PER']);
});

test('tags spell names', () => {
  const numbers = ['B-ORG', 'I-ORG', 'E-ORG', 'O', 'S-LOC'].map((tag) => tags.indexOf(tag));
  expect(spansOf(tags, numbers)).toEqual([
    { from: 0, to: 3, kind: 'organization' },
    { from: 4, to: 5, kind: 'place' },
  ]);
});
