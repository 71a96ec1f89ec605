// Holds the network to what PyTorch computed with the shipped weights, for the sentences in reference.json.
import { expect, test } from 'vitest';
import { featuresOf } from '../../../../src/text/parser/features.ts';
import summary from '../../../../src/text/parser/model/parser.json' with { type: 'json' };
import { type Analysis, Network } from '../../../../src/text/parser/network.ts';
import { shippedModel } from '../../../../src/text/parser/parser.ts';
import { readWeights } from '../../../../src/text/parser/weights.ts';
import reference from '../../../../train/reference.json' with { type: 'json' };

const weights = await readWeights(await shippedModel(), summary.gzippedSha256);
const network = await Network.from(weights);

test('the reference was computed with the model that ships', () => {
  expect(reference.model).toBe(summary.sha256);
});

test.each(reference.sentences)('the scores of "$forms" are PyTorch’s to a thousandth', (sentence) => {
  const scores = network.scores(sentence.forms);
  expect(worst(scores.tags, sentence.tagLogits)).toBeLessThan(1e-3);
  expect(worst(scores.arcs, sentence.arcScores)).toBeLessThan(1e-3);
  expect(worst(scores.labels, sentence.labelLogits)).toBeLessThan(1e-3);
});

test.each(reference.sentences)('the features, tags and tree of "$forms" are PyTorch’s', (sentence) => {
  const features = sentence.forms.map((form) => featuresOf(form, weights));
  expect(features.map((f) => [f.word, f.vector, f.shape, ...f.affixes])).toEqual(sentence.features);
  const { tags, heads, labels } = (network.analyse([sentence.forms]) as [Analysis])[0];
  expect(Array.from(tags, (tag) => weights.tags[tag])).toEqual(sentence.tags);
  expect([...heads]).toEqual(sentence.heads);
  expect(Array.from(labels, (label) => weights.labels[label])).toEqual(sentence.labels);
});

test('a sentence has the same scores whatever was parsed before it', () => {
  const before = network.scores(short);
  network.scores(long);
  expect(network.scores(short)).toEqual(before);
});

test('a sentence has the same tree whatever is parsed with it', () => {
  const alone = [short, long, one].map((forms) => network.analyse([forms])[0]);
  expect(network.analyse([short, long, one])).toEqual(alone);
  expect(network.analyse(new Array(200).fill(long))).toEqual(new Array(200).fill(alone[1]));
});

test('shows the states of each word to whoever asks', () => {
  const seen: number[][] = [];
  network.analyse([short, long], (sentence, { layers, inputs }) =>
    seen.push([sentence, layers.length / 512, inputs.length / 176]),
  );
  expect(seen).toEqual([
    [1, long.length, long.length],
    [0, short.length, short.length],
  ]);
});

const short = ['Ministers', 'met', 'in', 'Oslo', '.'];
const long = 'A much longer sentence with other words in it came between , with a comma .'.split(' ');
const one = ['Peace'];

/** The largest difference, relative to the score where that is larger than 1. Null: a word as its own head. */
function worst(found: readonly Float32Array[], wanted: readonly (readonly (number | null)[])[]): number {
  const differences = wanted.flatMap((row, i) =>
    row.map((value, k) =>
      value === null ? 0 : Math.abs(value - (found[i]?.[k] as number)) / Math.max(1, Math.abs(value)),
    ),
  );
  return Math.max(...differences);
}
