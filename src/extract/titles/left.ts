// Reads the words left of an office noun, nearest first: what belongs to the office, what it is of, whether it is past.
import {
  bodyAdjectives,
  bodyNouns,
  civicOffices,
  fieldNouns,
  harmlessWords,
  partisans,
  partWords,
  statusWords,
  tradeOffices,
  underWords,
} from '../rules/role-words.ts';
import { type Beside, isAdjective, isHyphen, phraseTo } from './body.ts';
import type { Office } from './office.ts';
import type { Named, Sentence } from './sentence.ts';
import type { Told } from './status.ts';
import { isGiving } from './tense.ts';

/** What stands left of an office noun. */
export interface Left {
  /** Where the whole phrase starts. */
  readonly from: number;
  /** Where the office starts, with its field: "foreign policy chief". */
  readonly title: number;
  readonly bodies: readonly Beside[];
  readonly told: Told | undefined;
  /** "deputy". */
  readonly under: string | undefined;
  readonly determiner: string | undefined;
}

/** Reads from an office to the left, no further than `floor`. Cost: linear in what it reads. */
export function readLeft(sentence: Sentence, office: Office, floor: number): Left {
  const reader = new Leftward(sentence, office);
  while (reader.at > floor && reader.step());
  return reader.left();
}

class Leftward {
  at: number;
  readonly #sentence: Sentence;
  readonly #office: Office;
  #title: number;
  #told: Told | undefined;
  #under: string | undefined;
  #determiner: string | undefined;
  /** Words that say what it is of without naming it: "army", "far-right". */
  #group: { readonly from: number; readonly to: number } | undefined;
  #bodies: readonly Beside[] = [];

  constructor(sentence: Sentence, office: Office) {
    this.#sentence = sentence;
    this.#office = office;
    this.#title = office.from;
    this.at = office.from;
    // "ex-president"
    const first = sentence.pieces[sentence.pieceOf(office.from)];
    const status = first?.text === 'retired' ? undefined : statusWords.get(first?.text ?? '');
    if (status !== undefined) this.#told = { status, at: office.from };
  }

