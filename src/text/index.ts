// From characters to sentences and tokens: what `import … from 'wiregraph/text'` gives. Runs in Node and in a browser.
export { isBoilerplate } from './boilerplate.ts';
export { isEnglish } from './language.ts';
export { type LineKind, segment, type TextSentence } from './segment.ts';
export { type Token, tokenize } from './tokenize.ts';
