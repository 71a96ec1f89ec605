// From phrases to clauses: each verb with its subject, objects and prepositional phrases, found by walking left and right.
// A stopgap for a dependency tree; whom a pronoun means is refer.ts's matter.
import type { Modality } from '../../graph/model.ts';
import type { NounPhrase, Phrase, VerbGroup } from './phrases.ts';
import {
  adjectiveControl,
  type Control,
  modalModality,
  nounControl,
  objectControl,
  subjectControl,
} from './rules/control.ts';
import { quotingVerbs } from './rules/speech.ts';

/** A noun phrase with the preposition before it. */
export interface Oblique {
  readonly preposition: string;
  readonly phrase: NounPhrase;
}

/** A verb with what stands around it. `at` is its place among the phrases. */
export interface Clause {
  readonly at: number;
  readonly verb: VerbGroup;
  /** As it stands: of a passive, who suffers it. Null where none was found. */
  readonly subject: NounPhrase | null;
  readonly objects: readonly NounPhrase[];
  /** In order; the last ones may belong to the object. */
  readonly obliques: readonly Oblique[];
  readonly modality: Modality;
  readonly negated: boolean;
  /** Whether the subject refuses to: then what is not done is turned down as well. */
  readonly refused: boolean;
  /** Who wants it, where it is demanded of the subject: "Lima" in "Lima urged Quito to sign". */
  readonly demander: NounPhrase | null;
  /** Whether it says only who said the rest: "…, Moss added". */
  readonly attributes: boolean;
  /** Where what is said, wanted or believed begins, as a place among the phrases. */
  readonly contentAt: number;
}

/** How far a walk goes: keeps the cost linear in a sentence without end. */
const REACH = 40;

/** The clauses of a sentence, in the order of their verbs. Cost: linear. */
export function clausesOf(list: readonly Phrase[]): Clause[] {
  const clauses: Clause[] = [];
  list.forEach((phrase, at) => {
    if (phrase.kind === 'verb') clauses.push(clauseAt(list, at, phrase, clauses));
  });
  return clauses.map((clause) => withLaterSubject(clause, clauses, list));
}

function clauseAt(list: readonly Phrase[], at: number, verb: VerbGroup, before: readonly Clause[]): Clause {
  const inverted = invertedSubject(list, at, verb);
  const found: Found = inverted === null ? findSubject(list, at, verb, before) : { subject: inverted };
  const { objects, obliques, end } = complements(list, inverted === null ? at : at + 1, verb);
  const own = verb.modal === undefined ? undefined : modalModality.get(verb.modal);
  const hypothetical = isHypothetical(list, at, verb) || isInverted(list, at, verb);
  return {
    at,
    verb,
    subject: found.subject,
    objects,
    obliques,
    modality: hypothetical ? 'possible' : (own ?? found.modality ?? (isComing(verb) ? 'planned' : 'actual')),
    negated: verb.negated !== (found.negated ?? false),
    refused: found.refused ?? false,
    demander: found.demander ?? null,
    attributes: isAttribution(list, at, verb, found.subject, inverted !== null),
    contentAt: end,
  };
}

interface Found {
  readonly subject: NounPhrase | null;
  readonly modality?: Modality;
  readonly negated?: boolean;
  readonly refused?: boolean;
  readonly demander?: NounPhrase | null;
}

const nothing: Found = { subject: null };

function findSubject(list: readonly Phrase[], at: number, verb: VerbGroup, before: readonly Clause[]): Found {
  switch (verb.form) {
    case 'infinitive':
      return controlled(list, at, before);
    case 'ing':
      return ofGerund(list, at, before);
    case 'participle':
      return { subject: leftNoun(list, at) };
    case 'base':
      return ofBase(list, at, verb, before);
    case 'finite':
      return ofFinite(list, at, verb, before);
  }
}

/** Prepositions that open clauses too: "after the war ends". */
const dual = new Set([
  'after',
  'before',
  'since',
  'until',
  'as',
  'than',
  'once',
  'till',
  'like',
  'despite',
  'in',
]);

