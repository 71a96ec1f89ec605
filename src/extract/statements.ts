// From clauses, event nouns and titles to statements: the engine that asks the rules. It knows no verb and no noun itself.
import { claimId, type Modality, mentionId, type Span } from '../../graph/model.ts';
import { relationType, structuralTypes } from '../../graph/vocabulary/index.ts';
import type { End, Statement } from '../annotated.ts';
import { type Clause, expanded, type Oblique, possessor } from './clauses.ts';
import { networks } from './data/organizations.ts';
import { pastTense } from './lexicon.ts';
import type { NounPhrase, Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Referent, Referents } from './refer.ts';
import { eventModality, nounControl } from './rules/control.ts';
import { takenUp } from './rules/groups.ts';
import { besidePrepositions, describingVerbs, lightVerbs, type NounRule, nounRules } from './rules/nouns.ts';
import { type Pattern, patternsOf } from './rules/pattern.ts';
import { nearestTime, type TimePhrase } from './time.ts';
import type { Place, TitleFact } from './titles.ts';

/** What the engine needs of an article. */
export interface Source {
  readonly document: string;
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly referents: Referents;
  readonly times: readonly (readonly TimePhrase[])[];
}

/** Collects the statements of an article, sentence by sentence. Each id once. */
export class Statements {
  readonly #source: Source;
  readonly #found = new Map<string, Statement>();
  /** Where the statements' ends stand, with what stands there: each is a mention. */
  readonly ends: Standing[] = [];
  /** Last statement of each predicate, for "these demands". */
  readonly #last = new Map<string, Referent>();

  constructor(source: Source) {
    this.#source = source;
  }

