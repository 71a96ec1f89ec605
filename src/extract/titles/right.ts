// Reads what follows an office noun: "-elect", "of public safety", "for the commission", "to Chile and Peru".
import { bodyNouns, fieldNouns, kindNouns } from '../rules/role-words.ts';
import { type Beside, isAdjective, isHyphen, type Phrase, phraseFrom } from './body.ts';
import type { Office } from './office.ts';
import type { Named, Sentence } from './sentence.ts';
import type { Told } from './status.ts';

/** What stands right of an office noun. */
export interface Right {
  readonly to: number;
  readonly title: number;
  readonly next: number;
  readonly bodies: readonly Beside[];
  readonly told: Told | undefined;
}

/** Reads from an office to the right. Cost: linear in what it reads. */
export function readRight(sentence: Sentence, office: Office): Right {
  const { role } = office;
  let at = office.to;
  let title = at;
  let told: Told | undefined;
  while (isHyphen(sentence, at) || statusAfter.has(sentence.lower(at))) {
    const status = statusAfter.get(sentence.lower(at));
    if (status !== undefined) told ??= { status, at };
    if (isHyphen(sentence, at) && !statusAfter.has(sentence.lower(at + 1))) break;
    at++;
  }
  const next = at;
  // a self-confessed "big fan" of
  if (/^["”’]$/.test(sentence.form(at)) && sentence.tag(at + 1) === 'IN') at++;
  const bodies: Beside[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const preposition = sentence.lower(at);
    if (preposition !== 'of' && !role.prepositions.includes(preposition) && !(preposition in role.by)) break;
    const phrase = phraseFrom(sentence, at + 1);
    if (phrase === undefined) break;
    // "his wife of 40 years"
    if (/^(?:years?|months?|weeks?|days?|decades?)$/.test(sentence.lower(phrase.to - 1))) {
      at = phrase.to;
      break;
    }
    if (isField(sentence, office, phrase, preposition, bodies.length)) {
      if (at === title) title = phrase.to;
      at = phrase.to;
      continue;
    }
    // "the UN envoy for Syria at talks": one body a preposition; what follows tells of something else.
    if (bodies.some((other) => other.preposition === preposition || !(preposition in role.by))) break;
    const whole = withOf(sentence, phrase);
    if (!mayBeBody(sentence, office, whole, preposition)) break;
    bodies.push({ ...whole, preposition });
    at = whole.to;
    for (const more of alsoOf(sentence, office, at)) {
      bodies.push({ ...more, preposition });
      at = more.to;
    }
  }
  return { to: at, title, next, bodies, told };
}

const statusAfter: ReadonlyMap<string, Told['status']> = new Map([
  ['elect', 'elect'],
  ['designate', 'elect'],
  ['nominee', 'elect'],
  ['emeritus', 'former'],
]);

/** "of public safety": a bare noun phrase that no body bears is the office's field. */
function isField(
  sentence: Sentence,
  { role }: Office,
  phrase: Phrase,
  preposition: string,
  bodies: number,
): boolean {
  if (bodies > 0 || !/^(?:of|for)$/.test(preposition) || role.of === 'person') return false;
  const { from, to, named } = phrase;
  const first = sentence.lower(/^(?:DT|PRP\$)$/.test(sentence.tag(from)) ? from + 1 : from);
  if (named !== undefined) {
    const inField = fieldNouns.has(first) || fieldNouns.has(sentence.lower(to - 1));
    return role.office === 'MINISTER_OF' && inField && named.name.type !== 'Place';
  }
  if (role.office === 'MINISTER_OF')
    return (
      fieldNouns.has(first) || (phrase.determiner === undefined && !bodyNouns.has(sentence.lower(to - 1)))
    );
  if (phrase.determiner !== undefined || sentence.isPossessive(to - 1)) return false;
  for (let at = from; at < to; at++) if (sentence.nameAt(at) !== undefined) return false;
  if (sentence.tag(to - 1) === 'NNS' && !fieldNouns.has(sentence.lower(to - 1)) && !fieldNouns.has(first))
    return false;
  return role.field && !bodyNouns.has(sentence.lower(to - 1));
}

/** After "at", "with" and the like something named or definite, for trades a body: not "at stalled talks", "for the elections". */
function mayBeBody(sentence: Sentence, { role }: Office, phrase: Phrase, preposition: string): boolean {
  if (phrase.named !== undefined || (preposition === 'of' && role.office !== 'WORKED_FOR')) return true;
  if (phrase.determiner === undefined) return false;
  if (!/^(?:OFFICIAL_OF|WORKED_FOR|DIRECTOR_OF)$/.test(role.office)) return true;
  const noun = sentence.lower(phrase.to - 1);
  return bodyNouns.has(noun) || kindNouns.has(noun);
}

/** "the government of Oman", "the city of Lyon": a common noun with the name that says which. */
function withOf(sentence: Sentence, phrase: Phrase): Phrase {
  if (phrase.named !== undefined || sentence.lower(phrase.to) !== 'of') return phrase;
  const of = phraseFrom(sentence, phrase.to + 1);
  if (of?.named === undefined || of.named.name.type === 'Person') return phrase;
  const kind = /^(?:city|town|village|port|province|state|region|island|kingdom|republic)$/;
  if (kind.test(sentence.lower(phrase.to - 1))) return of;
  return { ...phrase, to: of.to };
}

/** "the presidents of Chile and Peru", "ambassador to Chile and Peru". */
function alsoOf(sentence: Sentence, office: Office, at: number): Phrase[] {
  const found: Phrase[] = [];
  for (let to = at; ; ) {
    const join = sentence.lower(to);
    const skip =
      join === ',' && sentence.lower(to + 1) === 'and' ? 2 : join === 'and' || join === ',' ? 1 : 0;
    if (skip === 0) return found;
    const phrase = phraseFrom(sentence, to + skip);
    if (phrase?.named === undefined || phrase.named.name.type === 'Person' || isAdjective(phrase.named))
      return found;
    if (sentence.isPossessive(phrase.to)) return found;
    if (!office.plural && !isConjunct(sentence, phrase.named, office)) return found;
    found.push(phrase);
    to = phrase.to;
  }
}

/** Whether the tree coordinates a name with something under the office, not with the office itself. */
function isConjunct(sentence: Sentence, named: Named, office: Office): boolean {
  const head = sentence.syntax.headWithin(named);
  if (sentence.syntax.relationOf(head) !== 'conj') return false;
  const first = sentence.syntax.headOf(head);
  return first !== undefined && first >= office.to;
}
