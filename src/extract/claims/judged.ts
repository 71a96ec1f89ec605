// What someone says of someone in so many words: "called Moss a liar", "described the talks as useful", "says Lima is to blame".
// The words that judge stand in rules/judgements.ts.
import { judgementOf } from '../rules/judgements.ts';
import { speechVerbs } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { type Filler, isSame } from './ends.ts';
import type { Scene } from './events.ts';
import { moodOf } from './mood.ts';
import type { OwnClaim } from './own.ts';
import { type Predication, prepositionOf } from './predications.ts';
import { listOf } from './subjects.ts';

/** "Moss is a liar," said Lund: what is said of someone in so many words is the speaker's praise or blame. May be empty. */
export function characterClaims(scene: Scene, { verb, word, subjects }: Predication): OwnClaim[] {
  const { sentence, syntax, ends } = scene;
  if (verb !== 'be' || prepositionOf(syntax, word) !== '') return [];
  const predicate = judgementOf(lemmasOf(syntax, word));
  const head = judgementOf([syntax.word(word).lemma.toLowerCase()]);
  // "is strong", "is good" say little of anybody.
  const isNoun = syntax.child(word, 'det') !== undefined || syntax.child(word, 'nmod:poss') !== undefined;
  if (predicate === undefined || predicate !== head || !(isNoun || predicate === 'CRITICIZED')) return [];
  const mood = moodOf(syntax, word);
  if (mood.negated || mood.modality !== 'actual') return [];
  const friend = syntax.word(word).lemma === 'friend' && syntax.word(word).xpos === 'NN';
  return pairs(
    scene.speakersAt(word),
    ends.named(sentence, subjects).filter(({ thing }) => thing.type !== 'Place'),
  ).map(([subject, object]) => ({
    predicate: friend ? 'FRIEND_OF' : predicate,
    subject,
    object,
    rule: 'X is …',
    mood: { negated: false, modality: 'actual', reasons: [] },
    taken: [],
    isGiven: true,
  }));
}

/** Whether a predication gives somebody or something a second name: "called Moss a clerk". */
export const givesName = (syntax: Syntax, predication: Predication): boolean =>
  naming.has(predication.verb) && nameWord(syntax, predication) !== undefined;

/** "called Moss a clerk": `DESCRIBED` where the words say nothing good or bad. May be empty. */
export function describedClaims(scene: Scene, predication: Predication): OwnClaim[] {
  const { sentence, syntax, ends } = scene;
  const { receivers, objects, subjects, verb, word } = predication;
  const [whom] = receivers.length > 0 ? receivers : objects;
  const name = nameWord(syntax, predication);
  if (whom === undefined || name === undefined) return [];
  const judged = judgementOf(lemmasOf(syntax, name));
  const predicate = judged ?? 'DESCRIBED';
  const named = ends.named(sentence, [whom]);
  // "called Moss's plan reckless" is said of Moss.
  const owners = named.length > 0 || judged === undefined ? [] : ends.owners(sentence, whom);
  const objectsOf: readonly Filler[] =
    named.length > 0
      ? named
      : owners.length > 0
        ? owners
        : judged === undefined
          ? []
          : [ends.phrase(sentence, whom)];
  return pairs(
    ends.any(sentence, subjects),
    objectsOf.filter((end) => syntax.word(end.word).upos !== 'PRON' || end.thing !== undefined),
  ).map(([subject, object]) => ({
    predicate,
    subject,
    object,
    rule: `${verb} X …`,
    mood: moodOf(syntax, word),
    taken: [],
  }));
}

/** "said Lima was responsible", "says the army is behind the raid": whoever says so blames it. May be empty. */
export function blamedClaims(scene: Scene, { verb, word, subjects }: Predication): OwnClaim[] {
  const { sentence, syntax, ends } = scene;
  const stance = speechVerbs.get(verb);
  if (stance !== 'says' && stance !== 'thinks') return [];
  const clause = syntax.child(word, 'ccomp');
  const culprit = clause === undefined ? undefined : syntax.child(clause, 'nsubj', 'nsubj:pass');
  if (clause === undefined || culprit === undefined || !isBlame(syntax, clause)) return [];
  const mood = moodOf(syntax, clause);
  if (mood.negated || mood.modality !== 'actual') return [];
  return pairs(ends.any(sentence, subjects), ends.any(sentence, listOf(syntax, culprit))).map(
    ([subject, object]) => ({
      predicate: 'BLAMED',
      subject,
      object,
      rule: `${verb} that X is to blame`,
      mood: moodOf(syntax, word),
      taken: [],
    }),
  );
}

/** "is responsible", "was behind the raid", "is to blame", "did it". */
function isBlame(syntax: Syntax, clause: number): boolean {
  const { lemma } = syntax.word(clause);
  const copula = syntax.child(clause, 'cop') !== undefined;
  if (copula && /^(?:responsible|guilty|culpable)$/.test(lemma)) return true;
  if (copula && prepositionOf(syntax, clause) === 'behind') return true;
  const object = syntax.child(clause, 'obj');
  if (lemma === 'do') return object !== undefined && /^it$/i.test(syntax.word(object).form);
  return lemma === 'blame' && syntax.child(clause, 'mark', 'cop') !== undefined && object === undefined;
}

/** The word that heads the second name; undefined where there is none. */
function nameWord(
  syntax: Syntax,
  { verb, word, objects, receivers, obliques }: Predication,
): number | undefined {
  if (/^(?:describe|characterise|characterize|portray|depict|denounce|hail|regard)$/.test(verb)) {
    const as = obliques.find(({ preposition }) => preposition === 'as')?.words[0];
    return as ?? syntax.children(word, 'advcl', 'xcomp').find((at) => prepositionOf(syntax, at) === 'as');
  }
  const [whom = word] = receivers.length > 0 ? receivers : objects;
  return syntax.children(word, 'xcomp', 'obj').findLast((at) => at !== whom && at > word);
}

const naming: ReadonlySet<string> = new Set(
  'call brand label dub deem term describe characterise characterize portray depict'.split(' '),
);

/** The words of a phrase without the clauses in it. */
function lemmasOf(syntax: Syntax, head: number): string[] {
  const found: string[] = [];
  const visit = (at: number) => {
    found.push(syntax.word(at).lemma.toLowerCase());
    for (const child of syntax.children(at))
      if (!/^(?:acl|advcl|nmod(?!:poss)|appos|obl|parataxis|ccomp|nsubj)/.test(syntax.word(child).deprel))
        visit(child);
  };
  visit(head);
  return found;
}

const pairs = (from: readonly Filler[], to: readonly Filler[]): [Filler, Filler][] =>
  from.flatMap((subject) =>
    to.filter((object) => !isSame(subject, object)).map((object): [Filler, Filler] => [subject, object]),
  );
