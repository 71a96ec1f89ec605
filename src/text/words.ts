// From a stretch of text to the words of Universal Dependencies: "don't" is do + n't, "two-hour" is two + - + hour.
// Knows no sentences; what it makes is what the parser was trained on.
import type { Span } from '../../graph/model.ts';

/**
 * A word as UD English counts them. *Units*: UTF-16 code units into the text, `end` exclusive. The parts of a
 * contraction share the span of the whole ("don't"), as in CoNLL-U; every other form is its slice.
 */
export interface Word extends Span {
  readonly form: string;
}

/** The words of `text` between two offsets, in order. Cost: linear. Source: the tokenisation of UD English EWT and GUM. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  const stretch = text.slice(start, end);
  for (const match of stretch.matchAll(pattern)) {
    const at = start + match.index;
    for (const piece of splitHyphens(match[0], at)) words.push(...splitClitics(piece));
  }
  return words;
}

const pattern = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]'’]`,
    String.raw`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`,
    String.raw`(?:\p{L}\.){2,}(?!\p{L})`, // U.S., e.g., a.m.
    String.raw`(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|vs|etc|Ave|Blvd|Rd|Ph\.D|Esq|Cmdr|Pvt|Mt|Ft|approx|al)\.(?![\p{L}\p{N}])`,
    String.raw`Nos?\.(?=\s*\p{N})`,
    String.raw`\p{Lu}\.(?=[\s-])(?!\s+["“]?(?:The|A|An|It|He|She|They|We|I|In|But|And)\s)`, // an initial
    String.raw`[$€£¥](?=\p{N})|(?:US|A|C|HK|NZ)\$`,
    String.raw`'\p{N}{2}s?(?!\p{N})`, // '90s
    String.raw`\p{N}{1,2}:\p{N}{2}(?::\p{N}{2})?(?!\p{N})`,
    String.raw`\p{N}{1,4}\/\p{N}{1,4}\/\p{N}{1,4}(?![\p{L}\p{N}])`, // 2/11/2001
    String.raw`\p{N}{3}(?:-\p{N}{3})?-\p{N}{4}(?![\p{L}\p{N}])`, // a telephone number
    String.raw`\p{N}+(?:[.,]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L})|(?![\p{L}\p{N}])|(?=(?:[ap]\.?m\.?|[kmbKMB]|mm|cm|km|kg|bn|mph|ml|mg|lbs?|ft|l|x)(?![\p{L}\p{N}])))`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]*(?:\.(?:com|org|net|edu|gov|co|uk|kz|ru|ua|de|fr|eu|info|tv|io|biz|us|ca|au))+(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{M}]{2,}[sS]['’](?=\s+\p{L})`, // the utilities' move
    String.raw`[\p{L}\p{M}\p{N}_]+(?:['’&](?=[\p{L}])[\p{L}\p{M}\p{N}_]+|['’-][\p{L}\p{M}\p{N}_]+)*`,
    String.raw`\.{2,}|-{2,}|[*]{2,}|={2,}|~{2,}|#{2,}|_{2,}|\+{2,}|[!?]{2,}|['’](?:s|S|m|re|ve|ll|d|em|til|cause|T?was|tis)(?!\p{L})|[<>]{2,}|[:;][-']?[)(DPp](?![\p{L}\p{N}])|\S`,
  ].join('|'),
  'gu',
);

interface Piece extends Span {
  readonly form: string;
}

// Beginnings and ends that the treebanks leave joined to the hyphen.
const joined =
  /^(?:e|x|t|non|co|re|pre|post|anti|ex|un|mid|counter|micro|mini|bio|neo|socio|sub|pro|semi|multi|inter|bi|tri|vice|uh|mm|o|yo|so)$/i;

function splitHyphens(form: string, start: number): Piece[] {
  const whole = { form, start, end: start + form.length };
  if (!form.includes('-') || form.length < 3 || /[@/]|^-+$|^\p{N}[\p{N}-]*$/u.test(form)) return [whole];
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

const clitics: readonly RegExp[] = [
  /^(.+)(n['’]t)$/i,
  /^(.+)(['’](?:s|m|re|ve|ll|d))$/i,
  /^(.+s)(['’])$/i,
  /^(can)(not)$/i,
  /^(gon|wan|got)(na|ta)$/i,
];

function splitClitics(piece: Piece): Word[] {
  for (const clitic of clitics) {
    const match = clitic.exec(piece.form);
    if (match === null) continue;
    const head = splitClitics({ ...piece, form: match[1] as string });
    return [...head, { ...piece, form: match[2] as string }];
  }
  if (
    /^(?:dont|cant|wont|didnt|doesnt|isnt|wasnt|couldnt|wouldnt|shouldnt|havent|hasnt|arent)$/i.test(
      piece.form,
    )
  ) {
    return [
      { ...piece, form: piece.form.slice(0, -2) },
      { ...piece, form: piece.form.slice(-2) },
    ];
  }
  return [piece];
}
