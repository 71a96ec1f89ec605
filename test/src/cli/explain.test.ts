import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

const report = 'Chilean officials said on Monday that Chile would not impose sanctions on Peru.\n';

async function built(): Promise<string> {
  const cwd = folder({ 'in/1.txt': report });
  await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
  return cwd;
}

describe('explain', () => {
  test('says which rule, who says so and which words make it no plain fact', async () => {
    const { out, code } = await wiregraph(['explain', 'a.graph', 'SANCTIONED'], { cwd: await built() });
    expect(code).toBe(0);
    expect(out).toMatch(/found by +verb: impose \[sanctions.*at “impose”/);
    expect(out).toMatch(/said by +Chilean officials \(“said”\)/);
    expect(out).toMatch(/it is +denied and planned because of .*“would”/);
    expect(out).toMatch(/impose VERB VB ccomp/);
  });

  test('takes a word that is a predicate for one, wherever else it stands', async () => {
    const cwd = folder({
      'in/1.txt': 'Anna Holt met Omar Reyes in Lima. Omar Reyes told Anna Holt that she met Ines Rocha.\n',
    });
    await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    const { out } = await wiregraph(['explain', 'a.graph', 'TOLD'], { cwd });
    expect(out.match(/found by/g)).toHaveLength(1);
    expect(out).toContain(':TOLD:');
  });

  test('says which report tells the country of an office that this one leaves without', async () => {
    const cwd = folder({
      'in/1.txt': 'Foreign Minister Ana Torres flew to Oslo on Monday. She met Tom Berg.\n',
      'in/2.txt': 'Peruvian Foreign Minister Ana Torres was in Oslo on Monday.\n',
    });
    await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    const { out } = await wiregraph(['explain', 'a.graph', 'MINISTER_OF flew'], { cwd });
    expect(out).toMatch(/of +Peru, as 2\.txt says: “Peruvian Foreign Minister Ana Torres/);
  });

  test('of no claim says how to find ids, and exits with 2', async () => {
    const { err, code } = await wiregraph(['explain', 'a.graph', 'HUGGED'], { cwd: await built() });
    expect([code, err]).toEqual([2, expect.stringMatching(/No claim bears “HUGGED”/)]);
  });
});

describe('export --format openie', () => {
  test('writes sentence, confidence, predicate and arguments', async () => {
    const cwd = await built();
    await wiregraph(['export', 'a.graph', '--format', 'openie', '--out', 'open.tsv'], { cwd });
    const lines = readFileSync(join(cwd, 'open.tsv'), 'utf8').split('\n');
    expect(lines.map((line) => line.split('\t').slice(2))).toContainEqual([
      'would not impose',
      'Chile',
      'sanctions',
      'on Peru',
    ]);
  });
});

describe('build --vocabulary', () => {
  test('refuses a vocabulary whose example does not match, and says which', async () => {
    const cwd = folder({
      'in/1.txt': report,
      'v.yaml':
        'types: [{ name: HUGGED, meaning: A hugged B. }]\nverbs: [{ predicate: HUGGED, patterns: [hug X], matches: [Anna Holt met Omar Reyes.] }]\n',
    });
    const { err, code } = await wiregraph(['build', 'in', '--out', 'a.graph', '--vocabulary', 'v.yaml'], {
      cwd,
    });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/v\.yaml: “Anna Holt met Omar Reyes\.” must say HUGGED/),
    ]);
  });
});