  /** In the order in which they were found. */
  all(): Statement[] {
    return [...this.#found.values()];
  }

  /** A title of the sentence, as the report's own statement. */
  addTitle(fact: TitleFact): void {
    if (fact.body === undefined) return;
    const { words } = this.#reading(fact.sentence);
    const status = fact.status === undefined ? undefined : words[fact.status];
    this.#add(fact.sentence, fact.predicate, fact.holder, fact.body, {
      trigger: fact.holder.from,
      negated: false,
      modality: 'actual',
      confidence: fact.confidence,
      own: true,
      ...(status === undefined ? {} : { status: fact.status as number }),
    });
  }

  /** What the clauses and the event nouns of a sentence say. */
  addSentence(index: number): void {
    const reading = this.#reading(index);
    for (const clause of reading.clauses) this.#addClause(reading, clause);
    reading.list.forEach((phrase, at) => {
      if (phrase.kind === 'noun') this.#addNoun(reading, phrase, at);
    });
  }

  #reading(index: number): Reading {
    return this.#source.readings[index] as Reading;
  }

  // Verbs

  #addClause(reading: Reading, clause: Clause): void {
    const { verb } = clause;
    const roles = rolesOf(clause);
    if (roles === undefined) return;
    const key = verb.particle === undefined ? verb.lemma : `${verb.lemma}-${verb.particle}`;
    const patterns =
      verb.particle === undefined ? patternsOf(key) : [...patternsOf(key), ...patternsOf(verb.lemma)];
    const subjects = this.#resolve(reading, roles.subject);
    const agent = roles.agent === undefined ? undefined : this.#resolve(reading, roles.agent);
    for (const pattern of patterns) {
      const ends = this.#slot(reading, clause, pattern);
      if (ends === undefined) continue;
      if (pattern.rule.passive === true && !verb.passive) continue;
      const [from, to] =
        verb.passive && pattern.rule.passive !== true ? [agent ?? [], ends] : [subjects, ends];
      let added = false;
      for (const a of from)
        for (const b of to)
          if (a.thing !== b.thing && allowed(pattern.rule.only, b) && a.thing.type !== 'Event')
            added = this.#addOfClause(reading, clause, pattern.rule.predicate, a, b, 0.75) || added;
      if (added && clause.refused && pattern.rule.predicate !== 'DECLINED')
        for (const a of from)
          for (const b of to)
            if (a.thing !== b.thing)
              this.#addOfClause(reading, { ...clause, negated: !clause.negated }, 'DECLINED', a, b, 0.6);
      if (added) return;
    }
    if (this.#addMutual(reading, clause, subjects)) return;
    this.#addOwnVerb(reading, clause, patterns.length > 0, subjects, agent);
  }

  /** "A and B met": a verb whose relation has no direction, with both ends as its subject. */
  #addMutual(reading: Reading, clause: Clause, subjects: readonly Referent[]): boolean {
    const [a, b, more] = subjects;
    if (
      a === undefined ||
      b === undefined ||
      more !== undefined ||
      a.thing === b.thing ||
      clause.verb.passive
    )
      return false;
    const [object] = clause.objects;
    const pattern = patternsOf(clause.verb.lemma).find(
      (candidate) =>
        (candidate.nouns.length === 0 || (object !== undefined && isOneOf(object, candidate.nouns))) &&
        candidate.prepositions.includes('with') &&
        candidate.fixed === undefined &&
        relationType(candidate.rule.predicate)?.symmetric,
    );
    if (
      pattern === undefined ||
      !allowed(pattern.rule.only, b) ||
      clause.objects.some((object) => object.head.name !== undefined)
    )
      return false;
    return this.#addOfClause(reading, clause, pattern.rule.predicate, a, b, 0.7);
  }

  #addOfClause(
    reading: Reading,
    clause: Clause,
    predicate: string,
    a: Referent,
    b: Referent,
    confidence: number,
  ): boolean {
    return this.#add(reading.index, predicate, a, b, {
      trigger: clause.verb.to,
      negated: clause.negated,
      modality: clause.modality,
      confidence,
      ...(clause.demander === null ? {} : { demander: clause.demander }),
      own: clause.attributes,
    });
  }

  /** What a pattern's slot holds in a clause; undefined where the pattern doesn't fit. */
  #slot(reading: Reading, clause: Clause, pattern: Pattern): readonly Referent[] | undefined {
    const { verb } = clause;
    const objects = verb.passive ? (clause.subject === null ? [] : [clause.subject]) : clause.objects;
    const [object] = objects;
    if (pattern.nouns.length > 0 && !(object !== undefined && isOneOf(object, pattern.nouns)))
      return undefined;
    if (pattern.fixed !== undefined && !hasFixed(reading, clause, pattern.fixed)) return undefined;
    if (pattern.prepositions.length === 0) {
      if (pattern.then === 'to' && object === undefined) {
        const mandated = mandatedSubject(reading, clause);
        return mandated === undefined ? undefined : this.#resolve(reading, mandated);
      }
      if (object === undefined || pattern.nouns.length > 0) return undefined;
      if (pattern.then !== undefined && !followedBy(reading, object, pattern.then)) return undefined;
      if (pattern.slot === 'owner') return this.#owners(reading, object, clause);
      // "called him a liar": a second object makes it another verb.
      if (
        verb.lemma === 'call' &&
        pattern.then === undefined &&
        (clause.objects.length > 1 || clause.obliques.some((oblique) => oblique.preposition === 'for'))
      )
        return undefined;
      return this.#resolve(reading, object);
    }
    if (verb.lemma === 'be' && object !== undefined) return undefined;
    for (const oblique of clause.obliques) {
      if (!pattern.prepositions.includes(oblique.preposition)) continue;
      // "worked on a treaty with": every oblique of the verb counts; the object's own only where the pattern names it.
      if (pattern.nouns.length === 0 && objects.length > 0 && oblique !== clause.obliques[0]) continue;
      if (!clause.obliques.slice(0, clause.obliques.indexOf(oblique)).every(isAside)) continue;
      if (pattern.then !== undefined && !followedBy(reading, oblique.phrase, pattern.then)) continue;
      if (pattern.slot === 'owner') return this.#owners(reading, oblique.phrase, clause);
      // "at a briefing in the city of Arica": what names nothing leads to what does.
      const found = this.#resolve(reading, namedPlace(oblique, clause));
      if (found.length > 0 || pattern.nouns.length > 0) return found;
    }
    return undefined;
  }

  /** Whose the object is: "Chile’s offer", "a Chilean offer", "the offer of Chile", "these demands". */
  #owners(reading: Reading, object: NounPhrase, clause: Clause): readonly Referent[] | undefined {
    if (object.head.name !== undefined || object.head.tag === 'pronoun') return undefined;
    if (object.owner !== undefined) return this.#resolve(reading, object.owner);
    const named = object.modifiers.findLast(
      (word) => word.name !== undefined && word.name.sense !== 'person',
    );
    if (named !== undefined) {
      const thing = this.#source.referents.thingAt(reading.index, named);
      const at = reading.words.indexOf(named);
      return thing === undefined
        ? undefined
        : [{ thing, from: at, to: at, form: named.name?.sense === 'demonym' ? 'nominal' : 'name' }];
    }
    const owner = possessor(object);
    if (owner !== null) return this.#resolve(reading, owner);
    const of = clause.obliques[0];
    if (of?.preposition === 'of' && of.phrase.head.name !== undefined && !clause.verb.passive)
      return this.#resolve(reading, of.phrase);
    return this.#takenUp(reading, object);
  }

  #takenUp(reading: Reading, object: NounPhrase): readonly Referent[] | undefined {
    const first = (object.modifiers[0] ?? object.head).lower;
    if (!/^(?:this|these|those|the|such|both|all)$/.test(first)) return undefined;
    const predicates =
      takenUp.get(object.head.lower.replace(/s$/, '')) ?? takenUp.get(object.head.lower) ?? [];
    const maker = predicates
      .map((predicate) => this.#last.get(predicate))
      .find((found) => found !== undefined);
    const named = maker && this.#source.referents.nearestPlace(maker.thing, reading.index, object.from);
    return maker === undefined || named === undefined
      ? undefined
      : [{ thing: maker.thing, from: object.from, to: object.to, form: 'nominal', named }];
  }

  /** A verb that no rule knows becomes a relation of its own, where both ends are named. */
  #addOwnVerb(
    reading: Reading,
    clause: Clause,
    known: boolean,
    subjects: readonly Referent[],
    agent: readonly Referent[] | undefined,
  ): void {
    const { verb } = clause;
    const [object, second] = verb.passive ? [clause.subject ?? undefined, undefined] : clause.objects;
    if (known || object === undefined || second !== undefined || ownless.has(verb.lemma)) return;
    if (verb.word.verb === undefined || clause.modality === 'possible') return;
    const predicate = ownPredicate(verb.lemma, verb.particle);
    if (predicate === undefined) return;
    const named = (referent: Referent) => referent.form === 'name' || referent.form === 'nominal';
    for (const a of verb.passive ? (agent ?? []) : subjects)
      for (const b of this.#resolve(reading, object))
        if (a.thing !== b.thing && named(b)) this.#addOfClause(reading, clause, predicate, a, b, 0.4);
  }

  // Nouns

  #addNoun(reading: Reading, phrase: NounPhrase, at: number): void {
    const members = phrase.members.length > 0 ? phrase.members : [phrase];
    members.forEach((member, i) => {
      for (const noun of member.owner === undefined ? [member] : [member.owner, member])
        this.#addEvent(reading, noun, at, i === members.length - 1 && noun === member);
    });
  }

  #addEvent(reading: Reading, noun: NounPhrase, at: number, last: boolean): void {
    const rule = ruleOf(noun);
    if (rule === undefined) return;
    const chain = last ? chainAfter(reading.list, at) : [];
    const clause = this.#governing(reading, noun, at);
    const pair = rule.mutual ? this.#pair(reading, rule, noun, chain, clause, at) : undefined;
    const ends = pair ?? this.#agentAndEnd(reading, rule, noun, chain, clause, at);
    if (ends === undefined) return;
    if (rule.made === true && !isMade(reading, at, clause)) return;
    const { modality, negated } = eventMood(reading, noun, at, clause);
    for (const a of ends.from)
      for (const b of ends.to)
        if (
          a.thing !== b.thing &&
          allowed(rule.only, b) &&
          (rule.only !== 'person' || a.thing.type === 'Person')
        )
          this.#add(reading.index, rule.predicate, a, b, {
            trigger: noun.from,
            negated,
            modality,
            confidence: ends.confidence,
          });
  }

  /** The clause whose object the event is, or leads to it ("reached an agreement for a prisoner exchange"). */
  #governing(reading: Reading, noun: NounPhrase, at: number): { clause: Clause; light: boolean } | undefined {
    const within = (phrase: NounPhrase) => phrase.from <= noun.from && phrase.to >= noun.to;
    const clause = reading.clauses.find((other) => {
      if (other.at > at) return other.subject !== null && other.verb.passive && within(other.subject);
      return other.objects.some(within) || other.obliques.some((oblique) => within(oblique.phrase));
    });
    if (clause === undefined) return undefined;
    const direct = clause.objects.some(within) && !clause.verb.passive;
    const [object] = clause.objects;
    const leads =
      object === undefined || /^(?:agreement|deal|accord|plan|pact|understanding)$/.test(object.head.lower);
    const through = clause.obliques.some(
      (oblique) => leads && within(oblique.phrase) && /^(?:in|on|for|to|of)$/.test(oblique.preposition),
    );
    const light =
      lightVerbs.has(clause.verb.lemma) &&
      (direct || through) &&
      (!clause.verb.passive || clause.verb.lemma === 'engage');
    return { clause, light };
  }

  /** Both ends at once: "between A and B", "A and B’s", "A and B held". */
  #pair(
    reading: Reading,
    rule: NounRule,
    noun: NounPhrase,
    chain: readonly Link[],
    governed: { clause: Clause; light: boolean } | undefined,
    at: number,
  ): Ends | undefined {
    const split = (referents: readonly Referent[], confidence: number): Ends | undefined => {
      const [a, b, more] = referents;
      return a === undefined || b === undefined || more !== undefined
        ? undefined
        : { from: [a], to: [b], confidence };
    };
    const between = chain.find((link) => link.preposition === 'between' || link.preposition === 'among');
    if (between !== undefined) return split(this.#resolve(reading, between.phrase), 0.85);
    if (noun.owner !== undefined && noun.owner.members.length > 1)
      return split(this.#resolve(reading, noun.owner), 0.8);
    const other = chain.some(
      (link) =>
        rule.prepositions.includes(link.preposition) &&
        this.#resolve(reading, link.phrase).some((end) => allowed(rule.only, end)),
    );
    if (other) return undefined;
    if (governed?.light && governed.clause.subject !== null)
      return split(this.#resolve(reading, governed.clause.subject), 0.8);
    return this.#besidePair(reading, noun, at);
  }

  /** "During the call, Moss and Lund agreed", "Moss told Lund": who acts during an event takes part in it. */
  #besidePair(reading: Reading, noun: NounPhrase, at: number): Ends | undefined {
    const before = reading.list[at - 1];
    if (before?.kind !== 'preposition' || !/^(?:during|in)$/.test(before.lower)) return undefined;
    const clause = reading.clauses.find(
      (other) =>
        other.verb.form === 'finite' &&
        other.subject !== null &&
        (other.at > at || other.obliques.some((oblique) => oblique.phrase.from === noun.from)),
    );
    if (clause?.subject == null || clause.verb.passive) return undefined;
    const [a, b, more] = this.#resolve(reading, clause.subject);
    if (a === undefined || more !== undefined) return undefined;
    if (b !== undefined) return { from: [a], to: [b], confidence: 0.7 };
    const around = [
      ...clause.objects,
      ...clause.obliques
        .filter((oblique) => /^(?:to|with)$/.test(oblique.preposition))
        .map((oblique) => oblique.phrase),
    ];
    const [to, second] =
      around.map((phrase) => this.#resolve(reading, phrase)).find((found) => found.length > 0) ?? [];
    const people = to?.thing.type === 'Person' && a.thing.type === 'Person';
    return people && second === undefined ? { from: [a], to: [to], confidence: 0.6 } : undefined;
  }

  #agentAndEnd(
    reading: Reading,
    rule: NounRule,
    noun: NounPhrase,
    chain: readonly Link[],
    governed: { clause: Clause; light: boolean } | undefined,
    at: number,
  ): Ends | undefined {
    const link = chain.find((candidate) => rule.prepositions.includes(candidate.preposition));
    const to = link === undefined ? [] : this.#resolve(reading, link.phrase);
    if (to.length === 0) return undefined;
    const owner = noun.owner ?? possessor(noun);
    if (owner !== null) return this.#ends(this.#resolve(reading, owner), to, 0.8);
    const by = chain.find((candidate) => candidate.preposition === 'by');
    if (by !== undefined) return this.#ends(this.#resolve(reading, by.phrase), to, 0.8);
    if (governed?.light && governed.clause.subject !== null)
      return this.#ends(this.#resolve(reading, governed.clause.subject), to, 0.75);
    return this.#inferred(reading, rule, noun, to, governed, at);
  }

  #ends(from: readonly Referent[], to: readonly Referent[], confidence: number): Ends | undefined {
    return from.length === 0 ? undefined : { from, to, confidence };
  }

  /**
   * Nobody is said to have taken part but "with X": then whoever speaks of it, or does something after it. A person who
   * speaks of talks with a country means their own country's.
   */
  #inferred(
    reading: Reading,
    rule: NounRule,
    noun: NounPhrase,
    to: readonly Referent[],
    governed: { clause: Clause; light: boolean } | undefined,
    at: number,
  ): Ends | undefined {
    const speaker = () => this.#source.referents.speakers(reading.index, noun.from)[0]?.referents ?? [];
    // Who imposed sanctions isn't who speaks of them; who posted is.
    if (!rule.mutual && rule.only !== 'network' && rule.only !== 'place') return undefined;
    const found = this.#taker(reading, noun, governed, at);
    const from =
      found !== undefined && found.length > 0 ? found : rule.mutual && found === undefined ? speaker() : [];
    const meant = from.map((referent) => {
      const home =
        to.every((end) => end.thing.country) && referent.thing.type === 'Person'
          ? this.#source.referents.countryOf(referent.thing)
          : undefined;
      const named = home && this.#source.referents.nearestPlace(home, reading.index, noun.from);
      return home === undefined || named === undefined ? referent : { ...referent, thing: home, named };
    });
    return this.#ends(
      meant.filter((referent) => rule.only !== 'person' || referent.thing.type === 'Person'),
      to,
      0.6,
    );
  }

  /** Undefined where the event is no clause's: then the speaker is asked. */
  #taker(
    reading: Reading,
    noun: NounPhrase,
    governed: { clause: Clause; light: boolean } | undefined,
    at: number,
  ): readonly Referent[] | undefined {
    const before = reading.list[at - 1];
    const main = reading.clauses.find(
      (clause) => clause.at > at && clause.verb.form === 'finite' && clause.subject !== null,
    );
    const fronted =
      before?.kind === 'preposition' &&
      besidePrepositions.has(before.lower) &&
      !reading.list.slice(0, at - 1).some((phrase) => phrase.kind === 'verb' || phrase.kind === 'noun');
    if (fronted) return main?.subject == null ? [] : this.#resolve(reading, main.subject);
    if (governed === undefined) {
      const left = reading.clauses.findLast(
        (clause) => clause.at < at && clause.verb.form === 'finite' && clause.subject !== null,
      );
      const beside =
        before?.kind === 'preposition' && /^(?:after|before|following|during|ahead|to)$/.test(before.lower);
      if (!beside || !left?.subject) return undefined;
      // "spoke to Lund before the call with Moss": who called is anyone's guess.
      const others = [...left.objects, ...left.obliques.map((oblique) => oblique.phrase)];
      const crowded = others.some((other) =>
        this.#resolve(reading, other).some((found) => found.thing.type === 'Person'),
      );
      return crowded ? [] : this.#resolve(reading, left.subject);
    }
    const { clause } = governed;
    if (clause.subject === null || clause.verb.passive) return undefined;
    const oblique = clause.obliques.find(
      (other) => other.phrase.from <= noun.from && other.phrase.to >= noun.to,
    );
    const beside =
      oblique !== undefined &&
      /^(?:after|before|following|during|ahead|in|on)$/.test(oblique.preposition) &&
      oblique.preposition !== 'in';
    const describes = describingVerbs.has(clause.verb.lemma);
    return beside || describes ? this.#resolve(reading, clause.subject) : [];
  }

  // Common

  #resolve(reading: Reading, phrase: NounPhrase | null): readonly Referent[] {
    return phrase === null ? [] : this.#source.referents.resolve(reading.index, phrase);
  }

  #add(sentence: number, predicate: string, a: Referent | Place, b: Referent | Place, how: How): boolean {
    const { document, text, referents, times } = this.#source;
    const reading = this.#reading(sentence);
    const quote = quoteOf(reading, [a, b], how.trigger);
    const subject = this.#end(reading, a);
    const object = this.#end(reading, b);
    const id = claimId(document, quote, predicate, subject, object);
    if (this.#found.has(id)) return true;
    const type = relationType(predicate);
    const speech = how.own === true ? [] : referents.speakers(sentence, how.trigger);
    const denied = speech.some(({ region }) => region.stance === 'denies');
    const demanded = speech.some(({ region }) => region.stance === 'demands');
    const speakers = speech.map(({ region, referents: found }) =>
      this.#speaker(region.said, region.speaker, found),
    );
    const demander =
      how.demander === undefined
        ? []
        : [this.#speaker(sentence, how.demander, referents.resolve(sentence, how.demander))];
    const time = how.own === true ? undefined : nearestTime(times[sentence] ?? [], how.trigger);
    const span = time && this.#span(reading, time.from, time.to);
    const status =
      how.status === undefined ? [] : [{ ...this.#plain(reading, how.status, how.status), role: 'status' }];
    this.#found.set(id, {
      ...quote,
      id,
      subject,
      predicate,
      object,
      negated: how.negated !== denied,
      modality: how.modality === 'actual' && demanded ? 'demanded' : how.modality,
      speakers: distinct([...demander, ...speakers]),
      time:
        span && time
          ? { text: text.slice(span.start, span.end), from: time.firstDay, to: time.lastDay }
          : null,
      arguments: status,
      about: null,
      eventType: type?.eventType ?? null,
      mode: type?.mode ?? null,
      contexts: [],
      confidence: how.confidence,
    });
    if ('thing' in a) this.#last.set(predicate, { ...a });
    return true;
  }

  #span(reading: Reading, from: number, to: number): Span {
    return spanOf(reading, from, to);
  }

  #plain(reading: Reading, from: number, to: number): End {
    const span = spanOf(reading, from, to);
    return { ...span, text: this.#source.text.slice(span.start, span.end), mention: null };
  }

  #end(reading: Reading, place: Referent | Place): End {
    const plain = this.#plain(reading, place.from, place.to);
    const named = 'named' in place ? place.named : undefined;
    // A plural is no mention of one thing: its words, and the place where this one is named.
    const standing: Standing =
      named === undefined
        ? { ...place, sentence: reading.index }
        : {
            ...named,
            from: named.word,
            to: named.word,
            form: named.name.sense === 'demonym' ? 'nominal' : 'name',
          };
    this.ends.push(standing);
    const at = spanOf(this.#reading(standing.sentence), standing.from, standing.to);
    return { ...plain, mention: mentionId(this.#source.document, at) };
  }

  #speaker(sentence: number, phrase: NounPhrase, found: readonly Referent[]): End {
    const reading = this.#reading(sentence);
    const [referent] = found;
    return referent === undefined
      ? this.#plain(reading, phrase.from, phrase.to)
      : this.#end(reading, referent);
  }
}

