// The names that one sentence shows by itself: runs of proper nouns, cut at titles and at listed names. Knows no article.
import type { Tree, TreeWord } from '../../text/index.ts';
import type { NameType } from '../article.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { eventEndings, eventOpenings, placeEndings, placeOpenings } from '../data/name-endings.ts';
import { commonNouns, nameless, surnameEndings, surnameParticles } from '../data/name-words.ts';
import { organizationWords } from '../data/organizations.ts';
import { type Listed, listedAt } from './gazetteer.ts';
import { titleLength } from './title.ts';

/** A name as one sentence shows it. `evidence`: 2 is certain, 1 likely, 0 a mere run of capitals. */
export interface Spotted {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
  readonly country?: Listed['country'];
  readonly evidence: 0 | 1 | 2;
}

/** In order, without overlap. Nothing in boilerplate. Cost: linear. */
export function spot(tree: Tree): Spotted[] {
  if (tree.kind === 'boilerplate') return [];
  const { words } = tree;
  const found: Spotted[] = [];
  let at = 0;
  while (at < words.length) {
    const end = runEnd(words, at);
    if (end > at) found.push(...split(words, at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

const isCapital = (word: TreeWord | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.form);

/** Whether a word can stand in a name by itself: a proper noun, or listed. */
function isNameWord(words: readonly TreeWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !/^[\p{Lu}\p{N}]|^\p{Ll}+\p{Lu}/u.test(word.form)) return false;
  if (word.upos === 'PROPN') return true;
  return word.form !== 'I' && listedAt(words, at) !== undefined;
}

/** Where the run of name words that starts at `at` ends. Small words belong to it between two of them. */
function runEnd(words: readonly TreeWord[], at: number): number {
  if (!isNameWord(words, at)) return at;
  let end = at + 1;
  for (;;) {
    // An adjective or number within a name: "Supreme Court", "Boeing 747" ends before the number.
    if (
      isNameWord(words, end) ||
      (isCapital(words[end]) && isNameWord(words, end + 1) && words[end]?.upos === 'ADJ')
    )
      end++;
    else {
      const joined = joinedLength(words, at, end);
      if (joined === 0) return end;
      end += joined;
    }
  }
}

/** How many small words at `end` join the run to a further name word: "von der" Leyen, Bank "of" England, "-". */
function joinedLength(words: readonly TreeWord[], start: number, end: number): number {
  const before = words[end - 1] as TreeWord;
  const [next, after] = [words[end], words[end + 1]];
  if (next === undefined || after === undefined) return 0;
  const touches = before.end === next.start && next.end === after.start;
  if (/^[-–]$/.test(next.form) && touches && /^\p{L}/u.test(after.form)) return isCapital(after) ? 1 : 2;
  let length = 0;
  while (length < 3 && surnameParticles.has(words[end + length]?.form ?? '')) length++;
  if (length > 0 && isNameWord(words, end + length)) return length;
  if (next.form === '&' && isCapital(after)) return 1;
  if (next.form !== 'of' && next.form !== 'for') return 0;
  const skip = after.form === 'the' ? 2 : 1;
  if (!isNameWord(words, end + skip)) return 0;
  const opens =
    organizationWords.has(before.form) || eventOpenings.has(before.form) || joiners.has(before.form);
  return opens && (next.form === 'of' || end - start <= 2) ? skip : 0;
}

const joiners = new Set(
  'Gulf Sea Strait Horn Cape Isle Bay City House Republic Kingdom State Palace Tower'.split(' '),
);

/** A run holds titles, listed names, people and organisations side by side: "US President Ana Holt". */
function split(words: readonly TreeWord[], start: number, end: number): Spotted[] {
  const found: Spotted[] = [];
  let titled = false;
  let at = start;
  while (at < end) {
    const title = titleLength(words, at);
    const body = bodyEnd(words, at, end);
    if (title > 0 && body.to <= at + title) {
      titled = true;
      at += title;
      continue;
    }
    const listed = listedAt(words, at);
    if (body.to > at && body.to > at + (listed?.length ?? 0)) {
      found.push({ from: at, to: body.to, type: body.type, evidence: 2 });
      at = body.to;
    } else if (
      listed !== undefined &&
      at + listed.length <= end &&
      !isGivenName(words, at, end, listed, titled)
    ) {
      found.push({
        from: at,
        to: at + listed.length,
        type: listed.type,
        country: listed.country,
        evidence: 2,
      });
      at += listed.length;
    } else {
      const stop = unknownEnd(words, at, end);
      const name = unknown(words, at, stop, titled);
      if (name !== undefined) found.push(name);
      at = stop;
    }
    titled = false;
  }
  return found;
}

/** Where a name that begins here and tells its kind by a word ends, and the kind. `to` is `at` where there is none. */
function bodyEnd(words: readonly TreeWord[], at: number, end: number): { to: number; type: NameType } {
  for (let i = end - 1; i >= at; i--) {
    const form = words[i]?.form ?? '';
    const opens = words[i + 1]?.form === 'of' && i + 2 < end;
    if (i === at && !opens) break;
    if (!organizationWords.has(form) && !placeEndings.has(form) && !eventEndings.has(form)) continue;
    if (hasTitle(words, at, i)) continue;
    const type = eventEndings.has(form) ? 'Event' : organizationWords.has(form) ? 'Organization' : 'Place';
    return { to: i + 1, type };
  }
  const first = words[at]?.form ?? '';
  if (placeOpenings.has(first) && at + 1 < end && !/^\p{Lu}\.$/u.test(words[at + 1]?.form ?? ''))
    return { to: Math.min(end, at + 2), type: 'Place' };
  return { to: at, type: 'Place' };
}

function hasTitle(words: readonly TreeWord[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (titleLength(words, i) > 0) return true;
  return false;
}

/** "Jordan Petersen", "Sofia Lund": a place's name that an unknown one follows may be a first name. */
function isGivenName(
  words: readonly TreeWord[],
  at: number,
  end: number,
  listed: Listed,
  titled: boolean,
): boolean {
  if (listed.length > 1 || listed.country?.by === 'demonym' || at + 1 >= end) return false;
  if (listedAt(words, at + 1) !== undefined || titleLength(words, at + 1) > 0) return false;
  return titled || genderOfFirstName.has(words[at]?.form ?? '');
}

/** Unknown words go on until a title or a listed name begins. */
function unknownEnd(words: readonly TreeWord[], at: number, end: number): number {
  let stop = at + 1;
  while (stop < end) {
    if (titleLength(words, stop) > 0) break;
    const given = stop - at === 1 && genderOfFirstName.has(words[at]?.form ?? '');
    if (listedAt(words, stop) !== undefined && !given) break;
    stop++;
  }
  return stop;
}

function unknown(words: readonly TreeWord[], from: number, to: number, titled: boolean): Spotted | undefined {
  const forms = words.slice(from, to).map((word) => word.form);
  const [first = ''] = forms;
  const last = forms.at(-1) ?? '';
  if (nameless.has(last) || nameless.has(first) || isDate(forms)) return undefined;
  if (/^\P{L}*$/u.test(forms.join('')) || /^https?:|@/.test(first)) return undefined;
  const named = (type: NameType, evidence: Spotted['evidence']): Spotted => ({ from, to, type, evidence });
  if (titled || (forms.length === 1 && surnameEndings.test(first))) return named('Person', 2);
  if (/\.\p{Ll}{2,}$/u.test(last)) return named('Organization', 2);
  if (genderOfFirstName.has(first) && forms.length > 1) return named('Person', 2);
  if (forms.length > 1 && forms.some((form) => /^\p{Lu}\.$/u.test(form))) return named('Person', 2);
  if (/^\p{Lu}{2,6}$/u.test(first) && forms.length === 1)
    return commonNouns.has(first.toLowerCase()) ? undefined : named('Organization', 1);
  if (forms.length > 1 && forms.length <= 3 && !forms.some((form) => commonNouns.has(form.toLowerCase())))
    return named('Person', 1);
  if (genderOfFirstName.has(first)) return named('Person', 1);
  return isIn(words, from) ? named('Place', 1) : named('Organization', 0);
}

/** "in Harlow": what only a place follows. */
const isIn = (words: readonly TreeWord[], from: number): boolean =>
  /^(?:in|near|across|throughout|outside)$/i.test(words[from - 1]?.form ?? '');

const dates = new Set(
  'January February March April June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
    ' ',
  ),
);
const isDate = (forms: readonly string[]): boolean =>
  dates.has(forms[0] ?? '') || (forms[0] === 'May' && forms.length === 1);
