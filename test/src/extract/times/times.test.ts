import { describe, expect, test } from 'vitest';
import { spanOf } from '../../../../src/extract/syntax.ts';
import { timesOf } from '../../../../src/extract/times/index.ts';
import { parse, type Tree } from '../../../../src/text/index.ts';

/** The times of a text as "words | kind | from..to". A Tuesday, where nothing else is said. */
async function times(text: string, publishedAt: string | undefined = '2025-05-20'): Promise<string[]> {
  const trees = await parse(text);
  return timesOf({ id: 'a', text, publishedAt, trees }).map(({ kind, days, ...place }) => {
    const { start, end } = spanOf(trees[place.sentence] as Tree, place);
    const range = days === undefined ? '' : days.from === days.to ? days.from : `${days.from}..${days.to}`;
    return [text.slice(start, end), kind, range].filter(Boolean).join(' | ');
  });
}

describe('A time expression', () => {
  test.each([
    // Days
    ['Moss met Reyes on Monday.', 'Monday | day | 2025-05-19'],
    ['Moss met Reyes on Tuesday.', 'Tuesday | day | 2025-05-20'],
    ['Moss met Reyes on Wednesday.', 'Wednesday | day | 2025-05-14'],
    ['Moss will meet Reyes on Wednesday.', 'Wednesday | day | 2025-05-21'],
    ['Moss said talks would resume on Friday.', 'Friday | day | 2025-05-23'],
    ['Moss plans to meet Reyes on Friday.', 'Friday | day | 2025-05-23'],
    ['The talks are scheduled for Friday.', 'Friday | day | 2025-05-23'],
    ['Monday’s announcement surprised Reyes.', 'Monday | day | 2025-05-19'],
    ['Moss met Reyes last Monday.', 'last Monday | day | 2025-05-19'],
    ['Moss will meet Reyes next Tuesday.', 'next Tuesday | day | 2025-05-27'],
    ['Moss met Reyes on Thursday last week.', 'Thursday last week | day | 2025-05-15'],
    ['Moss met Reyes early on Monday.', 'early on Monday | day | 2025-05-19'],
    ['Moss met Reyes late Monday.', 'late Monday | day | 2025-05-19'],
    ['Moss met Reyes on Monday night.', 'Monday night | day | 2025-05-19'],
    ['Moss met Reyes on May 19.', 'May 19 | day | 2025-05-19'],
    ['Moss met Reyes on 19 May.', '19 May | day | 2025-05-19'],
    ['Moss will arrive on the 13th of July.', 'the 13th of July | day | 2025-07-13'],
    ['Moss met Reyes on December 30.', 'December 30 | day | 2024-12-30'],
    ['Moss met Reyes on Monday, May 19, 2025.', 'Monday, May 19, 2025 | day | 2025-05-19'],
    ['They met on the night of 3 May.', 'the night of 3 May | day | 2025-05-03'],
    ['Moss met Reyes yesterday.', 'yesterday | day | 2025-05-19'],
    ['Moss met Reyes last night.', 'last night | day | 2025-05-19'],
    ['Moss met Reyes three days ago.', 'three days ago | day | 2025-05-17'],
    ['Moss met Reyes on 2025-05-18.', '2025-05-18 | day | 2025-05-18'],
    ['Moss met Reyes on 19/5/2025.', '19/5/2025 | day | 2025-05-19'],
    ['They met in the early hours of Tuesday.', 'the early hours of Tuesday | day | 2025-05-20'],
    ['They met this past Tuesday.', 'this past Tuesday | day | 2025-05-13'],
    ['They met on New Year’s Eve.', 'New Year’s Eve | day | 2024-12-31'],
    ['A Monday morning call shook them.', 'Monday morning | day | 2025-05-19'],
    ['They rarely met on a Monday.', 'Monday | day'],
    // Periods
    ['The talks ran on May 2–4.', 'May 2–4 | period | 2025-05-02..2025-05-04'],
    ['The talks ran from Monday to Friday.', 'from Monday to Friday | period | 2025-05-12..2025-05-16'],
    ['The talks ended last week.', 'last week | period | 2025-05-12..2025-05-18'],
    ['The talks will end next month.', 'next month | period | 2025-06-01..2025-06-30'],
    ['The talks ended earlier this week.', 'earlier this week | period | 2025-05-19..2025-05-20'],
    ['The talks ended in February.', 'February | period | 2025-02-01..2025-02-28'],
    ['The talks will end in February.', 'February | period | 2026-02-01..2026-02-28'],
    ['The talks ended in July 2017.', 'July 2017 | period | 2017-07-01..2017-07-31'],
    ['The talks ended in July last year.', 'July last year | period | 2024-07-01..2024-07-31'],
    ['The talks ended in 2014.', '2014 | period | 2014-01-01..2014-12-31'],
    ['They have talked since 2014.', 'since 2014 | period | 2014-01-01..2025-05-20'],
    ['They will talk until Friday.', 'until Friday | period | 2025-05-20..2025-05-23'],
    ['They will talk by the end of the year.', 'by the end of the year | period | 2025-05-20..2025-12-31'],
    ['They talked between 2010 and 2014.', 'between 2010 and 2014 | period | 2010-01-01..2014-12-31'],
    ['They talked in the 1990s.', 'the 1990s | period | 1990-01-01..1999-12-31'],
    ['They talked over the past two weeks.', 'the past two weeks | period | 2025-05-06..2025-05-20'],
    ['They talked over the weekend.', 'the weekend | period | 2025-05-17..2025-05-18'],
    ['They will be home by the weekend.', 'by the weekend | period | 2025-05-20..2025-05-25'],
    ['They talked overnight.', 'overnight | period | 2025-05-19..2025-05-20'],
    ['They talked for two hours.', 'two hours | period'],
    ['They held a two-hour call.', 'two-hour | period'],
    ['They met in mid-June.', 'mid-June | period | 2024-06-01..2024-06-30'],
    ['They met in the second half of 2024.', 'the second half of 2024 | period | 2024-07-01..2024-12-31'],
    ['Sales fell in Q3 2024.', 'Q3 2024 | period | 2024-07-01..2024-09-30'],
    ['They met on 5 and 6 June.', '5 and 6 June | period | 2025-06-05..2025-06-06'],
    ['They met from May 2 to June 3, 2024.', 'from May 2 to June 3, 2024 | period | 2024-05-02..2024-06-03'],
    ['They met in the summer of 2019.', 'the summer of 2019 | period | 2019-01-01..2019-12-31'],
    ['They met last summer.', 'last summer | period'],
    ['They met more than a decade ago.', 'a decade ago | period'],
    ['They talked by Friday.', 'by Friday | period'],
    // Instants
    ['They met at 9 pm on Monday.', '9 pm on Monday | instant | 2025-05-19'],
    ['They met on Monday at 9:30 a.m.', 'Monday at 9:30 a.m. | instant | 2025-05-19'],
    ['They met at noon.', 'noon | instant'],
    // Repeated
    ['They meet every Friday.', 'every Friday | repeated'],
    ['They meet on Fridays.', 'Fridays | repeated'],
    ['They meet twice a week.', 'twice a week | repeated'],
    ['They meet every two weeks.', 'every two weeks | repeated'],
    ['They meet on the first Monday of every month.', 'first Monday of every month | repeated'],
    // Vague
    ['They will meet in the coming days.', 'the coming days | vague'],
    ['They met in recent weeks.', 'recent weeks | vague'],
    ['They met several days ago.', 'several days ago | vague'],
    ['They met recently.', 'recently | vague'],
  ])('is found with its kind and days: %s', async (text, found) => {
    expect(await times(text)).toEqual([found]);
  });

  test.each([
    ['Moss met Reyes on Monday.', ['Monday | day']],
    ['Moss met Reyes last week.', ['last week | period']],
    ['Moss met Reyes on May 19.', ['May 19 | day']],
    ['Moss met Reyes on May 19, 2025.', ['May 19, 2025 | day | 2025-05-19']],
  ])('keeps its words where the article has no date: %s', async (text, found) => {
    const trees = await parse(text);
    expect(timesOf({ id: 'a', text, publishedAt: undefined, trees })).toHaveLength(1);
    expect(await times(text, '')).toEqual(found);
  });

  test.each([
    ['Moss met Reyes on 10/11/2025.', ['10/11/2025 | day']],
    ['Moss met Reyes on 31/2/2025.', []],
    ['The plan of 20255 failed.', []],
  ])('is honest where a date can be read two ways, or none: %s', async (text, found) => {
    expect(await times(text)).toEqual(found);
  });

  test.each([
    'Theresa May met Reyes.',
    'The august house may march to Lima.',
    'A 12-year-old boy met Moss.',
    'Moss, 24 years old, met Reyes.',
    'It costs $5 a year.',
    'Some 2000 people met Moss.',
    'She gave it a second look.',
  ])('is not read into other words: %s', async (text) => {
    expect(await times(text)).toEqual([]);
  });

  test('is found in linear time', async () => {
    const text = 'On Monday, May 19, and in the last two weeks of 2014 they met every other day. '.repeat(
      200,
    );
    const trees = await parse(text);
    const began = performance.now();
    timesOf({ id: 'a', text, publishedAt: '2025-05-20', trees });
    expect(performance.now() - began).toBeLessThan(500);
  });
});
