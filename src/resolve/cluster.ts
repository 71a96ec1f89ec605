// Which names are one: things that bear one name, kept apart where too much speaks against it, then names that are forms of
// another. Each union has its reason. Sees names and what is known of them, no text.
import { compare } from '../../graph/model.ts';
import { abbreviationsOf, type Form, formsOf, looseParts, type Name } from './forms.ts';
import { compareKnown, factsOf, type Known, together, type Verdict } from './known.ts';

/** What one article calls by one name. */
export interface Item {
  readonly name: Name;
  readonly known: Known;
  /** Whether the article names it; else it only describes it: "the German chancellor". */
  readonly isNamed: boolean;
  /** Whether it is described by nothing but a title: "the Pope". */
  readonly isTitle: boolean;
  /** A decision made it: it joins nothing by itself. */
  readonly isAlone: boolean;
  /** Days since 1970 when the article came out; undefined where it has no date. */
  readonly day: number | undefined;
  /** Sorts the items of a name, the same for the same item in every build. */
  readonly order: string;
  /** Id of the entity that an import says it is: items of one id are one, those of different ids are not. */
  readonly fixed: string | null;
}

/** Two items that were judged to be one, and why. */
export interface Union<T extends Item> {
  readonly a: T;
  readonly b: T;
  readonly why: string;
}

export interface Clusters<T extends Item> {
  /** In the order of their first items. */
  readonly groups: readonly (readonly T[])[];
  readonly unions: readonly Union<T>[];
}

/** What people decided: items that are one whatever speaks against it, and items that are not. */
export interface Decided<T extends Item> {
  readonly same: readonly (readonly [T, T])[];
  readonly apart: readonly (readonly [T, T])[];
}

/**
 * Groups of items that are one. Order of the items doesn't matter. A name is a form of another where only one can be meant:
 * "Holt" is Lena Holt as long as there is no other Holt, or no other Holt who is also mayor of Bodø. *Cost*: near linear
 * in the items, plus sorting.
 */
export function cluster<T extends Item>(items: readonly T[], decided: Decided<T>): Clusters<T> {
  const sorted = [...items].sort((a, b) => compare(a.order, b.order));
  const sets = new Sets(sorted, decided.apart);
  for (const [a, b] of decided.same) sets.join(a, b, 'a decision');
  for (const [, [first, ...rest]] of sortedGroups(
    sorted.filter((item) => item.fixed !== null),
    (item) => item.fixed as string,
  ))
    for (const item of rest) sets.join(first as T, item, 'one by an import, or by a list of names');
  const named = sorted.filter((item) => item.isNamed && !item.isAlone);
  for (const [, group] of sortedGroups(named, (item) => item.name.key)) joinNamesakes(group, sets);
  joinForms(named, sets);
  joinDescribed(
    sorted.filter((item) => !item.isAlone),
    sets,
  );
  return { groups: sets.groups(), unions: sets.unions };
}

/** Where an item meets others: one that asks for a key has to do with those that offer it. */
export interface Meeting {
  readonly asks: readonly string[];
  readonly offers: readonly string[];
}

/**
 * The keys by which items meet. Items that don't, not even by way of others, are clustered alike together and apart: whoever
 * lets them meet in another way says so here.
 */
export function meetingOf(item: Item): Meeting {
  const { name, fixed, known, isNamed, isAlone } = item;
  const imported = fixed === null ? [] : [`imported: ${fixed}`];
  if (isAlone) return { asks: imported, offers: imported };
  const offices = (isNamed ? [...known.offices] : officesOf(item)).map((office) => `office: ${office}`);
  if (!isNamed) return { asks: [...offices, ...imported], offers: [...offices, ...imported] };
  const offered = [name.key, ...abbreviationsOf(name), ...looseParts(name).map(({ key }) => key)];
  return {
    asks: [name.key, ...formsOf(name).map(({ key }) => key), ...imported],
    offers: [...offered, ...offices, ...imported],
  };
}

/**
 * Namesakes are one unless what is known of them parts them. Who is known best comes first; of whom nothing is known, where
 * there are several whom it might be, is one more.
 */