function ofFinite(list: readonly Phrase[], at: number, verb: VerbGroup, before: readonly Clause[]): Found {
  let nearest = true;
  for (let i = at - 1; i >= 0 && at - i < REACH; i--) {
    const phrase = list[i] as Phrase;
    switch (phrase.kind) {
      case 'noun': {
        if (phrase.apposed) break;
        const previous = list[i - 1];
        if (previous?.kind === 'preposition') {
          if (nearest && dual.has(previous.lower) && opensClause(list, i)) return { subject: phrase };
          i--;
          nearest = false;
          break;
        }
        // An object before the verb is no subject: "… told Moss said".
        return { subject: phrase };
      }
      case 'comma': {
        const opening = openingComma(list, i);
        if (opening === undefined) return nothing;
        i = opening;
        nearest = false;
        break;
      }
      case 'conjunction':
        return shared(list, i, verb, before);
      case 'subordinator':
        return /^(?:who|which|that)$/.test(phrase.lower) ? { subject: antecedent(list, i) } : nothing;
      case 'verb':
        // "a petition signed by … triggered": a participle belongs to the noun before it.
        if (phrase.form !== 'participle' && phrase.form !== 'infinitive') return nothing;
        break;
      case 'break':
        return nothing;
      default:
        break;
    }
  }
  return nothing;
}

/** Whether "after X" at the start of a clause has X as subject: nothing that could be one stands before it. */
function opensClause(list: readonly Phrase[], at: number): boolean {
  const before = list[at - 2];
  return (
    before === undefined ||
    before.kind !== 'noun' ||
    list[at - 1]?.kind !== 'preposition' ||
    (list[at - 1] as { lower: string }).lower !== 'in'
  );
}

/** "Moscow, he pledged, would": from the comma before the verb to the one after the subject. */
function openingComma(list: readonly Phrase[], closing: number): number | undefined {
  for (let i = closing - 1; i > 0 && closing - i < 25; i--) {
    const phrase = list[i] as Phrase;
    if (phrase.kind === 'break') return undefined;
    if (phrase.kind !== 'comma') continue;
    const before = list[i - 1];
    return before?.kind === 'noun' ? i : undefined;
  }
  return undefined;
}

function antecedent(list: readonly Phrase[], at: number): NounPhrase | null {
  const before = list[at - 1];
  if (before?.kind === 'noun') return before.apposed ? described(list, at - 1) : before;
  const further = list[at - 2];
  if (before?.kind === 'comma' && further?.kind === 'noun') return further;
  return null;
}

/** The phrase that an apposition describes. */
function described(list: readonly Phrase[], at: number): NounPhrase | null {
  for (let i = at - 1; i >= 0 && at - i < 6; i--) {
    const phrase = list[i] as Phrase;
    if (phrase.kind === 'noun' && !phrase.apposed) return phrase;
  }
  return null;
}

/** "Moss praised Lund and said": the subject of the verb before; after a comma that of the sentence's main verb. */
function shared(list: readonly Phrase[], at: number, verb: VerbGroup, before: readonly Clause[]): Found {
  const finite = before.filter(
    (clause) => clause.verb.form === 'finite' && clause.subject !== null && clause.at < at,
  );
  const afterComma = list[at - 1]?.kind === 'comma';
  const says = quotingVerbs.has(verb.lemma);
  const main = finite.find((clause) => !clause.attributes);
  const chosen = afterComma || says ? main : finite.at(-1);
  if (chosen === undefined) return nothing;
  const inherits =
    verb.modal === undefined && verb.word.verb?.forms.has('base') === true && chosen.verb.modal !== undefined;
  return inherits
    ? {
        subject: chosen.subject,
        modality: chosen.modality,
        negated: chosen.negated,
        demander: chosen.demander,
      }
    : { subject: chosen.subject };
}

