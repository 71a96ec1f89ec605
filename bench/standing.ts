// Whether descriptions and pronouns were said to stand for the right thing, against test/gold/mentions.json. Prints nothing.

/** A mention of the hand-made list. *Units*: UTF-16 code units of the document's text, `end` exclusive. */
export interface GoldMention {
  /** File name of the article. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** Id of a gold entity; of several for a group ("the two leaders"). */
  readonly entity: Ids;
  /** What a careful reader might say instead. */
  readonly or?: readonly Ids[];
  /** `capital`: a seat of government that acts ("Moscow" for Russia), which other measures take as a name. */
  readonly form: 'nominal' | 'pronoun' | 'capital';
  /** Place of the head word in a description. */
  readonly head?: readonly number[];
}

type Ids = string | readonly string[];

/** An entity of the gold files beside the articles. */
export interface GoldEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Words that a system took as standing for something; `entities` are all that it says they stand for. */
export interface FoundMention {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly entities: readonly string[];
}

/** How one mention came out, counted by member: a group of two that was found whole is `right: 2`. */
export interface Verdict {
  readonly mention: GoldMention;
  readonly found: FoundMention | undefined;
  readonly right: number;
  readonly wrong: number;
  readonly unresolved: number;
}

/**
 * A verdict a gold mention, in the given order. A system's entity is a gold entity where it bears most of that entity's
 * names in the document (or, where the document doesn't name it, in all of them) and more of its names than of any
 * other's; capitals of the list don't count as names there. `texts` is by file name. *Cost*: names × found, a document.
 */
export function judge(
  gold: readonly GoldMention[],
  entities: readonly GoldEntity[],
  texts: ReadonlyMap<string, string>,
  found: readonly FoundMention[],
): Verdict[] {
  const pairs = paired(gold, found);
  const names = namesIn(texts, entities).filter((name) => !gold.some((mention) => touches(mention, name)));
  const bearers = new Bearers(names, found);
  return gold.map((mention) => verdict(mention, pairs.get(mention), bearers));
}

function verdict(mention: GoldMention, found: FoundMention | undefined, bearers: Bearers): Verdict {
  const readings = [mention.entity, ...(mention.or ?? [])].map((ids) => [ids].flat());
  const answer = new Set(found?.entities.flatMap((entity) => bearers.goldOf(mention.document, entity)) ?? []);
  const verdicts = readings.map((members) => {
    const right = members.filter((member) => answer.has(member)).length;
    const wrong = answer.size - right;
    return { mention, found, right, wrong, unresolved: Math.max(0, members.length - right - wrong) };
  });
  return verdicts.reduce((best, next) => (next.right - next.wrong > best.right - best.wrong ? next : best));
}

/** Which found mention answers which gold one: each at most once, the most alike first. */
function paired(
  gold: readonly GoldMention[],
  found: readonly FoundMention[],
): Map<GoldMention, FoundMention> {
  const candidates = gold.flatMap((mention) =>
    found
      .filter((other) => touches(mention, other) && isAlike(mention, other))
      .map((other) => ({ mention, other, share: share(mention, other) })),
  );
  const pairs = new Map<GoldMention, FoundMention>();
  const taken = new Set<FoundMention>();
  for (const { mention, other } of candidates.sort((a, b) => b.share - a.share)) {
    if (pairs.has(mention) || taken.has(other)) continue;
    pairs.set(mention, other);
    taken.add(other);
  }
  return pairs;
}

/** Half of their words in common, or the head with some of what belongs to it. */
function isAlike(mention: GoldMention, other: FoundMention): boolean {
  if (share(mention, other) >= 0.5) return true;
  const [start = mention.start, end = mention.end] = mention.head ?? [];
  const isInside = other.start >= mention.start && other.end <= mention.end;
  return isInside && other.start <= start && other.end >= end;
}

interface Stretch {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

const touches = (a: Stretch, b: Stretch): boolean =>
  a.document === b.document && a.start < b.end && b.start < a.end;

/** What two stretches have in common, of the longer one. */
const share = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  Math.max(a.end - a.start, b.end - b.start);

interface GoldName extends Stretch {
  readonly gold: string;
}

/** Every place where a gold name stands, longest names first, without overlap: as `score.mjs` finds them. */
function namesIn(texts: ReadonlyMap<string, string>, entities: readonly GoldEntity[]): GoldName[] {
  const names = entities
    .flatMap(({ id, name, aliases }) => [name, ...aliases].map((words) => ({ id, words })))
    .sort((a, b) => b.words.length - a.words.length);
  const places: GoldName[] = [];
  for (const [document, text] of texts)
    for (const { id, words } of names) {
      const pattern = `(?<![\\p{L}\\p{N}])${RegExp.escape(words)}(?![\\p{L}\\p{N}])`;
      for (const { index } of text.matchAll(new RegExp(pattern, 'gu'))) {
        const place = { document, start: index, end: index + words.length, gold: id };
        if (!places.some((other) => touches(other, place))) places.push(place);
      }
    }
  return places;
}

/** Which gold entity a system's entity is, by the names that it bears. */
class Bearers {
  /** Key: system entity, gold entity, and the document or nothing for all of them. */
  readonly #counts = new Map<string, number>();
  readonly #golds: readonly string[];
  readonly #systems: readonly string[];
  readonly #known = new Map<string, readonly string[]>();

  constructor(names: readonly GoldName[], found: readonly FoundMention[]) {
    for (const name of names) {
      const bearer = bearerOf(name, found);
      if (bearer === undefined) continue;
      for (const document of [name.document, ''])
        for (const entity of bearer.entities) {
          const key = keyOf(document, entity, name.gold);
          this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
        }
    }
    this.#golds = [...new Set(names.map((name) => name.gold))];
    this.#systems = [...new Set(found.flatMap((mention) => mention.entities))];
  }

  /** The gold entity, as a list of one; what the gold doesn't know keeps the system's id, so that it counts as wrong. */
  goldOf(document: string, entity: string): readonly string[] {
    const key = `${document}\n${entity}`;
    const known = this.#known.get(key) ?? [
      this.#goldIn(document, entity) ?? this.#goldIn('', entity) ?? entity,
    ];
    this.#known.set(key, known);
    return known;
  }

  #goldIn(document: string, entity: string): string | undefined {
    const count = (system: string, gold: string) => this.#counts.get(keyOf(document, system, gold)) ?? 0;
    const gold = this.#golds.reduce<string | undefined>(
      (best, next) => (count(entity, next) > (best === undefined ? 0 : count(entity, best)) ? next : best),
      undefined,
    );
    if (gold === undefined) return undefined;
    const own = count(entity, gold);
    return this.#systems.every((system) => count(system, gold) <= own) ? gold : undefined;
  }
}

const keyOf = (document: string, system: string, gold: string): string => [document, system, gold].join('\n');

function bearerOf(name: GoldName, found: readonly FoundMention[]): FoundMention | undefined {
  let best: FoundMention | undefined;
  for (const mention of found)
    if (touches(name, mention) && (best === undefined || share(name, mention) > share(name, best)))
      best = mention;
  return best;
}
