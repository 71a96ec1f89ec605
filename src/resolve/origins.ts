// Which report each report was copied from: documents whose words are the same. Partial copies are not told yet.
import { compare, type Document } from '../../graph/model.ts';

/**
 * Id of the origin of each document, by document id: its own, or that of the earliest document with the same words in
 * the same order (case, punctuation and spacing aside). Earliest by `publishedAt`, undated last, then by id.
 */
export function originsOf(documents: readonly Document[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(documents, (document) => wordsIn(document.text));
  const origins = new Map<string, string>();
  for (const [words, group] of groups) {
    const [first] = [...group].sort((a, b) => instant(a) - instant(b) || compare(a.id, b.id)) as [Document];
    for (const { id } of group) origins.set(id, words === '' ? id : first.id);
  }
  return origins;
}

const wordsIn = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');

/** Finite, so that two undated documents compare as equal. */
const instant = ({ publishedAt }: Document): number => {
  const time = Date.parse(publishedAt ?? '');
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
};
