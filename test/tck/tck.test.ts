// The TCK as part of the tests: as many cases pass as known-failures.ts leaves.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCases, tckFolder } from './cases.ts';
import { memoryGround } from './ground.ts';
import { knownFailures } from './known-failures.ts';
import { report } from './report.ts';

const isThere = existsSync(tckFolder);
if (!isThere) console.warn(`The TCK is skipped: there are no cases in ${tckFolder}.`);

test.skipIf(!isThere)(
  'every case of the TCK passes, but for those that are known to fail',
  { timeout: 120_000 },
  async () => {
    const cases = readCases();
    expect(cases).toHaveLength(3897);
    expect((await report(cases, memoryGround, knownFailures)).surprises).toEqual([]);
  },
);
