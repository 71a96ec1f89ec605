// Reads one article from its first word to its last and says of each mention what it stands for. What it can't say, opens
// a chain of its own.
import type { EntityType } from '../../../graph/model.ts';
import type { Name } from '../article.ts';
import type { Syntax } from '../syntax.ts';
import { doerOf, isNear } from './body.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { describe, ownerOf, phraseOf } from './describe.ts';
import { pairAt } from './group.ts';
import type { Mention } from './mention.ts';
import { textOf } from './naming.ts';
import { counterpartBeside } from './office.ts';
import { judge, type Tuning } from './pronoun.ts';
import { eventNouns } from './rules/events.ts';
import { relationalNouns } from './rules/people.ts';
import { speakerOf } from './speaker.ts';
import { type Tie, tieOf } from './ties.ts';

/** Links every mention that it can. Cost: near linear. */
export function read(context: Context, tuning: Tuning = {}): void {
  const mentions = context.mentions.flat();
  for (const mention of mentions) {
    const chain = context.named(mention);
    if (chain !== undefined) readName(context, mention, chain);
    else if (mention.name !== undefined) readPeople(context, mention, mention.name);
    else readPhrase(context, mention, tuning);
  }
  for (const mention of mentions) {
    const tie = mention.person === 3 ? undefined : speakerOf(context, mention);
    if (tie !== undefined) context.add(mention, tie);
  }
}

function readName(context: Context, mention: Mention, chain: Chain): void {
  // Who reports is nobody of the report: "LIMA (Andes Wire)", "By Anna Holt".
  if (isReporter(context, mention, chain)) {
    context.note(mention, { chain, confidence: mention.name?.confidence ?? 1, reason: 'its name' });
    return;
  }
  context.add(mention, { chain, confidence: mention.name?.confidence ?? 1, reason: 'its name' });
  for (const fact of counterpartBeside(context, mention)) context.learn(fact);
  rememberKin(context, mention, mention.from - 1);
  pairAt(context, mention);
}

function isReporter(context: Context, { sentence }: Mention, { type }: Chain): boolean {
  const { kind, words = [] } = context.article.trees[sentence] ?? {};
  if (kind === 'dateline') return type !== 'Place';
  const isShort = words.length <= 20 && sentence <= 8 && words[0]?.form.toLowerCase() === 'by';
  return isShort && type !== 'Place' && words.every(({ upos }) => upos !== 'VERB' && upos !== 'AUX');
}

/** "The Russians" and the "Russian" of a description are Russia; "a Russian" is nobody that we know. */
function readPeople(context: Context, mention: Mention, name: Name): void {
  const chain = context.names.get(name);
  if (chain === undefined) return;
  const syntax = context.syntax(mention);
  const relation = syntax.relationOf(mention.head);
  const up = syntax.headOf(mention.head);
  const isModifier =
    (relation === 'amod' || relation === 'compound') && up !== undefined && syntax.word(up).upos !== 'VERB';
  if (isModifier) context.note(mention, { chain, confidence: 0.8, reason: 'the adjective of its name' });
  else if (syntax.word(mention.head).xpos.endsWith('S') && syntax.child(mention.head, 'det') !== undefined)
    context.add(mention, { chain, confidence: 0.7, reason: 'its people' });
  else {
    const person = nationalOf(context, mention, chain);
    if (person !== undefined)
      context.add(mention, { chain: person, confidence: 0.6, reason: `who is said to be of ${chain.name}` });
  }
}

/** "asked the Peruvian": the one person near it who holds an office of Peru, and isn't who asks. */
function nationalOf(context: Context, mention: Mention, country: Chain): Chain | undefined {
  const syntax = context.syntax(mention);
  const det = syntax.child(mention.head, 'det');
  if (det === undefined || !/^the$/i.test(syntax.word(det).form)) return undefined;
  const doer = doerOf(context, mention);
  const people = context.recent.filter(
    (chain) =>
      chain.named &&
      chain !== doer &&
      isNear(chain, mention, 4) &&
      context.facts.some(({ holder, body }) => holder === chain && body === country),
  );
  return people.length === 1 ? people[0] : undefined;
}

function readPhrase(context: Context, mention: Mention, tuning: Tuning): void {
  const tie = tieOf(context, mention) ?? resolve(context, mention, tuning);
  // "The officer who fired" is still the officer to what follows.
  if (tie !== undefined && mention.word === 'who') context.note(mention, tie);
  else if (tie !== undefined) context.add(mention, tie);
  else if (mention.form === 'nominal')
    context.add(mention, {
      chain: open(context, mention),
      confidence: 1,
      reason: 'spoken of for the first time',
    });
  if (mention.form !== 'nominal') return;
  rememberKin(context, mention, mention.head);
  if (tie?.chain.named) pairAt(context, mention);
}

function resolve(context: Context, mention: Mention, tuning: Tuning): Tie | undefined {
  if (mention.pronoun === undefined) return describe(context, mention);
  return /^(?:he|she|it|they)$/.test(mention.word) ? judge(context, mention, tuning) : undefined;
}

/** Whose wife it is, for the next "his wife". */
function rememberKin(context: Context, mention: Mention, noun: number): void {
  const syntax = context.syntax(mention);
  const word = noun < 0 ? '' : syntax.word(noun).lemma.toLowerCase();
  const chain = context.link(mention)?.chain;
  if (!relationalNouns.has(word) || chain === undefined) return;
  const owner = ownerOf(context, { sentence: mention.sentence, head: noun }) ?? ownerOf(context, mention);
  if (owner !== undefined) context.kin.set(`${owner.key} ${word}`, chain);
}

/** A chain of what has no name: "a man", "the meeting". */
function open(context: Context, mention: Mention): Chain {
  const { word, kind, gender } = mention;
  const type: EntityType =
    kind === 'thing' || kind === undefined ? (eventNouns.has(word) ? 'Event' : 'Topic') : types[kind];
  const chain = context.chains.add({
    type,
    name: type === 'Event' ? bareOf(context, mention) : word,
    named: false,
    gender,
    number: mention.number ?? 'one',
  });
  if (mention.determiner === 'none') context.phrases.set(phraseOf(context, mention), chain);
  return chain;
}

/** The words without article or owner: "two-hour phone call". */
function bareOf(context: Context, { from, head, sentence }: Mention): string {
  const { words } = context.trees[sentence] as Syntax;
  const first = words.findIndex((word, at) => at >= from && !/^(?:det|nmod:poss|case)/.test(word.deprel));
  return textOf(words, { from: Math.min(first, head), to: head + 1 });
}

const types = { person: 'Person', body: 'Organization', place: 'Place' } as const;
