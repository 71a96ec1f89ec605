// A passage cut further, where names, quotations and times begin and end: what each piece stands for when it is pointed at.
import type { Document, Mention, Quotation, Span, TimeExpression } from '../../graph/model.ts';

/** What of an article can be pointed at. *Shape*: each list in reading order; mentions outer before inner. */
export interface Marked {
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly times: readonly TimeExpression[];
}

export interface Piece extends Span {
  readonly text: string;
  /** The innermost mention that holds it. */
  readonly mention: Mention | null;
  readonly quotation: Quotation | null;
  readonly time: TimeExpression | null;
}

/** What a document and its mentions offer. */
export const markedOf = (
  { quotations = [], times = [] }: Pick<Document, 'quotations' | 'times'>,
  mentions: readonly Mention[] = [],
): Marked => ({ mentions, quotations, times });

/** A stretch of a text as consecutive pieces, none empty. *Cost*: linear in the marks, for each piece those that touch it. */
export function pieces(text: string, { start, end }: Span, marked: Marked): readonly Piece[] {
  const touching = <T extends Span>(spans: readonly T[]) =>
    spans.filter((span) => span.start < end && start < span.end);
  const mentions = touching(marked.mentions);
  const quotations = touching(marked.quotations);
  const times = touching(marked.times);
  const inside = (offset: number) => Math.min(Math.max(offset, start), end);
  const edges = [...mentions, ...quotations, ...times].flatMap((span) => [
    inside(span.start),
    inside(span.end),
  ]);
  const cuts = [...new Set([start, end, ...edges])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? end;
    const holds = (span: Span) => span.start <= from && to <= span.end;
    return {
      start: from,
      end: to,
      text: text.slice(from, to),
      mention: mentions.filter(holds).reduce<Mention | null>(shorter, null),
      quotation: quotations.find(holds) ?? null,
      time: times.find(holds) ?? null,
    };
  });
}

const shorter = (best: Mention | null, next: Mention): Mention =>
  best !== null && best.end - best.start < next.end - next.start ? best : next;
