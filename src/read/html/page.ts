// One HTML page → the article in it, or the sentence that says why it holds none. Knows no files and no ids.
import type { Fields } from '../front-matter.ts';
import { type Block, blocksOf, collapse, countWords } from './blocks.ts';
import { articleBlocks } from './body.ts';
import { factsOf } from './facts.ts';
import { type Element, elements, parseHtml, TooLarge, textOf } from './tree.ts';

/** The article of a page: what it states about itself, and its text with a blank line between paragraphs. */
export interface Article {
  readonly fields: Fields;
  readonly text: string;
}

/**
 * The article in a page's HTML. `address` is where the page was found. Of a page that holds none (a login form, the
 * first two sentences of a paid article, an error, no running text) the reason, to follow the page's name.
 * Cost: linear; the page must be in memory.
 */
export function readPage(html: string, address?: string): Article | { readonly reason: string } {
  let root: Element;
  try {
    root = parseHtml(html);
  } catch (error) {
    if (error instanceof TooLarge)
      return { reason: 'has more elements, or deeper ones, than any article. Save the article alone.' };
    throw error;
  }
  const { fields, isForSubscribers, body } = factsOf(root, address ?? savedFrom(html));
  const shown = textIn(articleBlocks(root, fields));
  const text = fuller(shown, body);
  const reason = whyNone(root, text, fields.title ?? '', isForSubscribers);
  return reason === undefined ? { fields, text } : { reason };
}

/** What the page shows, unless its data for programs has more than twice of it: then scripts would have shown the rest. */
function fuller(shown: string, body: string | undefined): string {
  if (body === undefined || countWords(body) < Math.max(fewWords, 2 * countWords(shown))) return shown;
  return isHtml(body) ? textIn(blocksOf(parseHtml(body), () => false)) : paragraphs(body);
}

const paragraphs = (body: string): string =>
  body
    .split(/\n+/)
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n\n');

/** Whether a text is written as HTML. */
export const isHtml = (text: string): boolean =>
  /<(?:p|br|div|span|h[1-6]|ul|a|b|i|em|strong)\b[^>]*>/i.test(text);

/** Paragraphs with a blank line between them; items of one list and rows of one table on lines of their own. */
export function textIn(blocks: readonly Block[]): string {
  let text = '';
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    if (before !== undefined)
      text += isRow(before) && isRow(block) && block.owner.parent === before.owner.parent ? '\n' : '\n\n';
    text += block.text;
  }
  return text;
}

const isRow = ({ owner }: Block): boolean => ['li', 'tr', 'dd', 'dt'].includes(owner.tag);

/** The address that a browser or SingleFile writes into a page when it saves it. */
function savedFrom(html: string): string | undefined {
  const head = html.slice(0, 4000);
  return (/<[!]--\s*saved from url=\(\d+\)(\S+)/i.exec(head) ??
    /<[!]--\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head))?.[1];
}

/** A page with fewer words may be a stub; the shortest reports have more. */
const fewWords = 60;

function whyNone(root: Element, text: string, title: string, isForSubscribers: boolean): string | undefined {
  const words = countWords(text);
  if (words >= fewWords) return undefined;
  const shown = visible(root);
  if (isForSubscribers || paywall.test(shown))
    return `shows ${words === 0 ? 'nothing' : `only ${words} words`} of its article to readers without a subscription. Save it from a browser that is logged in.`;
  if (hasPassword(root)) return 'is a login page. Log in, and save the article itself.';
  if (failing.test(title) || (words < 15 && failing.test(shown.slice(0, 500))))
    return `is no article but an error page (${JSON.stringify(title.slice(0, 60))}). Save it again from a browser.`;
  if (words === 0)
    return needsScript.test(shown) || shown.length < 200
      ? 'holds no article: its text is put in by scripts. Save it from a browser as a single file.'
      : 'holds no article: no paragraph of running text was found. Take it out, or save the text itself.';
  return undefined;
}

const paywall =
  /(?:subscribe|sign in|log in|register|sign up|become a (?:member|subscriber))(?: now| today| here)? to (?:continue|keep|read|unlock|access|view|see)|already a (?:subscriber|member)\b|(?:this|the full) (?:article|story|content) is (?:only |exclusively )?(?:for|available to) (?:our )?(?:subscribers|members)|subscribers? only|to continue reading|unlock this (?:article|story)/i;
const failing =
  /^\W*(?:(?:error )?40[0134]\b|50[0234]\b|page not found|not found|access denied|forbidden|just a moment|attention required|are you (?:a )?(?:human|robot)|captcha|service unavailable|bad gateway|pardon our interruption|security check)/i;
const needsScript =
  /(?:enable|requires?|turn on) javascript|javascript (?:is|must be) (?:disabled|enabled|required)/i;

function hasPassword(root: Element): boolean {
  for (const { tag, attributes } of elements(root))
    if (tag === 'input' && /^password$/i.test(attributes.type ?? '')) return true;
  return false;
}

function visible(root: Element): string {
  let text = '';
  for (const child of root.children)
    if (typeof child === 'string') text += child;
    else if (child.tag !== 'script' && child.tag !== 'head' && child.tag !== 'style')
      text += ` ${child.tag === 'noscript' ? textOf(child) : visible(child)}`;
  return text.replace(/\s+/g, ' ').trim();
}
