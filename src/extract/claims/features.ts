// What a confidence is counted from: names of what is so about a claim or an open triple. The weights stand in weights.ts.
import type { Syntax } from '../syntax.ts';
import type { Draft } from './drafts.ts';
import type { OpenTriple } from './open.ts';

/** Features of a draft, by name; each that is listed counts once. */
export function featuresOf({ sentence, source, subject, object, mood, way }: Draft): string[] {
  const least = Math.min(subject.confidence, object?.confidence ?? 1);
  const named = [subject, object].filter((end) => end?.thing !== undefined).length;
  const distance =
    object === null || object.sentence !== subject.sentence ? 0 : Math.abs(subject.word - object.word);
  const forms = [subject, object].flatMap((end) => end?.mention?.form ?? []);
  return [
    `source ${source}`,
    `way ${way}`,
    `named ${named}`,
    ...(object === null ? ['no object'] : []),
    ...(['pronoun', 'nominal'] as const).flatMap((form) => (forms.includes(form) ? [`end ${form}`] : [])),
    ...(least < 0.5 ? ['ends doubtful'] : least < 0.8 ? ['ends likely'] : []),
    ...(source === 'title' && object !== null && object.sentence !== sentence
      ? ['office of the report']
      : []),
    ...(mood.modality === 'actual' ? [] : ['not actual']),
    ...(mood.negated ? ['negated'] : []),
    ...(distance > 15 ? ['far apart'] : []),
  ];
}

/** Features of an open triple, by name; each that is listed counts once. */
export function featuresOfOpen(syntax: Syntax, triple: OpenTriple): string[] {
  const { kind, way, word, parts, subject, predicate } = triple;
  const head = subject.length === 1 ? subject[0] : undefined;
  const pronoun = head !== undefined && syntax.word(head).upos === 'PRON';
  const last = subject.at(-1) ?? word;
  const first = parts[0] ?? [];
  const length = syntax.words.length;
  const { deprel, xpos } = syntax.word(word);
  return [
    `kind ${kind}`,
    `way ${way}`,
    `at ${deprel.replace(/:.*/, '')}`,
    ...(pronoun ? ['subject pronoun'] : []),
    ...(Math.abs(word - last) > 6 ? ['subject far'] : []),
    ...(subject.length > 8 ? ['subject long'] : []),
    ...(first.length > 12 ? ['object long'] : []),
    ...(first.length === 1 ? ['object word'] : []),
    ...(parts.length === 0 ? ['no object'] : parts.length > 2 ? ['many parts'] : []),
    ...(predicate.length > 4 ? ['predicate long'] : []),
    ...(xpos === 'VBG' && predicate.length === 1 ? ['bare gerund'] : []),
    ...(length > 35 ? ['sentence long'] : length < 12 ? ['sentence short'] : []),
  ];
}
