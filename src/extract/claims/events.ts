// Who takes part in what a noun names: "talks between Chile and Peru", "his call with Moss", "held a meeting with Moss".
import { eventControl } from '../rules/control.ts';
import {
  besidePrepositions,
  conveyingVerbs,
  describingVerbs,
  lightVerbs,
  type NounRule,
  owned,
  receivingVerbs,
  suffered,
} from '../rules/nouns.ts';
import type { Syntax } from '../syntax.ts';
import { type Ends, isKind, type Named } from './ends.ts';
import { obliquesOf, type Predication, prepositionOf } from './predications.ts';
import { isPredicate, listOf } from './subjects.ts';

/** How the participants were found; the later in the list, the less is said of them. */
export type Found = 'between' | 'owner' | 'carried' | 'beside' | 'speaker';

/** Participants of an event. For a relation without direction either may stand first. */
export interface Participants {
  readonly from: readonly Named[];
  readonly to: readonly Named[];
  readonly found: Found;
}

/** What finding participants needs of a sentence. */
export interface Scene {
  readonly sentence: number;
  readonly syntax: Syntax;
  readonly ends: Ends;
  /** The predication headed by a word. */
  predicationAt(word: number): Predication | undefined;
  /** Who says what stands at a word; empty where the report does. */
  speakersAt(word: number): readonly Named[];
  /** The country that a person holds an office of or speaks for, if it is known. */
  countryOf(person: Named): Named | undefined;
}

