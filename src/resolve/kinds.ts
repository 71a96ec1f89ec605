// What kind of thing a word makes of what it is said of: "town", "company". Nouns as data.
import type { EntityType } from '../../graph/model.ts';

/** By noun, the kind of place. A town and the state of its name are two. */
export const placeKinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    town: 'capital city town village port suburb district borough resort seaport township municipality neighborhood neighbourhood',
    state: 'state province region county territory prefecture department oblast canton voivodeship',
    country: 'country nation republic kingdom emirate sultanate federation neighbor neighbour',
    river: 'river stream tributary',
    island: 'island archipelago atoll',
    mountain: 'mountain peak volcano hill summit',
    lake: 'lake reservoir bay gulf sea strait',
  }).flatMap(([kind, nouns]) => nouns.split(' ').map((noun) => [noun, kind] as const)),
);

/** Words in names of places that several countries have a part of, so that where one lies tells nothing. */
export const wideWords: ReadonlySet<string> = new Set(
  `gulf sea ocean strait straits channel bay river canal lake mountains alps peninsula desert sahara coast cape horn delta basin
   valley border`.split(/\s+/),
);

/** Whoever lives by one of these lives by nothing else. */
export const trades: ReadonlySet<string> = new Set(
  `actor actress archer athlete baritone batsman biathlete bowler boxer captain coach comedian composer conductor cricketer cyclist
   dancer defender diver drummer fencer fighter footballer forward gymnast goalkeeper goalscorer golfer guitarist jockey keeper
   medalist medallist midfielder musician novelist painter pianist pitcher player poet quarterback racer rapper rider rower
   runner sailor scorer sculptor singer skater skier soprano sprinter star striker surfer swimmer teammate tenor violinist winger
   wrestler`.split(/\s+/),
);

/** By role, a calling that allows of no other at the same time. */
export const callings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    court: 'judge justice magistrate prosecutor',
    government: 'minister lawmaker senator congressman congresswoman ambassador mayor premier',
    church: 'archbishop bishop cardinal imam monk nun pastor priest rabbi vicar',
  }).flatMap(([calling, roles]) => roles.split(' ').map((role) => [role, calling] as const)),
);

const bodies: ReadonlySet<string> = new Set(
  `airline automaker bank brand brewer chipmaker drugmaker planemaker shipbuilder brewery broadcaster carmaker chain charity club company conglomerate corporation firm foundation insurer
   lender manufacturer ministry nonprofit newspaper organisation organization publisher regulator retailer startup supermarket
   think-tank union university utility`.split(/\s+/),
);
const plainPlaces: ReadonlySet<string> = new Set(
  'archipelago city island lake mountain peninsula river town village volcano'.split(' '),
);

/** What a thing is by all the words that are said of it; undefined where they don't agree, or don't tell. */
export function typeOfRoles(roles: ReadonlySet<string>): EntityType | undefined {
  if (roles.size === 0) return undefined;
  const words = [...roles];
  if (words.every((word) => bodies.has(word))) return 'Organization';
  if (words.every((word) => trades.has(word))) return 'Person';
  return words.every((word) => plainPlaces.has(word)) ? 'Place' : undefined;
}
