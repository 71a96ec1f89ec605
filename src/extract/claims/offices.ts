// What titles and descriptions of offices say, as ends of claims: who holds what of whom, once a sentence. Findings make
// claims of them.
import type { Place, Title } from '../article.ts';
import { roles } from '../rules/roles.ts';
import { type OfficeDescription, officesOf } from '../titles/index.ts';
import { affiliations } from './affiliations.ts';
import { counterparts } from './counterparts.ts';
import type { Ends, Filler, Named } from './ends.ts';
import type { Understood } from './index.ts';
import { fillerOf, type Standing, standingIn } from './standing.ts';

/** An office that a sentence gives someone. */
export interface OfficeClaim {
  readonly sentence: number;
  /** The word of the office. */
  readonly trigger: number;
  readonly predicate: string;
  readonly subject: Named;
  /** Words alone where what it is of names nothing: "the Russian opposition". */
  readonly object: Filler;
  /** "foreign minister"; undefined where no office is said. */
  readonly words: Place | undefined;
  readonly status: Title['status'];
  /** "former". */
  readonly sign: Place | undefined;
  /** How it was found: "before a name". */
  readonly rule: string;
  /** Set where no words say whose it is; see `Title`. */
  readonly unsaid?: true;
}

/** An office of some country or body; which, the article doesn't tell. Another one may. */
export interface OpenOffice extends Omit<OfficeClaim, 'object'> {
  readonly object: null;
}

/** Those of whom no words of the title say whose office they hold. In reading order. Cost: near linear. */
export function openOffices(understood: Understood, ends: Ends): OpenOffice[] {
  const standing = standingIn(understood, ends);
  return understood.titles.flatMap(({ holder, body, office, words, status, sign, rule, unsaid }) => {
    if (office === undefined || body !== undefined) return [];
    if (unsaid === undefined && (!ofBodies.has(office) || status === 'former')) return [];
    const [subject] = standing(holder);
    if (subject === undefined || subject.thing.type !== 'Person') return [];
    const { sentence, to } = words;
    const place = { sentence, trigger: to - 1 };
    return [{ ...place, predicate: office, subject, object: null, words, status, sign, rule, unsaid: true }];
  });
}

/** Offices of parties, firms and agencies that reports name without them: "the finance director", "acting chairman". */
const ofBodies: ReadonlySet<string> = new Set(
  'LEADER_OF CHAIR_OF DIRECTOR_OF SECRETARY_GENERAL_OF GOVERNOR_OF MAYOR_OF AMBASSADOR_OF SPOKESPERSON_FOR'.split(
    ' ',
  ),
);

/** In reading order; each once a sentence. Cost: near linear. */
export function officeClaims(understood: Understood, ends: Ends): OfficeClaim[] {
  const { article, names, titles } = understood;
  const standing = standingIn(understood, ends);
  const titled = titles.flatMap((title) => ofTitle(title, standing, ends));
  const held = bySubject([...titled, ...openOffices(understood, ends)]);
  const stated = [...titled, ...counterparts(understood, standing, held)];
  const known = bySubject(stated);
  const told = new Set(titles.map(({ words }) => `${words.sentence}:${words.from}`));
  const described = officesOf(article, names)
    .filter(({ words }) => !told.has(`${words.sentence}:${words.from}`))
    .flatMap((description) => ofDescription(description, understood, standing, known));
  const pairs = new Set([...stated, ...described].map(pairOf));
  const beside = affiliations(understood, standing).filter((claim) => !pairs.has(pairOf(claim)));
  const all = [...stated, ...described, ...beside].sort(
    (a, b) => a.sentence - b.sentence || a.trigger - b.trigger,
  );
  return [...new Map(all.map((claim) => [keyOf(claim), claim])).values()];
}

/** By the key of the thing that holds the office. */
function bySubject<T extends OfficeClaim | OpenOffice>(
  claims: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const known = new Map<number, T[]>();
  for (const claim of claims) {
    const { key } = claim.subject.thing;
    known.set(key, [...(known.get(key) ?? []), claim]);
  }
  return known;
}

/** Of whom a sentence says something about whom. */
const pairOf = ({ sentence, subject, object }: OfficeClaim): string =>
  [sentence, subject.thing.key, object.thing?.key].join('|');

const keyOf = ({ sentence, predicate, subject, object, status }: OfficeClaim): string =>
  [sentence, predicate, subject.thing.key, object.thing?.key ?? `${object.from}-${object.to}`, status].join(
    '|',
  );

function ofTitle(title: Title, standing: Standing, ends: Ends): OfficeClaim[] {
  const { holder, body, office, words, turned, status, sign, rule, unsaid } = title;
  if (office === undefined || body === undefined) return [];
  const [who] = standing(holder);
  if (who === undefined || isOrigin(office, body, ends)) return [];
  return bodiesAt(body, standing, ends).flatMap((what) =>
    claim({ words, predicate: office, turned, status, sign, rule, ...(unsaid && { unsaid }) }, who, what),
  );
}

/** "Its German rival" is a rival from Germany, not one of Germany's; so with allies, critics and supporters. */
function isOrigin(office: string, body: Place, { trees }: Ends): boolean {
  const syntax = trees[body.sentence];
  return stances.has(office) && syntax !== undefined && syntax.word(body.to - 1).upos === 'ADJ';
}

/** What may be towards anything. */
const stances: ReadonlySet<string> = new Set(
  roles.filter(({ of }) => of === 'any').map(({ office }) => office),
);

interface Said extends Pick<OfficeClaim, 'predicate' | 'status' | 'sign' | 'rule' | 'unsaid'> {
  readonly words: Place;
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

/** What an office is of: things, or the words where they name none. A pronoun that nobody resolved says nothing. */
function bodiesAt(place: Place, standing: Standing, ends: Ends): Filler[] {
  const named = standing(place);
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
  { referents }: Understood,
  standing: Standing,
  known: ReadonlyMap<number, readonly OfficeClaim[]>,
): OfficeClaim[] {
  if (plural || turned || bodies.length === 0) return [];
  const reference = referents.at(words.sentence, words.to - 1);
  if (reference === undefined || reference.thing.type !== 'Person' || reference.form !== 'nominal') return [];
  // "the president" who has no name in the article is president by his description alone.
  if (/^\p{Ll}/u.test(reference.thing.name)) return [];
  if (reference.thing.members.length > 0 || reference.from > place.to || reference.to < place.from) return [];
  const who = fillerOf(reference);
  return bodies.flatMap(({ office, place: body }) =>
    standing(body)
      .filter(({ thing }) => thing.type !== 'Person')
      .flatMap((what) => {
        const own = known.get(who.thing.key)?.find(({ object }) => object.thing?.key === what.thing.key);
        // "the Serbian minister" is one of many; where nothing else says that it is he, only heads of state are.
        if (own === undefined && who.confidence < 0.9 && !heads.has(office)) return [];
        const predicate = office === 'LEADER_OF' && own !== undefined ? own.predicate : office;
        return claim({ words, predicate, turned, status, sign, rule: 'by its description' }, who, what);
      }),
  );
}

const heads: ReadonlySet<string> = new Set([
  'PRESIDENT_OF',
  'PRIME_MINISTER_OF',
  'CHANCELLOR_OF',
  'MONARCH_OF',
  'LEADER_OF',
]);
