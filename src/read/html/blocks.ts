// A page's tree → its blocks: the stretches of text that a reader sees as one, each with what tells prose from furniture.
import type { Element } from './tree.ts';

/** One paragraph, heading, list item, table row or caption. `text` has its white space collapsed. */
export interface Block {
  readonly text: string;
  /** The nearest element that isn't inline. */
  readonly owner: Element;
  readonly words: number;
  /** Words that are linked. */
  readonly linked: number;
  /** Words in bold or italics. */
  readonly marked: number;
}

/** The blocks of a tree in reading order. `isOut` says which elements are left out with all that is in them. */
export function blocksOf(root: Element, isOut: (element: Element) => boolean): Block[] {
  const blocks: Block[] = [];
  let run = new Run(root);
  const finish = (owner: Element) => {
    const block = run.block();
    if (block !== undefined) blocks.push(block);
    run = new Run(owner);
  };
  const walk = (element: Element, owner: Element, isLinked: boolean, isMarked: boolean) => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        run.add(child, isLinked, isMarked);
        continue;
      }
      if (child.tag === 'br') {
        if (run.isBroken) finish(owner);
        else run.break();
        continue;
      }
      if (isSilent(child) || isOut(child)) continue;
      const links = isLinked || child.tag === 'a';
      const marks = isMarked || emphasis.has(child.tag);
      if (inline.has(child.tag)) {
        walk(child, owner, links, marks);
        continue;
      }
      if (child.tag === 'td' || child.tag === 'th') {
        if (isGrid(child)) {
          run.add('\t', false, false);
          walk(child, owner, links, marks);
          continue;
        }
      }
      finish(child);
      walk(child, child, links, marks);
      finish(owner);
    }
  };
  walk(root, root, false, false);
  finish(root);
  return blocks;
}

/** Text that gathers until a block ends. */
class Run {
  readonly #owner: Element;
  #parts: string[] = [];
  #linked = 0;
  #marked = 0;
  isBroken = false;

  constructor(owner: Element) {
    this.#owner = owner;
  }

  add(text: string, isLinked: boolean, isMarked: boolean): void {
    this.#parts.push(text);
    if (!/\S/.test(text)) return;
    this.isBroken = false;
    if (isLinked) this.#linked += countWords(text);
    if (isMarked) this.#marked += countWords(text);
  }

  /** A line end within the block; a second one ends it. */
  break(): void {
    this.#parts.push('\n');
    this.isBroken = true;
  }

  block(): Block | undefined {
    const text = collapse(this.#parts.join(''));
    if (text === '') return undefined;
    return { text, owner: this.#owner, words: countWords(text), linked: this.#linked, marked: this.#marked };
  }
}

/** White space that a page doesn't show is one space; characters that show nothing are dropped. */
export const collapse = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words; where a script has no spaces, two characters count as one. Cost: linear. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (!/[\u0E00-\u0EFF\u3040-\u30FF\u3400-\u9FFF]/.test(text)) return words;
  const dense = text.match(/[\u0E00-\u0EFF\u3040-\u30FF\u3400-\u9FFF]/g)?.length ?? 0;
  return words + Math.floor(dense / 2);
}

/** Whether a block reads as running text: a sentence's end, or length, and few links. */
export const isProse = ({ text, words, linked }: Block): boolean =>
  linked * 2 <= words && (words >= 20 || (words >= 7 && /[.!?…:;。]["'”’»)\]]*$/.test(text)));

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr nobr g-emoji'.split(
    ' ',
  ),
);
const emphasis = new Set(['b', 'strong', 'em', 'i']);

const silent = new Set(
  'script style noscript template svg math iframe object embed canvas audio video map head select option datalist textarea input button img picture source track link meta title dialog menu rp rt'.split(
    ' ',
  ),
);

/** Shows no words of the article, whatever the page is. */
const isSilent = (element: Element): boolean => silent.has(element.tag);

/** A cell of a table of data: short. Pages laid out by tables have whole articles in a cell. */
function isGrid(cell: Element): boolean {
  let size = 0;
  const measure = (element: Element): boolean => {
    for (const child of element.children) {
      if (typeof child === 'string') size += child.trim().length;
      else if (
        ['p', 'div', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'br'].includes(child.tag) ||
        !measure(child)
      )
        return false;
      if (size > 200) return false;
    }
    return true;
  };
  return measure(cell);
}
