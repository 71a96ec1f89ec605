// Short forms of bodies that an article has named in full: "the Front" for the Front for the Freedom of Arica, its letters,
// "the Farmers" for the Farmers' Party; and parties and teams that are only ever called "the Greens". Who is who: reference/.
import type { TreeWord } from '../../text/index.ts';
import type { Article, Name } from '../article.ts';
import { commonNouns, nameless } from '../data/name-words.ts';
import { states } from '../data/states.ts';
import { listedAt } from './gazetteer.ts';
import { isLoud } from './loud.ts';
import { titleLength } from './title.ts';

/** The names with the short forms among them, in reading order, without overlap. Cost: linear. */
export function withShortForms(article: Article, names: readonly Name[]): Name[] {
  const found = withForms(article, names);
  // "the Front, known as FLA": a short form may tell letters in its turn.
  return found.length === names.length ? found : withForms(article, found);
}

function withForms({ trees }: Article, names: readonly Name[]): Name[] {
  const bySentence = Map.groupBy(names, ({ sentence }) => sentence);
  const shorts = shortForms(trees, names);
  const surnames = new Set(
    names.filter(({ type }) => type === 'Person').map((name) => formsOf(trees, name).at(-1) as string),
  );
  // "Green leader Ada Moss", where there are Greens.
  const plurals = new Set(
    names.flatMap((name) => (name.type === 'Organization' ? formsOf(trees, name).join(' ') : [])),
  );
  return trees.flatMap((tree, sentence) => {
    const own = bySentence.get(sentence) ?? [];
    if (tree.kind === 'boilerplate' || tree.kind === 'dateline' || isLoud(tree)) return own;
    const { words } = tree;
    const found = words.flatMap((word, at): Name[] => {
      if (!/^\p{Lu}/u.test(word.form) || own.some(({ from, to }) => from <= at && at < to)) return [];
      const isShort = shorts.letters.has(word.form) || (isDefinite(words, at) && shorts.heads.has(word.form));
      const isMembers = plurals.has(`${word.form}s`) && titleLength(words, at + 1) > 0;
      if (!isShort && !isMembers && !isGroup(words, at, surnames)) return [];
      return [{ sentence, from: at, to: at + 1, type: 'Organization', confidence: isShort ? 0.75 : 0.6 }];
    });
    return found.length === 0 ? own : [...own, ...found].sort((a, b) => a.from - b.from);
  });
}

type Trees = Article['trees'];

const formsOf = (trees: Trees, { sentence, from, to }: Name): string[] =>
  (trees[sentence]?.words ?? []).slice(from, to).map(({ form }) => form);

/** What bodies of the article may be called: by letters, and by a word of their names after "the". */
function shortForms(trees: Trees, names: readonly Name[]): { letters: Set<string>; heads: Set<string> } {
  const letters = new Set<string>();
  const heads = new Map<string, Set<string>>();
  for (const name of names) {
    if (name.type !== 'Organization') continue;
    const said = lettersBeside(trees[name.sentence]?.words ?? [], name);
    if (said !== undefined) letters.add(said);
    const forms = formsOf(trees, name);
    const weighty = forms.filter((form) => /^\p{Lu}/u.test(form));
    if (weighty.length < 2) continue;
    if (weighty.length > 2) letters.add(weighty.map((form) => form[0]).join(''));
    for (const head of headsOf(forms)) {
      const full = forms.join(' ').toLowerCase();
      heads.set(head, (heads.get(head) ?? new Set()).add(full));
    }
  }
  const single = [...heads].filter(([head, full]) => full.size === 1 && !alsoElse.has(head));
  return { letters, heads: new Set(single.map(([head]) => head)) };
}