function joinNamesakes<T extends Item>(group: readonly T[], sets: Sets<T>): void {
  const bestFirst = [...group].sort(
    (a, b) => factsOf(b.known) - factsOf(a.known) || compare(a.order, b.order),
  );
  const roots: T[] = [];
  for (const item of bestFirst) {
    const open = roots.filter((root) => sets.mayJoin(root, item));
    const namesake =
      open.find((root) => sets.isJoined(root, item)) ??
      open.find((root) => sets.compare(root, item).says === 'same') ??
      (open.length === 1 ? open[0] : open.find((root) => sets.isUnknown(root)));
    if (namesake === undefined) roots.push(item);
    else
      sets.join(namesake, item, ['same name', sets.compare(namesake, item).why].filter(Boolean).join(', '));
  }
}

function joinForms<T extends Item>(items: readonly T[], sets: Sets<T>): void {
  // One item for each name in a set: a decision may have put several names into one.
  const firsts = [
    ...new Map(items.map((item) => [`${sets.find(item).order} ${item.name.key}`, item])).values(),
  ];
  const fullestFirst = [...firsts].sort(
    (a, b) =>
      b.name.words.length - a.name.words.length ||
      b.name.key.length - a.name.key.length ||
      compare(a.name.key, b.name.key) ||
      compare(a.order, b.order),
  );
  /** Items so far that a form may mean. */
  const meant = new Map<string, T[]>();
  const loose = new Map<string, { readonly item: T; readonly form: Form }[]>();
  for (const item of fullestFirst) {
    if (item.fixed === null) joinOneForm(item, meant, loose, sets);
    for (const key of abbreviationsOf(item.name).add(item.name.key)) keep(meant, key, item);
    for (const form of looseParts(item.name)) keep(loose, form.key, { item, form });
  }
}

/** A form that means more than this many is no form of any. */
const mostMeant = 64;

/** Adds to a list that keeps the last of them. */
function keep<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else if (list.push(item) > mostMeant + 1) list.shift();
}

function joinOneForm<T extends Item>(
  item: T,
  meant: ReadonlyMap<string, readonly T[]>,
  loose: ReadonlyMap<string, readonly { readonly item: T; readonly form: Form }[]>,
  sets: Sets<T>,
): void {
  for (const form of formsOf(item.name)) {
    const found = rootsOf(meant.get(form.key) ?? [], item, sets);
    if (found.length > mostMeant) continue;
    const open = found.filter((root) => sets.mayJoin(root, item));
    const needs = form.needs === 'nothing' && found.length > 1 ? 'more' : form.needs;
    const only = open.filter((root) => isEnough(sets.compare(root, item), needs));
    const [one] = only;
    if (one !== undefined && only.length === 1) {
      sets.join(one, item, reason(form, one, item, sets));
      return;
    }
  }
  const { key } = item.name;
  const parts = loose.get(key) ?? [];
  const agreeing = parts.filter(
    (part) =>
      !sets.isJoined(part.item, item) &&
      sets.mayJoin(part.item, item) &&
      isEnough(sets.compare(part.item, item), part.form.needs),
  );
  const [one] = agreeing;
  if (one !== undefined && new Set(agreeing.map((part) => sets.find(part.item))).size === 1)
    sets.join(one.item, item, reason(one.form, one.item, item, sets));
}

function isEnough({ says }: Verdict, needs: Form['needs']): boolean {
  return needs === 'nothing' || says === 'same' || (needs === 'some' && says === 'likely');
}

function reason<T extends Item>(form: Form, root: T, item: T, sets: Sets<T>): string {
  return [form.why, sets.compare(root, item).why].filter(Boolean).join(', ');
}

/**
 * Who is only described by an office is the one who is named with it in reports of that year, where there is one; else
 * the one whom reports of these two months describe so as well.
 */
function joinDescribed<T extends Item>(items: readonly T[], sets: Sets<T>): void {
  const holders = new Map<string, T[]>();
  for (const item of items)
    if (item.isNamed)
      for (const office of item.known.offices) holders.set(office, [...(holders.get(office) ?? []), item]);
  const described = items.filter((item) => !item.isNamed && officesOf(item).length > 0);
  const last = new Map<string, T>();
  for (const item of described.sort((a, b) => (a.day ?? 0) - (b.day ?? 0) || compare(a.order, b.order))) {
    const [office] = officesOf(item) as [string];
    const near = (holders.get(office) ?? []).filter((other) => isWithin(365, item, other));
    const named = rootsOf(near, item, sets).filter((root) => sets.mayJoin(root, item));
    const before = last.get(office);
    last.set(office, item);
    const [one] = named;
    if (one !== undefined && named.length === 1)
      sets.join(one, item, 'the only one named with that office then');
    else if (
      named.length === 0 &&
      before !== undefined &&
      isWithin(60, item, before) &&
      sets.mayJoin(before, item)
    )
      sets.join(before, item, 'the same office at the same time');
  }
}

