// Asks every rule of every predication, event noun and title of an article: what is said of whom, with the reasons.
// A draft is a claim before it is written down: places and things, no offsets.
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import type { TimeExpression } from '../article.ts';
import { actorNouns, takenUp } from '../rules/groups.ts';
import { decidingVerbs, type NounRule, receivingVerbs, suffered } from '../rules/nouns.ts';
import { initiated, present } from '../rules/verbs.ts';
import type { Syntax } from '../syntax.ts';
import { type Circumstance, circumstancesOf, phrasesOf } from './circumstances.ts';
import { type Ends, type Filler, isKind, isSame, keyOf, type Named } from './ends.ts';
import { type Found, type Governing, governingOf, participantsOf, type Scene } from './events.ts';
import type { Understood } from './index.ts';
import { eventMoodOf, type Mood, moodOf } from './mood.ts';
import { type OfficeClaim, type OpenOffice, officeClaims, openOffices } from './offices.ts';
import { ownClaims } from './own.ts';
import { passingOf } from './passing.ts';
import { type Match, matchOf, type Pattern } from './patterns.ts';
import { withPlans } from './plans.ts';
import { obliquesOf, type Predication, predicationsOf } from './predications.ts';
import type { Rules } from './rules.ts';
import { type Speech, speakersOf } from './speakers.ts';
import type { Way } from './subjects.ts';
import { timeOf } from './when.ts';

/** How a draft came about; what its confidence is counted from. */
export type Source = 'title' | 'verb' | 'owner' | 'mutual' | 'own' | `noun ${Found}`;

/** A claim as the engine found it. */
export interface Draft {
  readonly sentence: number;
  /** The word that says it. */
  readonly trigger: number;
  readonly predicate: string;
  readonly subject: Filler;
  readonly object: Filler | null;
  readonly source: Source;
  /** PLOVER event type; the relation type's, or that of the rule whose verb is in the passive: "was killed". */
  readonly eventType: string | undefined;
  readonly mode: string | undefined;
  /** The rule that found it, as a person reads it: "impose [sanctions|penalties] on X". */
  readonly rule: string;
  readonly mood: Mood;
  /** How the verb came by its subject; `own` where no verb says it. */
  readonly way: Way;
  readonly speeches: readonly Speech[];
  readonly time: TimeExpression | undefined;
  readonly circumstances: readonly Circumstance[];
  /** Set where no words say whose office it is; see `Title`. */
  readonly unsaid?: true;
}

/** Every draft of an article, in reading order. Cost: near linear. */
export function draftsOf(understood: Understood, rules: Rules, ends: Ends): Draft[] {
  return new Finder(understood, rules, ends).all();
}

/** Holds what the sentences of one article share. */
class Finder {
  readonly #understood: Understood;
  readonly #trees: readonly Syntax[];
  readonly #ends: Ends;
  readonly #speakers: ReturnType<typeof speakersOf>;
  readonly #rules: Rules;
  readonly #found: Draft[] = [];
  readonly #keys = new Set<string>();
  /** Nouns that a verb's rule has read already: `signed [treaty]`. */
  readonly #told = new Set<string>();
  /** Last subject of each predicate, for "these demands". */
  readonly #last = new Map<string, Named>();
  /** The bodies of which each person holds an office, by the person's key. */
  readonly #posts = new Map<number, Named[]>();
  /** Country or body of each person, by the person's key. */
  readonly #bodies = new Map<number, Named>();

