// The JSON-LD of a page → what its article object says of itself. Knows schema.org's article types, nothing of markup.
import { collapse } from './blocks.ts';
import { type Element, elements, textOf } from './tree.ts';

/** What the page's own data says about the article; each field as written, entities decoded. */
export interface LinkedData {
  readonly headline?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly language?: string;
  /** The whole text, where the page gives it to programs; may be HTML, or a summary. */
  readonly body?: string;
  /** False: the page says that readers without an account get less than the whole. */
  readonly isFree?: boolean;
}

type Json = { readonly [key: string]: unknown };

/** The article's object where there is one, else what the web page's object says. Broken JSON-LD is passed over. */
export function linkedData(root: Element): LinkedData {
  const objects: Json[] = [];
  for (const element of elements(root))
    if (element.tag === 'script' && /ld\+json/i.test(element.attributes.type ?? ''))
      collect(parsed(textOf(element)), objects, 0);
  const byId = new Map<unknown, Json>();
  for (const object of objects)
    if (typeof object['@id'] === 'string' && Object.keys(object).length > 1) byId.set(object['@id'], object);
  const article = objects.find(
    (object) => isArticle(object) && (object.headline ?? object.datePublished) !== undefined,
  );
  const page = objects.find((object) => typesOf(object).includes('WebPage'));
  return {
    ...(page === undefined ? {} : fieldsOf(page, byId, false)),
    ...(article === undefined ? {} : fieldsOf(article, byId, true)),
  };
}

/** What stands in a script. Common mistakes: line ends in strings, a comma or a brace too many, comments around it. */
function parsed(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<[!]--|\/\*.{0,40}?\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)\s*/s, '')
    .replace(/\s*(?:-->|\/\/\]\]>|\]\]>|;)$/, '');
  for (const mend of [asItIs, withoutControls, withoutLooseCommas, firstValue]) {
    try {
      return JSON.parse(mend(text));
    } catch {}
  }
  return undefined;
}

const asItIs = (text: string): string => text;
const withoutControls = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
const withoutLooseCommas = (text: string): string => withoutControls(text).replace(/,\s*([}\]])/g, '$1');

/** The text up to where its first brace is closed. */
function firstValue(text: string): string {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (isQuoted) {
      if (character === '\\') i += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return withoutLooseCommas(text.slice(0, i + 1));
    }
  }
  return text;
}

/** Every object that could be the article: lists, `@graph` and what a page is about are opened. */
function collect(value: unknown, into: Json[], depth: number): void {
  if (depth > 6 || into.length > 500) return;
  if (Array.isArray(value)) for (const item of value) collect(item, into, depth + 1);
  else if (isObject(value)) {
    into.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher'])
      collect(value[key], into, depth + 1);
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (object: Json): string[] =>
  [object['@type']]
    .flat()
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));

const isArticle = (object: Json): boolean =>
  typesOf(object).some((type) => /(?:Article|Posting|Report|BlogPost)$/.test(type));

function fieldsOf(object: Json, byId: ReadonlyMap<unknown, Json>, isArticle: boolean): LinkedData {
  const found = {
    headline: isArticle ? words(object.headline ?? object.name) : undefined,
    author: isArticle ? names(object.author ?? object.creator, byId).join(', ') : undefined,
    publisher: names(object.publisher, byId)[0],
    date: words(object.datePublished) ?? words(object.dateCreated),
    url: isArticle ? (words(object.url) ?? addressOf(object.mainEntityOfPage)) : undefined,
    language: words(object.inLanguage),
    body: isArticle && typeof object.articleBody === 'string' ? decoded(object.articleBody) : undefined,
  };
  const isFree = isArticle ? truth(object.isAccessibleForFree) : undefined;
  const fields = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined && value !== ''),
  );
  return isFree === undefined ? fields : { ...fields, isFree };
}

const truth = (value: unknown): boolean | undefined =>
  value === undefined ? undefined : !/^false$/i.test(String(value));

const addressOf = (value: unknown): string | undefined =>
  words(value) ?? (isObject(value) ? words(value['@id']) : undefined);

function words(value: unknown): string | undefined {
  if (Array.isArray(value)) return words(value[0]);
  if (typeof value !== 'string') return undefined;
  const text = collapse(decoded(value));
  return text === '' ? undefined : text;
}

/** Names of people or organisations, whether written as text, objects or references to objects. */
function names(value: unknown, byId: ReadonlyMap<unknown, Json>): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => names(item, byId)))];
  if (isObject(value)) return names(value.name ?? byId.get(value['@id'])?.name, new Map());
  const name = words(value);
  return name === undefined || /^https?:|^@/.test(name) ? [] : [name];
}

/** Character references that were encoded once too often. */
const decoded = (text: string): string =>
  text.replace(/&(?:amp|quot|apos|lt|gt|nbsp|#x?[\da-f]{1,6});/gi, (reference) => {
    const name = reference.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return named[name] ?? reference;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};
