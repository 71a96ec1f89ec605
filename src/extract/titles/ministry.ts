// Who is a minister by what is said of a ministry: "will take over the interior ministry", "the defence portfolio goes to Holt".
import type { Title } from '../article.ts';
import { fieldNouns, ministryNouns } from '../rules/role-words.ts';
import { ofPost } from './predicate.ts';
import type { Sentence } from './sentence.ts';

/** Titles of those to whom a sentence gives a ministry. Cost: linear. */
export function ministriesIn(sentence: Sentence): Title[] {
  return sentence.words.flatMap((_, at): Title[] => {
    if (!ministryNouns.has(sentence.lower(at)) || sentence.nameAt(at) !== undefined) return [];
    const from = fieldBefore(sentence, at);
    if (from === at) return [];
    const owner = ownerBefore(sentence, from);
    return ofPost(sentence, at).map(({ place, rule, confidence, told }) => ({
      holder: place,
      words: sentence.place(from, at + 1),
      office: 'MINISTER_OF',
      body: owner,
      turned: false,
      status: told?.status ?? 'current',
      sign:
        told === undefined || told.status === 'current' ? undefined : sentence.place(told.at, told.at + 1),
      rule,
      confidence,
    }));
  });
}

/** Where the field of a ministry begins: "foreign" of "the foreign ministry"; `at` where none is said. */
function fieldBefore(sentence: Sentence, at: number): number {
  let from = at;
  while (
    from > 0 &&
    (fieldNouns.has(sentence.lower(from - 1)) || (from < at && sentence.lower(from - 1) === 'and'))
  )
    from--;
  return sentence.lower(from) === 'and' ? from + 1 : from;
}

/** "the Chilean", "Chile’s". */
function ownerBefore(sentence: Sentence, from: number): Title['body'] {
  const end = sentence.isPossessive(from - 1) ? from - 1 : from;
  const named = sentence.nameAt(end - 1);
  return named?.name.country === undefined ? undefined : sentence.place(named.from, named.to);
}
