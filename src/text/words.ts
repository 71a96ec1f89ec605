// From a stretch of text to the words of Universal Dependencies: "don't" is do + n't, "two-hour" is two + - + hour.
// Knows no sentences; what it makes is what the parser was trained on.
import type { Span } from '../../graph/model.ts';
import { closingAbbreviations, waitingAbbreviations } from './abbreviations.ts';

/**
 * A word as UD English counts them. *Units*: UTF-16 code units into the text, `end` exclusive. The parts of a
 * contraction share the span of the whole ("don't"), as in CoNLL-U; every other form is its slice.
 */
export interface Word extends Span {
  readonly form: string;
}

/**
 * The words of `text` between two offsets, which are taken for a sentence's: a full stop at its end is a word of its own
 * after "etc.", "Inc." and initials, too. Cost: linear. Source: the tokenisation of UD English EWT and GUM.
 */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  const stretch = text.slice(start, end);
  for (const match of stretch.matchAll(pattern)) {
    const at = start + match.index;
    for (const piece of splitHyphens(match[0], at)) words.push(...splitClitics(piece));
  }
  return withLastStop(words);
}

// "No." stands before a number alone; "ext." and the like are a word and a stop.
const abbreviations = [...waitingAbbreviations, ...closingAbbreviations].filter(
  (abbreviation) => !/^(?:Nos?|ext|eg|ie|cf|esp)$/.test(abbreviation),
);

/** What is written close to a number but is a word of its own: "3.5m", "7pm". */
const units =
  '[ap]\\.?m\\.?|[AP]M|[kmbKMB]|mm|cm|km|kg|bn|tn|mph|kph|ml|mg|lbs?|oz|ft|sq|x|gb|mb|kb|tb|[gmk]?hz|hrs?|mins?|secs?|yrs?|kw|mw|watts?|percent';

