// Which nouns head a topic: what many reports can be about and take sides on. Data, and what makes a form singular.
// A noun that isn't here makes none: "people", "statement", "day", "way", "trawler".

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Topics by themselves. */
export const topicNouns: ReadonlySet<string> = set(`
  ceasefire truce armistice peace war hostility bloodshed genocide famine siege blockade embargo sanction tariff quota
  invasion occupation annexation incursion insurgency rebellion mutiny coup terrorism extremism piracy
  disarmament demilitarisation demilitarization denuclearisation denuclearization rearmament conscription mobilisation
  mobilization amnesty asylum extradition deportation
  treaty memorandum accord pact constitution referendum election impeachment resignation secession independence autonomy
  reunification sovereignty neutrality statehood citizenship democracy corruption bribery fraud espionage censorship
  racism antisemitism slavery discrimination segregation abortion euthanasia
  takeover merger acquisition buyout bailout bankruptcy insolvency privatisation privatization nationalisation
  nationalization austerity inflation recession unemployment redundancy boycott lockout
  immigration migration globalisation globalization deforestation pollution drought epidemic pandemic quarantine lockdown
  vaccination vaccine doping
`);

/** Topics where a word says which: "peace deal", "trade talks"; "the deal" alone is another one in every story. */
export const nounsOfKinds: ReadonlySet<string> = set(`
  agreement deal talk negotiation dialogue initiative process plan proposal settlement package programme program project
  conflict crisis dispute campaign operation offensive attack strike exercise test launch weapon arsenal
  guarantee relation tie cooperation partnership alliance zone corridor
  law bill act reform amendment policy regulation rule ban limit cap cut increase rise price tax levy duty subsidy budget
  spending deficit debt loan aid relief fund bond bank market trade export import supply pipeline
  exchange swap release hostage visit summit conference commission inquiry investigation probe trial vote poll
  system reactor enrichment inspection emission change energy power fuel gas oil
  right benefit pension wage pay job closure dismissal
  border immunity
`);

/** Words before a noun that say no kind. */
export const emptyModifiers: ReadonlySet<string> = set(`
  phone telephone video call draft state media press news home family weekend evening morning night day week month year
  record top key test sample lot part
`);

/** Nouns for which news writes others without a difference: "peace deal" and "peace agreement" are one topic. */
export const sameNouns: ReadonlyMap<string, string> = new Map([
  ['negotiation', 'talk'],
  ['dialogue', 'talk'],
  ['deal', 'agreement'],
  ['truce', 'ceasefire'],
]);

/** A common noun in the singular, by its ending; a grouping key, so that it need not be a word. */
export function singular(noun: string): string {
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|z)es$/.test(noun)) return noun.slice(0, -2);
  if (/[^sui]s$/.test(noun) && noun.length > 3) return noun.slice(0, -1);
  return noun;
}
