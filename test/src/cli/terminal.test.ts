import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { OutputClosed, Terminal } from '../../../src/cli/terminal.ts';

function terminal({ isTTY = true, env = {} }: { isTTY?: boolean; env?: NodeJS.ProcessEnv } = {}) {
  const [out, err] = [stream(isTTY), stream(isTTY)];
  return { out, err, terminal: new Terminal(out, err, env) };
}

const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY, columns: 60 });
const written = (s: PassThrough) => String(s.read() ?? '');

test.each([
  ['a terminal has colour', { isTTY: true }, true],
  ['NO_COLOR takes it away', { isTTY: true, env: { NO_COLOR: '1' } }, false],
  ['a dumb terminal has none', { isTTY: true, env: { TERM: 'dumb' } }, false],
  ['a pipe has none', { isTTY: false }, false],
])('%s', (_, options, isColored) => {
  expect(terminal(options).terminal.colors.bold('x') !== 'x').toBe(isColored);
});

test('a pipe has no width, so that nothing is cut', () => {
  expect(terminal({ isTTY: false }).terminal.columns).toBeUndefined();
  expect(terminal().terminal.columns).toBe(60);
});

test('a terminal that nobody told its size is 80 wide', () => {
  const out = Object.assign(new PassThrough(), { isTTY: true, columns: 0 });
  expect(new Terminal(out, stream(true), {}).columns).toBe(80);
});

test('what is told goes to standard error, made printable', () => {
  const { out, err, terminal: t } = terminal();
  t.tell('a\x1b[2Jb');
  expect(written(err)).toBe('a␛[2Jb\n');
  expect(written(out)).toBe('');
});

test('a bar fits the terminal and goes before anything else is printed', async () => {
  const { out, err, terminal: t } = terminal();
  t.bar(1, 2, 'x'.repeat(100));
  const bar = written(err);
  expect(bar.startsWith(`\r\x1b[K${'━'.repeat(12)}${'·'.repeat(12)} 1/2 xxx`)).toBe(true);
  expect(bar.length).toBeLessThanOrEqual(60 + '\r\x1b[K'.length);
  await t.print('done\n');
  expect(written(err)).toBe('\r\x1b[K');
  expect(written(out)).toBe('done\n');
});

test('through a pipe there is no bar', () => {
  const { err, terminal: t } = terminal({ isTTY: false });
  t.bar(1, 2, 'x');
  expect(written(err)).toBe('');
});

test('a reader that has gone ends the printing', async () => {
  const { out, terminal: t } = terminal();
  out.destroy(Object.assign(new Error('EPIPE'), { code: 'EPIPE' }));
  await new Promise((resolve) => out.once('close', resolve));
  await expect(t.print('x')).rejects.toThrow(OutputClosed);
});
