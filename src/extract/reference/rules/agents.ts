// Words that only someone can do or have, as data: people, bodies, countries. For "it" and "they", which may be things.
import { quotingVerbs, speechVerbs } from '../../rules/speech.ts';

const set = (words: string): string[] => words.trim().split(/\s+/);

/** Verbs whose subject is someone. By lemma. */
export const agentVerbs: ReadonlySet<string> = new Set([
  ...speechVerbs.keys(),
  ...quotingVerbs,
  ...set(`refuse accept reject offer want wish hope seek try attempt decide choose plan intend aim prepare manage fail
    know understand remember forget realize realise learn see watch hear meet visit call invite host attend join leave
    arrive travel negotiate discuss debate agree disagree sign withdraw resign elect vote campaign win lose fight attack
    invade defend bomb shell fire launch deploy send receive give take buy sell pay hire sack own build help support back
    oppose criticize criticise praise condemn accuse blame thank welcome greet congratulate apologize apologise
    recognize recognise impose lift ban approve appoint nominate control hold possess keep release detain arrest charge
    sue investigate search rescue work live stay move return earn spend invest borrow lend owe act talk speak discuss
    ask tell urge order promise threaten warn deny confirm commit pledge annex claim suspend cancel postpone`),
]);

/** Nouns that only someone has: "its government", "their views". By lemma. */
export const ownedNouns: ReadonlySet<string> = new Set(
  set(`government president minister parliament leader army military troops force soldier people citizen population economy
    invasion policy position demand decision proposal opinion view attitude offer plan ally neighbour neighbor territory
    border capital employee staff customer headquarters member chairman spokesman spokeswoman founder owner home family
    wife husband child mother father parent hand head life career team candidate campaign supporter voter sovereignty`),
);

/** More that a body has, where a sentence begins with "its". By lemma. */
export const headedNouns: ReadonlySet<string> = new Set(
  set(`office board staff branch unit subsidiary share profit revenue budget finance chair deputy supporter fighter force
    troops navy air delegation envoy ambassador ministry lawyer negotiator crew fleet factory plant newsroom parent`),
);

/** Who leads or speaks for a body, and hardly for a country. By lemma. */
export const bodyHeads: ReadonlySet<string> = new Set(
  set(`leader chief boss head founder spokesman spokeswoman spokesperson chairman chairwoman chair commander director
    owner editor captain coach lawyer treasurer skipper crew master`),
);

/** Who says something for someone: "her office said". By lemma. */
export const spokesmen: ReadonlySet<string> = new Set(
  set(
    'office ministry department spokesman spokeswoman spokesperson lawyer team campaign party aide staff family',
  ),
);
