// Word documents (DOCX): the paragraphs of the body, title and author from its properties. No styles, notes or comments.

import { nameOf, openZip } from './archive/zip.ts';
import { isoDate } from './date.ts';
import { documentOf } from './document.ts';
import type { Fields } from './front-matter.ts';
import { bytesOf, type Format, failure, type Item, isBomb } from './item.ts';
import { normalise } from './normalise.ts';
import { childrenOf, local, parseXml, type Xml, XmlTooLarge, xmlText } from './xml.ts';

/** The most bytes of a document's own parts, unpacked; pictures don't count. */
const mostBytes = 64_000_000;

/** Word documents: one document a file, or the reason why not. */
export const docxFormat: Format = {
  endings: ['.docx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  async *read(item) {
    const parts = await partsOf(item);
    if (typeof parts === 'string') {
      yield failure(item, parts);
      return;
    }
    const text = normalise(paragraphs(parts.body).join('\n\n')).trim();
    if (text === '') yield failure(item, 'holds no text. Put the article into it or take it out.');
    else yield documentOf(item.id, { ...item.fields, ...fieldsOf(parts.properties) }, text);
  },
};

interface Parts {
  readonly body: Xml;
  readonly properties: Xml | undefined;
}

async function partsOf(item: Item): Promise<Parts | string> {
  const zip = await openZip(item, mostBytes);
  if (typeof zip === 'string')
    return isEncrypted(zip)
      ? 'is encrypted, or no Word document. Save a copy without a password, as .docx.'
      : zip;
  const found = new Map<string, Xml>();
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      if (path !== 'word/document.xml' && path !== 'docProps/core.xml') continue;
      if (isBomb(entry.uncompressedSize, entry.compressedSize))
        return 'unfolds to more than a hundred times its size: a bomb. Look what it is.';
      const stream = await zip.openReadStreamPromise(entry);
      const bytes = await bytesOf({ ...item, content: { stream } }, mostBytes, 'Split it into its articles.');
      if (typeof bytes === 'string') return bytes;
      found.set(path, parseXml(new TextDecoder().decode(bytes)));
    }
  } catch (error) {
    if (error instanceof XmlTooLarge)
      return 'has more elements than any article. Split it into its articles.';
    return `is damaged (${(error as Error).message}). Save it again.`;
  } finally {
    zip.close();
  }
  const body = found.get('word/document.xml');
  return body === undefined
    ? 'is no Word document: it has no word/document.xml. Save it as .docx.'
    : { body, properties: found.get('docProps/core.xml') };
}

/** Office encrypts into another container, which is no zip. */
const isEncrypted = (reason: string): boolean => reason.startsWith('is no zip archive');

/** Text of each paragraph that has some; deleted text, field codes and text boxes' fallbacks are left out. */
function paragraphs(root: Xml): string[] {
  const found: string[] = [];
  const walk = (element: Xml) => {
    if (silent.has(local(element))) return;
    if (local(element) === 'p' && element.name.startsWith('w:')) {
      const text = runs(element)
        .replace(/[ \t]+\n/g, '\n')
        .trim();
      if (text !== '') found.push(text);
    } else for (const child of element.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);
  return found;
}

const silent = new Set(['del', 'moveFrom', 'instrText', 'Fallback', 'pPr', 'rPr', 'sdtPr', 'delText']);

function runs(element: Xml): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string' || silent.has(local(child))) continue;
    const name = local(child);
    if (name === 't') text += xmlText(child);
    else if (name === 'tab') text += ' ';
    else if (name === 'br' || name === 'cr') text += '\n';
    else if (name === 'noBreakHyphen') text += '-';
    else text += runs(child);
  }
  return text;
}

/** The day it was last saved is not the day it was published: only a stated `issued` would be one. */
function fieldsOf(properties: Xml | undefined): Fields {
  const core = properties === undefined ? undefined : childrenOf(properties, 'cp:coreProperties')[0];
  const value = (name: string) => {
    const element = core === undefined ? undefined : childrenOf(core, name)[0];
    return element === undefined ? '' : xmlText(element).replace(/\s+/g, ' ').trim();
  };
  const [title, author, publisher, language, issued] = [
    value('title'),
    value('creator'),
    value('publisher'),
    value('language'),
    isoDate(value('issued')),
  ];
  return {
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(publisher ? { publisher } : {}),
    ...(issued === undefined ? {} : { publishedAt: issued }),
    ...(/^[a-z]{2,3}(?:-\w+)*$/i.test(language) ? { language } : {}),
  };
}
