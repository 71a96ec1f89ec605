// What type a name has over all articles: most of them decide where its own article only guesses. Joins nothing.
import { type EntityType, entityTypes } from '../../graph/model.ts';
import { type Meeting, meetingOf } from './cluster.ts';
import { type Link, namesOf } from './entities.ts';
import { calledFor } from './forms.ts';

/**
 * One name, one type: where articles type it differently, most of them decide for those that only guess. What shows its type
 * by what is said of it has three votes, and keeps it: a person and a company of one name stay two. A single word has the
 * votes of longer names that are called so as well: Lena Holt's for "Holt", Holt Shipping's too. Ties are in the order of
 * `entityTypes`. *Cost*: linear.
 */
export function settleTypes(links: readonly Link[]): Link[] {
  const words = links.map(wordsOfLink);
  const votes = new Map<string, Votes>();
  const doubtful = new Set<string>();
  for (const [i, link] of links.entries()) {
    if (!isVoter(link)) continue;
    const own = words[i] as string;
    const known = votes.get(own) ?? new Map();
    votes.set(own, add(known, link.name.type, weightOf(link)));
    if (isDoubtful(link)) doubtful.add(own);
  }
  const vote = (i: number) =>
    retyped(links[i] as Link, mostVoted(votes.get(words[i] as string), words[i] as string));
  const settled = links.map((_, i) => vote(i));
  for (const { fixed, name } of doubtful.size > 0 ? settled : [])
    for (const short of fixed === null ? calledFor(name) : [])
      if (doubtful.has(short)) add(votes.get(short) as Votes, name.type, 1);
  return settled.map((link, i) => (doubtful.has(words[i] as string) ? vote(i) : link));
}

/**
 * The keys by which links of the same words meet others; see `meetingOf`. One that may get another type by what longer names
 * are called meets whatever it would meet as that.
 */
export function meetingOfNames(links: readonly Link[]): Meeting {
  const isOpen = links.some(isDoubtful);
  const settled = isOpen ? links.flatMap(asAnyType) : settleTypes(links);
  const different = new Map(
    settled.map((link) => {
      const { name, known, fixed, isNamed, isAlone, isTitle } = link;
      return [JSON.stringify([name, [...known.offices], fixed, isNamed, isAlone, isTitle]), link];
    }),
  );
  const asks = new Set(isOpen ? links.slice(0, 1).map((link) => `called: ${wordsOfLink(link)}`) : []);
  const offers = new Set<string>();
  for (const link of different.values()) {
    const meeting = meetingOf(link);
    for (const key of meeting.asks) asks.add(key);
    for (const key of meeting.offers) offers.add(key);
    if (link.fixed === null) for (const short of calledFor(link.name)) offers.add(`called: ${short}`);
  }
  return { asks: [...asks], offers: [...offers] };
}

const asAnyType = (link: Link): Link[] => [link, ...votable.map((type) => retyped(link, type))];

/** Links with other words don't vote with it. */
export const wordsOfLink = ({ name }: Link): string => name.words.join(' ');

/** By type, what speaks for it, and in how many articles. */
type Votes = Map<EntityType, { readonly weight: number; readonly articles: number }>;

const votable: readonly EntityType[] = ['Person', 'Organization', 'Place'];

function isVoter({ fixed, isNamed, name: { type } }: Link): boolean {
  return fixed === null && isNamed && votable.includes(type);
}

/** A single word of which its article only guesses what it is. */
const isDoubtful = (link: Link): boolean => link.name.words.length === 1 && !link.isGrounded && isVoter(link);

const none = { weight: 0, articles: 0 };

/** The votes of what an article shows to be of its type. */
const shown = 3;

/** A single word is taken for a surname where nothing is known of it; "he" may be somebody else. */
function weightOf({ isGrounded, known, name: { type, words } }: Link): number {
  if (isGrounded) return shown;
  if (known.genders.size > 0) return 2;
  return type === 'Person' && words.length === 1 ? 0.5 : 1;
}

function add(votes: Votes, type: EntityType, weight: number): Votes {
  const { weight: before, articles } = votes.get(type) ?? none;
  return votes.set(type, { weight: before + weight, articles: articles + 1 });
}

/**
 * Undefined where not one has most: of a single word by far, and where some show what they speak of not by one article alone.
 * Then there are two.
 */
function mostVoted(votes: Votes | undefined, words: string): EntityType | undefined {
  if (votes === undefined || votes.size === 0) return undefined;
  if (votes.size === 1) return [...votes.keys()][0];
  const count = (type: EntityType) => votes.get(type)?.weight ?? 0;
  const most = entityTypes.reduce((best, type) => (count(type) > count(best) ? type : best));
  const next = Math.max(...entityTypes.map((type) => (type === most ? 0 : count(type))));
  const enough = words.includes(' ') ? 0 : Math.max(2, 2 * next);
  const isOne = count(most) === next || votes.get(most)?.articles === 1;
  if (count(most) >= shown && next > 0 && isOne) return undefined;
  return count(most) >= enough ? most : undefined;
}

function retyped(link: Link, type: EntityType | undefined): Link {
  if (type === undefined || type === link.name.type || link.isGrounded || !isVoter(link)) return link;
  return { ...link, ...namesOf(link.chain, type, link.texts, link.known) };
}
