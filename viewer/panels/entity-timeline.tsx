// What was said of an entity, in the order in which it was published: one line a claim, the day said once.
import { useState } from 'preact/hooks';
import { type Claim, compare } from '../../graph/model.ts';
import { day, marksOf, typeWords } from '../reading/words.ts';
import type { EntityContent } from './entity.tsx';
import { Marks } from './words.tsx';

/** The claims by day, the newest first; those without a day last. */
export function EntityTimeline({ atlas, dispatch, entity, relations }: EntityContent) {
  const [most, setMost] = useState(60);
  const published = (claim: Claim) => atlas.documents.get(claim.document)?.publishedAt?.slice(0, 10) ?? '';
  const claims = [
    ...relations.flatMap((relation) => relation.claims.map((id) => atlas.claims.get(id))),
    ...(atlas.looseClaimsOf.get(entity.id) ?? []),
    ...(atlas.claimsAbout.get(entity.id) ?? []),
  ]
    .filter((claim): claim is Claim => claim !== undefined && claim.rejected === undefined)
    .sort((a, b) => compare(published(b), published(a)) || compare(a.id, b.id));
  if (claims.length === 0) return <p class="hint">No report states anything about it.</p>;
  const days = Map.groupBy(claims.slice(0, most), published);
  return (
    <>
      <ol class="days">
        {[...days].map(([date, those]) => (
          <li key={date}>
            <h3>{day(date === '' ? null : date)}</h3>
            <ul class="rows">
              {those.map((claim) => (
                <li key={claim.id}>
                  <button
                    type="button"
                    class="row"
                    title={claim.quote}
                    onClick={() => dispatch({ do: 'read', document: claim.document, claim: claim.id })}
                  >
                    <span class="what">
                      <bdi>{nameOf(claim.subject, claim.subjectText)}</bdi>{' '}
                      <span class="verb">{typeWords(claim.predicate)}</span>{' '}
                      <bdi>{nameOf(claim.object, claim.objectText)}</bdi> <Marks marks={marksOf(claim)} />
                    </span>
                    <span class="count">
                      <bdi>{atlas.documents.get(claim.document)?.publisher}</bdi>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {claims.length > most && (
        <button type="button" class="more" onClick={() => setMost(most * 2)}>
          {(claims.length - most).toLocaleString('en')} more
        </button>
      )}
    </>
  );

  function nameOf(id: string | null, text: string | null): string | null {
    return (id === null ? undefined : atlas.entities.get(id)?.name) ?? text;
  }
}
