// What titles and descriptions of offices say, as ends of claims: who holds what of whom, once a sentence. Findings make
// claims of them.
import type { Place, Reference, Title } from '../article.ts';
import { type OfficeDescription, officesOf } from '../titles/index.ts';
import type { Ends, Filler, Named } from './ends.ts';
import type { Understood } from './index.ts';

/** An office that a sentence gives someone. */
export interface OfficeClaim {
  readonly sentence: number;
  /** The word of the office. */
  readonly trigger: number;
  readonly predicate: string;
  readonly subject: Named;
  /** Words alone where what it is of names nothing: "the Russian opposition". */
  readonly object: Filler;
  /** "foreign minister". */
  readonly words: Place;
  readonly status: Title['status'];
  /** "former". */
  readonly sign: Place | undefined;
  /** How it was found: "before a name". */
  readonly rule: string;
}

/** In reading order; each once a sentence. Cost: near linear. */
export function officeClaims(understood: Understood, ends: Ends): OfficeClaim[] {
  const { article, names, titles } = understood;
  const titled = titles.flatMap((title) => ofTitle(title, understood, ends));
  const stated = [...titled, ...counterparts(understood, ends, bySubject(titled))];
  const known = bySubject(stated);
  const told = new Set(titles.map(({ words }) => `${words.sentence}:${words.from}`));
  const described = officesOf(article, names)
    .filter(({ words }) => !told.has(`${words.sentence}:${words.from}`))
    .flatMap((description) => ofDescription(description, understood, ends, known));
  const all = [...stated, ...described].sort((a, b) => a.sentence - b.sentence || a.trigger - b.trigger);
  return [...new Map(all.map((claim) => [keyOf(claim), claim])).values()];
}

/** By the key of the thing that holds the office. */
function bySubject(claims: readonly OfficeClaim[]): ReadonlyMap<number, readonly OfficeClaim[]> {
  const known = new Map<number, OfficeClaim[]>();
  for (const claim of claims) {
    const { key } = claim.subject.thing;
    known.set(key, [...(known.get(key) ?? []), claim]);
  }
  return known;
}

const keyOf = ({ sentence, predicate, subject, object, status }: OfficeClaim): string =>
  [sentence, predicate, subject.thing.key, object.thing?.key ?? `${object.from}-${object.to}`, status].join(
    '|',
  );

function ofTitle(title: Title, understood: Understood, ends: Ends): OfficeClaim[] {
  const { holder, body, office, words, turned, status, sign, rule } = title;
  if (office === undefined || body === undefined) return [];
  const [who] = namedAt(holder, understood, ends);
  if (who === undefined) return [];
  return bodiesAt(body, understood, ends).flatMap((what) =>
    claim({ words, predicate: office, turned, status, sign, rule }, who, what),
  );
}

interface Said extends Pick<OfficeClaim, 'words' | 'predicate' | 'status' | 'sign' | 'rule'> {
  readonly turned: boolean;
}

/** A kinsman’s relation may go from what is named second; then that must name something. */
function claim({ turned, ...said }: Said, who: Named, what: Filler): OfficeClaim[] {
  if (what.thing?.key === who.thing.key) return [];
  const { sentence, to } = said.words;
  const place = { sentence, trigger: to - 1 };
  if (!turned) return [{ ...said, ...place, subject: who, object: what }];
  return isNamed(what) ? [{ ...said, ...place, subject: what, object: who }] : [];
}

const isNamed = (filler: Filler): filler is Named => filler.thing !== undefined;

/** What stands at a place: the reference with these very words, else what its head stands for. */
function namedAt(place: Place, { referents }: Understood, ends: Ends): Named[] {
  const here = referents.references.filter(
    (reference) =>
      reference.sentence === place.sentence && reference.from < place.to && reference.to > place.from,
  );
  const exact =
    here.find(({ from, to }) => from === place.from && to === place.to) ??
    here.find(({ form, from, to }) => form === 'name' && from >= place.from && to <= place.to);
  if (exact !== undefined && exact.thing.members.length === 0) return [fillerOf(exact)];
  const syntax = ends.trees[place.sentence];
  return syntax === undefined ? [] : ends.named(place.sentence, [syntax.headWithin(place)]);
}