  constructor(understood: Understood, rules: Rules, ends: Ends) {
    const { article, quotations } = understood;
    this.#understood = understood;
    this.#trees = ends.trees;
    this.#ends = ends;
    this.#speakers = speakersOf(
      this.#trees,
      quotations,
      (sentence, word) => article.trees[sentence]?.words[word]?.start ?? 0,
    );
    this.#rules = rules;
  }

  all(): Draft[] {
    for (const claim of officeClaims(this.#understood, this.#ends)) this.#addOffice(claim);
    for (const office of openOffices(this.#understood, this.#ends)) this.#addOffice(office);
    this.#understood.article.trees.forEach((tree, sentence) => {
      if (tree.kind !== 'boilerplate') this.#addSentence(sentence);
    });
    return withPlans(this.#found).toSorted((a, b) => a.sentence - b.sentence || a.trigger - b.trigger);
  }

  // Titles

  #addOffice({
    sentence,
    trigger,
    predicate,
    subject,
    object,
    words,
    status,
    sign,
    rule,
    unsaid,
  }: OfficeClaim | OpenOffice): void {
    if (status === 'current' && object !== null && isNamed(object) && object.thing.type !== 'Person')
      this.#bodies.set(subject.thing.key, object);
    if (object !== null && isNamed(object) && object.thing.type !== 'Person') {
      const posts = this.#posts.get(subject.thing.key) ?? [];
      if (posts.every(({ thing }) => thing.key !== object.thing.key)) posts.push(object);
      this.#posts.set(subject.thing.key, posts);
    }
    const said: Circumstance[] =
      words === undefined ? [] : [{ role: 'office', filler: this.#words(sentence, words.from, words.to) }];
    if (sign !== undefined) said.push({ role: 'status', filler: this.#words(sentence, sign.from, sign.to) });
    this.#add({
      sentence,
      trigger,
      predicate,
      subject,
      object,
      source: 'title',
      eventType: this.#rules.relationType(predicate)?.eventType,
      mode: this.#rules.relationType(predicate)?.mode,
      rule,
      mood: { negated: false, modality: status === 'elect' ? 'planned' : 'actual', reasons: [] },
      way: 'own',
      speeches: [],
      time: undefined,
      circumstances: said,
      ...(unsaid && { unsaid }),
    });
  }

  // Verbs

  #addSentence(sentence: number): void {
    const syntax = this.#trees[sentence] as Syntax;
    const predications = predicationsOf(syntax);
    const scene = this.#scene(sentence, predications);
    for (const predication of predications) this.#addPredication(scene, predication);
    for (const { predicate, subject, object, trigger } of passingOf(syntax, sentence, this.#ends))
      this.#addOf(scene, undefined, {
        predicate,
        subject,
        object,
        trigger,
        source: 'title',
        rule: 'in passing',
        mood: plain,
        taken: [],
        isGiven: !this.#isQuoted(sentence, trigger),
      });
    syntax.words.forEach((_, word) => {
      this.#addSeat(scene, word);
      const rule = this.#rules.nounRule(syntax, word);
      if (rule !== undefined) this.#addEvent(scene, word, rule);
    });
  }

  #scene(sentence: number, predications: readonly Predication[]): Scene {
    const byWord = new Map(predications.map((predication) => [predication.word, predication]));
    return {
      sentence,
      syntax: this.#trees[sentence] as Syntax,
      ends: this.#ends,
      predicationAt: (word) => byWord.get(word),
      speakersAt: (word) => {
        const [nearest] = this.#speakers(sentence, word);
        return nearest === undefined ? [] : this.#ends.named(nearest.sentence, nearest.words);
      },
      countryOf: ({ thing }) => this.#bodies.get(thing.key),
    };
  }

  #addPredication(scene: Scene, predication: Predication): void {
    const { sentence, syntax, ends } = scene;
    // "is unpopular in Lima" says nothing of where it is.
    const { upos, lemma } = syntax.word(predication.word);
    // Nor does "is a major investor in Peru", of a country.
    const acts =
      actorNouns.has(lemma) &&
      ends.named(sentence, predication.subjects).every(({ thing }) => thing.type !== 'Person');
    const adjective = predication.verb === 'be' && (upos === 'ADJ' || (upos === 'NOUN' && acts));
    const patterns = adjective ? [] : this.#patternsOf(predication.verb);
    const matches = [
      ...patterns.flatMap((pattern) => matchOf(scene, predication, pattern) ?? []),
      ...this.#moreMatches(scene, predication),
    ];
    const named = ends.named(sentence, predication.subjects);
    // Names at both ends first; then whoever it is that does it to a name; then words alone.
    let filed: string | undefined;
    for (const how of tries) {
      if (filed !== undefined) return;
      if (how === 'mutual') {
        if (this.#addMutual(scene, predication, patterns, named)) return;
        continue;
      }
      for (const match of matches) {
        const surface = match.pattern.rule.passive === true ? predication.objects : predication.subjects;
        const from = how === 'named' ? ends.named(sentence, surface) : ends.any(sentence, surface);
        // "accused each other"
        const mutual = match.words.some((word) => isReciprocal(syntax, word));
        const to = mutual ? named : how === 'words' ? this.#anySlot(scene, match) : this.#slot(scene, match);
        const { predicate } = match.pattern.rule;
        if (filed !== undefined && (!filings.has(predicate) || filed === predicate)) continue;
        if (!this.#addPairs(scene, predication, match, from, to)) continue;
        // "filed a complaint against Acme with the court"
        if (how !== 'named' || !filings.has(predicate)) return;
        filed = predicate;
      }
    }
    if (!(matches.length > 0 && syntax.child(predication.word, 'ccomp') !== undefined))
      for (const own of ownClaims(scene, predication, this.#eventTypeOf(predication, patterns))) {
        // "drew praise from Moss": the noun tells it.
        const received = receivingVerbs.has(predication.verb) && own.rule.endsWith(' from');
        if (received && predication.objects.some((word) => this.#rules.nounRule(syntax, word) !== undefined))
          continue;
        this.#addOf(scene, predication, { ...own, source: 'own' });
      }
  }

  /** Of a passive without agent: what its verb's rule would make of it. */
  #eventTypeOf({ passive }: Predication, patterns: readonly Pattern[]): string | undefined {
    const [first] = patterns.filter(
      ({ slot, nouns, following, prepositions }) =>
        slot === 'object' && nouns.length + following.length + prepositions.length === 0,
    );
    return passive && first !== undefined
      ? this.#rules.relationType(first.rule.predicate)?.eventType
      : undefined;
  }

  #patternsOf(verb: string): readonly Pattern[] {
    const [lemma = ''] = verb.split('-');
    const own = this.#rules.patterns.get(verb) ?? [];
    return lemma === verb ? own : [...own, ...(this.#rules.patterns.get(lemma) ?? [])];
  }

  /** Patterns of an adjective ("be-opposed to X"), and of what stands after a verb's preposition ("call-for [sanctions] against X"). */
  #moreMatches(scene: Scene, predication: Predication): Match[] {
    const { syntax } = scene;
    const { verb, word, obliques } = predication;
    const of = (key: string, variant: Predication) =>
      (this.#rules.patterns.get(key) ?? []).flatMap((pattern) => matchOf(scene, variant, pattern) ?? []);
    if (verb === 'be') return of(`be-${syntax.word(word).lemma}`, predication);
    const [lemma, particle] = verb.split('-');
    if (particle !== undefined && predication.objects.length > 0) {
      // "called on Lima": the parser takes a preposition for a particle.
      const oblique = { preposition: particle, words: predication.objects, of: word };
      const variant = { ...predication, objects: [], obliques: [oblique, ...obliques] };
      return this.#patternsOf(lemma as string).flatMap((pattern) => matchOf(scene, variant, pattern) ?? []);
    }
    return obliques.flatMap((oblique) =>
      // "took refuge in" is no taking in.
      oblique.preposition === '' || (predication.objects.length > 0 && !predication.passive)
        ? []
        : of(`${verb}-${oblique.preposition}`, { ...predication, objects: oblique.words, receivers: [] }),
    );
  }

  #slot({ sentence, ends, syntax }: Scene, match: Match): Named[] {
    const { words, owned, pattern } = match;
    if (!owned) {
      const named =
        [words, ...match.further].map((some) => ends.named(sentence, some)).find((some) => some.length > 0) ??
        [];
      if (named.length === 0 && pattern.rule.only === 'place') return ends.placeWithin(sentence, words);
      // "raided Acme’s offices", "protested outside the Chilean embassy"
      const premises = words.filter((word) => premiseNouns.has(syntax.word(word).lemma.toLowerCase()));
      const isOwners = hitting.has(pattern.rule.predicate) && premises.length > 0;
      const owners = isOwners ? premises.flatMap((word) => ends.owners(sentence, word)) : [];
      return owners.length > 0 ? owners : named;
    }
    return words.flatMap((word) => {
      const isPremise =
        hitting.has(pattern.rule.predicate) && premiseNouns.has(syntax.word(word).lemma.toLowerCase());
      if (syntax.word(word).upos === 'PRON') return [];
      if (!isPremise && ends.named(sentence, [word]).length > 0) return [];
      // "ordered the Chilean group to": it is the group that is told.
      // "sought Moss’s impeachment", by a pattern that names the noun
      const owner = pattern.nouns.length > 0 ? syntax.child(word, 'nmod:poss') : undefined;
      if (owner !== undefined) return ends.named(sentence, [owner]);
      if (!isPremise && actorNouns.has(syntax.word(word).lemma)) return [];
      const owners = ends.owners(sentence, word);
      return owners.length > 0 ? owners : this.#takenUp(sentence, word);
    });
  }

  /** The slot by its words, where it names nothing; null where the pattern wants no object. */
  #anySlot({ sentence, ends }: Scene, { words, owned, pattern }: Match): (Filler | null)[] {
    if (pattern.slot === 'none') return [null];
    if (pattern.slot === 'embedded') {
      // "threatened to kill the hostages" is against them, "threatened to veto the plan" against nobody named.
      const actors = ends.any(sentence, words).filter((end) => ends.isKind('actor', end));
      return actors.length > 0 ? actors : [null];
    }
    return owned ? [] : ends.any(sentence, words);
  }

  /** "these demands": whoever made the last. */
  #takenUp(sentence: number, noun: number): Named[] {
    const syntax = this.#trees[sentence] as Syntax;
    const points = syntax
      .children(noun, 'det')
      .some((word) => /^(?:this|these|those|that|the|such|both|all)$/i.test(syntax.word(word).form));
    // "…, a request that Lima refused"
    const apposed =
      /^(?:appos|parataxis)$/.test(syntax.relationOf(noun)) && syntax.child(noun, 'acl:relcl') !== undefined;
    if (!points && !apposed) return [];
    for (const predicate of takenUp.get(syntax.word(noun).lemma) ?? []) {
      const maker = this.#last.get(predicate);
      const mention = maker && this.#ends.nearest(maker.thing, sentence, noun);
      if (maker !== undefined && mention !== undefined)
        return [{ ...this.#ends.phrase(sentence, noun), thing: maker.thing, mention, confidence: 0.8 }];
    }
    return [];
  }

  #addPairs(
    scene: Scene,
    predication: Predication,
    { pattern, owned, words }: Match,
    from: readonly Filler[],
    to: readonly (Filler | null)[],
  ): boolean {
    const { only } = pattern.rule;
    if (pattern.rule.unnamed === true && this.#isNamedThing(scene, predication.objects)) return false;
    const source: Source = owned ? 'owner' : 'verb';
    const mood = moodOf(scene.syntax, predication.word);
    let added = false;
    for (const subject of from)
      for (const object of to) {
        if (isSame(subject, object) || subject.thing?.type === 'Event') continue;
        const goes = movers.has(pattern.rule.predicate);
        if (goes && subject.thing !== undefined && !isKind('actor', subject.thing)) continue;
        if (object !== null && !this.#ends.isKind(only, object)) continue;
        const nouns = pattern.nouns.length === 0 ? [] : predication.objects;
        const beside = nouns.flatMap((word) => obliquesOf(scene.syntax, word, word));
        // A place lies somewhere, a person is there.
        if (predicateNeedsPerson(pattern) && subject.thing?.type !== 'Person') continue;
        const isThere = pattern.rule.predicate === 'LOCATED_IN' && subject.thing?.type === 'Person';
        const predicate = isThere ? 'WAS_IN' : pattern.rule.predicate;
        const isTurned = pattern.rule.turned === true && object !== null;
        // Only a name is worth turning: "employs 300 people" is told under its own verb.
        if (isTurned && (object.thing === undefined || subject.thing === undefined)) continue;
        const left = pattern.rule.predicate === 'RESIGNED_FROM' ? this.#leftBy(subject, object) : object;
        const ends = isTurned ? { subject: object, object: subject } : { subject, object: left };
        const what = { ...ends, source, taken: words, beside };
        this.#addOf(scene, predication, { ...what, predicate, rule: ruleText(pattern), mood });
        added = true;
        if (pattern.nouns.length > 0 && !owned && pattern.rule.predicate !== 'DECLINED')
          for (const noun of predication.objects) this.#told.add(`${scene.sentence}:${noun}`);
      }
    return added;
  }

  /** "stepped down as chief executive": of the one body of which the article gives them an office. */
  #leftBy(subject: Filler, object: Filler | null): Filler | null {
    if (subject.thing?.type !== 'Person' || object?.thing !== undefined) return object;
    const [post, other] = this.#posts.get(subject.thing.key) ?? [];
    if (object === null || post === undefined || other !== undefined) return object;
    return { ...post, ...spanOf(object) };
  }

  /** Whether words stand for a person or a body, by name or pronoun. */
  #isNamedThing({ sentence, syntax, ends }: Scene, words: readonly number[]): boolean {
    return (
      words.some((word) => syntax.word(word).upos === 'PRON') ||
      ends.named(sentence, words).some(({ thing }) => thing.type !== 'Place')
    );
  }

  /** "A and B met": a verb whose relation has no direction, with both ends as its subject. */
  #addMutual(
    scene: Scene,
    predication: Predication,
    patterns: readonly Pattern[],
    subjects: readonly Named[],
  ): boolean {
    const { syntax } = scene;
    const list = predication.passive ? this.#ends.named(scene.sentence, predication.subjects) : subjects;
    const [a, b] = list;
    if (a === undefined || b === undefined || list.length > 5) return false;
    const lemmas = predication.objects.flatMap((word) => {
      const { form, lemma } = syntax.word(word);
      return [lemma, form.toLowerCase()];
    });
    const pattern = patterns.find(
      ({ rule, prepositions, nouns, fixed }) =>
        this.#rules.relationType(rule.predicate)?.symmetric === true &&
        prepositions.includes('with') &&
        fixed === undefined &&
        (nouns.length === 0 ? lemmas.length === 0 : lemmas.some((lemma) => nouns.includes(lemma))) &&
        list.every(({ thing }) => isKind(rule.only, thing)),
    );
    if (pattern === undefined) return false;
    const { predicate } = pattern.rule;
    const mood = moodOf(syntax, predication.word);
    for (const noun of predication.objects) this.#told.add(`${scene.sentence}:${noun}`);
    list.forEach((subject, i) => {
      for (const object of list.slice(i + 1))
        if (!isSame(subject, object))
          this.#addOf(scene, predication, {
            predicate,
            subject,
            object,
            source: 'mutual',
            rule: ruleText(pattern),
            mood,
            taken: [],
            beside: predication.objects.flatMap((word) => obliquesOf(syntax, word, word)),
          });
    });
    return true;
  }

  /** "a Paris-based agency": where something has its seat. */
  #addSeat(scene: Scene, word: number): void {
    const { sentence, syntax, ends } = scene;
    const noun = syntax.headOf(word);
    if (noun === undefined || !/^(?:based|headquartered)$/i.test(syntax.word(word).form)) return;
    if (syntax.words[word - 1]?.form !== '-' || !/^(?:amod|acl)/.test(syntax.word(word).deprel)) return;
    const before = [word - 2, ...syntax.children(word).filter((at) => at < word)];
    const [place] = ends.named(sentence, before).filter(({ thing }) => thing.type === 'Place');
    const holder = syntax.relationOf(noun) === 'appos' ? (syntax.headOf(noun) ?? noun) : noun;
    const named = [holder, ...syntax.children(noun, 'appos', 'flat', 'nmod:desc')];
    const subjects = [...ends.named(sentence, named), ...ends.any(sentence, [holder])];
    const isPerson =
      subjects[0]?.thing?.type === 'Person' && !ends.isKind('person', ends.phrase(sentence, noun));
    // "Moss, the head of Acme, a Lima-based company": no person is a company.
    const [subject] = isPerson ? ends.before(sentence, noun) : subjects;
    if (place === undefined || subject === undefined || isSame(subject, place)) return;
    this.#addOf(scene, undefined, {
      predicate: 'BASED_IN',
      subject,
      object: place,
      source: 'title',
      rule: `X-${syntax.word(word).form.toLowerCase()}`,
      mood: plain,
      taken: [],
      trigger: word,
      isGiven: !this.#isQuoted(sentence, word),
    });
  }

  // Nouns

  #addEvent(scene: Scene, noun: number, rule: NounRule): void {
    const { syntax } = scene;
    if (syntax.word(noun).deprel === 'compound' || this.#told.has(`${scene.sentence}:${noun}`)) return;
    const participants = participantsOf(scene, noun, rule);
    if (participants === undefined) {
      this.#addUndergone(scene, noun, rule);
      return;
    }
    const governing = governingOf(scene, noun);
    if (rule.made === true && (isInferred(participants.found) || !isMade(syntax, noun, governing))) return;
    const mood = eventMoodOf(syntax, noun);
    for (const subject of participants.from)
      for (const object of participants.to) {
        if (subject.thing.key === object.thing.key || !isKind(rule.only, object.thing)) continue;
        if (rule.only === 'person' && subject.thing.type !== 'Person') continue;
        this.#addOf(scene, governing?.light === true ? governing.predication : undefined, {
          predicate: rule.predicate,
          subject,
          object,
          source: `noun ${participants.found}`,
          rule: syntax.word(noun).lemma,
          mood,
          taken: [],
          trigger: noun,
          isGiven: isGiven(syntax, noun),
          beside: obliquesOf(syntax, noun, noun),
        });
      }
  }

  /** "after the arrest of Moss": to whom it was done, where nobody is said to have done it. */
  #addUndergone(scene: Scene, noun: number, rule: NounRule): void {
    const { syntax, sentence, ends } = scene;
    if (!suffered.has(syntax.word(noun).lemma) || !rule.prepositions.includes('of')) return;
    const owner = syntax.child(noun, 'nmod:poss');
    const of = obliquesOf(syntax, noun, noun).find(({ preposition }) => preposition === 'of');
    const words = owner === undefined ? (of?.words ?? []) : [owner];
    const governing = governingOf(scene, noun);
    const decides =
      governing !== undefined &&
      !governing.predication.passive &&
      syntax.relationOf(noun) === 'obj' &&
      decidingVerbs.has(governing.predication.verb);
    const deciders = decides ? ends.named(sentence, governing.predication.subjects) : [];
    for (const subject of ends.named(sentence, words))
      for (const decider of deciders)
        if (subject.thing.type === 'Person' && decider.thing.key !== subject.thing.key)
          this.#addOf(scene, governing?.predication, {
            predicate: rule.predicate,
            subject: decider,
            object: subject,
            source: 'noun carried',
            rule: syntax.word(noun).lemma,
            mood: eventMoodOf(syntax, noun),
            taken: [],
            trigger: noun,
          });
    for (const subject of deciders.length > 0 ? [] : ends.named(sentence, words))
      if (subject.thing.type === 'Person')
        this.#addOf(scene, undefined, {
          predicate: `WAS_${rule.predicate}`,
          subject,
          object: null,
          source: 'noun owner',
          eventType: this.#rules.relationType(rule.predicate)?.eventType,
          rule: syntax.word(noun).lemma,
          mood: eventMoodOf(syntax, noun),
          taken: [],
          trigger: noun,
          isGiven: isGiven(syntax, noun),
        });
  }

  // Common

  #addOf(
    scene: Scene,
    predication: Predication | undefined,
    what: Pick<Draft, 'predicate' | 'source' | 'rule' | 'mood'> & {
      readonly subject: Filler;
      readonly object: Filler | null;
      readonly taken: readonly number[];
      readonly trigger?: number;
      readonly eventType?: string | undefined;
      /** Whether it is mentioned as what everybody knows, whoever speaks: "after his call with Moss". */
      readonly isGiven?: boolean;
      /** Phrases of an event noun: "talks in Lima". */
      readonly beside?: Predication['obliques'];
    },
  ): void {
    const { sentence, syntax } = scene;
    const { predicate, subject, object, source, rule, mood, taken } = what;
    const trigger = what.trigger ?? (predication as Predication).word;
    const symmetric = this.#rules.relationType(predicate)?.symmetric === true;
    // Stores turn round the symmetric types that they know; those of a vocabulary are told in one direction here.
    if (symmetric && !symmetricTypes.has(predicate) && object !== null && nameOf(object) < nameOf(subject)) {
      this.#addOf(scene, predication, { ...what, subject: object, object: subject });
      return;
    }
    const ends = [keyOf(subject), object === null ? '' : keyOf(object)];
    const key = [
      sentence,
      predicate,
      ...(symmetric ? ends.toSorted() : ends),
      mood.modality,
      mood.negated,
    ].join('|');
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    if (isNamed(subject)) this.#last.set(predicate, subject);
    const speeches =
      what.isGiven === true ? [] : this.#withoutOwnWishes(this.#speakers(sentence, trigger), subject);
    const draft: Draft = {
      sentence,
      trigger,
      predicate,
      subject,
      object,
      source,
      eventType: what.eventType ?? this.#rules.relationType(predicate)?.eventType,
      mode: this.#rules.relationType(predicate)?.mode,
      rule,
      mood:
        speeches.some(({ stance }) => stance === 'demands') && mood.modality === 'actual'
          ? { ...mood, modality: 'demanded' }
          : mood,
      way: what.trigger === undefined && predication !== undefined ? predication.way : 'own',
      speeches,
      time: source === 'title' ? undefined : timeOf(this.#timesIn(sentence), syntax, trigger),
      circumstances: [
        ...(source === 'verb' && initiated.has(predicate)
          ? [{ role: 'initiator' as const, filler: subject }]
          : []),
        ...(predication === undefined ? [] : circumstancesOf(scene, predication, taken)),
        ...(what.beside === undefined ? [] : phrasesOf(scene, trigger, what.beside)),
      ].filter(
        ({ role, filler }) =>
          !/^(?:topic|recipient)$/.test(role) || !(isSame(filler, subject) || isSame(filler, object)),
      ),
    };
    this.#add(draft);
    this.#addPresence(scene, draft);
  }

  #isQuoted(sentence: number, word: number): boolean {
    const at = this.#understood.article.trees[sentence]?.words[word]?.start ?? 0;
    return this.#understood.quotations.some(({ start, end }) => start <= at && at < end);
  }

  /** Who met somewhere was there. */
  #addPresence(scene: Scene, draft: Draft): void {
    const { predicate, subject, object, source, mood, circumstances, trigger } = draft;
    const place = circumstances.find(({ role, filler }) => role === 'place' && isNamed(filler))?.filler;
    if (place === undefined || source === 'own' || !present.has(predicate)) return;
    if (mood.negated || mood.modality !== 'actual') return;
    for (const end of [subject, object])
      if (end?.thing?.type === 'Person')
        this.#addOf(scene, undefined, {
          predicate: 'WAS_IN',
          subject: end,
          object: place,
          source,
          rule: predicate,
          mood,
          taken: [],
          trigger,
        });
  }

  /** A wish that its holder voices is told by whoever reports it, where somebody does. */
  #withoutOwnWishes(speeches: readonly Speech[], subject: Filler): readonly Speech[] {
    const [first, ...others] = speeches;
    if (first?.voiced !== true || others.length === 0) return speeches;
    const own = this.#ends.any(first.sentence, first.words).some((end) => keyOf(end) === keyOf(subject));
    return own ? others : speeches;
  }

  #add(draft: Draft): void {
    this.#found.push(draft);
  }

  #words(sentence: number, from: number, to: number): Filler {
    return { sentence, word: from, from, to, thing: undefined, mention: undefined, confidence: 1 };
  }

  #timesIn(sentence: number): readonly TimeExpression[] {
    return this.#understood.times.filter((time) => time.sentence === sentence);
  }
}