function ofBase(list: readonly Phrase[], at: number, verb: VerbGroup, before: readonly Clause[]): Found {
  const previous = list[at - 1];
  if (previous?.kind === 'comma' || previous?.kind === 'conjunction') {
    const last = before.at(-1);
    const open = before.findLast(
      (clause) => clause.verb.form === 'infinitive' || clause.verb.modal !== undefined || clause === last,
    );
    if (open === undefined) return nothing;
    return { subject: open.subject, modality: open.modality, negated: open.negated, demander: open.demander };
  }
  return ofFinite(list, at, verb, before);
}

const leftNoun = (list: readonly Phrase[], at: number): NounPhrase | null => {
  const before = list[at - 1];
  if (before?.kind === 'noun') return before;
  const further = list[at - 2];
  // "the Council, as represented by"
  if (further?.kind === 'comma' && list[at - 3]?.kind === 'noun') return list[at - 3] as NounPhrase;
  return before?.kind === 'comma' && further?.kind === 'noun' ? further : null;
};

/** The subject of an infinitive: that of the word that governs it. */
function controlled(list: readonly Phrase[], at: number, before: readonly Clause[]): Found {
  let i = at - 1;
  while (list[i]?.kind === 'adverb') i--;
  const governor = list[i];
  if (governor === undefined) return nothing;
  if (governor.kind === 'verb') return byVerb(before, i, governor);
  if (governor.kind === 'conjunction' || governor.kind === 'comma') {
    const open = before.findLast((clause) => clause.verb.form === 'infinitive');
    return open === undefined
      ? nothing
      : { subject: open.subject, modality: open.modality, negated: open.negated, demander: open.demander };
  }
  if (governor.kind === 'adverb' || governor.kind === 'other') return nothing;
  if (governor.kind !== 'noun') return nothing;
  const head = governor.head.lower;
  const copula = before.find((clause) => clause.at === copulaBefore(list, i));
  // "the first president to visit Lima" did.
  if (
    governor.modifiers.some((word) => /^(?:first|last|only|second|third|latest)$/.test(word.lower)) &&
    !/^(?:time|step|round|visit)$/.test(head)
  )
    return { subject: governor.apposed ? described(list, i) : governor };
  const adjective = adjectiveControl.get(head);
  if (adjective !== undefined && copula !== undefined) return under(copula, adjective);
  const noun = nounControl.get(head);
  if (noun !== undefined) return byNoun(governor, noun, i, before);
  return byObject(list, i, governor, before);
}

/** The copula before a predicate at `at`, adverbs between. */
function copulaBefore(list: readonly Phrase[], at: number): number {
  let i = at - 1;
  while (list[i]?.kind === 'adverb' || list[i]?.kind === 'comma') i--;
  return list[i]?.kind === 'verb' ? i : -1;
}

function under(clause: Clause, control: Control): Found {
  const modality =
    clause.modality !== 'actual'
      ? clause.modality
      : control.modality === 'same'
        ? 'actual'
        : control.modality;
  return {
    subject: clause.subject,
    modality,
    negated: clause.negated !== (control.negates ?? false),
    demander: clause.demander,
  };
}

function byVerb(before: readonly Clause[], at: number, verb: VerbGroup): Found {
  const clause = before.find((other) => other.at === at);
  if (clause === undefined) return nothing;
  if (verb.lemma === 'be') {
    const word = verb.word.lower;
    return under(clause, adjectiveControl.get(word) ?? { modality: 'planned' });
  }
  if (verb.passive) {
    const control =
      adjectiveControl.get(verb.lemma) ??
      objectControl.get(verb.lemma) ??
      adjectiveControl.get(verb.word.lower) ??
      subjectControl.get(verb.lemma);
    return control === undefined ? nothing : under(clause, control);
  }
  const control = subjectControl.get(verb.lemma);
  if (control === undefined) return nothing;
  return { ...under(clause, control), refused: /^(?:refuse|decline)$/.test(verb.lemma) };
}

