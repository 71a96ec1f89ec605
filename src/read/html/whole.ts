// HTML that is an article and nothing else (a feed's entry, a newsletter, a table's cell) → its text.
import { type Block, blocksOf } from './blocks.ts';
import { isHidden } from './body.ts';
import { textIn } from './page.ts';
import { parseHtml } from './tree.ts';

/** All that the HTML shows, with a blank line between paragraphs; with `isMail` without what mailings add. */
export function wholeText(html: string, isMail = false): string {
  const blocks = blocksOf(parseHtml(html), isHidden);
  return textIn(isMail ? blocks.filter((block) => !isMailing(block)) : blocks).trim();
}

/** Lines that a mailing has around what it says. */
const isMailing = ({ text, words, linked }: Block): boolean =>
  words === 0 || (words <= 40 && mailing.test(text)) || (words <= 12 && linked === words);

const mailing =
  /\bunsubscribe\b|view (?:this )?(?:email |message |it )?(?:in|on) (?:your |a |the )?(?:web )?browser|manage (?:your )?(?:preferences|subscription)|you(?:'re| are) receiving this|forward(?:ed)? (?:this|to a friend)|was this email forwarded|privacy policy|©|all rights reserved|^advertisement$/i;