/** Words of a sentence that stand for a thing. */
export interface Standing extends Place {
  readonly sentence: number;
}

interface How {
  /** The word that says it: whose speech it stands in is asked there. */
  readonly trigger: number;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly confidence: number;
  readonly demander?: NounPhrase;
  /** The report's own words, whoever is quoted: titles. */
  readonly own?: boolean;
  readonly status?: number;
}

interface Ends {
  readonly from: readonly Referent[];
  readonly to: readonly Referent[];
  readonly confidence: number;
}

interface Link {
  readonly preposition: string;
  readonly phrase: NounPhrase;
}

/** A longer sentence is quoted only where the claim stands. */
const LONGEST_QUOTE = 600;

function quoteOf(reading: Reading, places: readonly { from: number; to: number }[], trigger: number): Span {
  const { sentence } = reading;
  if (sentence.end - sentence.start <= LONGEST_QUOTE) return { start: sentence.start, end: sentence.end };
  const from = places.reduce((least, place) => Math.min(least, place.from), trigger);
  const to = places.reduce((most, place) => Math.max(most, place.to), trigger);
  return spanOf(reading, from, to);
}

/** From words to offsets in the text. */
export function spanOf(reading: Reading, from: number, to: number): Span {
  const { words, sentence } = reading;
  const first = sentence.tokens[words[from]?.first ?? 0];
  const last = sentence.tokens[words[to]?.last ?? 0];
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end };
}