function byNoun(noun: NounPhrase, control: Control, at: number, before: readonly Clause[]): Found {
  const modality = control.modality === 'same' ? 'actual' : control.modality;
  const negated = control.negates ?? false;
  const owner = noun.owner ?? possessor(noun);
  if (owner !== null) return { subject: owner, modality, negated };
  const clause = before.findLast((other) => other.at < at);
  const governs = clause?.objects.some((object) => object.from === noun.from) ?? false;
  return governs && clause !== undefined
    ? { subject: clause.subject, modality, negated: negated !== clause.negated }
    : nothing;
}

/** "his" in "his plan", as a phrase of its own. */
export function possessor(noun: NounPhrase): NounPhrase | null {
  const word = noun.modifiers.find((modifier) => modifier.tag === 'possessive');
  return word === undefined
    ? null
    : {
        kind: 'noun',
        from: noun.from,
        to: noun.from,
        head: word,
        modifiers: [],
        members: [],
        apposed: false,
      };
}

/** "urged Lima to sign", "called for Lima to sign", "Lima to sign" in a headline. */
function byObject(list: readonly Phrase[], at: number, object: NounPhrase, before: readonly Clause[]): Found {
  const previous = list[at - 1];
  const governor = before.at(-1);
  if (governor === undefined)
    return at === 0 || previous?.kind === 'break' ? { subject: object, modality: 'planned' } : nothing;
  const preposition = previous?.kind === 'preposition' ? previous.lower : undefined;
  const keys = preposition === undefined ? [governor.verb.lemma] : [`${governor.verb.lemma}-${preposition}`];
  const control = keys.map((key) => objectControl.get(key)).find((found) => found !== undefined);
  if (control === undefined) return byMotion(governor);
  if (preposition === undefined && governor.objects[0]?.from !== object.from) return nothing;
  const modality = control.modality === 'same' ? governor.modality : control.modality;
  return {
    subject: object,
    modality,
    negated: control.negates ?? false,
    demander: control.modality === 'demanded' ? governor.subject : null,
  };
}

/** "flew to Quito to meet": who goes has a purpose. */
function byMotion(governor: Clause): Found {
  if (!/^(?:go|come|travel|fly|arrive|visit|return|head|leave|send)$/.test(governor.verb.lemma))
    return nothing;
  return { subject: governor.subject, modality: 'planned', negated: governor.negated };
}

function ofGerund(list: readonly Phrase[], at: number, before: readonly Clause[]): Found {
  const previous = list[at - 1];
  const last = before.at(-1);
  if (previous?.kind === 'preposition') {
    const further = list[at - 2];
    const negates = previous.lower === 'without' || previous.lower === 'against';
    if (further?.kind === 'noun') {
      const control = nounControl.get(further.head.lower);
      if (control !== undefined) {
        const found = byNoun(further, control, at - 2, before);
        return found.subject === null && last !== undefined
          ? {
              ...found,
              subject: last.subject,
              modality: control.modality === 'same' ? 'actual' : control.modality,
            }
          : found;
      }
      const ofObject =
        last?.objects.some((object) => object.from === further.from) &&
        /^(?:for|of|over|about)$/.test(previous.lower);
      if (ofObject && further.head.name !== undefined) return { subject: further };
      const from = last === undefined ? undefined : objectControl.get(last.verb.lemma);
      if (previous.lower === 'from' && from?.negates) return { subject: further, negated: true };
    }
    if (previous.lower === 'with') return nothing;
    return last === undefined
      ? nothing
      : { subject: last.subject, negated: negates, modality: last.modality };
  }
  if (previous?.kind === 'noun') {
    const absolute = list[at - 2];
    if (absolute?.kind === 'preposition' && absolute.lower !== 'with')
      return previous.head.name === undefined ? { subject: previous } : nothing;
    return { subject: previous };
  }
  if (previous?.kind === 'verb') {
    const clause = before.find((other) => other.at === at - 1);
    const control = subjectControl.get(previous.lemma);
    return clause === undefined || control === undefined ? nothing : under(clause, control);
  }
  if (previous?.kind === 'comma') {
    const says = before.findLast((clause) => quotingVerbs.has(clause.verb.lemma) && clause.subject !== null);
    const verb = list[at];
    if (verb?.kind === 'verb' && quotingVerbs.has(verb.lemma) && says !== undefined)
      return { subject: says.subject };
    const finite = before.findLast(
      (clause) => clause.verb.form !== 'ing' && clause.verb.form !== 'participle' && clause.subject !== null,
    );
    return finite === undefined ? nothing : { subject: finite.subject, modality: finite.modality };
  }
  if (previous?.kind === 'conjunction' && last?.verb.form === 'ing')
    return { subject: last.subject, modality: last.modality, negated: last.negated };
  return nothing;
}

