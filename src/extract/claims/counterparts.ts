// What a counterpart holds: "her Peruvian counterpart Omar Reyes" is in his country what she is in hers.
import type { Name, Place } from '../article.ts';
import { courtesies } from '../rules/roles.ts';
import type { Named } from './ends.ts';
import type { Understood } from './index.ts';
import type { OfficeClaim, OpenOffice } from './offices.ts';
import type { Standing } from './standing.ts';

/** `known`: office claims by the key of who holds the office. In reading order. Cost: linear. */
export function counterparts(
  { article, names }: Understood,
  standing: Standing,
  known: ReadonlyMap<number, readonly (OfficeClaim | OpenOffice)[]>,
): OfficeClaim[] {
  const bySentence: Name[][] = article.trees.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  return article.trees.flatMap(({ words }, sentence) =>
    words.flatMap(({ form }, noun): OfficeClaim[] => {
      if (!/^(?:counterpart|colleague)s?$/i.test(form)) return [];
      const own = bySentence[sentence] ?? [];
      const owner = ownerOf(words, sentence, noun, standing);
      if (owner === undefined) return [];
      const lands = own.filter(({ from, to, type }) => type !== 'Person' && from >= owner.to && to <= noun);
      const people = listAfter(words, own, noun + 1);
      const predicate = officeOf(owner, known);
      if (people.length === 0 || people.length !== lands.length) return [];
      return people.flatMap((person, i) => {
        const [who] = standing(person);
        const [what] = standing(lands[i] as Name);
        return who === undefined || what === undefined ? [] : [claim(sentence, noun, predicate, who, what)];
      });
    }),
  );
}

/** How many words before "counterpart" may say whose: "her Bulgarian and Serbian". */
const REACH = 7;

function claim(
  sentence: number,
  noun: number,
  predicate: string,
  subject: Named,
  object: Named,
): OfficeClaim {
  const words: Place = { sentence, from: noun, to: noun + 1 };
  const said = { status: 'current', sign: undefined, rule: 'a counterpart’s office' } as const;
  return { sentence, trigger: noun, predicate, subject, object, words, ...said };
}

type Words = readonly { readonly form: string; readonly xpos: string }[];

/** The people named after a word: "counterparts, Stefan Dobrev and Milan Petrovic". */
function listAfter(words: Words, names: readonly Name[], start: number): Name[] {
  const found: Name[] = [];
  for (let at = words[start]?.form === ',' ? start + 1 : start; ; ) {
    if (courtesies.has(words[at]?.form.toLowerCase().replace(/\.$/, '') ?? '')) at++;
    const name = names.find(({ type, from }) => type === 'Person' && from === at);
    if (name === undefined) return found;
    found.push(name);
    at = name.to;
    if (words[at]?.form === ',') at++;
    if (words[at]?.form === 'and') at++;
    if (at === name.to) return found;
  }
}

/** "her", "Holt’s": whose counterpart. */
function ownerOf(words: Words, sentence: number, noun: number, standing: Standing): Named | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - REACH); at--) {
    const { xpos } = words[at] as Words[number];
    const place =
      xpos === 'PRP$'
        ? { sentence, from: at, to: at + 1 }
        : xpos === 'POS'
          ? { sentence, from: at - 1, to: at }
          : undefined;
    const owner = place && standing(place).find(({ thing }) => thing.type === 'Person');
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The office that both hold, each at home; where the article tells none, all that is said is where the other is from. */
const officeOf = (owner: Named, known: ReadonlyMap<number, readonly (OfficeClaim | OpenOffice)[]>): string =>
  known
    .get(owner.thing.key)
    ?.find(({ status, object, predicate }) =>
      object === null ? governing.has(predicate) : status === 'current' && object.thing?.type === 'Place',
    )?.predicate ?? 'NATIONAL_OF';

/** Offices that are a country's even where the article doesn't say which. */
const governing: ReadonlySet<string> = new Set([
  'PRESIDENT_OF',
  'PRIME_MINISTER_OF',
  'CHANCELLOR_OF',
  'MINISTER_OF',
]);
