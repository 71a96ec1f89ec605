// HTML → a light tree of elements and strings, with bounds on its size and depth. No selectors, no styles, no scripts run.
import { Parser } from 'htmlparser2';

/** An element with its attributes as written (names in lower case); children in reading order, text as plain strings. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly children: (Element | string)[];
}

/** A page is larger than any article's, or nests deeper: reading it would take memory or time without end. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The most elements and strings that a page may have. Long live blogs have a tenth of it. */
export const mostNodes = 400_000;

/** Deeper elements become children of the one at this depth: pages nest thirty deep, broken ones some hundreds. */
const deepest = 400;

/** The parser's own stack gets slow beyond. */
const attack = 5000;

/**
 * The root of a page's tree; its tag is ''. Broken markup is mended as browsers mostly do. Scripts are kept only where
 * they hold JSON-LD. *Errors*: `TooLarge`. Cost: linear.
 */
export function parseHtml(html: string): Element {
  const root: Element = { tag: '', attributes: {}, parent: null, children: [] };
  let here = root;
  let depth = 0;
  let nodes = 0;
  let text = '';
  const flush = () => {
    if (text === '') return;
    here.children.push(text);
    nodes += 1;
    text = '';
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        flush();
        nodes += 1;
        depth += 1;
        if (nodes > mostNodes || depth > attack) throw new TooLarge();
        const element: Element = { tag, attributes, parent: here, children: [] };
        here.children.push(element);
        if (depth <= deepest) here = element;
      },
      onclosetag() {
        flush();
        if (depth <= deepest && here.parent !== null) here = here.parent;
        depth -= 1;
      },
      ontext(data) {
        if (dropsText.has(here.tag) && !isData(here)) return;
        text += data;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return root;
}

const dropsText = new Set(['script', 'style', 'template']);
const isData = ({ tag, attributes }: Element): boolean =>
  tag === 'script' && /ld\+json/i.test(attributes.type ?? '');

/** Every element below, in reading order. */
export function* elements(root: Element): Generator<Element> {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elements(child);
  }
}

/** All text below as it is written, without white space mended. */
export function textOf(node: Element): string {
  let text = '';
  for (const child of node.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}
