// An entity's names and articles; and, where it was joined or kept apart wrongly, the command that decides otherwise.
import { useState } from 'preact/hooks';
import type { Entity } from '../../graph/model.ts';
import { counted, day } from '../reading/words.ts';
import { commandLine } from './command-line.ts';
import type { EntityContent } from './entity.tsx';
import { EntityPicker } from './search.tsx';
import { Command } from './words.tsx';

/** The tab of details. */
export function EntityDetails({ atlas, dispatch, entity }: EntityContent) {
  const [other, setOther] = useState<Entity | null>(null);
  const [apart, setApart] = useState<readonly string[]>([]);
  const places = [...Map.groupBy(atlas.mentionsOf.get(entity.id) ?? [], (m) => m.document)];
  const toggle = (id: string) =>
    setApart(apart.includes(id) ? apart.filter((one) => one !== id) : [...apart, id]);
  const isSplit = apart.length > 0 && apart.length < places.length;
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
        {places.map(([id, mentions]) => {
          const document = atlas.documents.get(id);
          return (
            <li key={id} class="pair">
              {places.length > 1 && (
                <input
                  type="checkbox"
                  aria-label={`In “${document?.title ?? id}” it is another`}
                  title="In this article it is another"
                  checked={apart.includes(id)}
                  onChange={() => toggle(id)}
                />
              )}
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
      <h3>Joined or kept apart wrongly?</h3>
      {isSplit ? (
        <>
          <p class="hint">To make the ticked articles’ mentions another, run this where the graph is:</p>
          <Command line={commandLine('split', atlas.name, entity.id, ...apart)} />
        </>
      ) : (
        places.length > 1 && <p class="hint">Tick the articles in which it is another.</p>
      )}
      <EntityPicker atlas={atlas} label="The same as…" except={entity.id} onPick={setOther} />
      {other !== null && (
        <>
          <p class="hint">
            To make <bdi>{entity.name}</bdi> and <bdi>{other.name}</bdi> one, run this where the graph is:
          </p>
          <Command line={commandLine('merge', atlas.name, entity.id, other.id)} />
          <p class="hint">To keep them apart whatever later articles say:</p>
          <Command line={commandLine('different', atlas.name, entity.id, other.id)} />
        </>
      )}
    </>
  );
}
