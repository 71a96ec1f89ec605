// The blocks of an article's container → those that are the report: without the headline, byline and dates above it,
// captions and links between its paragraphs, and what follows its end.
import { type Block, countWords, isProse } from './blocks.ts';
import { asides, asideWords, comments, endings } from './phrases.ts';
import type { Element } from './tree.ts';

/** What the page states elsewhere, and what its text need not repeat. */
export interface Stated {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
}

/** The blocks that are the report, in order. `container` holds them all. Cost: linear. */
export function trim(blocks: readonly Block[], container: Element, stated: Stated): readonly Block[] {
  const pictured = withPictures(blocks, container);
  const whole = withoutEnd(withoutHead(blocks, stated));
  const kept = whole.filter((block) => !isAside(block) && !isCaption(block, container, pictured));
  return withoutLooseHeadings(withoutScraps(kept));
}

const isHeading = ({ owner }: Block): boolean => /^h[1-6]$/.test(owner.tag);

/** A link on a line of its own, or a line that begins as asides do. */
function isAside(block: Block): boolean {
  const { text, words, linked } = block;
  if (words === 0) return true;
  if (linked >= words * 0.8 && words >= 2 && (words < 15 || linked === words)) return true;
  if (words <= 60 && asideWords.some((pattern) => pattern.test(text))) return true;
  return words <= 45 && asides.some((pattern) => pattern.test(text));
}

/** Elements inside the container in which a picture stands. */
function withPictures(blocks: readonly Block[], container: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  const seek = (element: Element): boolean => {
    let has = pictures.has(element.tag);
    for (const child of element.children) if (typeof child !== 'string' && seek(child)) has = true;
    if (has) found.add(element);
    return has;
  };
  if (blocks.length > 0) seek(container);
  return found;
}

const pictures = new Set(['img', 'picture', 'amp-img', 'video', 'figure']);

/** Few words that share a box with a picture: the box holds nothing else. */
function isCaption(block: Block, container: Element, pictured: ReadonlySet<Element>): boolean {
  if (block.words > 40 || isHeading(block)) return false;
  let box: Element | null = block.owner;
  while (box !== null && box !== container && !pictured.has(box)) box = box.parent;
  if (box === null || box === container) return false;
  if (box.tag === 'p' && block.words >= 15) return false;
  return countWords(shown(box)) <= 45;
}

function shown(element: Element): string {
  let text = '';
  for (const child of element.children)
    text += typeof child === 'string' ? child : child.tag === 'script' ? '' : ` ${shown(child)} `;
  return text;
}

/** Before the first paragraph: headline, standing line, byline, date. A first heading within the text stays. */
function withoutHead(blocks: readonly Block[], stated: Stated): readonly Block[] {
  const title = letters(stated.title ?? '');
  const first = blocks.findIndex(
    (block) => isProse(block) && !isHeadline(block, title) && block.owner.tag !== 'h1',
  );
  return blocks.filter((block, i) => {
    if (isHeadline(block, title) || (block.owner.tag === 'h1' && i < first + 2)) return false;
    if (i >= first + 2) return true;
    return !(isByline(block, stated) || isDateline(block) || (i < first && block.words <= 4));
  });
}

function isHeadline(block: Block, title: string): boolean {
  const text = letters(block.text);
  return title !== '' && text.length > 8 && (text === title || (isHeading(block) && title.startsWith(text)));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function isByline({ text, words }: Block, { author }: Stated): boolean {
  if (words > 20) return false;
  if (
    /^(?:by|from|written by|posted by|reported by|story by|author|por|von|par) \p{Lu}/iu.test(text) &&
    !/[.!?]$/.test(text)
  )
    return true;
  return author !== undefined && letters(text).includes(letters(author)) && words <= countWords(author) + 8;
}

const dated =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b(?:min(?:ute)?s?|hours?|days?|minutos) (?:read|ago|de leitura)\b|tempo de leitura/iu;

/** A date, a time, or how long it takes to read. */
const isDateline = ({ text, words }: Block): boolean =>
  words <= 14 && dated.test(text) && !/[.!?]$/.test(text);

/** From a line that opens another part, all that follows, unless most of the report does. */
function withoutEnd(blocks: readonly Block[]): readonly Block[] {
  const told = (part: readonly Block[]) => part.reduce((sum, block) => sum + block.words - block.linked, 0);
  const all = told(blocks);
  const end = blocks.findIndex((block, i) => {
    if (i === 0 || block.words > 8 || isProse(block)) return false;
    // Readers may write more than the reporter: under their heading, how much follows says nothing.
    if (isHeading(block) && comments.test(block.text)) return told(blocks.slice(0, i)) >= 40;
    return endings.test(block.text) && told(blocks.slice(i)) * 3 < all;
  });
  return end === -1 ? blocks : blocks.slice(0, end);
}

function withoutScraps(blocks: readonly Block[]): readonly Block[] {
  let last = blocks.length;
  while (last > 0 && isScrap(blocks[last - 1] as Block)) last -= 1;
  return blocks.slice(0, last);
}

/** At the end of a report: tags, addresses, names of agencies alone. */
const isScrap = (block: Block): boolean =>
  block.owner.tag !== 'li' && block.words <= 6 && !/[.!?]["'”’»)]*$/.test(block.text);

/** A heading under which nothing is left. */
function withoutLooseHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(
    (block, i) =>
      !isHeading(block) || (blocks[i + 1] !== undefined && !sameOrHigher(block, blocks[i + 1] as Block)),
  );
}

const sameOrHigher = (block: Block, next: Block): boolean =>
  isHeading(next) && next.owner.tag < block.owner.tag;