/** "Speaking in Lima, Moss said": a fronted verb takes the subject of the finite one that follows. */
function withLaterSubject(clause: Clause, clauses: readonly Clause[], list: readonly Phrase[]): Clause {
  if (clause.subject !== null || clause.verb.form !== 'ing') return clause;
  const fronted = list
    .slice(0, clause.at)
    .every((phrase) => phrase.kind !== 'noun' && phrase.kind !== 'verb');
  if (!fronted) return clause;
  const main = clauses.find(
    (other) => other.at > clause.at && other.verb.form === 'finite' && other.subject !== null,
  );
  return main === undefined ? clause : { ...clause, subject: main.subject };
}

/** "…," said Moss: a verb of saying after a comma or a quotation, with a speaker behind it. */
function invertedSubject(list: readonly Phrase[], at: number, verb: VerbGroup): NounPhrase | null {
  if (
    !quotingVerbs.has(verb.lemma) ||
    verb.passive ||
    verb.modal !== undefined ||
    verb.form === 'ing' ||
    verb.form === 'infinitive'
  )
    return null;
  const previous = list[at - 1];
  if (previous !== undefined && previous.kind !== 'comma' && previous.kind !== 'break') return null;
  const next = list[at + 1];
  if (next?.kind !== 'noun' || list[at + 2]?.kind === 'verb') return null;
  return next.head.name !== undefined || next.head.tag === 'office' || next.head.tag === 'pronoun'
    ? next
    : null;
}

/** Whether "NP said" stands after what was said, or in its midst between commas. */
function isAttribution(
  list: readonly Phrase[],
  at: number,
  verb: VerbGroup,
  subject: NounPhrase | null,
  inverted: boolean,
): boolean {
  if (inverted) return at > 0;
  if (!quotingVerbs.has(verb.lemma) || subject === null || verb.form !== 'finite') return false;
  const subjectAt = list.findLastIndex(
    (phrase, i) => i < at && phrase.kind === 'noun' && phrase.from === subject.from,
  );
  const before = list[subjectAt - 1];
  if (before === undefined || (before.kind !== 'comma' && before.kind !== 'break')) return false;
  if (!list.slice(0, subjectAt).some((phrase) => phrase.kind === 'verb')) {
    // "Moscow, he pledged, would": the verb comes later.
    return (
      before.kind === 'comma' &&
      list[subjectAt - 2]?.kind === 'noun' &&
      list[at + 1]?.kind === 'comma' &&
      subjectAt - 2 <= 4
    );
  }
  let i = at + 1;
  while (i < list.length && i - at < 12) {
    const phrase = list[i] as Phrase;
    if (phrase.kind === 'comma' || phrase.kind === 'break') return true;
    if (phrase.kind === 'subordinator' || phrase.kind === 'verb' || phrase.kind === 'conjunction')
      return false;
    i++;
  }
  return true;
}