/** Who does it and, in the passive, by whom. */
function rolesOf(clause: Clause): { subject: NounPhrase | null; agent?: NounPhrase } | undefined {
  const { verb } = clause;
  if (!verb.passive) return clause.subject === null ? undefined : { subject: clause.subject };
  const by = clause.obliques.find((oblique) => oblique.preposition === 'by');
  return by === undefined ? { subject: clause.subject } : { subject: clause.subject, agent: by.phrase };
}

function allowed(only: NounRule['only'], end: Referent): boolean {
  const { type, name } = end.thing;
  switch (only) {
    case undefined:
      return true;
    case 'place':
      return type === 'Place' || (type === 'Organization' && !networks.has(name));
    case 'person':
      return type === 'Person';
    case 'network':
      return networks.has(name);
    case 'actor':
      return type === 'Person' || type === 'Organization' || end.thing.country;
  }
}

const isOneOf = (object: NounPhrase, nouns: readonly string[]): boolean =>
  (object.members.length > 0 ? object.members : [object]).some(
    (member) => nouns.includes(member.head.lower) || nouns.includes(member.head.lower.replace(/s$/, '')),
  );

/** What may stand between a verb and its own preposition: topic, place or time. "Worked on a treaty with". */
function isAside({ preposition, phrase }: { preposition: string; phrase: NounPhrase }): boolean {
  if (preposition === 'in' || preposition === 'at' || preposition === 'for')
    return (
      phrase.head.name !== undefined || phrase.head.tag === 'number' || timeNouns.test(phrase.head.lower)
    );
  return /^(?:on|over|about|during|after|before|of|as|by)$/.test(preposition);
}

