import { describe, expect, test } from 'vitest';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

describe('annotate', () => {
  test('shows a person each sentence with its tree', async () => {
    const cwd = folder({ 'a.txt': 'Denmark hosted the talks.\n' });
    const { code, out } = await wiregraph(['annotate', 'a.txt'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'a.txt',
        '',
        '0–25 Denmark hosted the talks.',
        'hosted VERB VBD root ‹host›',
        '├─ Denmark PROPN NNP nsubj',
        '├─ talks NOUN NNS obj ‹talk›',
        '│  └─ the DET DT det',
        '└─ . PUNCT . punct',
        '',
        '',
      ].join('\n'),
    );
  });

  test('gives a program CoNLL-U', async () => {
    const cwd = folder({ 'a.txt': 'Talks will end.' });
    const { out } = await wiregraph(['annotate', 'a.txt', '--format', 'conllu'], { cwd });
    expect(out.split('\n').slice(0, 4)).toEqual([
      '# newdoc id = a.txt',
      '# sent_id = a.txt-1',
      '# text = Talks will end.',
      '1\tTalks\ttalk\tNOUN\tNNS\t_\t3\tnsubj\t_\tstart_char=0|end_char=5',
    ]);
  });

  test('prints no character of a text that steers a terminal', async () => {
    const cwd = folder({ 'a.txt': 'The \u001b[31mminister\u001b[0m left.' });
    for (const format of ['tree', 'conllu'])
      expect((await wiregraph(['annotate', 'a.txt', '--format', format], { cwd })).out).not.toContain(
        '\u001b',
      );
  });

  test('goes on after a file that can’t be read, and exits with 3', async () => {
    const cwd = folder({ 'in/a.txt': '', 'in/b.txt': 'Talks end.' });
    const { code, out, err } = await wiregraph(['annotate', 'in'], { cwd });
    expect(code).toBe(3);
    expect(out).toContain('Talks end.');
    expect(err).toContain('a.txt');
  });

  test('says of a text that is no English what its trees are worth', async () => {
    const cwd = folder({
      'a.txt': 'Die Ministerin hat am Montag mit dem Kollegen in Wien über die Lage der Häfen gesprochen.',
    });
    const { code, err } = await wiregraph(['annotate', 'a.txt'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('a.txt does not read as English');
  });

  test('says so where there is nothing to read', async () => {
    const cwd = folder({ 'in/a.pdf': '%PDF' });
    const { code, err } = await wiregraph(['annotate', 'in'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('Nothing to read in in');
  });
});
