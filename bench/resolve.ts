// How long names take to become entities, and how that grows: `npm run bench:resolve`. Records are made by chance, always the
// same: five names for each thing, in full, short, by initials, in another spelling, with offices and places for some.
import { performance } from 'node:perf_hooks';
import type { Annotated, Chain } from '../src/annotated.ts';
import { resolveEntities } from '../src/resolve/entities.ts';

const sizes = [10_000, 100_000];
const perArticle = 10;

/** Numbers by chance, the same in every run. Source: mulberry32, Tommy Ettinger. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Records with so many names of a fifth as many things: half of them people, the others bodies and places. */
function recordsOf(names: number): Annotated[] {
  const random = chance(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = () => {
    const syllables = Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => pick(consonants) + pick(vowels),
    );
    const text = syllables.join('') + pick(endings);
    return text[0]?.toUpperCase() + text.slice(1);
  };
  const given = Array.from({ length: 400 }, word);
  const family = Array.from({ length: Math.ceil(names / 15) }, word);
  const chains: Chain[] = Array.from({ length: names / 5 }, (_, i) => i).flatMap((i) => {
    const type = i % 2 === 0 ? 'Person' : i % 4 === 1 ? 'Organization' : 'Place';
    const forms =
      type === 'Person' ? people(pick(given), pick(given), pick(family)) : things(type, word(), word());
    const known = { roles: [pick(roles)], places: [pick(places)] };
    return forms.map((name, k): Chain => ({ type, name, mentions: [], ...(k % 2 === 0 ? { known } : {}) }));
  });
  for (let i = chains.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [chains[i], chains[j]] = [chains[j] as Chain, chains[i] as Chain];
  }
  return Array.from({ length: Math.ceil(chains.length / perArticle) }, (_, i) =>
    recordOf(i, chains.slice(i * perArticle, (i + 1) * perArticle)),
  );
}

const consonants = 'b c d f g h k l m n p r s t v z br gr kr st'.split(' ');
const vowels = 'a e i o u ai ie'.split(' ');
const endings = ['', '', 'n', 'r', 's', 'sky', 'ov', 'berg'];
const roles = 'minister mayor judge governor senator director'.split(' ');
const places = 'chile peru norway kenya laos oman'.split(' ');

const people = (first: string, middle: string, last: string): string[] => [
  `${first} ${middle} ${last}`,
  `${first} ${last}`,
  `${first[0]}. ${last}`,
  last,
  `${first} ${last}`,
];

const things = (type: string, a: string, b: string): string[] =>
  type === 'Place'
    ? [a, a, `${a}`, a, a]
    : [
        `${a} ${b} Council`,
        `Council of ${a} ${b}`,
        `${a} ${b} Council`,
        `${a} ${b} Council Ltd`,
        `${a} ${b} Council`,
      ];

function recordOf(index: number, chains: readonly Chain[]): Annotated {
  const document = `${index}.txt`;
  const spans = chains.map(({ name }, i) => ({ start: i * 100, end: i * 100 + name.length }));
  return {
    document,
    contentHash: document,
    extractor: 'bench@1',
    sentences: [],
    statements: [],
    mentions: chains.map(({ name }, i) => ({
      ...(spans[i] as { start: number; end: number }),
      id: `${document}:${i}`,
      text: name,
      form: 'name' as const,
    })),
    chains: chains.map((chain, i) => ({ ...chain, mentions: [`${document}:${i}`] })),
  };
}

function measure(names: number) {
  const records = recordsOf(names);
  const times = [1, 2, 3].map(() => {
    globalThis.gc?.();
    const start = process.cpuUsage();
    const wall = performance.now();
    const { entities } = resolveEntities(records);
    const { user, system } = process.cpuUsage(start);
    return { cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000, entities: entities.length };
  });
  return times.reduce((best, time) => (time.cpu < best.cpu ? time : best));
}

function report(): void {
  console.log(['names', 'entities', 'wall s', 'cpu s', 'peak MB'].map((head) => head.padStart(10)).join(''));
  const results = sizes.map((names) => {
    const { cpu, wall, entities } = measure(names);
    const peak = process.resourceUsage().maxRSS / 1024;
    const cells = [`${names}`, `${entities}`, wall.toFixed(2), cpu.toFixed(2), peak.toFixed(0)];
    console.log(cells.map((cell) => cell.padStart(10)).join(''));
    return cpu;
  });
  const [small = 1, large = 1] = results;
  console.log(
    `\n${(large / small).toFixed(1)} × the processor time for 10 × the names; wanted: 5 s, under 1 GB, at most 12 ×, aim 10.5 ×`,
  );
}

report();
