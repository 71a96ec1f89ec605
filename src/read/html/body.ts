// The blocks of a page → those that are the article. The container is the element whose prose outweighs its furniture
// most (maximum-sum subtree, after Pasternack and Roth, "Extracting article text from the web", 2009); then what is no
// part of the report is taken out of it.
import { type Block, blocksOf, isProse } from './blocks.ts';
import type { Element } from './tree.ts';
import { type Stated, trim } from './trim.ts';

/** The article's blocks in reading order; empty where the page has no prose. Cost: linear in the page. */
export function articleBlocks(root: Element, stated: Stated): readonly Block[] {
  const visible = blocksOf(root, isHidden);
  const prose = sums(visible, (block) => (isProse(block) ? block.words : 0));
  const all = prose.get(root) ?? 0;
  // Where the report stands in no `article`, the several that there are hold other reports.
  const outside = sum(visible, (block) => (isProse(block) && !isInArticle(block.owner) ? block.words : 0));
  const areCards = outside * 2 > all && [...prose.keys()].filter(({ tag }) => tag === 'article').length > 1;
  const isOut = (element: Element) => {
    const share = all === 0 ? 0 : (prose.get(element) ?? 0) / all;
    if (isHidden(element) || (isComments(element) && share < 0.9)) return true;
    return share < 0.5 && (isFurniture(element) || (areCards && element.tag === 'article' && share < 0.2));
  };
  const blocks = blocksOf(root, isOut);
  const kind = commonest(blocks);
  const worths = new Map<Block, number>(blocks.map((block) => [block, worth(block, kind)]));
  const container = heaviest(blocks, worths, kind);
  if (container === undefined) return [];
  const words = sums(blocks, (block) => block.words);
  const linked = sums(blocks, (block) => block.linked);
  const inside = blocks.filter(
    (block) => isWithin(block.owner, container) && !isInSideBox(block.owner, container, words, linked),
  );
  return trim(inside, container, stated);
}

/** The element whose blocks are worth most together; the innermost of equals. */
function heaviest(
  blocks: readonly Block[],
  worths: ReadonlyMap<Block, number>,
  kind: string,
): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  for (const [element, sum] of sums(blocks, (block) => worths.get(block) ?? 0)) {
    const bonus = sum > 0 ? sum * (1 + favour(element)) : sum;
    if (bonus > most || (bonus === most && best !== undefined && isWithin(element, best)))
      [best, most] = [element, bonus];
  }
  const paragraphs = sums(blocks, (block) => (kindOf(block.owner) === kind ? 1 : 0));
  const isLeaf = (element: Element) =>
    leaves.has(element.tag) ||
    (paragraphs.get(element) === 1 && (paragraphs.get(element.parent as Element) ?? 0) > 1);
  while (best?.parent && isLeaf(best)) best = best.parent;
  return best;
}

/** Never the whole article, however long; neither is a paragraph that has others of its kind beside it. */
const leaves = new Set(['p', 'li', 'ul', 'ol', 'dl', 'dd', 'blockquote', 'pre', 'tr', 'tbody', 'td']);

/** Whether it stands in a box most of whose words are links: a list of other reports between the paragraphs. */
function isInSideBox(
  element: Element,
  container: Element,
  words: ReadonlyMap<Element, number>,
  linked: ReadonlyMap<Element, number>,
): boolean {
  for (let e: Element | null = element; e !== null && e !== container; e = e.parent)
    if ((linked.get(e) ?? 0) * 2 > (words.get(e) ?? 0)) return true;
  return false;
}

/** Each element with the sum of a value over the blocks in it. */
function sums(blocks: readonly Block[], value: (block: Block) => number): Map<Element, number> {
  const found = new Map<Element, number>();
  for (const block of blocks) {
    const amount = value(block);
    for (let e: Element | null = block.owner; e !== null; e = e.parent)
      found.set(e, (found.get(e) ?? 0) + amount);
  }
  return found;
}