const timeNouns =
  /^(?:hours?|days?|weeks?|months?|years?|minutes?|time|morning|evening|briefing|conference|rally|speech|interview|statement)$/;

function hasFixed(reading: Reading, clause: Clause, fixed: string): boolean {
  const from = clause.verb.to + 1;
  return reading.words
    .slice(from, from + 6)
    .map((word) => word.lower)
    .join(' ')
    .includes(fixed);
}

function followedBy(reading: Reading, phrase: NounPhrase, then: string): boolean {
  const at = reading.list.findIndex((other) => other.kind === 'noun' && other.from === phrase.from);
  const next = reading.list[at + 1];
  if (next === undefined) return false;
  if (then === 'to') return next.kind === 'verb' && next.form === 'infinitive';
  return (
    next.kind !== 'verb' && then.split('|').includes(next.kind === 'noun' ? next.head.lower : next.lower)
  );
}

/** Who is to do it, in "demanded that Lima release": the subject of the clause that the verb's "that" opens. */
function mandatedSubject(reading: Reading, clause: Clause): NounPhrase | undefined {
  const [opener, subject, verb] = reading.list.slice(clause.at + 1, clause.at + 4);
  const opens = opener?.kind === 'subordinator' && opener.lower === 'that';
  return opens && subject?.kind === 'noun' && verb?.kind === 'verb' && verb.form === 'base'
    ? subject
    : undefined;
}

