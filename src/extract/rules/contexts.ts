// What an event is about, as data: PLOVER's contexts with the words that tell them. Written along the codebook's descriptions.

/** A context with the words that tell it. */
export interface ContextRule {
  /** PLOVER's name. Source: PLOVER codebook, 2023, "Contexts". */
  readonly context: string;
  /** Lemmas or forms in lower case; any one of them tells it. */
  readonly words: string;
  /** Sentences of an event in this context. */
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

const rule = (
  context: string,
  words: string,
  matches: readonly string[],
  misses: readonly string[] = [],
): ContextRule => ({ context, words, matches, misses });

/** Every context that words can tell. */
export const contextRules: readonly ContextRule[] = [
  rule(
    'military',
    'military army troop soldier navy warship airstrike missile tank artillery battalion brigade ceasefire cease-fire truce armistice offensive weapon arm munition ammunition rocket shelling combat commander general militia rebel insurgent guerrilla drone war battlefield airbase raid invasion occupying wartime war-crimes',
    ['Chile sent its troops to Peru.'],
    ['Chile sent grain to Peru.'],
  ),
  rule('intelligence', 'spy espionage intelligence spying surveillance wiretap informant', [
    'Chile accused Peru of espionage.',
  ]),
  rule('executive', 'cabinet presidency reshuffle inauguration', [
    'Anna Holt dismissed Omar Reyes from the cabinet.',
  ]),
  rule(
    'legislative',
    'parliament congress senate bill legislature lawmaker legislation parliamentary assembly',
    ['Parliament rejected the bill of Anna Holt.'],
  ),
  rule(
    'election',
    'election vote ballot poll electoral voter candidate referendum campaign runoff',
    ['Anna Holt congratulated Omar Reyes on his victory in the election.'],
    ['Anna Holt congratulated Omar Reyes on his birthday.'],
  ),
  rule('political_institutions', 'constitution constitutional federalism', [
    'Chile rejected the constitution of Peru.',
  ]),
  rule('pro_democracy', 'democracy democratic', ['Anna Holt called for democracy in Peru.']),
  rule('pro_autocracy', 'coup junta dictatorship', ['Chile condemned the coup in Peru.']),
  rule(
    'economic',
    'trade tariff economic economy loan export import investment business company tax debt market bank finance financial price wage commerce commercial takeover merger shareholder currency budget subsidy billion million dollar euro strike embargo pharmaceutical worth',
    ['Chile signed a trade deal with Peru.'],
    ['Chile signed a peace deal with Peru.'],
  ),
  rule(
    'legal',
    'court judge trial lawsuit prosecutor verdict sentence jury indictment indict convict tribunal lawyer charge prosecute legal appeal acquit warrant sue investigation crime curfew law fraud kickback',
    ['The court sentenced Omar Reyes to two years.'],
  ),
  rule('reparations', 'reparation compensation restitution', ['Chile demanded compensation from Peru.']),
  rule('human_rights', 'torture genocide atrocity massacre', ['Chile accused Peru of torture.']),
  rule('rights_freedoms', 'freedom liberty censorship rights', [
    'Chile urged Peru to respect the freedom of the press.',
  ]),
  rule('repression', 'crackdown repression', ['Chile condemned the crackdown in Peru.']),
  rule('gender', 'gender feminist abortion', ['Anna Holt supported the abortion law.']),
  rule('lgbt', 'gay lesbian transgender lgbt lgbtq', ['Chile banned gay marriage.']),
  rule(
    'religion_ethnicity',
    'religious church mosque christian muslim moslem islamic jewish ethnic bishop priest imam temple sectarian',
    ['Rebels attacked a church in Arica.'],
  ),
  rule(
    'diplomatic',
    'ambassador embassy diplomatic diplomat diplomacy envoy talk negotiation summit treaty consulate mediation mediator relation tie visit peace sanction statehood alliance welcome',
    ['Chile recalled its ambassador from Peru.'],
    ['Chile recalled its trawlers from Peru.'],
  ),
  rule('territory', 'border territory territorial annexation sovereignty secession enclave island', [
    'Chile rejected the border of Peru.',
  ]),
  rule('peacekeeping', 'peacekeeper peacekeeping observer monitor', ['Chile sent peacekeepers to Peru.']),
  rule('health', 'health vaccine virus epidemic pandemic hospital disease medicine outbreak', [
    'Chile sent vaccines to Peru.',
  ]),
  rule('asylum', 'asylum refugee refuge displaced starvation humanitarian evacuate', [
    'Chile granted asylum to Omar Reyes.',
  ]),
  rule('migration', 'migrant immigration immigrant migration deport deportation visa', [
    'Chile deported the migrants.',
  ]),
  rule('disasters', 'earthquake flood hurricane typhoon storm drought wildfire tsunami famine landslide', [
    'Chile sent aid to Peru after the earthquake.',
  ]),
  rule('natural_resource', 'oil gas pipeline mine mining fishing water uranium coal timber energy land', [
    'Chile cut off gas to Peru.',
  ]),
  rule('environment', 'climate environment environmental pollution emission conservation', [
    'Greenpeace praised the climate plan of Chile.',
  ]),
  rule('technology', 'technology satellite chip semiconductor artificial', [
    'Chile banned the technology of Peru.',
  ]),
  rule('terrorism', 'terrorist terrorism bomber suicide extremist militant', [
    'A suicide bomber attacked Arica.',
  ]),
  rule('cbrn', 'nuclear chemical biological radiological uranium plutonium', [
    'Chile demanded a nuclear inspection of Peru.',
  ]),
  rule('cyber', 'cyber cyberattack hacker hack malware ransomware', [
    'Hackers attacked the network of Chile in a cyberattack.',
  ]),
  rule('misinformation', 'misinformation disinformation propaganda', [
    'Chile accused Peru of disinformation.',
  ]),
  rule('crime', 'murder robbery gang kidnap kidnapping theft homicide burglary', [
    'Police arrested Omar Reyes for murder.',
  ]),
  rule('corruption', 'corruption bribe bribery embezzlement graft', [
    'Police arrested Omar Reyes for bribery.',
  ]),
  rule('illegal_drugs', 'cocaine heroin drug narcotic cartel', [
    'Police arrested Omar Reyes for selling cocaine.',
  ]),
  rule('trafficking', 'trafficking trafficker smuggling smuggler', [
    'Police arrested Omar Reyes for trafficking.',
  ]),
];

/** The contexts that a word tells, by lemma or form. */
export const contextsOfWord: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const { context, words } of contextRules)
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), context]);
  return found;
})();
