// Two names that the head takes for one: "Anna and Karl", "Dallas Texas", or an official title's country with the name after it ("President of
// the Republic of Chile Anna Holt"). Knows countries and offices by their lists alone.
import type { FoundName, TreeWord } from '../../text/index.ts';
import { partingOffices } from '../data/name-evidence.ts';
import { placeQualifiers, states } from '../data/states.ts';
import { listedAt } from './gazetteer.ts';
import { titleLength } from './title.ts';

/** A name after an office, with the country at its beginning as a name of its own; any other name as it is. */
export function parted(words: readonly TreeWord[], name: FoundName): FoundName[] {
  if (!standsAfterOffice(words, name.from)) return [name];
  for (let at = name.to - 2; at >= name.from; at--) {
    const listed = listedAt(words, at);
    // "the Kyrgyz Republic"
    const republic = listed?.country?.by === 'demonym' && words[at + listed.length]?.form === 'Republic';
    const end = at + (listed?.length ?? 0) + (republic ? 1 : 0);
    if (!(republic || listed?.country?.by === 'country') || end >= name.to) continue;
    if (!words.slice(end, name.to).every((word) => word.upos === 'PROPN' || word.form === '-')) return [name];
    return [
      { ...name, from: at, to: end, kind: 'place' },
      { ...name, from: end, kind: 'person', scores: { ...noScores, person: 1 } },
    ];
  }
  return [name];
}

/** "Anna and King Karl", "Ana Holt of TUB": two names that the head takes for one person; any other name as it is. */
export function coordinated(words: readonly TreeWord[], name: FoundName): FoundName[] {
  if (name.kind !== 'person') return [name];
  for (let at = name.from + 1; at < name.to - 1; at++) {
    const form = words[at]?.form ?? '';
    const rest = { ...name, from: at + 1 };
    if (/^(?:and|&|or)$/.test(form)) return [{ ...name, to: at }, ...coordinated(words, rest)];
    if (form === 'of')
      return [
        { ...name, to: at },
        { ...rest, kind: 'organization', scores: { ...noScores, organization: 1 } },
      ];
  }
  return [name];
}

/** "Hull North MP Gavin Stobbs": whose MP, and who; any other name as it is. */
export function partedByOffice(words: readonly TreeWord[], name: FoundName): FoundName[] {
  if (name.kind === 'place') return [name];
  for (let at = name.from + 1; at < name.to - 1; at++) {
    const office = words[at]?.form ?? '';
    if (!partingOffices.has(office)) continue;
    const body = /^(?:MP|MEP|MSP|TD|Senator|Governor|Mayor|Premier)$/.test(office) ? 'place' : 'organization';
    // "Labour Leader's Secretary", "Prime Minister": the office begins earlier.
    let to = at;
    while (to > name.from && titleLength(words, to - 1) > at - to + 1) to--;
    const holder = { ...name, from: at + 1, kind: 'person' as const };
    return to === name.from
      ? [holder]
      : [{ ...name, to, kind: body, scores: { ...noScores, [body]: 1 } }, holder];
  }
  return [name];
}

const noScores = { person: 0, organization: 0, place: 0, none: 0 };

/** "Dallas Texas", "Lyon France": a place and where it lies, without a comma; any other name as it is. */
export function located(words: readonly TreeWord[], name: FoundName): FoundName[] {
  const { from, to, kind } = name;
  if (kind !== 'place' || to - from < 2 || listedAt(words, from)?.length === to - from) return [name];
  for (const at of [to - 2, to - 1]) {
    if (at <= from || !isStateOrCountry(words, at, to)) continue;
    const before = words.slice(from, at);
    const isPlace =
      before.every(({ upos }) => upos === 'PROPN') &&
      !placeQualifiers.has(before[0]?.form.toLowerCase() ?? '');
    return isPlace
      ? [
          { ...name, to: at },
          { ...name, from: at },
        ]
      : [name];
  }
  return [name];
}

function isStateOrCountry(words: readonly TreeWord[], from: number, to: number): boolean {
  const listed = listedAt(words, from);
  if (listed?.country?.by === 'country' && from + listed.length === to) return true;
  const forms = words.slice(from, to).map(({ form }) => form);
  const [first = ''] = forms;
  // "Tx" is Texas here.
  return (
    states.has(forms.join(' ').toLowerCase()) ||
    (forms.length === 1 && /^\p{Lu}/u.test(first) && states.has(first.toUpperCase()))
  );
}

/** Whether an office leads to the name: "President of", "Prime Minister of the Republic of". */
function standsAfterOffice(words: readonly TreeWord[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 8), at);
  const from = at - before.length;
  const of = before.findLastIndex((word) => /^(?:of|to)$/i.test(word.form));
  return of > 0 && before.some((_, i) => i < of && titleLength(words, from + i) > 0);
}
