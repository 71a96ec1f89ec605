// Whom a name beside a person's says that he is of: "Anna Bell of Reuters", "Chile's Omar Reyes". No office tells.
import type { Article, Name } from '../article.ts';
import type { Understood } from './index.ts';
import type { OfficeClaim } from './offices.ts';
import type { Standing } from './standing.ts';

/** In reading order. Cost: linear in the names. */
export function affiliations({ article, names }: Understood, standing: Standing): OfficeClaim[] {
  return names.flatMap((person, i): OfficeClaim[] => {
    if (person.type === 'Organization') return ownParty(article, person, standing);
    if (person.type !== 'Person') return [];
    const words = article.trees[person.sentence]?.words ?? [];
    const body = bodyBehind(words, person, names[i + 1]) ?? bodyBefore(words, person, names[i - 1]);
    const predicate = body && relationOf(words, body);
    if (body === undefined || predicate === undefined) return [];
    const [who] = standing(person);
    const [what] = standing(body);
    if (who === undefined || what === undefined || who.thing.key === what.thing.key) return [];
    const { sentence } = person;
    const said = { words: undefined, status: 'current', sign: undefined, rule: 'a name beside' } as const;
    return [{ sentence, trigger: person.to - 1, predicate, subject: who, object: what, ...said }];
  });
}

/** "Holt’s Reform Party", "her Reformers": whose party it is belongs to it. */
function ownParty({ trees }: Article, { sentence, from, to }: Name, standing: Standing): OfficeClaim[] {
  const words = trees[sentence]?.words ?? [];
  // "her party, the Reformers"
  const start = words[from - 1]?.form === 'the' ? from - 1 : from;
  const isNamed = words[start - 1]?.form === ',' && /^(?:party|movement)$/.test(words[start - 2]?.form ?? '');
  const end = isNamed ? start - 2 : from;
  const mark = words[end - 1]?.xpos;
  const owner = mark === 'POS' ? end - 2 : mark === 'PRP$' || mark === 'WP$' ? end - 1 : undefined;
  if (
    owner === undefined ||
    owner < 0 ||
    !(isNamed || isParty(words, to)) ||
    /^its$/i.test(words[owner]?.form ?? '')
  )
    return [];
  const [who] = standing({ sentence, from: owner, to: owner + 1 });
  const [what] = standing({ sentence, from, to });
  if (who?.thing.type !== 'Person' || what === undefined || who.thing.members.length > 0) return [];
  const said = { words: undefined, status: 'current', sign: undefined, rule: 'whose party it is' } as const;
  return [{ sentence, trigger: to - 1, predicate: 'MEMBER_OF', subject: who, object: what, ...said }];
}

type Words = readonly { readonly form: string; readonly xpos: string }[];

/** "Anna Bell of the Vienna Institute". */
function bodyBehind(words: Words, person: Name, next: Name | undefined): Name | undefined {
  if (next?.sentence !== person.sentence || !/^(?:of|from|at|with)$/.test(words[person.to]?.form ?? ''))
    return undefined;
  const start = words[person.to + 1]?.form === 'the' ? person.to + 2 : person.to + 1;
  // "of Acme’s board", "of the Chilean team": of something else.
  const goesOn = /^(?:POS|NN|HYPH)/.test(words[next.to]?.xpos ?? '');
  return next.from === start && !goesOn ? next : undefined;
}

/** "Chile’s Omar Reyes", "NASA’s Anna Holt". */
function bodyBefore(words: Words, person: Name, before: Name | undefined): Name | undefined {
  const owned = words[person.from - 1]?.xpos === 'POS' && before?.sentence === person.sentence;
  return owned && before.to === person.from - 1 ? before : undefined;
}

function relationOf(words: Words, { type, country, to }: Name): string | undefined {
  if (country?.by === 'country') return 'NATIONAL_OF';
  if (type !== 'Organization' || country !== undefined) return undefined;
  return isParty(words, to) ? 'MEMBER_OF' : 'WORKED_FOR';
}

/** Whether a body's last word is a party's or a movement's; people in the plural are one: "the Greens". */
const isParty = (words: Words, to: number): boolean =>
  words[to - 1]?.xpos === 'NNPS' || partyWords.has(words[to - 1]?.form ?? '');

const partyWords: ReadonlySet<string> = new Set(
  'Party Democrats Republicans Greens Conservatives Liberals Socialists Communists Nationalists Labour Alliance Front Movement Coalition Union Bloc League Brotherhood Likud Fidesz Fatah'.split(
    ' ',
  ),
);
