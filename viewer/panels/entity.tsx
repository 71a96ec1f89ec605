// Everything about one entity: the evidence first, then its relations, then its names and articles.
import { useState } from 'preact/hooks';
import type { Entity, Relation } from '../../graph/model.ts';
import { claimsOf, otherEnd } from '../reading/atlas.ts';
import { counted, day, entityTypeWords, marksOf, supportWords, typeWords } from '../reading/words.ts';
import { ClaimCard, ClaimSource } from './claim.tsx';
import { TypeIcon } from './icon.tsx';
import { Close, Marks, type PanelProperties, Sentence } from './words.tsx';

const tabs = ['Evidence', 'Relations', 'Details'] as const;

/** The panel of an entity. */
export function EntityPanel({ atlas, dispatch, entity }: PanelProperties & { readonly entity: Entity }) {
  const [tab, setTab] = useState<(typeof tabs)[number]>('Evidence');
  const relations = atlas.relationsOf.get(entity.id) ?? [];
  const mentions = atlas.mentionsOf.get(entity.id)?.length ?? 0;
  const content = { atlas, dispatch, entity, relations };
  return (
    <section aria-labelledby="panel-title">
      <header class="panel-head">
        <TypeIcon type={entity.type} size={36} />
        <div>
          <h2 id="panel-title" dir="auto">
            {entity.name}
          </h2>
          <p class="hint">
            {entityTypeWords[entity.type]} · {counted(mentions, 'mention')} ·{' '}
            {counted(relations.length, 'relation')}
          </p>
        </div>
        <Close dispatch={dispatch} label="Close" />
      </header>
      <div class="tabs">
        {tabs.map((name) => (
          <button type="button" key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
            {name}
          </button>
        ))}
      </div>
      {tab === 'Evidence' && <Evidence {...content} />}
      {tab === 'Relations' && <Relations {...content} />}
      {tab === 'Details' && <Details {...content} />}
    </section>
  );
}

interface Content extends PanelProperties {
  readonly entity: Entity;
  readonly relations: readonly Relation[];
}

function Evidence({ atlas, dispatch, entity, relations }: Content) {
  const loose = atlas.looseClaimsOf.get(entity.id) ?? [];
  if (relations.length + loose.length === 0)
    return <p class="hint">No report states anything about it; it is only mentioned. See Details.</p>;
  return (
    <>
      {relations.map((relation) => (
        <Best key={relation.id} atlas={atlas} dispatch={dispatch} relation={relation} />
      ))}
      {loose.length > 0 && <h3>Also said</h3>}
      {loose.map((claim) => (
        <ClaimCard key={claim.id} atlas={atlas} dispatch={dispatch} claim={claim} isNamed />
      ))}
    </>
  );
}

/** A relation with the first report of it, and how many more there are. */
function Best({ atlas, dispatch, relation }: PanelProperties & { readonly relation: Relation }) {
  const [first, ...others] = claimsOf(atlas, relation);
  if (first === undefined) return null;
  return (
    <article class="card">
      <p class="statement">
        <Sentence atlas={atlas} dispatch={dispatch} relation={relation} /> <Marks marks={marksOf(relation)} />
      </p>
      <blockquote dir="auto">{first.quote}</blockquote>
      <ClaimSource atlas={atlas} dispatch={dispatch} claim={first}>
        {others.length > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: relation.id } })}
          >
            +{others.length} more
          </button>
        )}
      </ClaimSource>
    </article>
  );
}

function Relations({ atlas, dispatch, entity, relations }: Content) {
  return (
    <ul class="rows">
      {relations.map((relation) => {
        const other = atlas.entities.get(otherEnd(relation, entity.id));
        const isSubject = relation.subject === entity.id;
        return (
          <li key={relation.id}>
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
          </li>
        );
      })}
    </ul>
  );
}

function Details({ atlas, dispatch, entity }: Content) {
  const places = Map.groupBy(atlas.mentionsOf.get(entity.id) ?? [], (m) => m.document);
  return (
    <>
      <h3>Names</h3>
      <ul class="names">
        {[entity.name, ...entity.aliases].map((name) => (
          <li key={name} dir="auto">
            {name}
          </li>
        ))}
      </ul>
      <h3>Articles</h3>
      <ul class="rows">
        {[...places].map(([id, mentions]) => {
          const document = atlas.documents.get(id);
          return (
            <li key={id}>
              <button
                type="button"
                class="row"
                onClick={() => dispatch({ do: 'read', document: id, claim: null })}
              >
                <span class="what" dir="auto">
                  {document?.title ?? id}
                  <span class="hint">
                    <bdi>{document?.publisher}</bdi> · {day(document?.publishedAt)}
                  </span>
                </span>
                <span class="count">{counted(mentions.length, 'mention')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
