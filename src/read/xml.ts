// XML as events: elements and their text, for feeds and Word documents. Entities of a document's own are never unfolded.
import { Parser } from 'htmlparser2';

/** An element of a small XML tree; names as written, with their prefix. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Xml | string)[];
}

/** An XML document is too large or nests too deeply to be what it says. */
export class XmlTooLarge extends Error {
  override readonly name = 'XmlTooLarge';
}

const mostElements = 500_000;
const deepest = 200;

/**
 * The document's root, whose name is ''. A document type and the entities in it are passed over, so that nothing grows
 * ("billion laughs") and nothing is loaded. Broken XML is read as far as it makes sense. *Errors*: `XmlTooLarge`.
 */
export function parseXml(xml: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open: Xml[] = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > mostElements || open.length > deepest) throw new XmlTooLarge();
        const element: Xml = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(text) {
        const children = open.at(-1)?.children as (Xml | string)[];
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return root;
}

/** The elements directly inside, of a name without its prefix where `name` has none. */
export const childrenOf = (element: Xml, name: string): Xml[] =>
  element.children.filter(
    (child): child is Xml =>
      typeof child !== 'string' && (child.name === name || (!name.includes(':') && local(child) === name)),
  );

/** An element's name without its prefix. */
export const local = ({ name }: Xml): string => name.slice(name.indexOf(':') + 1);

/** All text inside, as written. */
export function xmlText(element: Xml): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : xmlText(child);
  return text;
}
