import { describe, expect, test } from 'vitest';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

const report = `---
date: 2025-05-20
---
Ana Moss met Reyes in Lima on Monday.

“The bridge is safe,” she told the council.
`;

describe('annotate', () => {
  test('shows a person the text with what stands for what, quotations and times, without colour', async () => {
    const cwd = folder({ 'a.md': report });
    const { code, out } = await wiregraph(['annotate', 'a.md'], { cwd });
    expect(code).toBe(0);
    const [first, second] = out.split('\n').filter((line) => /Moss\]|bridge/.test(line));
    expect(first).toMatch(/^\[Ana Moss\](\d+) met .* on ‹Monday›2025-05-19\.$/);
    expect(second).toMatch(/^“The bridge is safe,”\{1\} \[she\]1 told /);
    expect(out).not.toContain('\u001b');
  });

  test('lists each link with its place, how sure it is and why', async () => {
    const cwd = folder({ 'a.md': report });
    const { out } = await wiregraph(['annotate', 'a.md'], { cwd });
    expect(out).toMatch(/^ {2}1 Ana Moss Person$/m);
    expect(out).toMatch(/^ {6}she 61–64 pronoun \d\.\d\d, \S+/m);
    expect(out).toMatch(
      /^ {2}“The bridge is safe,” she=1 \(told\) to the council.* 39–60 whole \d\.\d\d, followed by “told”$/m,
    );
    expect(out).toMatch(/^ {2}Monday 2025-05-19 \d+–\d+ day$/m);
  });

  test('gives a program the same as JSON, an article a line, offsets exact', async () => {
    const cwd = folder({ 'a.md': report, 'b.md': report });
    const { out } = await wiregraph(['annotate', 'a.md', 'b.md', '--json'], { cwd });
    const [a, b] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const text = report.slice(report.indexOf('Ana'));
    const spans = [
      ...a.quotations,
      ...a.times,
      ...a.things.flatMap((thing: { mentions: object[] }) => thing.mentions),
    ];
    expect(spans.length).toBeGreaterThan(4);
    expect(spans.filter((span) => text.slice(span.start, span.end) !== span.text)).toEqual([]);
    expect([a.document, b.document]).toEqual(['a.md', 'b.md']);
    expect(a.quotations[0].speaker).toEqual({ start: 61, end: 64, text: 'she', thing: 0 });
    expect(a.times).toEqual([
      { start: 30, end: 36, text: 'Monday', kind: 'day', from: '2025-05-19', to: '2025-05-19' },
    ]);
  });

  test('shows a person each sentence with its tree', async () => {
    const cwd = folder({ 'a.txt': 'Denmark hosted the talks.\n' });
    const { code, out } = await wiregraph(['annotate', 'a.txt', '--format', 'tree'], { cwd });
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
    for (const format of ['text', 'tree', 'conllu'])
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
    const cwd = folder({ 'in/a.xyz': 'a: b' });
    const { code, err } = await wiregraph(['annotate', 'in'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('Nothing to read in in');
  });
});
