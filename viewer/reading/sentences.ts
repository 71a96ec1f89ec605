// Search in the sentences themselves: no index, but a walk over folded texts that lets others have their turn.

import { folded, hasAll, wantedIn } from '../../graph/fold.ts';
import type { Document, Sentence } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';
import type { FoundSentence } from './beyond.ts';

/**
 * Sentences that have every word of the query at the start of a word, newest report first. Yields null now and then, so
 * that whoever takes them can pause. Cost: linear in the texts; they are folded the first time, some 50 MB a second.
 */
export function* findSentences(atlas: Atlas, query: string): Generator<FoundSentence | null> {
  const wanted = wantedIn(query);
  if (wanted.length === 0 || wanted.every((word) => word.length < 3)) return;
  for (const { document, text, sentences } of textsIn(atlas)) {
    yield null;
    if (!hasAll(text(), wanted)) continue;
    for (const sentence of sentences) {
      const slice = document.text.slice(sentence.start, sentence.end);
      if (hasAll(folded(slice), wanted)) yield { document, sentence, text: slice };
    }
  }
}

interface Text {
  readonly document: Document;
  /** Folded when it is first asked for, then kept. */
  readonly text: () => string;
  readonly sentences: readonly Sentence[];
}

const known = new WeakMap<Atlas, readonly Text[]>();

function textsIn(atlas: Atlas): readonly Text[] {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const sentences = Map.groupBy(atlas.graph.sentences, (sentence) => sentence.document);
  const texts = atlas.graph.documents
    .toSorted((a, b) => compare(b.publishedAt ?? '', a.publishedAt ?? '') || compare(a.id, b.id))
    .map((document) => {
      let text: string | undefined;
      return {
        document,
        text: () => (text ??= folded(document.text)),
        sentences: sentences.get(document.id) ?? [],
      };
    });
  known.set(atlas, texts);
  return texts;
}
