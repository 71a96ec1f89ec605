// A tiny extractor for tests: capitalised words are people, "A called B" is a claim. And records built by hand.
import { claimId, type Document, type EntityType, mentionId } from '../../graph/model.ts';
import type { Annotated, Chain, FoundMention, Statement } from '../../src/annotated.ts';
import type { Extractor } from '../../src/extract/extractor.ts';

/** Fails on a text that holds "FAIL"; takes its time over one that holds "SLOW". */
export function fakeExtractor(version = '1'): Extractor & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    name: 'fake',
    version,
    seen,
    async annotate(document, signal) {
      seen.push(document.id);
      if (document.text.includes('FAIL')) throw new Error('It says FAIL.');
      if (document.text.includes('SLOW')) await new Promise((resolve) => setTimeout(resolve, 50));
      signal?.throwIfAborted();
      return annotate(document, `fake@${version}`);
    },
  };
}

/** The record of a document as `fakeExtractor` makes it. */
export function annotate(document: Document, extractor = 'fake@1'): Annotated {
  const name = /\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu;
  const mentions = [...document.text.matchAll(name)].map((m) => mention(document, m.index, m[0]));
  return {
    document: document.id,
    contentHash: document.contentHash,
    extractor,
    sentences: [...document.text.matchAll(/[^.\n]+\.?/g)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
    })),
    mentions,
    chains: [...Map.groupBy(mentions, (m) => m.text)].map(([text, group]) => chain(text, group)),
    statements: mentions.flatMap((subject, index) => {
      const object = mentions[index + 1];
      const between = document.text.slice(subject.end, object?.start);
      return object && between === ' called ' ? [called(document, subject, object)] : [];
    }),
  };
}

/** A document of one text. */
export function article(id: string, text: string, fields: Partial<Document> = {}): Document {
  return { id, title: id, text, contentHash: `hash of ${text}`, ...fields };
}

function mention(document: Document, start: number, text: string): FoundMention {
  const span = { start, end: start + text.length };
  return { ...span, id: mentionId(document.id, span), text, form: 'name' };
}

function chain(name: string, mentions: readonly FoundMention[], type: EntityType = 'Person'): Chain {
  return { type, name, mentions: mentions.map((m) => m.id) };
}

function called(document: Document, subject: FoundMention, object: FoundMention): Statement {
  const span = { start: subject.start, end: object.end };
  const end = ({ id, start, end, text }: FoundMention) => ({ start, end, text, mention: id });
  return {
    ...span,
    id: claimId(document.id, span, 'CALLED', subject, object),
    subject: end(subject),
    predicate: 'CALLED',
    object: end(object),
    negated: false,
    modality: 'actual',
    speakers: [],
    time: null,
    arguments: [],
    about: null,
    eventType: 'CONSULT',
    mode: 'phone',
    contexts: [],
    confidence: 1,
  };
}

/** Articles whose chains are the names given, one list an article: `"Organization: UN"`, a person where no type stands. */
export function named(...lists: readonly (readonly string[])[]): Annotated[] {
  return lists.map((names, index) => {
    const document = article(`${index}.txt`, names.map(bare).join('; '));
    let at = 0;
    const mentions = names.map((name) => {
      const found = mention(document, document.text.indexOf(bare(name), at), bare(name));
      at = found.end;
      return found;
    });
    const chains = names.map((name, i) => chain(bare(name), [mentions[i] as FoundMention], typeOf(name)));
    const { id, contentHash } = document;
    const record = { document: id, contentHash, extractor: 'fake@1', sentences: [], statements: [] };
    return { ...record, mentions, chains };
  });
}

const bare = (name: string): string => name.replace(/^\w+: /, '');
const typeOf = (name: string): EntityType => (/^(\w+): /.exec(name)?.[1] ?? 'Person') as EntityType;
