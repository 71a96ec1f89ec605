// One claim as a card: the sentence, who says so, where it was published, what an editor decided, and the way to it in its
// article.
import { type ComponentChildren, Fragment } from 'preact';
import type { Claim } from '../../graph/model.ts';
import { disagreementsOn } from '../reading/disputes.ts';
import { day, marksOf, typeWords } from '../reading/words.ts';
import { commandLine } from './command-line.ts';
import { Command, Marks, Name, type PanelProperties } from './words.tsx';

/**
 * The card of a claim. `isNamed` puts "subject – predicate – object" in the claim's own words on top; `within` is the entity
 * whose panel it stands in, which it then needn't name as its event.
 */
export function ClaimCard({
  atlas,
  dispatch,
  claim,
  isNamed = false,
  within = null,
}: PanelProperties & {
  readonly claim: Claim;
  readonly isNamed?: boolean;
  readonly within?: string | null;
}) {
  const reason = claim.rejected ?? claim.corrected;
  return (
    <article class={`card ${claim.rejected === undefined ? '' : 'rejected'}`}>
      {isNamed && (
        <p class="statement" dir="auto">
          <b>{claim.subjectText}</b> <span class="verb">{typeWords(claim.predicate)}</span>{' '}
          <b>{claim.objectText}</b>
        </p>
      )}
      <blockquote dir="auto">{claim.quote}</blockquote>
      <p class="speaker">
        <Speakers atlas={atlas} dispatch={dispatch} claim={claim} /> <Marks marks={marksOf(claim)} />
      </p>
      {reason !== undefined && reason !== '' && (
        <p class="speaker">
          {claim.rejected === undefined ? 'Corrected' : 'Struck out'} by an editor: <bdi>{reason}</bdi>
        </p>
      )}
      <Circumstances atlas={atlas} dispatch={dispatch} claim={claim} within={within} />
      <Against atlas={atlas} dispatch={dispatch} claim={claim} />
      <ClaimSource atlas={atlas} dispatch={dispatch} claim={claim}>
        <details class="wrong">
          <summary>wrong?</summary>
          {claim.rejected === undefined ? (
            <>
              <p class="hint">To strike it out, run this where the graph is, with your reason:</p>
              <Command line={commandLine('reject', atlas.name, claim.id, '--why', '…')} />
              <p class="hint">To say that the sentence denies it:</p>
              <Command line={commandLine('correct', atlas.name, claim.id, '--denied')} />
            </>
          ) : (
            <>
              <p class="hint">To take that back, look up its number and undo it:</p>
              <Command line={commandLine('decisions', atlas.name)} />
            </>
          )}
        </details>
      </ClaimSource>
    </article>
  );
}

/** Who says so, nearest first: "according to Dragan, as reported by Nordwire"; entities can be opened. */
export function Speakers({ atlas, dispatch, claim }: PanelProperties & { readonly claim: Claim }) {
  if (claim.speakers.length === 0) return <span>the report itself</span>;
  return (
    <span>
      {claim.speakers.map(({ entity, text }, step) => (
        <Fragment key={`${step} ${text}`}>
          {step === 0 ? 'according to ' : ', as reported by '}
          <bdi>{text}</bdi>
          {entity !== null && atlas.entities.get(entity)?.name !== text && (
            <>
              {' '}
              (<Name atlas={atlas} dispatch={dispatch} id={entity} />)
            </>
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** When and where it is said to happen, and what else the sentence says of it. */
function Circumstances({
  atlas,
  dispatch,
  claim,
  within,
}: PanelProperties & { readonly claim: Claim; readonly within: string | null }) {
  const { time } = claim;
  const about = claim.about === within ? null : claim.about;
  if (time === null && about === null && claim.arguments.length === 0) return null;
  return (
    <dl class="circumstances">
      {time !== null && (
        <div>
          <dt>time</dt>
          <dd>
            <bdi>{time.text}</bdi>
            {time.from !== null && ` (${spanWords(time.from, time.to)})`}
          </dd>
        </div>
      )}
      {about !== null && atlas.entities.has(about) && (
        <div>
          <dt>about</dt>
          <dd>
            <Name atlas={atlas} dispatch={dispatch} id={about} />
          </dd>
        </div>
      )}
      {claim.arguments.map(({ role, text, entity, start }) => (
        <div key={`${role} ${start}`}>
          <dt>{role}</dt>
          <dd>
            {entity === null ? <bdi>{text}</bdi> : <Name atlas={atlas} dispatch={dispatch} id={entity} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const spanWords = (from: string, to: string | null): string =>
  to === null || to === from ? day(from) : `${day(from)} – ${day(to)}`;

/** Other reports that say otherwise, each with what it says instead. */
function Against({ atlas, dispatch, claim }: PanelProperties & { readonly claim: Claim }) {
  const disagreements = disagreementsOn(atlas, claim);
  return disagreements.map(({ kind, a, b, says }) => {
    const isFirst = a.id === claim.id;
    const other = isFirst ? b : a;
    const [mine, theirs] = isFirst ? says : [says[1], says[0]];
    const document = atlas.documents.get(other.document);
    return (
      <p class="against" key={`${kind} ${other.id}`}>
        <span class="mark disputed">disagrees on the {kind}</span> here <bdi>{mine}</bdi>,{' '}
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ do: 'read', document: other.document, claim: other.id })}
        >
          <bdi>{document?.publisher ?? document?.title ?? other.document}</bdi>
        </button>{' '}
        has <bdi>{theirs}</bdi>
      </p>
    );
  });
}

/** Who published a claim and when, the way to its sentence, and what else belongs on the line. */
export function ClaimSource({
  atlas,
  dispatch,
  claim,
  children,
}: PanelProperties & { readonly claim: Claim; readonly children?: ComponentChildren }) {
  const document = atlas.documents.get(claim.document);
  const origin = claim.origin === claim.document ? undefined : atlas.documents.get(claim.origin);
  return (
    <div class="source">
      <span>
        <bdi>{document?.publisher ?? document?.title ?? claim.document}</bdi>
        {' · '}
        {day(document?.publishedAt)}
        {claim.origin !== claim.document && (
          <>
            {' · copy of '}
            <bdi>{origin?.publisher ?? origin?.title ?? claim.origin}</bdi>
          </>
        )}
      </span>
      <button
        type="button"
        class="link"
        onClick={() => dispatch({ do: 'read', document: claim.document, claim: claim.id })}
      >
        open at the sentence
      </button>
      {children}
    </div>
  );
}
