// Everything about one entity: what it is and what can be done with it on the wall; then the evidence, its relations, what
// was said of it when, and its names and articles.
import { useState } from 'preact/hooks';
import type { Claim, Entity, Relation } from '../../graph/model.ts';
import { claimsOf, otherEnd } from '../reading/atlas.ts';
import { isOffice } from '../reading/offices.ts';
import { counted, entityTypeWords, marksOf, supportWords, typeWords } from '../reading/words.ts';
import type { Seen } from '../state/seen.ts';
import type { State } from '../state/state.ts';
import { ClaimCard, ClaimSource } from './claim.tsx';
import { EntityDetails } from './entity-details.tsx';
import { EntityTimeline } from './entity-timeline.tsx';
import { EntityTools } from './entity-tools.tsx';
import { TypeIcon } from './icon.tsx';
import { Close, Marks, Name, type PanelProperties, Sentence } from './words.tsx';

const tabs = ['Evidence', 'Relations', 'Says', 'Timeline', 'Details'] as const;

/** What the parts of the panel get. */
export interface EntityContent extends PanelProperties {
  readonly entity: Entity;
  readonly relations: readonly Relation[];
  readonly state: State;
  readonly seen: Seen;
}

/** The panel of an entity. */
export function EntityPanel(properties: Omit<EntityContent, 'relations'>) {
  const { atlas, dispatch, entity } = properties;
  const [tab, setTab] = useState<(typeof tabs)[number]>('Evidence');
  const relations = atlas.relationsOf.get(entity.id) ?? [];
  const mentions = atlas.mentionCount(entity.id);
  const said = atlas.claimsBy.get(entity.id) ?? [];
  const about = atlas.claimsAbout.get(entity.id) ?? [];
  const content = { ...properties, relations };
  return (
    <section aria-labelledby="panel-title">
      <header class="panel-head">
        <TypeIcon type={entity.type} size={36} />
        <div>
          <h2 id="panel-title" dir="auto">
            {entity.name}
          </h2>
          <p class="hint">
            {[
              entityTypeWords[entity.type],
              about.length > 0 ? counted(new Set(about.map((c) => c.document)).size, 'report') : null,
              about.length > 0 && mentions === 0 ? null : counted(mentions, 'mention'),
              about.length > 0 && relations.length === 0 ? null : counted(relations.length, 'relation'),
            ]
              .filter((words) => words !== null)
              .join(' · ')}
          </p>
          <Offices atlas={atlas} dispatch={dispatch} entity={entity} relations={relations} />
        </div>
        <Close dispatch={dispatch} label="Close" />
      </header>
      <EntityTools {...content} />
      <div class="tabs">
        {tabs
          .filter(
            (name) => (name !== 'Says' || said.length > 0) && (name !== 'Relations' || relations.length > 0),
          )
          .map((name) => (
            <button type="button" key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
              {name}
            </button>
          ))}
      </div>
      {tab === 'Evidence' && <Evidence {...content} />}
      {tab === 'Relations' && <Relations {...content} />}
      {tab === 'Says' && <Cards atlas={atlas} dispatch={dispatch} claims={said} within={entity.id} />}
      {tab === 'Timeline' && <EntityTimeline {...content} />}
      {tab === 'Details' && <EntityDetails {...content} />}
    </section>
  );
}

const mostOffices = 4;

/** "president of Orvane, member of the Coastal Union": what it is itself, before who else is something to it. */
function Offices({
  atlas,
  dispatch,
  entity,
  relations,
}: Pick<EntityContent, 'atlas' | 'dispatch' | 'entity' | 'relations'>) {
  const held = relations.filter((r) => r.subject === entity.id && r.object !== entity.id && isOffice(r));
  if (held.length === 0) return null;
  return (
    <p class="offices">
      {held.slice(0, mostOffices).map((relation, i) => (
        <span key={relation.id}>
          {i > 0 && ', '}
          <button
            type="button"
            class="link"
            title="Show who says so"
            onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: relation.id } })}
          >
            {typeWords(relation.type)}
          </button>{' '}
          <Name atlas={atlas} dispatch={dispatch} id={relation.object} />
        </span>
      ))}
      {held.length > mostOffices && ` and ${held.length - mostOffices} more`}
    </p>
  );
}

const mostShown = 40;