const fillerOf = (reference: Reference): Named => {
  const { sentence, head, from, to, thing, confidence } = reference;
  return { sentence, word: head, from, to, thing, mention: reference, confidence };
};

/** What an office is of: things, or the words where they name none. A pronoun that nobody resolved says nothing. */
function bodiesAt(place: Place, understood: Understood, ends: Ends): Filler[] {
  const named = namedAt(place, understood, ends);
  if (named.length > 0) return named;
  const syntax = ends.trees[place.sentence];
  const word = syntax?.headWithin(place);
  if (syntax === undefined || word === undefined || syntax.word(word).upos === 'PRON') return [];
  if (/^(?:PRP\$|WP\$|WDT)$/.test(syntax.word(place.to - 1).xpos)) return [];
  return [{ ...place, word, thing: undefined, mention: undefined, confidence: 1 }];
}

/** "the Chilean president", of whom reference/ knows who it is: he holds that office, as the article calls it elsewhere. */
function ofDescription(
  { place, words, bodies, plural, turned, status, sign }: OfficeDescription,
  understood: Understood,
  ends: Ends,
  known: ReadonlyMap<number, readonly OfficeClaim[]>,
): OfficeClaim[] {
  if (plural || turned || bodies.length === 0) return [];
  const reference = understood.referents.at(words.sentence, words.to - 1);
  if (reference === undefined || reference.thing.type !== 'Person' || reference.form !== 'nominal') return [];
  if (reference.thing.members.length > 0 || reference.from > place.to || reference.to < place.from) return [];
  const who = fillerOf(reference);
  return bodies.flatMap(({ office, place: body }) =>
    namedAt(body, understood, ends)
      .filter(({ thing }) => thing.type !== 'Person')
      .flatMap((what) => {
        const own = known.get(who.thing.key)?.find(({ object }) => object.thing?.key === what.thing.key);
        const predicate = office === 'LEADER_OF' && own !== undefined ? own.predicate : office;
        return claim({ words, predicate, turned, status, sign, rule: 'by its description' }, who, what);
      }),
  );
}

/** "her Peruvian counterpart Omar Reyes": what she is in her country he is in his. */
function counterparts(
  { article, names, referents }: Understood,
  ends: Ends,
  known: ReadonlyMap<number, readonly OfficeClaim[]>,
): OfficeClaim[] {
  const found: OfficeClaim[] = [];
  for (const name of names) {
    if (name.type !== 'Person') continue;
    const { sentence } = name;
    const words = article.trees[sentence]?.words ?? [];
    const noun = words[name.from - 1]?.form === ',' ? name.from - 2 : name.from - 1;
    if (words[noun]?.form.toLowerCase() !== 'counterpart') continue;
    const before = [noun - 1, noun - 2, noun - 3, noun - 4].filter((at) => at >= 0);
    const references = before.flatMap(
      (at) => referents.at(sentence, at) ?? ends.named(sentence, [at])[0]?.mention ?? [],
    );
    const country = references.find(({ thing }) => thing.type === 'Place');
    const owner = references.find(({ thing }) => thing.type === 'Person');
    const holder = referents.references.find(
      (reference) =>
        reference.sentence === sentence && reference.from === name.from && reference.to === name.to,
    );
    if (country === undefined || owner === undefined || holder === undefined) continue;
    const office = known
      .get(owner.thing.key)
      ?.find(({ status, object }) => status === 'current' && object.thing?.type === 'Place');
    if (office === undefined) continue;
    const place = { sentence, from: noun, to: noun + 1 };
    const said = { words: place, predicate: office.predicate, status: 'current', sign: undefined } as const;
    found.push(
      ...claim(
        { ...said, turned: false, rule: 'a counterpart’s office' },
        fillerOf(holder),
        fillerOf(country),
      ),
    );
  }
  return found;
}
