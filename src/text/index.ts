// From characters to sentences, tokens and dependency trees: what `import … from 'wiregraph/text'` gives. Runs in Node and in a browser.
export { isBoilerplate } from './boilerplate.ts';
export { conllu } from './conllu.ts';
export { isEnglish } from './language.ts';
export { parse, type Tree, type TreeWord } from './parse.ts';
export type { FoundName, NameKind } from './parser/names.ts';
export { Parser } from './parser/parser.ts';
export { ModelError } from './parser/weights.ts';
export { type LineKind, segment, type TextSentence } from './segment.ts';
export { type Token, tokenize } from './tokenize.ts';
export { type Word, wordsOf } from './words.ts';
