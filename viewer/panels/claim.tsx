// One claim as a card: the sentence, who says so, where it was published, and the way to it in its article.
import type { ComponentChildren } from 'preact';
import type { Claim } from '../../graph/model.ts';
import { day, marksOf, speakerWords, typeWords } from '../reading/words.ts';
import { Marks, type PanelProperties } from './words.tsx';

/** The card of a claim. `isNamed` puts "subject – predicate – object" in the claim's own words on top. */
export function ClaimCard({
  atlas,
  dispatch,
  claim,
  isNamed = false,
}: PanelProperties & { readonly claim: Claim; readonly isNamed?: boolean }) {
  return (
    <article class="card">
      {isNamed && (
        <p class="statement" dir="auto">
          <b>{claim.subjectText}</b> <span class="verb">{typeWords(claim.predicate)}</span>{' '}
          <b>{claim.objectText}</b>
        </p>
      )}
      <blockquote dir="auto">{claim.quote}</blockquote>
      <p class="speaker">
        <span dir="auto">{speakerWords(claim)}</span> <Marks marks={marksOf(claim)} />
      </p>
      <ClaimSource atlas={atlas} dispatch={dispatch} claim={claim} />
    </article>
  );
}

/** Who published a claim and when, the way to its sentence, and what else belongs on the line. */
export function ClaimSource({
  atlas,
  dispatch,
  claim,
  children,
}: PanelProperties & { readonly claim: Claim; readonly children?: ComponentChildren }) {
  const document = atlas.documents.get(claim.document);
  return (
    <p class="source">
      <span>
        <bdi>{document?.publisher ?? document?.title ?? claim.document}</bdi>
        {' · '}
        {day(document?.publishedAt)}
      </span>
      <button
        type="button"
        class="link"
        onClick={() => dispatch({ do: 'read', document: claim.document, claim: claim.id })}
      >
        open at the sentence
      </button>
      {children}
    </p>
  );
}
