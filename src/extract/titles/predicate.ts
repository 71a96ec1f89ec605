// Says whose an office is where a verb tells: "is the president of", "was elected mayor", "resigned as", "as minister, Holt".
import type { Place } from '../article.ts';
import { officeVerbs, postNouns } from '../rules/role-words.ts';
import { type Holder, isCourtesy } from './holder.ts';
import { officeIn } from './office.ts';
import type { OfficePhrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';
import type { Told } from './status.ts';
import { isGiving, tenseOf } from './tense.ts';

/** The holders that a clause gives an office. */
export function said(sentence: Sentence, phrase: OfficePhrase): readonly Holder[] {
  const { syntax } = sentence;
  const head = syntax.headWithin(phrase.title);
  const copula = syntax.child(head, 'cop');
  if (copula !== undefined) return byCopula(sentence, head, copula);
  const named = asSubject(sentence, head);
  if (named !== undefined) return named;
  const post = sentence.lower(phrase.from - 1) === 'of' ? postAt(sentence, phrase.from - 2) : undefined;
  if (post !== undefined) return ofPost(sentence, post);
  const found = byVerb(sentence, phrase, head);
  return found.length > 0 ? found : besideVerb(sentence, phrase);
}

/** "named Col. Sow interim president", read by place where the tree hangs the name elsewhere. */
function besideVerb(sentence: Sentence, phrase: OfficePhrase): Holder[] {
  const as = sentence.lower(phrase.from - 1) === 'as' ? 1 : 0;
  // "In her first speech as home secretary, Holt said"
  const after = as === 1 && officeIn(sentence, sentence.pieceOf(phrase.from - 2)) === undefined;
  const next = after && sentence.form(phrase.to) === ',' ? sentence.personAt(phrase.to + 1) : undefined;
  if (next !== undefined) {
    const { from, to } = next.name;
    return [{ place: sentence.place(from, to), rule: 'after “as”', confidence: 0.6 }];
  }
  const person = sentence.personBefore(phrase.from - as);
  if (person === undefined) return [];
  let at = person.from - 1;
  while (at > 0 && person.from - at < 5 && /^(?:NN|JJ|DT|,)/.test(sentence.tag(at))) at--;
  const lemma = sentence.words[at]?.lemma.toLowerCase() ?? '';
  if (!/^VB/.test(sentence.tag(at)) || !isGiving(lemma)) return [];
  const time = tenseOf(sentence, at, at);
  if (time === undefined) return [];
  const status = time.status === 'elect' || officeVerbs.nominate.includes(lemma) ? 'elect' : 'current';
  return holders(sentence, person.from, at, { status, at }, `by the verb “${sentence.lower(at)}”`, 0.75);
}

/** "Holt is the president", "Holt, who was president". */
function byCopula(sentence: Sentence, head: number, copula: number): Holder[] {
  const { syntax } = sentence;
  const told = tenseOf(sentence, head, copula);
  if (told === undefined) return [];
  const subject = syntax.child(head, 'nsubj') ?? controller(sentence, head);
  if (subject !== undefined) return holders(sentence, subject, head, told, 'said to be it', 0.9);
  // "Omar Said is": a name that the tree tears apart.
  const named = sentence.personBefore(copula);
  return named === undefined ? [] : holders(sentence, named.from, head, told, 'said to be it', 0.7);
}

/** "The president of Chile is Anna Holt". */
function asSubject(sentence: Sentence, head: number): Holder[] | undefined {
  const { syntax } = sentence;
  const up = syntax.headOf(head);
  if (up === undefined || syntax.relationOf(head) !== 'nsubj') return undefined;
  const copula = syntax.child(up, 'cop');
  const named = sentence.nameAt(up);
  if (copula === undefined || named?.name.type !== 'Person') return undefined;
  const told = tenseOf(sentence, up, copula);
  if (told === undefined) return [];
  const { from, to } = named.name;
  return [{ place: sentence.place(from, to), rule: 'said to be it', confidence: 0.85, told }];
}

/** "the post" of "the post of finance minister". */
const postAt = (sentence: Sentence, at: number): number | undefined =>
  postNouns.has(sentence.lower(at)) ? at : undefined;

/** Whose a post or a ministry is that a verb gives or takes: "goes to Holt", "Holt will take over", "Holt was given". */
export function ofPost(sentence: Sentence, post: number): Holder[] {
  const { syntax } = sentence;
  const verb = syntax.headOf(post);
  if (verb === undefined || !/^VB/.test(sentence.tag(verb))) return [];
  const lemma = sentence.words[verb]?.lemma.toLowerCase() ?? '';
  const relation = syntax.relationOf(post);
  const kind = postVerbs.get(lemma);
  const time = tenseOf(sentence, verb, verb);
  if (kind === undefined || time === undefined) return [];
  const passive = syntax.child(verb, 'nsubj:pass', 'aux:pass') !== undefined;
  const subject = syntax.child(verb, 'nsubj', 'nsubj:pass') ?? controller(sentence, verb);
  const to = syntax
    .children(verb, 'obl')
    .find((at) => sentence.lower(syntax.child(at, 'case') ?? at) === 'to');
  const isObject = relation === 'obj' || relation === 'iobj';
  const holder =
    kind === 'goes' || (passive && /^nsubj/.test(relation))
      ? /^nsubj/.test(relation)
        ? to
        : undefined
      : !isObject
        ? undefined
        : kind === 'gives' && !passive
          ? (syntax.child(verb, 'iobj') ?? to)
          : subject;
  if (holder === undefined || holder === post) return [];
  const past = kind === 'runs' && sentence.tag(verb) === 'VBD' ? 'former' : time.status;
  const status = lemma === 'offer' || lemma === 'propose' ? 'elect' : past;
  return holders(sentence, holder, verb, { status, at: verb }, `by the verb “${sentence.lower(verb)}”`, 0.8);
}

const postVerbs: ReadonlyMap<string, 'goes' | 'gives' | 'takes' | 'runs'> = new Map(
  Object.entries(officeVerbs.post).flatMap(([kind, list]) =>
    list.map((verb) => [verb, kind as keyof typeof officeVerbs.post] as const),
  ),
);

const verbs: ReadonlyMap<string, Exclude<keyof typeof officeVerbs, 'post'>> = new Map(
  (['appoint', 'nominate', 'hold', 'leave', 'replace'] as const).flatMap((kind) =>
    officeVerbs[kind].map((verb) => [verb, kind] as const),
  ),
);

/** "elected Holt mayor", "was sworn in as mayor", "resigned as mayor", "replaced Lang as mayor", "as mayor, Holt built". */
function byVerb(sentence: Sentence, phrase: OfficePhrase, head: number): Holder[] {
  const { syntax } = sentence;
  // "is serving as acting prime minister", whatever the tree makes of "acting".
  const before = sentence.lower(phrase.from - 1) === 'as' && /^VB/.test(sentence.tag(phrase.from - 2));
  const verb = before ? phrase.from - 2 : syntax.headOf(head);
  const relation = before ? 'obl' : syntax.relationOf(head);
  if (verb === undefined || !/^VB/.test(sentence.tag(verb))) return byNoun(sentence, phrase, head);
  const as = before || syntax.children(head, 'case').some((at) => /^(?:as|to)$/.test(sentence.lower(at)));
  if (relation === 'obl' ? !as : !/^(?:xcomp|obj|ccomp)$/.test(relation)) return [];
  const kind = verbs.get(sentence.words[verb]?.lemma.toLowerCase() ?? '');
  const time = tenseOf(sentence, verb, verb);
  const passive = syntax.child(verb, 'nsubj:pass', 'aux:pass') !== undefined;
  const subject = syntax.child(verb, 'nsubj', 'nsubj:pass') ?? controller(sentence, verb);
  const object = syntax.children(verb, 'obj', 'iobj').find((at) => at !== head);
  const self = object !== undefined && /^(?:him|her)self$/.test(sentence.lower(object));
  const participle = sentence.tag(verb) === 'VBN' && /^(?:acl|advcl)$/.test(syntax.relationOf(verb));
  const give = (at: number | undefined, status: Told['status'], confidence: number): Holder[] => {
    if (at === undefined || time === undefined) return [];
    const told = time.status === 'elect' ? time : { status, at: verb };
    return holders(sentence, at, verb, told, `by the verb “${sentence.lower(verb)}”`, confidence);
  };
  switch (kind) {
    case 'appoint':
    case 'nominate': {
      const status = kind === 'nominate' ? 'elect' : 'current';
      return give(passive || participle || self ? subject : object, status, self ? 0.7 : 0.85);
    }
    case 'hold': {
      if (relation === 'obj' && !/^(?:become|remain)$/.test(sentence.words[verb]?.lemma ?? '')) return [];
      const past =
        sentence.tag(verb) === 'VBD' &&
        !/^(?:become|remain|take|start|begin|return)$/.test(sentence.words[verb]?.lemma ?? '');
      return give(subject, past ? 'former' : (time?.status ?? 'current'), 0.85);
    }
    case 'leave':
      if (!as) return [];
      return give(passive || participle ? subject : (object ?? subject), 'former', 0.85);
    case 'replace': {
      if (!as) return [];
      const agent = syntax
        .children(verb, 'obl')
        .find((at) => sentence.lower(syntax.child(at, 'case') ?? at) === 'by');
      return passive
        ? [...give(subject, 'former', 0.8), ...give(agent, 'current', 0.8)]
        : [...give(subject, 'current', 0.8), ...give(object, 'former', 0.8)];
    }
    case undefined: {
      // "As foreign minister, Holt signed".
      const first = as && head < verb && sentence.lower(syntax.child(head, 'case') ?? head) === 'as';
      return first ? give(subject, 'current', 0.6) : [];
    }
  }
}

/** "Holt’s election as mayor", "with Holt as its mayor". */
function byNoun(sentence: Sentence, phrase: OfficePhrase, head: number): Holder[] {
  const { syntax } = sentence;
  const up = syntax.headOf(head);
  const as = syntax.children(head, 'case').some((at) => sentence.lower(at) === 'as');
  if (up === undefined || !as || phrase.to <= up) return [];
  if (
    !/^(?:election|appointment|inauguration|nomination|confirmation|reelection|re-election|swearing|promotion|role|tenure|term|time|years?|stint|career|service|work|resignation|removal|dismissal|ouster)$/.test(
      sentence.lower(up),
    )
  )
    return [];
  const whose = syntax.child(up, 'nmod:poss') ?? syntax.children(up, 'nmod').find((at) => at !== head);
  if (whose === undefined) return [];
  const lost = /^(?:resignation|removal|dismissal|ouster)$/.test(sentence.lower(up));
  return holders(
    sentence,
    whose,
    up,
    { status: lost ? 'former' : 'current', at: up },
    'by the noun before “as”',
    0.7,
  );
}

/** Who a participle without subject is said of: "Appointed minister, Holt cut", "Holt, elected mayor,". */
function controller(sentence: Sentence, verb: number): number | undefined {
  const { syntax } = sentence;
  const relation = syntax.relationOf(verb);
  const up = syntax.headOf(verb);
  if (up === undefined) return undefined;
  if (relation === 'acl') return up;
  if (relation === 'conj') return syntax.child(up, 'nsubj', 'nsubj:pass') ?? controller(sentence, up);
  // "nominated Holt to become"
  const object = isGiving(sentence.words[up]?.lemma ?? '') ? syntax.child(up, 'obj') : undefined;
  if (/^(?:xcomp|advcl|acl)$/.test(relation) && object !== undefined) return object;
  if (relation === 'advcl' || relation === 'xcomp') return syntax.child(up, 'nsubj', 'nsubj:pass');
  return undefined;
}

/** A subject and what is coordinated with it, as holders: names, pronouns and definite descriptions. */
function holders(
  sentence: Sentence,
  at: number,
  clause: number,
  told: Told,
  rule: string,
  confidence: number,
): Holder[] {
  const place = holderAt(sentence, at, clause);
  if (place === undefined) return [];
  const sure = sentence.nameAt(place.from) === undefined ? confidence * 0.85 : confidence;
  return [{ place, rule, confidence: sure, told }];
}

function holderAt(sentence: Sentence, at: number, clause: number): Place | undefined {
  const { syntax } = sentence;
  const named = sentence.nameAt(at);
  if (named !== undefined)
    return named.name.type === 'Person' ? sentence.place(named.name.from, named.name.to) : undefined;
  // "Ms Holt", where the tree makes the courtesy the head.
  const titled = isCourtesy(sentence, at) ? sentence.personAt(at + 1) : undefined;
  if (titled !== undefined) return sentence.place(titled.name.from, titled.name.to);
  if (/^(?:who|that|which)$/.test(sentence.lower(at))) {
    const antecedent = antecedentOf(sentence, clause);
    return antecedent === undefined ? undefined : holderAt(sentence, antecedent, antecedent);
  }
  // "a lawyer, Anna Holt, to become"
  const apposed = syntax
    .children(at, 'appos')
    .find((child) => sentence.nameAt(child)?.name.type === 'Person');
  if (apposed !== undefined) return holderAt(sentence, apposed, clause);
  if (/^(?:he|she|him|her|his|i|me|you)$/.test(sentence.lower(at))) return sentence.place(at, at + 1);
  // "The general became": a definite description of a person.
  if (officeIn(sentence, sentence.pieceOf(at)) === undefined && !personNouns.has(sentence.lower(at)))
    return undefined;
  const { from } = syntax.span(at);
  if (/^(?:the|this|that|his|her)$/.test(sentence.lower(from))) return sentence.place(from, at + 1);
  return undefined;
}

function antecedentOf(sentence: Sentence, clause: number): number | undefined {
  const { syntax } = sentence;
  let at: number | undefined = clause;
  while (at !== undefined && !/^acl/.test(sentence.words[at]?.deprel ?? '')) {
    if (!/^(?:conj|xcomp)$/.test(syntax.relationOf(at))) return undefined;
    at = syntax.headOf(at);
  }
  return at === undefined ? undefined : syntax.headOf(at);
}

const personNouns = new Set(
  'man woman boy girl teenager youth suspect defendant winner loser laureate person'.split(' '),
);
