// One relation and every claim behind it, those that an editor struck out last.
import type { Claim, Relation } from '../../graph/model.ts';
import { relationType } from '../../graph/vocabulary/index.ts';
import { type Atlas, claimsOf } from '../reading/atlas.ts';
import { counted, day, marksOf } from '../reading/words.ts';
import { ClaimCard } from './claim.tsx';
import { Close, Marks, type PanelProperties, Sentence } from './words.tsx';

/** The panel of a relation. */
export function RelationPanel({
  atlas,
  dispatch,
  relation,
}: PanelProperties & { readonly relation: Relation }) {
  const claims = claimsOf(atlas, relation);
  const rejected = rejectedFor(atlas, relation);
  const support = [
    counted(relation.documents, 'report'),
    relation.publishers > 0 ? counted(relation.publishers, 'publisher') : null,
    counted(relation.origins, 'independent origin'),
    relation.speakers > 0 ? counted(relation.speakers, 'speaker') : null,
  ];
  const twin = (atlas.relationsOf.get(relation.subject) ?? []).find(
    (r) => r.id !== relation.id && r.disputed && joins(r, relation) && r.negated !== relation.negated,
  );
  return (
    <section aria-labelledby="panel-title">
      <header class="panel-head">
        <div>
          <h2 id="panel-title" class="sentence">
            <Sentence atlas={atlas} dispatch={dispatch} relation={relation} />{' '}
            <Marks marks={marksOf(relation)} />
          </h2>
          <p class="hint">{support.filter((s) => s !== null).join(' · ')}</p>
          <p class="hint">{span(relation)}</p>
        </div>
        <Close dispatch={dispatch} label="Close" />
      </header>
      {relation.origins === 1 && (
        <p class="notice">
          Only one source says so{relation.documents > 1 ? '; the other reports copy it' : ''}.
        </p>
      )}
      {relation.disputed && twin && (
        <p class="notice">
          Reports disagree:{' '}
          <button
            type="button"
            class="link"
            onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: twin.id } })}
          >
            see who {twin.negated ? 'denies' : 'asserts'} it
          </button>
        </p>
      )}
      {claims.map((claim) => (
        <ClaimCard key={claim.id} atlas={atlas} dispatch={dispatch} claim={claim} />
      ))}
      {rejected.length > 0 && <h3>Struck out by an editor, and not counted</h3>}
      {rejected.map((claim) => (
        <ClaimCard key={claim.id} atlas={atlas} dispatch={dispatch} claim={claim} />
      ))}
      {relationType(relation.type) && <p class="hint meaning">{relationType(relation.type)?.meaning}</p>}
    </section>
  );
}

/** Claims that would support it, had no editor struck them out. */
function rejectedFor(atlas: Atlas, relation: Relation): readonly Claim[] {
  return (atlas.looseClaimsOf.get(relation.subject) ?? []).filter(
    (claim) =>
      claim.rejected !== undefined &&
      claim.predicate === relation.type &&
      [claim.subject, claim.object].includes(relation.object) &&
      claim.negated === relation.negated &&
      claim.modality === relation.modality,
  );
}

const joins = (a: Relation, b: Relation): boolean =>
  a.type === b.type && [a.subject, a.object].sort().join(' ') === [b.subject, b.object].sort().join(' ');

function span({ firstPublished, lastPublished }: Relation): string {
  if (firstPublished === null) return '';
  const [first, last] = [day(firstPublished), day(lastPublished)];
  return first === last ? `Published ${first}` : `Published ${first} to ${last}`;
}