/** "each other", "one another" */
const isReciprocal = (syntax: Syntax, word: number): boolean => {
  const [before, form, after] = [word - 1, word, word + 1].map((at) => syntax.words[at]?.form.toLowerCase());
  const pair = /^(?:each other|one another)$/;
  return pair.test(`${form} ${after}`) || pair.test(`${before} ${form}`);
};

const plain: Mood = { negated: false, modality: 'actual', reasons: [] };

/** Acts that are against whoever has the premises where they take place. */
const hitting: ReadonlySet<string> = new Set('PROTESTED_AGAINST RAIDED ATTACKED BOMBED DESTROYED'.split(' '));

const premiseNouns: ReadonlySet<string> = new Set(
  'office headquarters headquarter embassy consulate mission home house villa apartment flat mansion residence property premise plant factory warehouse store shop branch building base barracks newsroom'.split(
    ' ',
  ),
);

/** Elections are held in a town; people that are, are there. */
const predicateNeedsPerson = ({ rule }: Pattern): boolean => rule.predicate === 'WAS_IN';

/** Relations that one act may state both of. */
const filings: ReadonlySet<string> = new Set(['ASKED', 'SUED']);

/** Where words stand. */
const spanOf = ({ sentence, word, from, to }: Filler) => ({ sentence, word, from, to });

