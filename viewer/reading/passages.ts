// An article's text cut where claims begin and end, so that each piece can be shown as plain text with its own mark.
import type { Claim, Span } from '../../graph/model.ts';

export interface Passage extends Span {
  readonly text: string;
  /** Whether it belongs to the claim that was opened. */
  readonly isOpen: boolean;
  /** Ids of the other claims that it belongs to, in the order given. */
  readonly claims: readonly string[];
}

/** The whole text as consecutive passages, none empty. `open` may be null: then nothing is opened. */
export function passages(
  text: string,
  claims: readonly Pick<Claim, 'id' | 'start' | 'end'>[],
  open: Span | null,
): readonly Passage[] {
  const clamp = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  const spans = open === null ? claims : [...claims, open];
  const cuts = [...new Set([0, text.length, ...spans.flatMap((s) => [clamp(s.start), clamp(s.end)])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const covers = (span: Span) => span.start <= start && end <= span.end;
    return {
      start,
      end,
      text: text.slice(start, end),
      isOpen: open !== null && covers(open),
      claims: claims.filter(covers).map((c) => c.id),
    };
  });
}