/** "in the city of Arica": the place that is named, not the kind of place. */
function namedPlace(oblique: Oblique, clause: Clause): NounPhrase {
  const next = clause.obliques[clause.obliques.indexOf(oblique) + 1];
  const isKind = /^(?:city|town|village|port|region|province|state|capital|resort)$/.test(
    oblique.phrase.head.lower,
  );
  return isKind && next?.preposition === 'of' ? next.phrase : oblique.phrase;
}

/** The longest event noun that ends a phrase: "phone call" before "call". */
function ruleOf(noun: NounPhrase): NounRule | undefined {
  if (noun.head.name !== undefined || noun.head.tag === 'pronoun') return undefined;
  const words = [...noun.modifiers, noun.head].slice(-3).map((word) => word.lower);
  for (let length = words.length; length > 0; length--) {
    const found = nounsByText.get(words.slice(-length).join(' '));
    if (found !== undefined) return found;
  }
  return undefined;
}

const nounsByText: ReadonlyMap<string, NounRule> = new Map(
  nounRules.flatMap((rule) =>
    rule.nouns.flatMap((noun) =>
      [noun, noun.endsWith('s') ? noun : `${noun}s`].map((form) => [form, rule] as const),
    ),
  ),
);

/** The prepositional phrases right after a noun: "in Lima between Chile and Peru on". */
function chainAfter(list: readonly Phrase[], at: number): Link[] {
  const chain: Link[] = [];
  for (let i = at + 1; i < list.length && chain.length < 5; ) {
    const [phrase, next] = [list[i], list[i + 1]];
    if (phrase?.kind === 'adverb' || phrase?.kind === 'time') i++;
    else if (phrase?.kind === 'preposition' && next?.kind === 'noun') {
      chain.push({ preposition: phrase.lower, phrase: expanded(list, i + 1) });
      i += 2;
    } else break;
  }
  return chain;
}