const pattern = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]'’]`,
    String.raw`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*`,
    String.raw`[@#][\p{L}_][\p{L}\p{N}_]*`, // of social media
    String.raw`[\p{L}\p{N}_#-]*\.(?:docx?|xlsx?|pptx?|pdf|html?|txt|jpe?g|png|gif|zip|exe|DOC|XLS|PPT|PDF)(?![\p{L}\p{N}])`,
    String.raw`(?:\p{L}\.){2,}(?!\p{L})`, // U.S., e.g., a.m.
    String.raw`\p{L}(?:\.\p{L})+(?![\p{L}.])`, // U.S
    `(?:${abbreviations.join('|')})\\.(?![\\p{L}\\p{N}])`,
    String.raw`Nos?\.(?=\s*\p{N})`,
    String.raw`\p{Lu}\.(?=[\s-])(?!\s+["“]?(?:The|A|An|It|He|She|They|We|I|In|But|And)\s)`, // an initial
    String.raw`[$€£¥](?=\p{N})|(?:US|A|C|HK|NZ)\$`,
    String.raw`['’]\p{N}{2}s?(?!\p{N})`, // '90s
    String.raw`\p{N}{1,3}0['’]s(?!\p{L})`, // the 90's
    String.raw`\p{N}{1,2}:\p{N}{2}(?::\p{N}{2})?(?!\p{N})`,
    String.raw`\p{N}{1,4}\/\p{N}{1,4}\/\p{N}{1,4}(?![\p{L}\p{N}])`, // 2/11/2001
    String.raw`(?:0?[1-9]|1[012])\/(?:1[1-9]|2\d|3[01])(?![\p{L}\p{N}/])`, // 9/11, and no fraction
    String.raw`\p{N}{3}(?:-\p{N}{3})?-\p{N}{4}(?![\p{L}\p{N}])`, // a telephone number
    String.raw`(?:\+(?=\p{N}{1,3}(?![\p{N}.,])))?(?:\p{N}{1,2}(?:,\p{N}{2})+,\p{N}{3}|\p{N}+(?:,\p{N}{3}(?!\p{N}))*)(?:\.\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L})|(?![\p{L}\p{N}])|(?=(?:${units})(?![\p{L}\p{N}])))`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}-]+)*(?:\.(?:com|org|net|edu|gov|co|uk|kz|ru|ua|de|fr|eu|info|tv|io|biz|us|ca|au))+(?![\p{L}\p{N}])`,
    String.raw`\p{Ll}{2,}(?:\.\p{Ll}[\p{Ll}-]+){2,}`, // alt.news.europe
    String.raw`(?:b\/c|w\/o)(?!\p{L})|w\/(?=\s)`, // b/c
    String.raw`[\p{L}\p{M}]{2,}[sS]['’](?=\s+\p{L})`, // the utilities' move
    String.raw`[\p{L}\p{M}\p{N}_]+(?:['’\x60&](?=[\p{L}])[\p{L}\p{M}\p{N}_]+|['’-][\p{L}\p{M}\p{N}_]+)*`,
    String.raw`\.{2,}|[!?]{2,}|[.:,]\?|[-=]{3,}|-{2,}|={2,}|[*]{2,}|~{2,}|#{2,}|_{2,}|\+{2,}|[$]{2,}|''|’’|‘’`,
    String.raw`['’](?:s|S|m|re|ve|ll|d|em|til|cause|T?was|tis)(?!\p{L})|<{2,}|>{2,}`,
    String.raw`[:;=][-'^]?[)(DPp/|](?![\p{L}\p{N}])|\(:|\^_\^`, // a face
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** At a sentence's end these keep their full stop only where the sentence has another: "etc." ends in one. */
const endings = /^(?:etc|Inc|Corp|Co|Ltd|Bros|\p{L})\.$/u;

function withLastStop(words: Word[]): Word[] {
  let last = words.length - 1;
  while (last > 0 && /^["'”’)\]]$/.test(words[last]?.form ?? '')) last--;
  const word = words[last];
  if (last < 1 || word === undefined || !endings.test(word.form)) return words;
  const stop = word.end - 1;
  return words.toSpliced(
    last,
    1,
    { form: word.form.slice(0, -1), start: word.start, end: stop },
    { form: '.', start: stop, end: word.end },
  );
}

interface Piece extends Span {
  readonly form: string;
}

// Beginnings that the treebanks leave joined to the hyphen.
const joined =
  /^(?:e|non|co|re|pre|post|anti|ex|un|mid|counter|cross|over|micro|mini|bio|neo|psycho|socio|sub|pro|semi|multi|bi|tri|hm|m)$/i;

// Addresses, telephone numbers, names of files, marks.
const isWhole = /[@/#]|^\p{N}[\p{N}-]*$|\.\p{L}{2,4}$|^[^\p{L}\p{N}]+$/u;

function splitHyphens(form: string, start: number): Piece[] {
  const whole = { form, start, end: start + form.length };
  if (!form.includes('-') || form.length < 3 || isWhole.test(form)) return [whole];
  const parts = form.split('-');
  if (parts.length === 2 && (joined.test(parts[0] as string) || parts.includes(''))) return [whole];
  const pieces: Piece[] = [];
  let at = start;
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      pieces.push({ form: '-', start: at, end: at + 1 });
      at += 1;
    }
    if (part === '') continue;
    pieces.push({ form: part, start: at, end: at + part.length });
    at += part.length;
  }
  return pieces;
}

const clitics: readonly RegExp[] = [/^(.+)(n['’]t)$/i, /^(.+)(['’`](?:s|m|re|ve|ll|d))$/i, /^(.+s)(['’])$/i];

/** Two words written as one without an apostrophe, parted by a bar. */
const fused = new Map(
  'can|not gon|na wan|na got|ta out|ta i|m i|ve that|s what|s there|s he|s she|s you|re they|re you|ve they|ve do|nt ca|nt wo|nt did|nt does|nt is|nt was|nt could|nt would|nt should|nt have|nt has|nt are|nt'
    .split(' ')
    .map((parts) => [parts.replace('|', ''), parts.indexOf('|')]),
);

function splitClitics(piece: Piece): Word[] {
  const { form } = piece;
  const cut = fused.get(form.toLowerCase());
  if (cut !== undefined)
    return [
      { ...piece, form: form.slice(0, cut) },
      { ...piece, form: form.slice(cut) },
    ];
  if (!/['’`]/.test(form)) return [piece];
  for (const clitic of clitics) {
    const match = clitic.exec(form);
    if (match === null) continue;
    return [...splitClitics({ ...piece, form: match[1] as string }), { ...piece, form: match[2] as string }];
  }
  return [piece];
}