  left(): Left {
    const group = this.#group;
    // "local commander": nobody is named by an adjective alone.
    const says = group !== undefined && this.#hasNoun(group.from, group.to);
    const bodies = says ? [this.#words(group.from, group.to)] : this.#bodies;
    return {
      from: this.at,
      title: this.#title,
      bodies,
      told: this.#told,
      under: this.#under,
      determiner: this.#determiner,
    };
  }

  /** Reads one more word or name; false where the phrase begins. */
  step(): boolean {
    const i = this.at - 1;
    const named = this.#sentence.nameAt(i);
    if (named !== undefined) return this.#readName(named);
    const tag = this.#sentence.tag(i);
    if (this.#sentence.isPossessive(i)) return this.#readOwner(i);
    if (tag === 'PRP$' || tag === 'WP$') return this.#readPronoun(i);
    if (tag === 'DT' || tag === 'PDT') return this.#readDeterminer(i);
    return this.#readWord(i, this.#sentence.lower(i).replace(/\.$/, ''), tag);
  }

  #readName(named: Named): boolean {
    const { role, from } = this.#office;
    // "Ghanaian-born striker"
    if (isHyphen(this.#sentence, named.to) && named.to < from) return this.#goTo(named.from);
    if (this.#bodies.length > 0) return false;
    // "Green Foreign Minister Ada Moss" is no minister of the Greens.
    if (
      civicOffices.has(role.office) &&
      partisans.has(this.#sentence.lower(named.from)) &&
      named.to - named.from === 1
    )
      return this.#goTo(named.from);
    if (this.#group === undefined && this.#title === this.at && this.#isMinistry(named)) {
      this.#title = named.from;
      return this.#goTo(named.from);
    }
    if (named.name.type === 'Person' && (role.of === 'body' || this.#group !== undefined)) return false;
    const { from: start, to } = named;
    const group = this.#group;
    const says =
      group !== undefined &&
      (isAdjective(named) || group.to - group.from > 1 || named.name.type !== 'Organization');
    this.#bodies = says
      ? [this.#words(start, group.to)]
      : [{ from: start, to, named, determiner: this.#determiner, preposition: undefined }];
    this.#group = undefined;
    return this.#goTo(start);
  }

  /** "Health and Human Services" before "secretary", whatever the names stage made of it. */
  #isMinistry({ from, to, name }: Named): boolean {
    const { office } = this.#office.role;
    if (name.type !== 'Organization' || (office !== 'MINISTER_OF' && office !== 'OFFICIAL_OF')) return false;
    for (let at = from; at < to; at++)
      if (!fieldNouns.has(this.#sentence.lower(at)) && this.#sentence.lower(at) !== 'and') return false;
    return true;
  }

  /** "Chile’s", "the company’s". */
  #readOwner(mark: number): boolean {
    const owner = phraseTo(this.#sentence, mark);
    const [there] = this.#bodies;
    if (owner === undefined || (there !== undefined && !('to' in this.#office.role.by))) return false;
    if (there !== undefined) {
      // "Russia’s UN ambassador" is sent by the one to the other.
      const from: Beside = { ...owner, preposition: undefined, possessive: true };
      this.#bodies = [from, { ...there, preposition: 'to' }];
      this.#determiner = 'the';
      this.at = owner.from;
      return false;
    }
    const said = this.#group === undefined ? owner : { ...owner, to: this.#group.to, named: undefined };
    this.#bodies = [
      { ...said, determiner: owner.determiner ?? 'the', preposition: undefined, possessive: true },
    ];
    this.#group = undefined;
    this.#determiner = 'the';
    this.at = owner.from;
    return false;
  }

  /** "his", "its": of a person or of a body, as the office is. */
  #readPronoun(i: number): boolean {
    const text = this.#sentence.lower(i);
    this.#determiner = 'the';
    const { of } = this.#office.role;
    const fits = of === 'any' || (of === 'body' ? /^(?:its|their|our|whose)$/.test(text) : text !== 'its');
    if (fits && this.#bodies.length === 0) {
      this.#bodies = [this.#words(i, this.#group?.to ?? i + 1)];
      this.#group = undefined;
    }
    this.at = i;
    return false;
  }

  #readDeterminer(i: number): boolean {
    this.#determiner = this.#sentence.lower(i);
    this.at = i;
    return false;
  }

  #readWord(i: number, text: string, tag: string): boolean {
    const { role, plural } = this.#office;
    const sentence = this.#sentence;
    const also = plural && /^(?:and|,)$/.test(text) ? sentence.nameAt(i - 1) : undefined;
    if (also !== undefined && this.#bodies.length > 0 && also.name.type !== 'Person') {
      // "French and German leaders"
      const { from, to } = also;
      this.#bodies = [
        { from, to, named: also, determiner: undefined, preposition: undefined },
        ...this.#bodies,
      ];
      return this.#goTo(from);
    }
    if (/^["“‘]$/.test(text)) return this.#goTo(i);
    if (isHyphen(sentence, i)) {
      // "two contenders-Prime Minister Holt": a dash.
      const dash = /^\p{Lu}/u.test(sentence.form(this.at)) && !statusWords.has(sentence.lower(i - 1));
      return dash ? false : this.#goTo(i);
    }
    const status = statusWords.get(text);
    if (status !== undefined) {
      this.#told ??= { status, at: i };
      return this.#goTo(i);
    }
    // "Ex-Georgian president"
    const [first, ...rest] = sentence.piecesAt(i);
    const within = rest.length > 0 ? statusWords.get(first ?? '') : undefined;
    if (within !== undefined) {
      this.#told ??= { status: within, at: i };
      return this.#goTo(i);
    }
    if (underWords.has(text)) {
      this.#under = text;
      // "the deputy White House press secretary": not in one piece.
      return this.#goTo(i, this.#title === this.at);
    }
    if (civicOffices.has(role.office) && (partWords.has(text) || partisans.has(text))) return this.#goTo(i);
    const near = this.#group === undefined && this.#bodies.length === 0;
    if (near && (this.#isField(i, text, tag) || this.#joinsFields(i, text))) return this.#goTo(i, true);
    if (this.#bodies.length === 0 && (this.#isGroup(i, text, tag) || this.#isOfGroup(text))) {
      this.#group = { from: i, to: this.#group?.to ?? this.at };
      return this.#goTo(i);
    }
    // "The army named Col. Sow": a verb.
    const lemma = sentence.words[i]?.lemma.toLowerCase() ?? '';
    if (/^VB/.test(tag) && isGiving(lemma) && sentence.isNoun(i - 1)) return false;
    const describes =
      tag === 'RB' ? /ly$|^(?:long|very|most|far)$/.test(text) : /^(?:JJ|RB|VB[NG]|CD|NN)/.test(tag);
    return describes ? this.#goTo(i) : false;
  }

  /** Whether a word names the office’s field: any word before "minister", a known field elsewhere. */
  #isField(i: number, text: string, tag: string): boolean {
    const { role } = this.#office;
    if (!role.field || i + 1 !== this.#title || !/^(?:NN|JJ|FW|VBG)/.test(tag) || harmlessWords.has(text))
      return false;
    if (role.office === 'MINISTER_OF') return !this.#isAge(i) && !partWords.has(text);
    // "police spokesman", but "human rights director".
    const ofBody =
      /^(?:DIRECTOR_OF|SPOKESPERSON_FOR)$/.test(role.office) && bodyNouns.has(text) && text !== 'rights';
    if (fieldNouns.has(text)) return !ofBody;
    // "math teacher", "school teacher", but "party member".
    const any = ofAnyField.has(role.office) && (!bodyNouns.has(text) || isTrade(role.office));
    return tag === 'NN' && any && /^\p{Ll}/u.test(this.#sentence.form(i));
  }

  /** "trade and industry minister". */
  #joinsFields(i: number, text: string): boolean {
    return (
      (text === 'and' || text === '&') &&
      this.#title === this.at &&
      fieldNouns.has(this.#sentence.lower(this.at)) &&
      fieldNouns.has(this.#sentence.lower(i - 1))
    );
  }

  /** "central" of "central bank governor". */
  #isOfGroup(text: string): boolean {
    return this.#group?.from === this.at && bodyAdjectives.has(text);
  }

  /** Whether a word says of what body or part someone is: "army", "far-right", a capitalised word that no one took for a name. */
  #isGroup(i: number, text: string, tag: string): boolean {
    if (harmlessWords.has(text) || this.#isAge(i) || isHyphen(this.#sentence, i + 1)) return false;
    // "on the same stage Apple founder"
    const capital = /^\p{Lu}/u;
    if (
      this.#group !== undefined &&
      capital.test(this.#sentence.form(this.#group.from)) &&
      !capital.test(this.#sentence.form(i))
    )
      return false;
    if (bodyNouns.has(text) || partWords.has(text)) return tag !== 'RB';
    // "cult leader"; of other offices an unknown noun is some field: "aerospace executive".
    const { office } = this.#office.role;
    if (/^NN/.test(tag) && (office === 'LEADER_OF' || office === 'COMMANDER_OF')) return true;
    // "the only Western reporter"
    if (tag === 'JJ' && tradeOffices.has(office)) return false;
    return i > 0 && /^\p{Lu}/u.test(this.#sentence.form(i)) && /^(?:JJ|NN)/.test(tag);
  }

  #hasNoun(from: number, to: number): boolean {
    for (let at = from; at < to; at++)
      if (this.#sentence.isNoun(at) || /^\p{Lu}/u.test(this.#sentence.form(at))) return true;
    return false;
  }

  /** "year" of "57-year-old". */
  #isAge(i: number): boolean {
    return isHyphen(this.#sentence, i - 1) && /^(?:year|time|long)s?$/.test(this.#sentence.lower(i));
  }

  #words(from: number, to: number): Beside {
    return { from, to, named: undefined, determiner: 'the', preposition: undefined };
  }

  #goTo(at: number, office = false): true {
    this.at = at;
    if (office) this.#title = at;
    return true;
  }
}

/** What these do may be any noun: "bird flu official", "rally driver"; that is no body. */
const ofAnyField: ReadonlySet<string> = new Set([
  ...tradeOffices,
  'OFFICIAL_OF',
  'ADVISER_TO',
  'AMBASSADOR_OF',
]);

const isTrade = (office: string): boolean => tradeOffices.has(office) && office !== 'MEMBER_OF';
