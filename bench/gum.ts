// Reads what GUM says of entities: mentions with their chains, by place in the document's raw text. For benchmarks and train/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldDocument, readTreebank, shared } from './treebank.ts';

/** *Units*: UTF-16 code units of the document's text. */
export interface ChainedMention {
  readonly start: number;
  readonly end: number;
  /** Mentions of one chain share it; unique in the document. */
  readonly chain: string;
  /** person, organization, place, event, abstract … */
  readonly type: string;
  /** Place of the word that heads it. */
  readonly head: readonly [number, number];
}

export interface ChainedDocument {
  /** "GUM_news_korea": the second part is the genre. */
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly ChainedMention[];
}

/** The documents of a GUM file below `shared/treebank`. Source: gucorpling.org/gum, the `Entity` field of MISC. */
export function readGum(name = 'gum-train.conllu'): ChainedDocument[] {
  const file = readFileSync(join(shared, 'treebank', name), 'utf8');
  const blocks = file.split('\n\n').filter((block) => block.trim() !== '');
  const opens = blocks.flatMap((block, i) => (/^# newdoc id = /m.test(block) ? [i] : []));
  return readTreebank(name).map((document, d) => {
    const own = blocks.slice(opens[d], opens[d + 1] ?? blocks.length);
    const id = /^# newdoc id = (\S+)/m.exec(own[0] ?? '')?.[1] ?? '';
    return { id, text: document.text, mentions: mentionsOf(document, own) };
  });
}

type Word = GoldDocument['sentences'][number]['words'][number] & { readonly at: number };

interface Open {
  readonly chain: string;
  readonly type: string;
  readonly words: Word[];
}

function mentionsOf({ sentences }: GoldDocument, blocks: readonly string[]): ChainedMention[] {
  const found: ChainedMention[] = [];
  let open: Open[] = [];
  const close = (mention: Open) => {
    open = open.filter((other) => other !== mention);
    found.push(closed(mention));
  };
  for (const [s, sentence] of sentences.entries()) {
    const lines = (blocks[s] ?? '').split('\n').filter((line) => /^\d+\t/.test(line));
    for (const [at, gold] of sentence.words.entries()) {
      const word = { ...gold, at };
      const entity = /(?:^|\|)Entity=([^|]+)/.exec(lines[at]?.split('\t')[9] ?? '')?.[1] ?? '';
      const marks = [...entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)];
      for (const [, opened] of marks) {
        const [chain = '', type = ''] = opened?.split('-') ?? [];
        if (opened !== undefined) open.push({ chain, type, words: [] });
      }
      for (const mention of open) mention.words.push(word);
      for (const [, opened, single, ended] of marks) {
        const chain = opened === undefined ? ended : single === undefined ? undefined : opened.split('-')[0];
        const mention = chain === undefined ? undefined : open.findLast((other) => other.chain === chain);
        if (mention !== undefined) close(mention);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function closed({ chain, type, words }: Open): ChainedMention {
  const inside = new Set(words.map((word) => word.at));
  const [first, last] = [words[0] as Word, words.at(-1) as Word];
  const head = words.find((word) => word.head === 0 || !inside.has(word.head - 1)) ?? first;
  return { start: first.start, end: last.end, chain, type, head: [head.start, head.end] };
}
