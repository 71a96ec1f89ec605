// An article with the opened sentence highlighted and scrolled to, and the other sentences that made claims marked; what its
// names, quotations and times stand for is told where they are pointed at.
// Its text is put in as text nodes, whatever it holds.
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Document } from '../../graph/model.ts';
import { type Passage, passages } from '../reading/passages.ts';
import { markedOf, type Piece, pieces } from '../reading/pieces.ts';
import { day } from '../reading/words.ts';
import { Pieces, Pointed } from './pointing.tsx';
import { Close, type PanelProperties } from './words.tsx';

/** The panel of an article, at one of its claims or at its start. */
export function ArticlePanel({
  atlas,
  dispatch,
  document,
  claim: claimId,
  start,
}: PanelProperties & {
  readonly document: Document;
  readonly claim: string | null;
  /** Where a sentence begins that is to be shown, where no claim is. */
  readonly start?: number | undefined;
}) {
  const text = useRef<HTMLDivElement>(null);
  const [pointed, point] = useState<Piece | null>(null);
  const claims = atlas.claimsIn.get(document.id) ?? [];
  const open =
    claims.find((c) => c.id === claimId) ??
    (start === undefined
      ? undefined
      : atlas.graph.sentences.find((s) => s.document === document.id && s.start === start)) ??
    null;
  useEffect(() => {
    const mark = text.current?.querySelector('mark');
    if (mark) mark.scrollIntoView({ block: 'center' });
    else text.current?.closest('.panel')?.scrollTo(0, 0);
  }, [document.id, claimId, start]);
  const href = webAddress(document.url);
  const marked = markedOf(document, atlas.mentionsIn.get(document.id));
  const words = (passage: Passage) => (
    <Pieces pieces={pieces(document.text, passage, marked)} pointed={pointed} point={point} />
  );
  return (
    <section aria-labelledby="article-title" class="article">
      <header class="panel-head">
        <div>
          <h2 id="article-title" dir="auto">
            {document.title}
          </h2>
          <p class="hint">
            <bdi>{[document.publisher, document.author].filter(Boolean).join(' · ') || document.id}</bdi> ·{' '}
            {day(document.publishedAt)}
            {href && (
              <>
                {' · '}
                <a href={href} target="_blank" rel="noreferrer noopener">
                  original
                </a>
              </>
            )}
          </p>
        </div>
        <Close dispatch={dispatch} label="Back" />
      </header>
      <div class="text" ref={text}>
        {passages(document.text, claims, open).map((passage) => {
          if (passage.isOpen) return <mark key={passage.start}>{words(passage)}</mark>;
          const relation = passage.claims.map((id) => atlas.relationOf.get(id)).find((r) => r !== undefined);
          if (relation === undefined) return <Fragment key={passage.start}>{words(passage)}</Fragment>;
          return (
            <Claimed key={passage.start} relation={relation.id} dispatch={dispatch}>
              {words(passage)}
            </Claimed>
          );
        })}
      </div>
      <Pointed atlas={atlas} pointed={pointed} document={document.id} />
    </section>
  );
}

/** A sentence that made a claim. No button element: browsers don't let one flow with the text. */
function Claimed({
  children,
  relation,
  dispatch,
}: Pick<PanelProperties, 'dispatch'> & { readonly children: ComponentChildren; readonly relation: string }) {
  const open = () => dispatch({ do: 'select', selection: { kind: 'relation', id: relation } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span
      role="button"
      tabIndex={0}
      class="claimed"
      title="Show what it says"
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          open();
        }
      }}
    >
      {children}
    </span>
  );
}

/** Only what is http or https is made a link: an article's address is not ours. */
function webAddress(url: string | undefined): string | null {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed.href : null;
}
