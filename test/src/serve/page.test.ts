import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromLines } from '../../../graph/exchange.ts';
import { pageOf } from '../../../src/serve/page.ts';
import { graphOf, harbour } from '../../viewer/fixture.ts';

const viewer = { script: 'const end = "</script>";', style: 'body { margin: 0 }' };
const written = (graph = harbour(), name = 'Harbour') => [...pageOf(graph, name, viewer)].join('\n');
const between = (text: string, begin: string, end: string) =>
  text.slice(text.indexOf(begin) + begin.length, text.indexOf(end, text.indexOf(begin)));

describe('The exported page', () => {
  test('holds the same graph', async () => {
    const lines = between(written(), 'data-name="Harbour">', '</script>');
    expect(await fromLines(lines.split('\n'))).toEqual(harbour());
  });

  test('lets nothing run or load but its own script and style, by their hashes', () => {
    const page = written();
    const policy = between(page, 'security-policy" content="', '">');
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = between(page, '<script type="module">', '</script>');
    expect(policy).toContain(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(viewer.style)};`,
    );
    expect(policy).not.toMatch(/unsafe|https?:|connect-src/);
    expect(script).toBe('const end = "<\\/script>";');
  });

  test('is ended by no text that it holds', () => {
    const evil = '</script><script>alert(1)</script><!--';
    const graph = graphOf(
      [['Person', evil]],
      [{ id: 'a.md', title: evil, publisher: evil, publishedAt: '2026-01-01', lines: [{ text: evil }] }],
    );
    const page = written(graph, evil);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain('<!--');
  });
});