/** What no town does: "Lima visited Arica" is a town misread for who flew from there. */
const movers: ReadonlySet<string> = new Set('VISITED MET_WITH CALLED SPOKE_WITH TOLD'.split(' '));

/** The order in which the ends of a verb's rule are looked for. */
const tries = ['named', 'mutual', 'anyone', 'words'] as const;

const isNamed = (filler: Filler): filler is Named => filler.thing !== undefined;

const nameOf = ({ thing, from }: Filler): string => thing?.name ?? String(from);

const ruleText = ({ verb, nouns, prepositions, fixed, slot, following }: Pattern): string =>
  [
    verb,
    nouns.length > 0 ? `[${nouns.join('|')}]` : '',
    fixed === undefined ? '' : `${fixed[0]} ${fixed[1].join('|')}`,
    prepositions.join('|'),
    slot === 'owner' ? "X's" : 'X',
    following.map((words) => words.join('|')).join(' '),
  ]
    .filter(Boolean)
    .join(' ');

/** "after his call with Moss", "during the visit": when something else took place. */
const isGiven = (syntax: Syntax, noun: number): boolean =>
  syntax.relationOf(noun) === 'obl' &&
  syntax
    .children(noun, 'case')
    .some((word) => /^(?:after|before|during|following|since)$/i.test(syntax.word(word).form)) &&
  (syntax.child(noun, 'nmod:poss') !== undefined ||
    syntax.children(noun, 'det').some((word) => /^(?:the|this|that)$/i.test(syntax.word(word).form)));

/** A speaker on a truce has made none. */
const isInferred = (found: Found): boolean => found === 'beside' || found === 'speaker';

/** Whether an agreement is what someone makes ("reached a deal") or what a sentence is about ("the truce … held"). */
function isMade(syntax: Syntax, noun: number, governing: Governing | undefined): boolean {
  const carried = governing !== undefined && (governing.light || syntax.relationOf(noun) === 'nsubj');
  // "the treaty between them" is there; "a treaty between them" may be what someone dreams of.
  const definite =
    syntax.child(noun, 'nmod:poss') !== undefined ||
    syntax.children(noun, 'det').some((word) => /^(?:the|this|that)$/i.test(syntax.word(word).form));
  return carried || definite;
}