/** How much a block speaks for its container: prose its words, links and scraps against it. */
function worth(block: Block, kind: string): number {
  const { text, words, linked, owner } = block;
  if (heading.test(owner.tag)) return 0;
  const isKind = kindOf(owner) === kind;
  if (!isKind && words < 60 && /(?:…|\.\.\.|\[\.\.\.\])$/.test(text)) return -words;
  if (isProse(block)) return (words - 1.5 * linked) * (isKind ? 1 : 0.4);
  if (linked * 2 > words) return -4 - words;
  return owner.tag === 'li' ? 0 : -2;
}

/**
 * The kind of element in which the report's prose stands: that of the most words under one grandparent. Teasers of other
 * reports may have more words together, but each has a box of its own.
 */
function commonest(blocks: readonly Block[]): string {
  const words = new Map<Element | null, Map<string, number>>();
  let [most, best] = [0, ''];
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const place = block.owner.parent?.parent ?? null;
    const here = words.get(place) ?? new Map<string, number>();
    words.set(place, here);
    const kind = kindOf(block.owner);
    const count =
      (here.get(kind) ?? 0) + (block.owner.tag === 'li' ? 0.5 : 1) * (block.words - 2 * block.linked);
    here.set(kind, count);
    if (count > most) [most, best] = [count, kind];
  }
  return best;
}

/** What an element looks like to the page's author: its name, and its parent's name and first class without numbers. */
function kindOf({ tag, parent }: Element): string {
  const name = (parent?.attributes.class ?? '').trim().split(/\s+/, 1)[0]?.replace(/\d+/g, '') ?? '';
  return `${parent?.tag}.${name} ${tag}`;
}

const heading = /^h[1-6]$/;

function isWithin(element: Element, container: Element): boolean {
  for (let e: Element | null = element; e !== null; e = e.parent) if (e === container) return true;
  return false;
}

const wordsOf = (element: Element): string =>
  `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`.toLowerCase();

function favour(element: Element): number {
  if (/articlebody/i.test(element.attributes.itemprop ?? '')) return 1;
  const words = wordsOf(element);
  if (/\b(article|story|post|entry)[-_]*(body|content|text)\b/.test(words)) return 0.1;
  return 0;
}

/** Not shown, or never an article's words. */
export function isHidden({ tag, attributes }: Element): boolean {
  if (['nav', 'figure', 'figcaption'].includes(tag)) return true;
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}

/** Left out unless it holds most of the page's prose. */
function isFurniture(element: Element): boolean {
  const { tag, attributes } = element;
  if (tag === 'footer' || tag === 'aside' || (tag === 'article' && isInArticle(element.parent))) return true;
  if (
    /^(navigation|complementary|banner|contentinfo|dialog|alertdialog|search|menu|menubar|toolbar|tablist|button)$/i.test(
      attributes.role ?? '',
    )
  )
    return true;
  return furniture.test(wordsOf(element));
}

/** Readers write more than reporters. */
const isComments = (element: Element): boolean =>
  /(?:^|[-_ ])(?:comments|comment-?list|disqus(?:_thread)?|livefyre)(?:[-_ ]|$)/.test(wordsOf(element));

/** An article within an article is a card of another one. */
function isInArticle(element: Element | null): boolean {
  for (let e = element; e !== null; e = e.parent) if (e.tag === 'article') return true;
  return false;
}

const sum = (blocks: readonly Block[], value: (block: Block) => number): number =>
  blocks.reduce((total, block) => total + value(block), 0);

const furniture =
  /(?:^|[-_ ])(?:comments?|disqus|respond|share|sharing|social|related|recommend(?:ed|ations?)|newsletter|sign-?up|subscri\w+|promo|advert\w*|ads?|sponsor\w*|sidebar|breadcrumbs?|by-?line|caption|credits?|cookies?|consent|gdpr|footer|nav|navigation|menu|tags?|popup|modal|overlay|most-?(?:popular|read)|trending|outbrain|taboola|pagination|copyright|author-?(?:bio|info|box)|masthead)(?:[-_ ]|$)/;
