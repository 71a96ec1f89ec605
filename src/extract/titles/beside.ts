// Reads the words left and right of an office noun: what belongs to the office, what it is of, whether it is past.
import type { Title } from '../article.ts';
import {
  bodyNouns,
  civicOffices,
  fieldNouns,
  partisans,
  partWords,
  statusWords,
  underWords,
} from '../rules/role-words.ts';
import { isAdjective, isHyphen, type Phrase, phraseFrom, phraseTo } from './body.ts';
import type { Office } from './office.ts';
import type { Named, Sentence } from './sentence.ts';

/** A noun phrase beside an office, with the preposition that leads to it. */
export interface Beside extends Phrase {
  readonly preposition: string | undefined;
  /** Whether a mark or word of possession joins it: "Chile’s". */
  readonly possessive?: boolean;
}

/** What stands left of an office noun. */
export interface Left {
  /** Where the whole phrase starts. */
  readonly from: number;
  /** Where the office starts, with its field: "foreign policy chief". */
  readonly title: number;
  readonly bodies: readonly Beside[];
  readonly status: Title['status'] | undefined;
  readonly under: string | undefined;
  readonly determiner: string | undefined;
}

/** Reads from an office to the left, no further than `floor`. */
export function readLeft(sentence: Sentence, { role, plural, from: start }: Office, floor: number): Left {
  let title = start;
  let at = start;
  let status: Title['status'] | undefined;
  let under: string | undefined;
  let determiner: string | undefined;
  let group: { from: number; to: number } | undefined;
  let bodies: Beside[] = [];
  /** Pieces of the office's own first word: "ex" of "ex-president". */
  for (let piece = sentence.pieceOf(start); sentence.pieces[piece]?.at === start; piece++) {
    const { text } = sentence.pieces[piece] as { text: string };
    if (piece === sentence.pieceOf(start) && statusWords.has(text) && text !== 'retired')
      status = statusWords.get(text);
  }
  const body = (named: Named | undefined, from: number, to: number, sure?: string): Beside => ({
    from,
    to,
    named,
    determiner: sure ?? determiner,
    preposition: undefined,
  });
  while (at > floor) {
    const i = at - 1;
    const text = sentence.lower(i).replace(/\.$/, '');
    const tag = sentence.tag(i);
    const named = sentence.nameAt(i);
    if (named !== undefined && isHyphen(sentence, named.to) && named.to < start) {
      // "Ghanaian-born striker"
      at = named.from;
      continue;
    }
    if (named !== undefined) {
      if (bodies.length > 0) break;
      if (group === undefined && title === at && isMinistry(sentence, role.office, named)) {
        title = named.from;
        at = named.from;
        continue;
      }
      if (named.name.type === 'Person') {
        if (role.of === 'body' || group !== undefined) break;
        bodies = [body(named, named.from, named.to)];
      } else if (group !== undefined) {
        const kind = !isAdjective(named) && group.to - group.from === 1 && named.name.type === 'Organization';
        bodies = [kind ? body(named, named.from, named.to) : body(undefined, named.from, group.to)];
        group = undefined;
      } else bodies = [body(named, named.from, named.to)];
      at = named.from;
      continue;
    }
    const also = plural && bodies.length > 0 && /^(?:and|,)$/.test(text) ? sentence.nameAt(i - 1) : undefined;
    if (also !== undefined && also.name.type !== 'Person') {
      // "French and German leaders"
      bodies = [body(also, also.from, also.to), ...bodies];
      at = also.from;
      continue;
    }
    if (sentence.isPossessive(i)) {
      if (bodies.length > 0) break;
      const owner = phraseTo(sentence, i);
      if (owner === undefined) break;
      const said = group === undefined ? owner : { ...owner, to: group.to, named: undefined };
      bodies = [{ ...said, determiner: owner.determiner ?? 'the', preposition: undefined, possessive: true }];
      group = undefined;
      at = owner.from;
      determiner = 'the';
      break;
    }
    if (tag === 'PRP$' || tag === 'WP$') {
      determiner = 'the';
      const mine = role.of === 'body' ? /^(?:its|their|our|whose)$/.test(text) : text !== 'its';
      if (mine && bodies.length === 0) {
        bodies = [
          group === undefined
            ? { from: i, to: i + 1, named: undefined, determiner: 'the', preposition: undefined }
            : { from: i, to: group.to, named: undefined, determiner: 'the', preposition: undefined },
        ];
        group = undefined;
      }
      at = i;
      break;
    }
    if (/^["“‘]$/.test(text)) {
      at = i;
      continue;
    }
    if (tag === 'DT' || tag === 'PDT') {
      determiner = text;
      at = i;
      break;
    }
    if (isHyphen(sentence, i)) {
      // "two contenders-Prime Minister Holt": a dash.
      if (/^\p{Lu}/u.test(sentence.form(at)) && !statusWords.has(sentence.lower(i - 1))) break;
      at = i;
      continue;
    }
    const known = statusWords.get(text);
    if (known !== undefined && !(text === 'future' && sentence.isNoun(i)) && (text !== 'ex' || at > floor)) {
      status ??= known;
      at = i;
      continue;
    }
    if (underWords.has(text)) {
      under = text;
      title = i;
      at = i;
      continue;
    }
    if (civicOffices.has(role.office) && (partWords.has(text) || partisans.has(text))) {
      at = i;
      continue;
    }
    if (group === undefined && bodies.length === 0 && belongs(sentence, role.field, role.office, i, title)) {
      title = i;
      at = i;
      continue;
    }
    if (
      bodies.length === 0 &&
      (text === 'and' || text === '&') &&
      title === at &&
      fieldNouns.has(sentence.lower(at)) &&
      fieldNouns.has(sentence.lower(i - 1))
    ) {
      title = i;
      at = i;
      continue;
    }
    const isGroup =
      (bodyNouns.has(text) && tag !== 'RB') ||
      partWords.has(text) ||
      (/^NN/.test(tag) && role.of !== 'person') ||
      (/^\p{Lu}/u.test(sentence.form(i)) && /^(?:JJ|NNP)/.test(tag) && i > 0);
    if (isGroup && bodies.length === 0 && !harmless.has(text) && !partOfAge(sentence, i)) {
      group = { from: i, to: group?.to ?? at };
      at = i;
      continue;
    }
    if (/^(?:JJ|VBN|VBG|RB|CD|NN|JJR|JJS)/.test(tag)) {
      if (tag === 'RB' && !/ly$|^(?:then|once|now|long|very|newly|most|far)$/.test(text)) break;
      at = i;
      continue;
    }
    break;
  }
  if (group !== undefined && bodies.length === 0) {
    const said = body(undefined, group.from, group.to, 'the');
    bodies = [said];
  }
  return { from: at, title, bodies, status, under, determiner };
}

/** Words before an office that say nothing of what it is of. */
const harmless = new Set(
  'chief top senior new longtime long time veteran key lead leading first second third founding prominent powerful influential popular controversial embattled fellow one two year old lower upper high junior young elder fiery self style de facto vocal hardline former current day present presidential royal parliamentary congressional diplomatic'.split(
    ' ',
  ),
);

/** "Health and Human Services" before "secretary", whatever the names stage made of it. */
function isMinistry(sentence: Sentence, office: string, { from, to, name }: Named): boolean {
  if (name.type !== 'Organization' || (office !== 'MINISTER_OF' && office !== 'OFFICIAL_OF')) return false;
  for (let at = from; at < to; at++)
    if (!fieldNouns.has(sentence.lower(at)) && sentence.lower(at) !== 'and') return false;
  return true;
}

const partOfAge = (sentence: Sentence, at: number): boolean =>
  isHyphen(sentence, at - 1) && /^(?:year|time|long)s?$/.test(sentence.lower(at));

/** Whether a word before an office names its field: any word before "minister", a known field elsewhere. */
function belongs(sentence: Sentence, field: boolean, office: string, at: number, title: number): boolean {
  if (!field) return false;
  const text = sentence.lower(at).replace(/\.$/, '');
  const tag = sentence.tag(at);
  if (!/^(?:NN|JJ|FW|VBG)/.test(tag) || harmless.has(text) || at + 1 !== title) return false;
  if (office === 'MINISTER_OF') return !partOfAge(sentence, at) && !partisan.has(text);
  if (fieldNouns.has(text)) return !(bodyNouns.has(text) && office === 'DIRECTOR_OF' && text !== 'rights');
  return (
    tag === 'NN' && !bodyNouns.has(text) && /^\p{Ll}/u.test(sentence.form(at)) && office === 'WORKED_FOR'
  );
}

const partisan = new Set(
  'conservative liberal centrist labour democratic republican socialist hawkish'.split(' '),
);

/** What stands right of an office noun. */
export interface Right {
  readonly to: number;
  readonly title: number;
  readonly next: number;
  readonly bodies: readonly Beside[];
  readonly status: Title['status'] | undefined;
}

/** Reads what follows an office: "-elect", "of public safety", "for the commission", "to Chile and Peru". */
export function readRight(sentence: Sentence, office: Office): Right {
  const { role } = office;
  let at = office.to;
  let title = at;
  let status: Title['status'] | undefined;
  while (isHyphen(sentence, at) || statusAfter.has(sentence.lower(at))) {
    status ??= statusAfter.get(sentence.lower(at));
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
    if (isField(sentence, office, phrase, preposition, bodies.length)) {
      if (at === title) title = phrase.to;
      at = phrase.to;
      continue;
    }
    // "the UN envoy for Syria at talks": one body a preposition; what follows tells of something else.
    if (bodies.some((other) => other.preposition === preposition || !(preposition in role.by))) break;
    const whole = withOf(sentence, phrase);
    bodies.push({ ...whole, preposition });
    at = whole.to;
    for (const more of alsoOf(sentence, office, at)) {
      bodies.push({ ...more, preposition });
      at = more.to;
    }
  }
  return { to: at, title, next, bodies, status };
}

const statusAfter: ReadonlyMap<string, Title['status']> = new Map([
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
  const first = sentence.lower(phrase.determiner === undefined ? from : from + 1);
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
  if (sentence.tag(to - 1) === 'NNS' && !fieldNouns.has(sentence.lower(to - 1))) return false;
  return role.field && !bodyNouns.has(sentence.lower(to - 1));
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
    if (skip === 0 || (!office.plural && skip === 1 && join === ',')) return found;
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