/** "the Northern Front (NF)", "the Front, known by its French initials FN,": what the article says that a body is called. */
export function lettersBeside(words: readonly TreeWord[], { to }: Pick<Name, 'to'>): string | undefined {
  const form = (at: number) => words[at]?.form ?? '';
  if (form(to) === '(' && (form(to + 2) === ')' || form(to + 2) === ',') && areLetters(form(to + 1)))
    return form(to + 1);
  const at = form(to) === ',' ? to + 1 : to;
  if (!/^(?:known|abbreviated|called)$/i.test(form(at))) return undefined;
  for (let next = at + 1; next < at + 8; next++) {
    if (/^[,.;:]$/.test(form(next))) return undefined;
    if (areLetters(form(next))) return form(next);
  }
  return undefined;
}

const areLetters = (form: string): boolean =>
  /^[\p{L}\p{N}-]{2,8}$/u.test(form) && /\p{Lu}\P{Lu}*\p{Lu}/u.test(form) && !states.has(form);

/** "Front" of "Front for Arica", "Commission" of "Fishing Commission", "Farmers" of "Farmers' Party". */
function headsOf(forms: readonly string[]): string[] {
  const [first, second = ''] = forms;
  const last = forms.at(-1) as string;
  const found = /^(?:of|for|against|to)$/.test(second) ? [first as string] : [last];
  const members = forms.at(/^['’]$/.test(forms.at(-2) ?? '') ? -3 : -2) ?? '';
  if (/^(?:Party|Alliance|League|Union|Movement)$/.test(last) && /s$/.test(members)) found.push(members);
  // "the Conservatives" for the National Conservatives, but no "Workers" for a trade union of theirs.
  return found.filter((form) => /^\p{Lu}\p{Ll}{2,}$/u.test(form));
}

/** Last words of bodies that alone mean something else, or nothing. */
const alsoElse: ReadonlySet<string> = new Set(
  'House State States Street Wall Nations Kingdom City Line Lines Times Post News Star Sun World Group Company Inc Corp Holdings International America Europe Africa Asia North South East West Republic Government Day'.split(
    ' ',
  ),
);

/** Whether a word stands after "the", and is not the beginning of something longer. */
function isDefinite(words: readonly TreeWord[], at: number): boolean {
  const next = words[at + 1];
  const isLonger =
    next !== undefined && (/^\p{Lu}/u.test(next.form) || /^(?:of|for|against|-)$/.test(next.form));
  return /^the$/i.test(words[at - 1]?.form ?? '') && !isLonger;
}

/** "the Greens said", "with the Conservatives": who are many, act, and are no family, people or mountains. */
function isGroup(words: readonly TreeWord[], at: number, surnames: ReadonlySet<string>): boolean {
  const { form, xpos } = words[at] as TreeWord;
  if (!/^\p{Lu}\p{Ll}{3,}s$/u.test(form) || !/^NNP?S$|^NNP$/.test(xpos) || !isDefinite(words, at))
    return false;
  const single = form.slice(0, -1);
  if (nameless.has(form) || nameless.has(single) || commonNouns.has(form.toLowerCase())) return false;
  if (surnames.has(single) || surnames.has(form) || listedAt(words, at) !== undefined) return false;
  if (notBodies.has(form)) return false;
  const before = words[at - 2]?.form.toLowerCase() ?? '';
  return !/^(?:in|on|at|across|near|to|through|over|around|from|into|during|throughout)$/.test(before);
}

/** Mountains, islands, games, times, prizes. */
const notBodies: ReadonlySet<string> = new Set(
  'Alps Andes Balkans Highlands Midlands Netherlands Philippines Maldives Bahamas Falklands Himalayas Pyrenees Rockies Urals Cairngorms Dolomites Hamptons Hebrides Azores Canaries Emirates Americas Tropics Grammys Oscars Emmys Baftas Brits Nationals Finals Playoffs Masters Ashes Paralympics Commons Lords Seychelles Carpathians Ardennes Cyclades Comoros Solomons Carolinas Dakotas Sixties Seventies Eighties Nineties Twenties Scriptures Gospels Psalms'.split(
    ' ',
  ),
);