/** Whether a phrase is what someone makes ("reached a deal") or what a sentence is about ("the truce … held"). */
function isMade(
  reading: Reading,
  at: number,
  governed: { clause: Clause; light: boolean } | undefined,
): boolean {
  if (governed !== undefined) return governed.light || governed.clause.subject === reading.list[at];
  return reading.clauses.some(
    (clause) => clause.subject === reading.list[at] && clause.verb.form === 'finite',
  );
}

/** Whether the event took place: told by its verb, a word before it, or a noun that leads to it ("a proposal for"). */
function eventMood(
  reading: Reading,
  noun: NounPhrase,
  at: number,
  governed: { clause: Clause; light: boolean } | undefined,
): { modality: Modality; negated: boolean } {
  const before = noun.modifiers
    .map((word) => eventModality.get(word.lower))
    .find((found) => found !== undefined);
  const negated = noun.modifiers.some((word) => word.lower === 'no');
  const [preposition, leading] = [reading.list[at - 1], reading.list[at - 2]];
  const leads =
    preposition?.kind === 'preposition' && leading?.kind === 'noun'
      ? nounControl.get((leading.members.at(-1) ?? leading).head.lower)
      : undefined;
  const modality = leads === undefined || leads.modality === 'same' ? before : leads.modality;
  if (governed === undefined) return { modality: modality ?? 'actual', negated };
  const { clause, light } = governed;
  const wished =
    /^(?:propose|plan|offer|suggest|seek|want|schedule|expect|invite|promise|prepare|arrange)$/.test(
      clause.verb.lemma,
    )
      ? 'planned'
      : /^(?:demand|urge|request)$/.test(clause.verb.lemma) ||
          (clause.verb.lemma === 'call' && clause.obliques[0]?.preposition === 'for')
        ? 'demanded'
        : undefined;
  const ofClause = light && clause.modality !== 'actual' ? clause.modality : undefined;
  return {
    modality: ofClause ?? modality ?? wished ?? 'actual',
    negated: negated || (light && clause.negated),
  };
}

/** Verbs that say nothing by themselves, or that others of the engine read. */
const ownless = new Set(
  'be have do say make get take give put let go come become seem appear need want like know think see keep find use show look mean hold begin start continue try ask add state note claim describe include involve call set turn tell quote cite report announce express'.split(
    ' ',
  ),
);

function ownPredicate(lemma: string, particle: string | undefined): string | undefined {
  const name = [pastTense(lemma), particle]
    .filter((word) => word !== undefined)
    .join('_')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  return /^[A-Z][A-Z0-9_]*$/.test(name) && !structuralTypes.has(name) ? name : undefined;
}

function distinct(ends: readonly End[]): End[] {
  return ends.filter(
    (end, i) => ends.findIndex((other) => other.start === end.start && other.end === end.end) === i,
  );
}
