// What words say of whom they are said of, as data: "called her a friend" praises, "a liar" criticises. Lemmas, lower-cased.

/** Words that speak well of someone. */
const good =
  'friend ally hero heroine patriot genius champion legend statesman visionary inspiration model treasure gem angel saviour savior master star winner success triumph victory breakthrough milestone great brilliant excellent wonderful fantastic courageous brave honest smart wise decent terrific outstanding remarkable exemplary best beautiful amazing superb honourable honorable dedicated reliable trusted loyal good fine strong tough constructive productive positive historic professional gifted gracious';

/** Words that speak ill of someone. */
const bad =
  'liar coward fool idiot clown traitor thug thief crook criminal terrorist killer murderer butcher dictator tyrant despot racist fascist nazi hypocrite puppet disgrace shame embarrassment failure disaster joke farce mistake error blunder scandal betrayal lie nonsense rubbish fantasy fairy fiction ravings rant smear slander theatre charade sham stunt threat menace enemy puppet lackey stooge loser bully monster devil animal child brat amateur charlatan fraud demagogue extremist madman lunatic deserter butcher warmonger piracy blackmail cowardly dangerous reckless irresponsible shameful disgraceful pathetic weak incompetent dishonest corrupt stupid silly absurd ridiculous outrageous unacceptable illegal unlawful baseless false dirty cruel barbaric inhuman cynical naive crazy deranged unfit clueless useless spoilt spoiled worst terrible awful horrible provocative hostile';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const [praising, blaming] = [words(good), words(bad)];

/** What a description makes of whom it describes; undefined where its words tell nothing, or both. */
export function judgementOf(lemmas: readonly string[]): 'PRAISED' | 'CRITICIZED' | undefined {
  const [well, ill] = [lemmas.some((word) => praising.has(word)), lemmas.some((word) => blaming.has(word))];
  // "no friend", "not honest", "once a great power": nothing to be sure of.
  if (well === ill || lemmas.some((word) => /^(?:no|not|never|n't)$/.test(word))) return undefined;
  return well ? 'PRAISED' : 'CRITICIZED';
}