/** Noun rules by the words that end a phrase, the longest first. */
export function nounsOf(rules: readonly NounRule[]): (syntax: Syntax, noun: number) => NounRule | undefined {
  const byText = new Map<string, NounRule>();
  for (const rule of rules)
    for (const noun of rule.nouns)
      for (const form of [noun, `${noun}s`]) if (!byText.has(form)) byText.set(form, rule);
  // A word that ends no noun of a rule, nor begins one with "of", needs no further look.
  const edges = new Set(
    [...byText.keys()].flatMap((text) => [text.split(/[ -]/).at(-1), text.split(' of ')[0]]),
  );
  return (syntax, noun) => {
    if (syntax.word(noun).upos !== 'NOUN' && syntax.word(noun).upos !== 'PROPN') return undefined;
    if (!edges.has(syntax.word(noun).form.toLowerCase())) return undefined;
    const of = phrasalNoun(syntax, noun);
    if (of !== undefined && byText.has(of)) return byText.get(of);
    for (let length = Math.min(4, noun + 1); length > 0; length--) {
      const text = syntax.words
        .slice(noun + 1 - length, noun + 1)
        .map((word) => word.form.toLowerCase())
        .join(' ')
        .replace(/ - /g, '-');
      const found = byText.get(text);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** "exchange of prisoners" */
function phrasalNoun(syntax: Syntax, noun: number): string | undefined {
  const of = syntax.children(noun, 'nmod').find((child) => prepositionOf(syntax, child) === 'of');
  return of === undefined
    ? undefined
    : `${syntax.word(noun).form.toLowerCase()} of ${syntax.word(of).form.toLowerCase()}`;
}

/** Who takes part in the event that `noun` names, by its rule; undefined where the sentence doesn't say. */
export function participantsOf(scene: Scene, noun: number, rule: NounRule): Participants | undefined {
  const governing = governingOf(scene, noun);
  const received = receivedBy(scene, noun, rule, governing);
  if (received !== undefined) return received;
  const found = rule.mutual ? pairOf(scene, noun, rule, governing) : undefined;
  return found ?? agentAndEnd(scene, noun, rule, governing);
}

/** "drew praise from Moss", "came under attack from Lima", "is under investigation by Lima": whose act it is stands after it. */
function receivedBy(
  scene: Scene,
  noun: number,
  rule: NounRule,
  governing: Governing | undefined,
): Participants | undefined {
  const { syntax, sentence, ends } = scene;
  if (rule.made === true || rule.prepositions.includes('from')) return undefined;
  const receiver = receiverOf(scene, noun, governing);
  if (receiver === undefined) return undefined;
  const owner = syntax.child(noun, 'nmod:poss');
  // "won the backing of Moss", but "drew criticism of Moss"
  const sources = rule.mutual || rule.prepositions.includes('of') ? /^(?:from|by)$/ : /^(?:from|by|of)$/;
  const from = [...obliquesOf(syntax, noun, noun), ...receiver.obliques]
    .filter(({ preposition }) => sources.test(preposition))
    .map(({ words }) => words);
  if (owner !== undefined) from.unshift(listOf(syntax, owner));
  const doers = from.map((words) => ends.named(sentence, words)).find((named) => named.length > 0) ?? [];
  const direct = ends.named(sentence, receiver.words);
  // "her decision drew criticism from Moss"
  const owners =
    direct.length === 0 && owned.has(rule.predicate)
      ? receiver.words.flatMap((word) => ends.named(sentence, syntax.children(word, 'nmod:poss')))
      : [];
  const to = [...direct, ...owners].filter(({ thing }) => isKind(rule.only, thing));
  const others = doers.filter((doer) => to.every(({ thing }) => thing.key !== doer.thing.key));
  return to.length === 0 ? undefined : some(others, to, 'owner');
}

/** Who has an act done to them, and the phrases beside that may say by whom. */
function receiverOf(
  { syntax, predicationAt }: Scene,
  noun: number,
  governing: Governing | undefined,
): (Pick<Predication, 'obliques'> & { readonly words: readonly number[] }) | undefined {
  const preposition = prepositionOf(syntax, noun);
  const head = syntax.headOf(noun);
  if (governing === undefined) {
    // "was the target of attacks by Lima"
    const said = head === undefined ? undefined : predicationAt(head);
    const isTarget =
      said?.verb === 'be' &&
      preposition === 'of' &&
      /^(?:target|subject|object|victim|focus|recipient)$/.test(syntax.word(head ?? 0).lemma);
    return isTarget ? { words: said.subjects, obliques: [] } : undefined;
  }
  const { verb, passive, subjects, objects, obliques } = governing.predication;
  if (preposition === 'under') {
    const becomes = /^(?:be|come|fall|remain|stay|go|find)$/.test(verb);
    return { words: passive ? objects : subjects, obliques: becomes ? obliques : [] };
  }
  // "was met with criticism from Moss", "came in for criticism from Moss"
  if (passive && preposition === 'with' && /^(?:meet|greet|face)$/.test(verb))
    return { words: objects, obliques };
  if (!passive && preposition === 'for' && verb === 'come-in') return { words: subjects, obliques };
  const gets = syntax.relationOf(noun) === 'obj' && preposition === '' && receivingVerbs.has(verb);
  return gets && !passive ? { words: subjects, obliques } : undefined;
}

/** The verb that the event is an argument of, and whether that verb says nothing itself ("held talks"). */
export interface Governing {
  readonly predication: Predication;
  readonly light: boolean;
}

/** The clause that an event is an argument of. */
export function governingOf(scene: Scene, noun: number): Governing | undefined {
  const { syntax } = scene;
  let at = noun;
  // "reached an agreement for an exchange", "had a series of meetings"
  for (let up = syntax.headOf(at); up !== undefined; up = syntax.headOf(at)) {
    const relation = syntax.relationOf(at);
    if (relation === 'conj' || (relation === 'nmod' && leads(syntax, at, up))) at = up;
    else break;
  }
  // "is in talks with Lima"
  const own = scene.predicationAt(at);
  if (own?.verb === 'be' && /^(?:in|at|under)$/.test(prepositionOf(syntax, at)))
    return { predication: { ...own, obliques: [] }, light: true };
  const head = syntax.headOf(at);
  if (head === undefined || !/^(?:obj|obl|nsubj|xcomp)$/.test(syntax.relationOf(at))) return undefined;
  const predication = scene.predicationAt(head);
  if (predication === undefined) return undefined;
  const relation = syntax.relationOf(at);
  const carried =
    relation === 'obj' ||
    syntax.word(at).deprel === 'nsubj:pass' ||
    (relation === 'obl' &&
      /^(?:in|on|for|to|of|into)$/.test(prepositionOf(syntax, at)) &&
      (predication.passive || predication.objects.length === 0));
  return { predication, light: carried && lightVerbs.has(predication.verb.split('-')[0] as string) };
}

/** Who does what a light verb carries; "were engaged in talks" is a passive in form alone. */
const carriersOf = ({ verb, passive, subjects, objects }: Predication): readonly number[] =>
  passive && /^(?:engage|involve|lock)$/.test(verb) ? objects : subjects;

const leads = (syntax: Syntax, at: number, noun: number): boolean =>
  /^(?:agreement|deal|accord|plan|pact|understanding|series|round|number|couple|string|set|day|hour|resumption|start|continuation|part)$/.test(
    syntax.word(noun).lemma,
  ) && /^(?:of|for|on|in)$/.test(prepositionOf(syntax, at));

/** Both at once: "between A and B", "A and B’s", "Russian-Ukrainian", "A and B held". */
function pairOf(
  scene: Scene,
  noun: number,
  rule: NounRule,
  governing: Governing | undefined,
): Participants | undefined {
  const { syntax, sentence, ends } = scene;
  const pair = (found: readonly Named[], how: Found): Participants | undefined => {
    const fitting = found.filter(({ thing }) => isKind(rule.only, thing));
    const [a, b] = fitting;
    return a === undefined || b === undefined || fitting.length !== 2
      ? undefined
      : { from: [a], to: [b], found: how };
  };
  for (const { preposition, words } of reach(scene, noun, governing))
    if (preposition === 'between' || preposition === 'among') {
      const found = pair(ends.named(sentence, words), 'between');
      if (found !== undefined) return found;
    }
  const others = reach(scene, noun, governing)
    .filter(({ preposition }) => rule.prepositions.includes(preposition))
    .flatMap(({ words }) => ends.named(sentence, words))
    .filter(({ thing }) => isKind(rule.only, thing));
  if (others.length > 0) return undefined;
  const owner = syntax.child(noun, 'nmod:poss');
  const owned = owner === undefined ? undefined : pair(ends.named(sentence, listOf(syntax, owner)), 'owner');
  if (owned !== undefined) return owned;
  const before = pair(ends.before(sentence, noun), 'owner');
  if (before !== undefined) return before;
  const of = syntax.children(noun, 'nmod').find((child) => prepositionOf(syntax, child) === 'of');
  const ofPair = of === undefined ? undefined : pair(ends.named(sentence, listOf(syntax, of)), 'owner');
  if (ofPair !== undefined) return ofPair;
  // "arranged a truce": whose it is to be is another matter.
  const isForOthers =
    rule.made === true &&
    governing !== undefined &&
    /^(?:arrange|broker|schedule|seek|want)$/.test(governing.predication.verb);
  if (governing?.light === true && governing.predication.way !== 'participle' && !isForOthers) {
    const carried = pair(ends.named(sentence, carriersOf(governing.predication)), 'carried');
    if (carried !== undefined) return carried;
  }
  // "Friday’s talks will bring together A and B", "A and B ended their talks".
  return besidePair(scene, noun, governing);
}

/** "after four days of talks": the word that the verb governs. */
function outermost(syntax: Syntax, noun: number): number {
  const head = syntax.headOf(noun);
  return head !== undefined && syntax.relationOf(noun) === 'nmod' && leads(syntax, noun, head)
    ? outermost(syntax, head)
    : noun;
}

/** "During the call, Moss and Lund agreed", "Moss told Lund in the call": who acts in an event takes part in it. */
function besidePair(scene: Scene, noun: number, governing: Governing | undefined): Participants | undefined {
  const { syntax, sentence, ends } = scene;
  const preposition = prepositionOf(syntax, outermost(syntax, noun));
  const after = /^(?:after|following|at)$/.test(preposition);
  if (governing === undefined || !(after || /^(?:during|in)$/.test(preposition))) return undefined;
  const { predication } = governing;
  if (predication.passive) return undefined;
  const [a, b, more] = ends.named(sentence, predication.subjects);
  if (a === undefined || more !== undefined) return undefined;
  if (b !== undefined) return { from: [a], to: [b], found: 'beside' };
  if (after) return undefined;
  const around = [
    ...predication.receivers,
    ...predication.objects,
    ...predication.obliques
      .filter((one) => /^(?:to|with)$/.test(one.preposition))
      .flatMap((one) => one.words),
    // "offered congratulations to Moss"
    ...predication.objects
      .flatMap((at) => obliquesOf(syntax, at, at))
      .filter((one) => one.preposition === 'to')
      .flatMap((one) => one.words),
  ];
  const [to, second] = ends.named(sentence, around).filter(({ thing }) => thing.type === 'Person');
  const people =
    to !== undefined && second === undefined && a.thing.type === 'Person' && to.thing.key !== a.thing.key;
  return people ? { from: [a], to: [to], found: 'beside' } : undefined;
}

/** The phrases that may name participants: the noun's own, and those of a verb that only carries it. */
function reach(scene: Scene, noun: number, governing: Governing | undefined) {
  const own = obliquesOf(scene.syntax, noun, noun);
  const nested = own.flatMap(({ preposition, words }) => {
    const reached = /^(?:in|on|at|of|about|over|for)$/.test(preposition)
      ? /^(?:between|with)$/
      : // "a visit by Moss to Lima", where the parser hangs Lima on Moss.
        preposition === 'by' || preposition === 'of'
        ? /^(?:to|on|against|into|from|by)$/
        : undefined;
    return reached === undefined
      ? []
      : words
          .flatMap((word) => obliquesOf(scene.syntax, word, word))
          .filter((oblique) => reached.test(oblique.preposition));
  });
  const carried = governing?.light === true ? governing.predication.obliques : [];
  const beside =
    governing !== undefined && !governing.light && !governing.predication.passive
      ? governing.predication.obliques.filter(
          ({ preposition, words }) => preposition === 'between' && words.every((word) => word > noun),
        )
      : [];
  // "the attack committed by Moss against Lima"
  const made = scene.syntax
    .children(noun, 'acl')
    .filter((at) => scene.syntax.word(at).xpos === 'VBN' && making.has(scene.syntax.word(at).lemma))
    .flatMap((at) => obliquesOf(scene.syntax, at, at));
  return [...own, ...nested, ...carried, ...beside, ...made];
}

/** Verbs of which a participle says no more than who did what a noun names. */
const making: ReadonlySet<string> = new Set(
  'commit make carry conduct launch stage mount perpetrate direct lead level hold voice issue impose send write bring file lodge pass deliver give'.split(
    ' ',
  ),
);

function agentAndEnd(
  scene: Scene,
  noun: number,
  rule: NounRule,
  governing: Governing | undefined,
): Participants | undefined {
  const { syntax, sentence, ends } = scene;
  const phrases = reach(scene, noun, governing);
  const content = rule.content === true ? contentOf(syntax, noun) : [];
  const conveyed =
    governing !== undefined && isConveyed(scene, noun, governing)
      ? [...governing.predication.obliques, ...obliquesOf(syntax, noun, noun)].filter(({ words }) =>
          words.every((word) => word > noun),
        )
      : [];
  const reached = [
    ...[...phrases, ...conveyed]
      .filter(
        ({ preposition }) => rule.prepositions.includes(preposition) || isAimed(rule, preposition, conveyed),
      )
      .map(({ words }) => words),
    content,
  ];
  const direct = reached.flatMap((words) => ends.named(sentence, words));
  const owners =
    direct.length === 0 && owned.has(rule.predicate)
      ? reached
          .flat()
          .flatMap((word) => syntax.children(word, 'nmod:poss'))
          .flatMap((word) => ends.named(sentence, listOf(syntax, word)))
      : [];
  const to = [...direct, ...owners].filter((filler) => ends.isKind(rule.only, filler));
  const owner = syntax.child(noun, 'nmod:poss');
  if (to.length === 0 && rule.followed === true) return followedBy(scene, noun, governing);
  if (to.length === 0) return owner === undefined ? undefined : undergoing(scene, noun, rule, owner);
  const own = owner === undefined ? ends.before(sentence, noun) : ends.named(sentence, listOf(syntax, owner));
  if (own.length > 0) return { from: own, to, found: 'owner' };
  if (owner !== undefined) return undefined;
  // "the visit of Moss to Lima"
  const of = rule.only === 'place' ? phrases.find(({ preposition }) => preposition === 'of') : undefined;
  const who =
    of === undefined ? [] : ends.named(sentence, of.words).filter(({ thing }) => thing.type === 'Person');
  if (who.length > 0) return { from: who, to, found: 'owner' };
  // "Moss, on a visit to Lima"
  const on = /^(?:on|during)$/.test(prepositionOf(syntax, noun)) && syntax.relationOf(noun) === 'nmod';
  const beside = on && rule.only === 'place' ? ends.named(sentence, [syntax.headOf(noun) ?? noun]) : [];
  if (beside.some(({ thing }) => thing.type === 'Person')) return { from: beside, to, found: 'beside' };
  const by = phrases.find(({ preposition }) => preposition === 'by');
  if (by !== undefined) return some(ends.named(sentence, by.words), to, 'owner');
  if (governing !== undefined && (governing.light || isConveyed(scene, noun, governing))) {
    const carried = some(ends.named(sentence, carriersOf(governing.predication)), to, 'carried');
    if (carried !== undefined) return carried;
  }
  return inferred(scene, noun, rule, to, governing);
}

/** "issued a rebuke to Moss": whoever issues it rebukes. */
const isConveyed = ({ syntax }: Scene, noun: number, { predication }: Governing): boolean =>
  syntax.relationOf(noun) === 'obj' && !predication.passive && conveyingVerbs.has(predication.verb);

/** Whatever is conveyed goes "to" somebody: "issued a rebuke to Moss", though a rebuke is "of" him. */
const isAimed = (rule: NounRule, preposition: string, conveyed: readonly unknown[]): boolean =>
  conveyed.length > 0 && preposition === 'to' && !rule.mutual;

/** "at the invitation of Moss, Lund came": Moss invited Lund. */
function followedBy(
  { sentence, ends, syntax }: Scene,
  noun: number,
  governing: Governing | undefined,
): Participants | undefined {
  if (governing === undefined || syntax.relationOf(noun) !== 'obl') return undefined;
  if (!/^(?:at|on|upon|following)$/.test(prepositionOf(syntax, noun))) return undefined;
  const { passive, subjects, objects } = governing.predication;
  return some(ends.owners(sentence, noun), ends.named(sentence, passive ? objects : subjects), 'owner');
}

/** "accusations that Lima attacked": of whom they tell. */
function contentOf(syntax: Syntax, noun: number): readonly number[] {
  const clause = syntax.child(noun, 'acl');
  const subject = clause === undefined ? undefined : syntax.child(clause, 'nsubj');
  if (clause === undefined || subject === undefined) return [];
  const [first] = syntax.subtree(clause);
  const isThat = first !== undefined && first !== subject && /^that$/i.test(syntax.word(first).form);
  return isThat ? listOf(syntax, subject) : [];
}

/** "Moss’s arrest by Lima": whom it is done to stands before it. */
function undergoing(
  { syntax, sentence, ends }: Scene,
  noun: number,
  rule: NounRule,
  owner: number,
): Participants | undefined {
  if (!suffered.has(syntax.word(noun).lemma) || !rule.prepositions.includes('of')) return undefined;
  const by = obliquesOf(syntax, noun, noun).find(({ preposition }) => preposition === 'by');
  const from = by === undefined ? [] : ends.named(sentence, by.words);
  const to = ends.named(sentence, listOf(syntax, owner)).filter(({ thing }) => isKind(rule.only, thing));
  return to.length === 0 ? undefined : some(from, to, 'owner');
}

const some = (from: readonly Named[], to: readonly Named[], found: Found): Participants | undefined =>
  from.length === 0 ? undefined : { from, to, found };

/**
 * Nobody is said to have taken part but "with X": then whoever speaks of it, or does something after it. A person who
 * speaks of talks with a country means their own country’s.
 */
function inferred(
  scene: Scene,
  noun: number,
  rule: NounRule,
  to: readonly Named[],
  governing: Governing | undefined,
): Participants | undefined {
  // Who imposed sanctions isn't who speaks of them; who posted is.
  if (!rule.mutual && rule.only !== 'network' && rule.only !== 'place') return undefined;
  const beside = besideOf(scene, noun, rule, governing);
  const speakers = () => (rule.mutual ? scene.speakersAt(noun) : []);
  // "Moss said Peru was ready after a conversation with Lund": a person speaks with a person.
  const people = to.every(({ thing }) => thing.type === 'Person');
  const unlike = beside !== undefined && people && beside.some(({ thing }) => thing.type !== 'Person');
  const from = beside === undefined || unlike ? speakers() : beside;
  const meant = from
    .map((one) =>
      to.every(({ thing }) => isKind('actor', thing) && thing.type === 'Place')
        ? (scene.countryOf(one) ?? one)
        : one,
    )
    .filter(({ thing }) => rule.only !== 'person' || thing.type === 'Person')
    .filter(({ thing }) => to.every((end) => end.thing.key !== thing.key));
  return some(meant, to, beside === undefined ? 'speaker' : 'beside');
}

/** Who does something around an event: "after the call with X, Moss said". Undefined: ask the speaker; empty: nobody. */
function besideOf(
  { syntax, sentence, ends }: Scene,
  noun: number,
  rule: NounRule,
  governing: Governing | undefined,
): readonly Named[] | undefined {
  if (governing === undefined) return outer({ syntax, sentence, ends }, noun);
  const { predication } = governing;
  if (predication.passive) return undefined;
  const preposition = prepositionOf(syntax, noun).split(' ')[0] ?? '';
  const oblique = syntax.relationOf(noun) === 'obl' && besidePrepositions.has(preposition);
  const describes =
    rule.mutual &&
    syntax.relationOf(noun) !== 'nsubj' &&
    (describingVerbs.has(predication.verb) || isOwnPlan(syntax, noun, predication));
  if (!oblique && !describes) return syntax.relationOf(noun) === 'nsubj' ? undefined : [];
  const from = ends.named(sentence, predication.subjects);
  // "spoke to Lund before the call with Moss": who called is anyone's guess.
  const others = ends
    .named(sentence, [
      ...predication.receivers,
      ...predication.objects,
      ...predication.obliques.filter(({ words }) => !words.includes(noun)).flatMap(({ words }) => words),
    ])
    .filter(({ thing }) => thing.type === 'Person');
  const crowded = oblique && noun > predication.word && others.length > 0;
  return crowded ? [] : from;
}

/** "ruled out talks with Lima", "proposed a meeting with Moss": whoever wants or refuses an event takes part in it. */
function isOwnPlan(syntax: Syntax, noun: number, { verb }: Predication): boolean {
  const preposition = prepositionOf(syntax, noun);
  const control = eventControl.get(preposition === '' ? verb : `${verb}-${preposition}`);
  return control !== undefined && control.modality !== 'demanded' && !arranging.has(verb);
}

/** What others do for those who take part. */
const arranging: ReadonlySet<string> = new Set(
  'facilitate arrange announce await anticipate expect invite favour favor support block prevent oppose discuss need deny avert look'.split(
    ' ',
  ),
);

/** "details of the call with Moss": whoever does something with the outer noun. */
function outer(
  { syntax, sentence, ends }: Pick<Scene, 'syntax' | 'sentence' | 'ends'>,
  noun: number,
): readonly Named[] | undefined {
  const head = syntax.headOf(noun);
  if (head === undefined || syntax.relationOf(noun) !== 'nmod' || isPredicate(syntax, head)) return undefined;
  const owner = syntax.child(head, 'nmod:poss');
  const owners = owner === undefined ? [] : ends.named(sentence, listOf(syntax, owner));
  return owners.length > 0 ? owners : undefined;
}