/** What somebody is described by; of a title alone, "the Pope", the title. */
const officesOf = ({ known, name, isTitle }: Item): string[] =>
  known.offices.size === 0 && isTitle ? [name.key] : [...known.offices].sort();

const isWithin = (days: number, a: Item, b: Item): boolean =>
  a.day === undefined || b.day === undefined ? a.day === b.day : Math.abs(a.day - b.day) <= days;

/** One item of each set, without the item's own. */
function rootsOf<T extends Item>(found: readonly T[], item: T, sets: Sets<T>): T[] {
  const own = sets.find(item);
  return [...new Set(found.map((other) => sets.find(other)))].filter((root) => root !== own);
}

/** Disjoint sets of items with what is known of each, and the pairs that must not meet in one. */
class Sets<T extends Item> {
  readonly unions: Union<T>[] = [];
  readonly #parent = new Map<T, T>();
  readonly #known = new Map<T, Known>();
  readonly #members = new Map<T, T[]>();
  /** By root, items of sets that it must not join. */
  readonly #apart = new Map<T, Set<T>>();
  readonly #fixed = new Map<T, string>();

  constructor(items: readonly T[], apart: readonly (readonly [T, T])[]) {
    for (const item of items) {
      this.#parent.set(item, item);
      this.#known.set(item, item.known);
      this.#members.set(item, [item]);
      if (item.fixed !== null) this.#fixed.set(item, item.fixed);
    }
    for (const [a, b] of apart) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b));
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a));
    }
  }

  find(item: T): T {
    let root = item;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root))
      root = up;
    // What was walked points at the root from now on.
    for (let at = item; at !== root; ) {
      const up = this.#parent.get(at) as T;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  /** Whether an item still stands for its set, or for itself. */
  isFirst(item: T): boolean {
    return this.find(item) === item;
  }

  /** What is known of both sets, compared. */
  compare(a: T, b: T): Verdict {
    const [x, y] = [this.find(a), this.find(b)];
    const isShort = x.name.type === 'Person' && Math.min(x.name.words.length, y.name.words.length) < 2;
    const isNamesake = x.name.key === y.name.key && x.name.words.length > 1;
    return compareKnown(this.#knownOf(x), this.#knownOf(y), x.name.type, { isShort, isNamesake });
  }

  /** Whether nothing forbids it: no decision, no import, and nothing that is known. */
  mayJoin(a: T, b: T): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return true;
    if (x.name.type !== y.name.type || this.#areApart(x, y)) return false;
    const [one, other] = [this.#fixed.get(x), this.#fixed.get(y)];
    if (one !== undefined && other !== undefined && one !== other) return false;
    return this.compare(x, y).says !== 'different';
  }

  join(a: T, b: T, why: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return;
    const [large, small] = this.#membersOf(x).length >= this.#membersOf(y).length ? [x, y] : [y, x];
    this.#parent.set(small, large);
    this.#known.set(large, together([this.#knownOf(large), this.#knownOf(small)]));
    for (const member of this.#membersOf(small)) this.#membersOf(large).push(member);
    const apart = this.#apart.get(small);
    if (apart !== undefined) this.#apart.set(large, (this.#apart.get(large) ?? new Set()).union(apart));
    const fixed = this.#fixed.get(large) ?? this.#fixed.get(small);
    if (fixed !== undefined) this.#fixed.set(large, fixed);
    this.unions.push({ a, b, why });
  }

  isJoined(a: T, b: T): boolean {
    return this.find(a) === this.find(b);
  }

  /** Whether nothing is known of a set, nor did an import say which entity it is. */
  isUnknown(item: T): boolean {
    const root = this.find(item);
    return factsOf(this.#knownOf(root)) === 0 && !this.#fixed.has(root);
  }

  groups(): T[][] {
    return [...this.#parent.keys()].filter((item) => this.isFirst(item)).map((root) => this.#membersOf(root));
  }

  #areApart(x: T, y: T): boolean {
    return [...(this.#apart.get(x) ?? [])].some((other) => this.find(other) === y);
  }

  #knownOf(root: T): Known {
    return this.#known.get(root) as Known;
  }

  #membersOf(root: T): T[] {
    return this.#members.get(root) as T[];
  }
}

function sortedGroups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  return [...Map.groupBy(items, keyOf)].sort((a, b) => compare(a[0], b[0]));
}
