import { expect, test } from 'vitest';
import { conllu, parse } from '../../../src/text/index.ts';

async function lines(text: string): Promise<string[]> {
  return (await parse(text)).flatMap((tree, i) => conllu(tree, text, `${i + 1}`).split('\n'));
}

test('a sentence has its id, its text on one line and a word a line', async () => {
  const found = await lines('Denmark hosted  the talks.');
  expect(found.slice(0, 3)).toEqual([
    '# sent_id = 1',
    '# text = Denmark hosted the talks.',
    '1\tDenmark\tDenmark\tPROPN\tNNP\t_\t2\tnsubj\t_\tstart_char=0|end_char=7',
  ]);
  expect(found.slice(-2)).toEqual(['', '']);
});

test('a contraction is a range with its words below it', async () => {
  const found = await lines("They don't know.");
  expect(found.slice(3, 6).map((line) => line.split('\t').slice(0, 3))).toEqual([
    ['2-3', "don't", '_'],
    ['2', 'do', 'do'],
    ['3', "n't", 'not'],
  ]);
});

test('offsets are in MISC, and whether the next token touches', async () => {
  const found = await lines('Peru, too.');
  expect(found.slice(2, 4).map((line) => line.split('\t').at(-1))).toEqual([
    'SpaceAfter=No|start_char=0|end_char=4',
    'start_char=4|end_char=5',
  ]);
});