function Evidence({ atlas, dispatch, entity, relations }: EntityContent) {
  const [most, setMost] = useState(mostShown);
  const loose = atlas.looseClaimsOf.get(entity.id) ?? [];
  const about = atlas.claimsAbout.get(entity.id) ?? [];
  if (relations.length + loose.length + about.length === 0)
    return <p class="hint">No report states anything about it; it is only mentioned. See Details.</p>;
  return (
    <>
      {about.length > 0 && <h3>Reports of it</h3>}
      <Cards atlas={atlas} dispatch={dispatch} claims={about} within={entity.id} />
      {about.length > 0 && relations.length > 0 && <h3>Relations</h3>}
      {relations.slice(0, most).map((relation) => (
        <Best key={relation.id} atlas={atlas} dispatch={dispatch} relation={relation} />
      ))}
      {relations.length > most && <More count={relations.length - most} onMore={() => setMost(most * 2)} />}
      {loose.length > 0 && <h3>Also said</h3>}
      <Cards atlas={atlas} dispatch={dispatch} claims={loose} within={entity.id} />
    </>
  );
}

function Cards({
  atlas,
  dispatch,
  claims,
  within,
}: PanelProperties & { readonly claims: readonly Claim[]; readonly within: string }) {
  const [most, setMost] = useState(mostShown);
  return (
    <>
      {claims.slice(0, most).map((claim) => (
        <ClaimCard key={claim.id} atlas={atlas} dispatch={dispatch} claim={claim} isNamed within={within} />
      ))}
      {claims.length > most && <More count={claims.length - most} onMore={() => setMost(most * 2)} />}
    </>
  );
}

function More({ count, onMore }: { readonly count: number; readonly onMore: () => void }) {
  return (
    <button type="button" class="more" onClick={onMore}>
      {count.toLocaleString('en')} more
    </button>
  );
}

/** A relation with the first report of it, and how many more there are. */
function Best({ atlas, dispatch, relation }: PanelProperties & { readonly relation: Relation }) {
  const [first, ...others] = claimsOf(atlas, relation);
  const open = () => dispatch({ do: 'select', selection: { kind: 'relation', id: relation.id } });
  return (
    <article class="card">
      <p class="statement">
        <Sentence atlas={atlas} dispatch={dispatch} relation={relation} /> <Marks marks={marksOf(relation)} />
      </p>
      {first === undefined ? (
        <button type="button" class="link" onClick={open}>
          who says so
        </button>
      ) : (
        <>
          <blockquote dir="auto">{first.quote}</blockquote>
          <ClaimSource atlas={atlas} dispatch={dispatch} claim={first}>
            <button type="button" class="link" onClick={open}>
              {others.length > 0 ? `+${others.length} more` : 'who says so'}
            </button>
          </ClaimSource>
        </>
      )}
    </article>
  );
}

function Relations({ atlas, dispatch, entity, relations, seen }: EntityContent) {
  const [most, setMost] = useState(100);
  return (
    <>
      <ul class="rows">
        {relations.slice(0, most).map((relation) => {
          const id = otherEnd(relation, entity.id);
          const other = atlas.entities.get(id);
          const isSubject = relation.subject === entity.id;
          return (
            <li key={relation.id} class="pair">
              <button
                type="button"
                class="row"
                onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: relation.id } })}
              >
                <span class="what with-icon">
                  {other && <TypeIcon type={other.type} />}
                  <span>
                    {isSubject ? (
                      <>
                        <span class="verb">{typeWords(relation.type)}</span> <bdi>{other?.name}</bdi>
                      </>
                    ) : (
                      <>
                        <bdi>{other?.name}</bdi> <span class="verb">{typeWords(relation.type)}</span>
                      </>
                    )}{' '}
                    <Marks marks={marksOf(relation)} />
                  </span>
                </span>
                <span class="count">{supportWords(relation)}</span>
              </button>
              {!seen.entities.has(id) && (
                <button
                  type="button"
                  class="add"
                  aria-label={`Put ${other?.name ?? id} on the wall`}
                  title="Put on the wall"
                  onClick={() => dispatch({ do: 'add', entities: [entity.id, id] })}
                >
                  +
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {relations.length > most && <More count={relations.length - most} onMore={() => setMost(most * 2)} />}
    </>
  );
}