function complements(
  list: readonly Phrase[],
  at: number,
  verb: VerbGroup,
): { objects: NounPhrase[]; obliques: Oblique[]; end: number } {
  const objects: NounPhrase[] = [];
  const obliques: Oblique[] = [];
  let i = at + 1;
  for (; i < list.length && i - at < REACH; ) {
    const phrase = list[i] as Phrase;
    if (phrase.kind === 'adverb' || phrase.kind === 'time' || phrase.kind === 'other') i++;
    else if (phrase.kind === 'noun') {
      if (isSubjectOfNext(list, i) || (obliques.length > 0 && !phrase.apposed)) break;
      if (!phrase.apposed) objects.push(phrase);
      i++;
    } else if (phrase.kind === 'preposition') {
      const next = list[i + 1];
      if (next?.kind !== 'noun') {
        if (next?.kind === 'verb' || next === undefined) break;
        i++;
      } else {
        obliques.push({ preposition: phrase.lower, phrase: expanded(list, i + 1) });
        i += 2;
      }
    } else if (phrase.kind === 'comma' && list[i + 1]?.kind === 'noun' && (list[i + 1] as NounPhrase).apposed)
      i += 2;
    else if (
      phrase.kind === 'comma' &&
      list[i + 1]?.kind === 'preposition' &&
      verb.form === 'finite' &&
      obliques.length > 0
    )
      i++;
    else break;
  }
  return { objects, obliques, end: i };
}

/** "four regions: Nord, Sud and Ost": what the colon lists is what is meant; "the city of Lima" is Lima. */
export function expanded(list: readonly Phrase[], at: number): NounPhrase {
  const phrase = list[at] as NounPhrase;
  const of = list[at + 1];
  const inner = list[at + 2];
  if (
    of?.kind === 'preposition' &&
    of.lower === 'of' &&
    inner?.kind === 'noun' &&
    inner.head.name !== undefined
  )
    if (
      /^(?:city|town|village|region|province|state|port|resort|capital|district|island)$/.test(
        phrase.head.lower,
      )
    )
      return inner;
  const colon = list[at + 1];
  const listed = list[at + 2];
  const isList =
    colon?.kind === 'break' &&
    colon.lower === ':' &&
    listed?.kind === 'noun' &&
    listed.head.name !== undefined;
  return isList && phrase.head.name === undefined ? (listed as NounPhrase) : phrase;
}

function isSubjectOfNext(list: readonly Phrase[], at: number): boolean {
  let i = at + 1;
  while (list[i]?.kind === 'adverb') i++;
  const next = list[i];
  return next?.kind === 'verb' && (next.form === 'finite' || next.form === 'base');
}

/** "once both sides agree": what is still to come. */
const isPresent = (verb: VerbGroup): boolean =>
  verb.modal === undefined &&
  !verb.perfect &&
  (verb.form === 'base' ||
    /^(?:is|are)$/.test(verb.word.lower) ||
    verb.word.verb?.forms.has('third') === true);

/** "should he visit": an "if" without the word. */
function isInverted(list: readonly Phrase[], at: number, verb: VerbGroup): boolean {
  const [modal, subject] = [list[at - 2], list[at - 1]];
  return (
    verb.form === 'base' && subject?.kind === 'noun' && modal?.kind === 'other' && modal.lower === 'should'
  );
}

/** "is coming to Lima", "is leaving": on the way, not there. */
const isComing = (verb: VerbGroup): boolean =>
  verb.form === 'finite' && /^(?:come|arrive|leave|return)$/.test(verb.lemma) && /ing$/.test(verb.word.lower);

/** Whether the verb stands in an "if": then nothing is said to have happened. */
function isHypothetical(list: readonly Phrase[], at: number, verb: VerbGroup): boolean {
  for (let i = at - 1; i >= 0 && at - i < 12; i--) {
    const phrase = list[i] as Phrase;
    if (phrase.kind === 'comma' || phrase.kind === 'break') return false;
    if (phrase.kind === 'subordinator' || (phrase.kind === 'preposition' && phrase.lower === 'until'))
      return (
        /^(?:if|unless|whether)$/.test(phrase.lower) ||
        (isPresent(verb) && /^(?:once|until)$/.test(phrase.lower))
      );
  }
  return false;
}
