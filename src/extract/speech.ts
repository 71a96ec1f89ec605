// Who says what: stretches of a sentence that are someone's word, from verbs of saying, "according to" and quotations.
import type { Clause } from './clauses.ts';
import type { NounPhrase, Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import { nounControl } from './rules/control.ts';
import { type Stance, speechVerbs } from './rules/speech.ts';

/** Words `from` to `to` (inclusive) of a sentence are the word of `speaker`, a phrase of the sentence `said`. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly speaker: NounPhrase;
  /** Index of the sentence in which the speaker stands. */
  readonly said: number;
  readonly stance: Stance;
  /** Whether it is a quotation: "I" in it is the speaker. */
  readonly quoted: boolean;
}

/** The regions of each sentence of an article, smallest first: the first that holds a word has its nearest speaker. */
export function regionsOf(readings: readonly Reading[]): Region[][] {
  const found = readings.map((reading) => [...spoken(reading), ...according(reading)]);
  const speakers = quotationSpeakers(readings, found);
  return readings.map((reading, i) =>
    [...(found[i] as Region[]), ...quotations(reading, speakers)].sort(
      (a, b) => a.to - a.from - (b.to - b.from),
    ),
  );
}

function spoken(reading: Reading): Region[] {
  const { list, words, clauses } = reading;
  let start = 0;
  return clauses.flatMap((clause): Region[] => {
    const stance = speechVerbs.get(clause.verb.lemma);
    const { subject, verb } = clause;
    if (stance === undefined || subject === null || verb.passive || clause.modality === 'possible') return [];
    if (clause.negated && stance === 'says') return [];
    const region = (from: number, to: number): Region[] =>
      to < from ? [] : [{ from, to, speaker: subject, said: reading.index, stance, quoted: false }];
    if (!clause.attributes) {
      const from = contentStart(list, clause);
      return from === undefined ? [] : region(from, contentEnd(reading, clause, from));
    }
    const after = list[clause.contentAt];
    const goesOn = after?.kind === 'comma' && resumes(reading, clause.contentAt + 1);
    const left = region(start, Math.min(subject.from, verb.from) - 1);
    start = list[clause.contentAt]?.to ?? words.length;
    return [...left, ...(goesOn ? region(after.to + 1, words.length - 1) : [])];
  });
}

/** "…," he said, "…": whether what follows the attribution is speech again. */
function resumes(reading: Reading, at: number): boolean {
  const next = reading.list[at];
  if (next === undefined) return false;
  return next.kind === 'verb' ? next.form !== 'ing' : (reading.quoted[next.from] ?? 0) > 0;
}

function contentStart(list: readonly Phrase[], clause: Clause): number | undefined {
  const next = list[clause.contentAt];
  if (next === undefined) return undefined;
  // "expressed readiness to work with", "voiced interest in hosting": whose readiness it is, they say.
  const [object] = clause.objects;
  const verb = next.kind === 'preposition' ? list[clause.contentAt + 1] : next;
  if (
    object !== undefined &&
    nounControl.has(object.head.lower) &&
    verb?.kind === 'verb' &&
    verb.form !== 'finite'
  )
    return object.from;
  if (next.kind === 'subordinator')
    return /^(?:that|how|whether|why|what|if|because)$/.test(next.lower) ? next.from : undefined;
  if (next.kind === 'noun') return next.from;
  if (next.kind === 'break' && next.lower === ':') return next.to + 1;
  if (next.kind === 'comma' && list[clause.contentAt + 1]?.kind === 'subordinator') return next.to + 1;
  // "said there was", "said additional details on the call would".
  const first = clause.objects[0] ?? clause.obliques[0]?.phrase;
  if (next.kind === 'verb' && next.form === 'finite') return first?.from ?? next.from;
  return undefined;
}

/** Speech goes on to the sentence's end, or to where its speaker does something else or someone else speaks up. */
function contentEnd(reading: Reading, clause: Clause, from: number): number {
  const { list, words } = reading;
  for (let i = clause.contentAt; i < list.length; i++) {
    const phrase = list[i] as Phrase;
    if (phrase.kind !== 'comma' || phrase.from < from) continue;
    const next = list[i + 1];
    if (next?.kind === 'conjunction' && next.lower === 'but') return phrase.from;
    if (next?.kind === 'subordinator' && /^(?:while|whereas|although|though)$/.test(next.lower))
      return phrase.from;
    if (next?.kind === 'verb' && next.form === 'ing' && speechVerbs.has(next.lemma)) return phrase.from;
    const shares = next?.kind === 'conjunction' && list[i + 2]?.kind === 'verb';
    if (shares && reading.clauses.some((other) => other.at === i + 2 && other.subject === clause.subject))
      return phrase.from;
  }
  return words.length - 1;
}

function according({ list, words, index }: Reading): Region[] {
  return list.flatMap((phrase, i): Region[] => {
    const [to, speaker] = [list[i + 1], list[i + 2]];
    if (
      phrase.kind !== 'preposition' ||
      phrase.lower !== 'according' ||
      to?.kind !== 'preposition' ||
      speaker?.kind !== 'noun'
    )
      return [];
    const region = (from: number, end: number): Region[] =>
      end < from ? [] : [{ from, to: end, speaker, said: index, stance: 'says', quoted: false }];
    return i === 0 ? region(speaker.to + 1, words.length - 1) : region(0, phrase.from - 1);
  });
}

/** Speaker of each quotation of the article: who says what overlaps it, else who spoke last in its paragraph. */
function quotationSpeakers(
  readings: readonly Reading[],
  regions: readonly (readonly Region[])[],
): Map<number, Region> {
  const speakers = new Map<number, Region>();
  readings.forEach(({ quoted }, i) => {
    for (const region of regions[i] ?? [])
      for (let at = region.from; at <= region.to; at++) {
        const quotation = quoted[at] ?? 0;
        const known = speakers.get(quotation);
        if (quotation > 0 && (known === undefined || known.to - known.from < region.to - region.from))
          speakers.set(quotation, region);
      }
  });
  let last: { region: Region; paragraph: number } | undefined;
  readings.forEach(({ quoted, sentence }) => {
    const inside = new Set(quoted.filter((quotation) => quotation > 0));
    for (const quotation of inside) {
      const region = speakers.get(quotation);
      if (region !== undefined) last = { region, paragraph: sentence.paragraph };
      else if (last?.paragraph === sentence.paragraph && quoted.every((here) => here === quotation))
        speakers.set(quotation, last.region);
    }
  });
  return speakers;
}

/** The quoted words of a sentence, with the speaker of their quotation. */
function quotations(reading: Reading, speakers: ReadonlyMap<number, Region>): Region[] {
  const found: Region[] = [];
  const { quoted } = reading;
  for (let at = 0; at < quoted.length; at++) {
    const quotation = quoted[at] ?? 0;
    if (quotation === 0) continue;
    const from = at;
    while (quoted[at + 1] === quotation) at++;
    const region = speakers.get(quotation);
    if (region === undefined) continue;
    found.push({ from, to: at, speaker: region.speaker, said: region.said, stance: 'says', quoted: true });
  }
  return found;
}
