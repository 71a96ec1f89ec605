import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { findingLines, markedText } from '../../../src/cli/findings.ts';
import type { Findings, ThingFinding } from '../../../src/extract/findings.ts';

const text = 'Moss and Reyes met on Monday. “Good,” both said.';
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  text: words,
});
const mention = (words: string) => ({
  ...at(words),
  form: 'name' as const,
  confidence: 0.9,
  reason: 'its name',
});
const thing = (key: number, name: string, words: string, members: readonly number[] = []): ThingFinding => ({
  key,
  type: 'Person',
  name,
  members,
  mentions: [mention(words)],
});
const findings: Findings = {
  document: 'a.txt',
  things: [
    thing(0, 'Ana Moss', 'Moss'),
    thing(1, 'Tom Reyes', 'Reyes'),
    thing(2, 'Moss and Reyes', 'both', [0, 1]),
  ],
  quotations: [
    {
      ...at('“Good,”'),
      extent: 'whole',
      speaker: { ...at('both'), thing: 2 },
      cue: at('said'),
      listener: null,
      reason: 'followed by “said”',
      confidence: 0.95,
    },
  ],
  times: [{ ...at('Monday'), kind: 'day', from: '2025-05-19', to: '2025-05-19' }],
};
const plain = picocolors.createColors(false);
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what it takes away.
const withoutColour = (line: string) => line.replace(/\u001b\[\d+m/g, '');

describe('What was found in a text', () => {
  test('is marked in it: things by number, groups by their members, days, speakers', () => {
    expect(markedText(text, findings, plain)).toBe(
      '[Moss]1 and [Reyes]2 met on ‹Monday›2025-05-19. “Good,”{1+2} [both]1+2 said.',
    );
  });

  test('is listed with reasons', () => {
    expect(findingLines(findings, plain)).toEqual([
      '',
      'Who and what',
      '  1 Ana Moss Person',
      '      Moss 0–4 name 0.90, its name',
      '  2 Tom Reyes Person',
      '      Reyes 9–14 name 0.90, its name',
      '1+2 Moss and Reyes Person',
      '      both 38–42 name 0.90, its name',
      '',
      'Quotations',
      '  “Good,” both=1+2 (said) 30–37 whole 0.95, followed by “said”',
      '',
      'Times',
      '  Monday 2025-05-19 22–28 day',
    ]);
  });

  test('reads the same in colour', () => {
    const colours = picocolors.createColors(true);
    const shown = markedText(text, findings, colours);
    expect(shown).toContain('\u001b[36mMoss');
    expect(withoutColour(shown)).toBe(markedText(text, findings, plain));
    expect(findingLines(findings, colours).map(withoutColour)).toEqual(findingLines(findings, plain));
  });

  test('nests: a name inside a description inside a quotation', () => {
    const nested = '“Moss’s aide left”';
    const inside = (words: string) => ({
      ...mention(words),
      start: nested.indexOf(words),
      end: nested.indexOf(words) + words.length,
    });
    const marked = markedText(
      nested,
      {
        ...findings,
        things: [
          { ...(findings.things[0] as ThingFinding), mentions: [inside('Moss')] },
          { ...(findings.things[1] as ThingFinding), mentions: [inside('Moss’s aide')] },
        ],
        quotations: [
          {
            ...(findings.quotations[0] as Findings['quotations'][number]),
            start: 0,
            end: nested.length,
            speaker: null,
          },
        ],
        times: [],
      },
      plain,
    );
    expect(marked).toBe('“[[Moss]1’s aide]2 left”{?}');
  });

  test('says of nothing that nothing was found', () => {
    const none = { document: 'a.txt', things: [], quotations: [], times: [] };
    expect(markedText(text, none, plain)).toBe(text);
    expect(findingLines(none, plain)).toEqual([]);
  });
});
