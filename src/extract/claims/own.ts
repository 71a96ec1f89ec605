// What a verb says that no rule knows: a relation under its own name, with its object, what its prepositions lead to, or alone.
import { speechVerbs } from '../rules/speech.ts';
import { type Filler, isKind, isSame } from './ends.ts';
import type { Scene } from './events.ts';
import { blamedClaims, characterClaims, describedClaims, givesName } from './judged.ts';
import { type Mood, moodOf } from './mood.ts';
import { ownPredicate, passivePredicate } from './name.ts';
import { obliquesOf, type Predication } from './predications.ts';

/** A claim under a verb's own name. */
export interface OwnClaim {
  readonly predicate: string;
  readonly subject: Filler;
  readonly object: Filler | null;
  /** The verb, with the preposition that leads to the object. */
  readonly rule: string;
  readonly mood: Mood;
  /** Words that stand at an end. */
  readonly taken: readonly number[];
  readonly eventType?: string | undefined;
  /** Whether it is the report's own, whoever's words it rests on. */
  readonly isGiven?: true;
}

/** `eventType`: what a rule of the verb would make of a passive without agent. May be empty. */
export function ownClaims(
  scene: Scene,
  predication: Predication,
  eventType: string | undefined,
): readonly OwnClaim[] {
  const { sentence, syntax, ends } = scene;
  const { verb, objects, receivers, obliques, passive, word, subjects } = predication;
  if (givesName(syntax, predication)) return describedClaims(scene, predication);
  if (verb === 'be') return [...blamedClaims(scene, predication), ...characterClaims(scene, predication)];
  const blamed = blamedClaims(scene, predication);
  if (blamed.length > 0 || isMute(scene, predication)) return blamed;
  const mood = moodOf(syntax, word);
  const oblique = obliques.find(
    ({ preposition }) => preposition !== '' && !isTimeAt(scene, preposition, obliques),
  );
  const bare = objects.length === 0 && receivers.length === 0;
  // "paid Moss a fee": whoever is named, before what is given.
  const given = objects.length === 0 || ends.named(sentence, receivers).length > 0 ? receivers : objects;
  const taken = bare || passive ? (oblique?.words ?? []) : given;
  const turned = passive && subjects.length > 0;
  const agentless = passive && !turned;
  const predicate = agentless
    ? passivePredicate(verb, oblique?.preposition)
    : ownPredicate(verb, bare && !turned ? oblique?.preposition : undefined);
  if (predicate === undefined) return [];
  const from = ends.any(sentence, agentless ? objects : subjects);
  const to = ends.any(sentence, turned ? objects : taken);
  const claims = from.flatMap((subject) =>
    (to.length > 0 ? to : [null])
      .filter((object) => !isSame(subject, object))
      .map((object) => ({
        predicate: isMembership(predicate, subject, object) ? 'MEMBER_OF' : predicate,
        subject,
        object,
        rule: verb,
        mood,
        taken,
        eventType,
      })),
  );
  const namesNothing = !bare && !passive && ends.named(sentence, taken).length === 0;
  return [
    ...claims,
    ...(turned || namesNothing ? besideObject(scene, predication, mood) : []),
    ...(bare ? further(scene, predication, mood, taken) : []),
  ];
}

/** "Moss belongs to the Reformers": people are members, things are owned or lie there. */
const isMembership = (predicate: string, subject: Filler, object: Filler | null): boolean =>
  predicate === 'BELONGED_TO' && subject.thing?.type === 'Person' && object?.thing?.type === 'Organization';

/** Whether a verb says nothing by itself, or only what another clause tells. */
function isMute(
  { syntax }: Scene,
  { verb, objects, receivers, obliques, passive, word }: Predication,
): boolean {
  if (verb === 'be' || ownless.has(verb)) return true;
  // "which Moss hinted that Lima would veto"
  if (speechVerbs.has(verb) && syntax.child(word, 'ccomp') !== undefined && receivers.length === 0)
    return true;
  // "…, the minister declared": what is said tells it.
  const nothing = objects.length + receivers.length === 0;
  if (speechVerbs.has(verb) && nothing && syntax.relationOf(word) === 'parataxis') return true;
  // "denies wrongdoing" is no verb.
  const gerund = syntax.word(word).xpos === 'VBG' && /^[xc]comp/.test(syntax.word(word).deprel);
  if (gerund && objects.length + obliques.length === 0) return true;
  // "is expected to", "plans to": what follows is told by itself.
  const governs = syntax.child(word, 'xcomp', 'ccomp') !== undefined;
  return governs && (passive || objects.length + receivers.length === 0);
}

/** "supplied grain to Lima": where the object names nothing, whoever is named after it. */
function besideObject({ sentence, ends, syntax }: Scene, predication: Predication, mood: Mood): OwnClaim[] {
  const { verb, obliques, objects, subjects } = predication;
  const inner = objects
    .flatMap((word) => obliquesOf(syntax, word, word))
    .filter(({ preposition }) => preposition === 'of' || preposition === 'worth')
    .flatMap(({ words }) => words);
  const ofObjects = [...objects, ...inner]
    .flatMap((word) => obliquesOf(syntax, word, word))
    .filter(({ preposition }) => preposition !== 'with');
  const beside = [...obliques, ...ofObjects].find(
    ({ preposition, words }) =>
      /^(?:to|from|with|against)$/.test(preposition) && ends.named(sentence, words).length > 0,
  );
  const predicate = beside && ownPredicate(verb, beside.preposition);
  if (beside === undefined || predicate === undefined) return [];
  const rule = `${verb} ${beside.preposition}`;
  return ends.named(sentence, subjects).flatMap((subject) =>
    ends
      .named(sentence, beside.words)
      .filter((object) => !isSame(subject, object) && isKind('actor', object.thing))
      .map((object) => ({ predicate, subject, object, rule, mood, taken: beside.words })),
  );
}

/** "fled from Lima to Arica": every end that is named. */
function further(
  { sentence, ends }: Scene,
  { verb, obliques, subjects }: Predication,
  mood: Mood,
  taken: readonly number[],
): OwnClaim[] {
  return obliques
    .filter(({ preposition }) => /^(?:to|from|into|with|against)$/.test(preposition))
    .filter(({ words }) => !words.some((word) => taken.includes(word)))
    .flatMap(({ preposition, words }) => {
      const predicate = ownPredicate(verb, preposition);
      if (predicate === undefined) return [];
      return ends.named(sentence, subjects).flatMap((subject) =>
        ends
          .named(sentence, words)
          .filter((object) => !isSame(subject, object))
          .map((object) => ({
            predicate,
            subject,
            object,
            rule: `${verb} ${preposition}`,
            mood,
            taken: words,
          })),
      );
    });
}

function isTimeAt(
  { sentence, ends }: Scene,
  preposition: string,
  obliques: Predication['obliques'],
): boolean {
  const found = obliques.find((oblique) => oblique.preposition === preposition);
  return found?.words.every((word) => ends.isTime(sentence, word)) === true;
}

/** Verbs that say nothing by themselves, or that others of the engine read. */
const ownless: ReadonlySet<string> = new Set(
  'be have do say make get take give put let go come become seem appear need want like know think see keep find use show look mean hold begin start continue try ask add state note claim describe include involve call set turn tell quote cite report announce express'.split(
    ' ',
  ),
);
