import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromLines, toLines } from '../../graph/exchange.ts';
import type { Document } from '../../graph/model.ts';
import { build } from '../../src/build.ts';
import { understand } from '../../src/extract/annotate.ts';
import { findingsOf } from '../../src/extract/findings.ts';
import { recordOf } from '../../src/extract/record.ts';
import { importGraph } from '../../src/import.ts';
import { readGraph } from '../../src/open.ts';
import { assemble } from '../../src/resolve/assemble.ts';
import { folder } from './folder.ts';

const document: Document = {
  id: 'a.txt',
  title: 'The bridge',
  text: 'Ana Moss met Tom Reyes in Lima on Monday. “The bridge is safe,” she told him. He left a “clean site”.',
  publishedAt: '2025-05-20',
  contentHash: 'hash of a.txt',
};

async function graph() {
  const understood = await understand(document);
  return assemble([{ document, record: recordOf(document, 'rules@1', understood, understood.statements) }]);
}

describe('Quotations and times of an article', () => {
  test('stand on its line, with the entity that speaks and the days that are meant', async () => {
    const { documents } = await graph();
    const { text, quotations = [], times = [] } = documents[0] as Document;
    expect(quotations.map(({ start, end, ...who }) => ({ words: text.slice(start, end), ...who }))).toEqual([
      { words: '“The bridge is safe,”', speaker: 'person:ana-moss', speakerText: 'she' },
      { words: '“clean site”', speaker: null, speakerText: null },
    ]);
    expect(times.map(({ start, end, ...days }) => ({ words: text.slice(start, end), ...days }))).toEqual([
      { words: 'Monday', from: '2025-05-19', to: '2025-05-19' },
    ]);
  });

  test('survive export and import', async () => {
    const exported = [...toLines(await graph())];
    expect([...toLines(await fromLines(exported))]).toEqual(exported);
    const out = join(folder({}), 'a.graph');
    const { graph: imported } = await importGraph({ lines: exported, out });
    expect(imported.documents).toEqual((await graph()).documents);
  });

  test('are still there when the graph comes out of its cache', async () => {
    const cwd = folder({ 'a.md': `---\ndate: 2025-05-20\n---\n${document.text}\n` });
    const out = join(cwd, 'a.graph');
    const { graph: built } = await build({ sources: [join(cwd, 'a.md')], out });
    expect(built.documents[0]?.quotations).toHaveLength(2);
    expect((await readGraph(out)).documents).toEqual(built.documents);
  });

  test('are refused where they stand at no place, or name nobody that the graph knows', async () => {
    const [line] = [...toLines(await graph())].filter((each) => each.startsWith('{"kind":"document"'));
    const damaged = (quotation: object) =>
      JSON.stringify({ ...JSON.parse(line ?? ''), quotations: [quotation] });
    await expect(
      fromLines([damaged({ start: 5, end: 5000, speaker: null, speakerText: null })]),
    ).rejects.toThrow('which is no place in');
    await expect(
      fromLines([damaged({ start: 5, end: 9, speaker: 'person:nobody', speakerText: 'he' })]),
    ).rejects.toThrow('names the entity "person:nobody"');
  });

  test('are found with every offset exact, whatever the text', async () => {
    const texts = [
      '',
      '“““ "" \'\' «» „',
      '“A “B “C “D.” E” F. On 31 31 2031 every every Monday Monday.',
      '"Straight " and "straight" and "" \'single\' \'\' end"\n"No end\n\n“Nor here',
      'Ana Moss: "I" "I" "I" "I", said said said Moss told told.',
      'MOSS SAID: “THE BRIDGE IS SAFE,” ON MONDAY.',
      'moss said “the bridge is safe” on monday',
      'Мосс сказала: «Мост безопасен», — в понедельник. 莫斯说：「桥是安全的」。🕊 “ok” 🕊',
    ];
    for (const text of texts) {
      const findings = findingsOf(await understand({ id: 'x', text, publishedAt: '2025-05-20' }));
      const spans = [
        ...findings.quotations,
        ...findings.times,
        ...findings.quotations.flatMap((one) => one.speaker ?? []),
      ];
      expect(
        spans.filter((span) => text.slice(span.start, span.end) !== span.text || span.text === ''),
      ).toEqual([]);
      const order = findings.quotations.map(
        ({ start }, i) => start >= (findings.quotations[i - 1]?.end ?? 0),
      );
      expect(order).not.toContain(false);
    }
  });

  test('are found in linear time in a transcript of a thousand turns', async () => {
    const text = Array.from(
      { length: 1000 },
      (_, i) => `“I told you on Monday that I would,” Moss ${i} said.`,
    ).join('\n\n');
    const began = performance.now();
    const { quotations } = findingsOf(await understand({ id: 'x', text }));
    expect(quotations).toHaveLength(1000);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 30_000);
});
