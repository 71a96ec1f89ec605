// The search box in the bar: names and aliases at once, the sentences as they are found, and links that are pasted in.
import { useEffect, useState } from 'preact/hooks';
import type { Entity } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import type { Beyond, FoundSentence } from '../reading/beyond.ts';
import { type Found, find } from '../reading/find.ts';
import { findSentences } from '../reading/sentences.ts';
import { day, entityTypeWords } from '../reading/words.ts';
import { fromHash } from '../state/link.ts';
import type { Seen } from '../state/seen.ts';
import { TypeIcon } from './icon.tsx';
import { Picker, type Suggestion } from './picker.tsx';
import type { PanelProperties } from './words.tsx';

/** Finds entities by name or alias and sentences by their words; `/` brings the cursor here from anywhere. */
export function Search({ atlas, dispatch, seen }: PanelProperties & { readonly seen: Seen }) {
  const [query, setQuery] = useState('');
  const { sentences, isLooking } = useSentences(atlas, query);
  const names = find(atlas, query, 6);
  const open = (entity: Entity) => {
    if (!seen.entities.has(entity.id)) dispatch({ do: 'add', entities: [entity.id] });
    dispatch({ do: 'select', selection: { kind: 'entity', id: entity.id } });
  };
  const link = linkIn(query);
  const suggestions: Suggestion[] =
    link !== null
      ? [
          {
            key: 'link',
            text: '',
            row: <span>Open what this link shows</span>,
            pick: () => dispatch({ do: 'become', state: fromHash(link) }),
          },
        ]
      : [
          ...names.map((found) => ({
            key: found.entity.id,
            text: found.entity.name,
            row: <NameRow {...found} />,
            pick: () => open(found.entity),
          })),
          ...sentences.map((found) => ({
            key: `${found.document.id}#${found.sentence.index}`,
            text: query,
            row: <SentenceRow {...found} />,
            pick: () =>
              dispatch({
                do: 'read',
                document: found.document.id,
                claim: null,
                start: found.sentence.start,
              }),
          })),
        ];
  const note = isLooking
    ? 'Looking through the articles…'
    : suggestions.length === 0
      ? 'No name and no sentence has these words.'
      : null;
  return (
    <Picker
      label="Search names and sentences"
      placeholder="Search names and sentences…"
      shortcut="/"
      query={query}
      suggestions={suggestions}
      note={note}
      onQuery={setQuery}
    />
  );
}

/** A box that picks one entity by name, for whatever is to be done with it. */
export function EntityPicker({
  atlas,
  label,
  except,
  onPick,
}: {
  readonly atlas: Atlas;
  readonly label: string;
  readonly except: string;
  readonly onPick: (entity: Entity) => void;
}) {
  const [query, setQuery] = useState('');
  const found = find(atlas, query, 7).filter(({ entity }) => entity.id !== except);
  return (
    <Picker
      label={label}
      placeholder={label}
      query={query}
      suggestions={found.map((one) => ({
        key: one.entity.id,
        text: one.entity.name,
        row: <NameRow {...one} />,
        pick: () => onPick(one.entity),
      }))}
      note={found.length === 0 ? 'No name begins like that.' : null}
      onQuery={setQuery}
    />
  );
}

function NameRow({ entity, name }: Found) {
  return (
    <>
      <TypeIcon type={entity.type} />
      <bdi>{entity.name}</bdi>
      <span class="hint">{name === entity.name ? entityTypeWords[entity.type] : <bdi>{name}</bdi>}</span>
    </>
  );
}

function SentenceRow({ text, document }: FoundSentence) {
  return (
    <span class="found-sentence">
      <span dir="auto">{text.length > 180 ? `${text.slice(0, 179).trimEnd()}…` : text}</span>
      <span class="hint">
        <bdi>{document.publisher ?? document.title}</bdi> · {day(document.publishedAt)}
      </span>
    </span>
  );
}

const mostSentences = 8;

/** Looks a few milliseconds at a time, so that typing goes on; a new query stops the old one. */
function useSentences(
  atlas: Atlas,
  query: string,
): { readonly sentences: readonly FoundSentence[]; readonly isLooking: boolean } {
  const [found, setFound] = useState<{
    readonly query: string;
    readonly sentences: readonly FoundSentence[];
    readonly isLooking: boolean;
  }>({ query: '', sentences: [], isLooking: false });
  useEffect(() => {
    if (atlas.beyond !== null) return askServer(atlas.beyond, query);
    const walk = findSentences(atlas, query);
    const sentences: FoundSentence[] = [];
    let next: ReturnType<typeof setTimeout> | undefined;
    const go = () => {
      const until = performance.now() + 8;
      let isLooking = true;
      while (isLooking && performance.now() < until) {
        const { value, done } = walk.next();
        if (done === true || sentences.length === mostSentences) isLooking = false;
        else if (value !== null) sentences.push(value);
      }
      setFound({ query, sentences: [...sentences], isLooking });
      if (isLooking) next = setTimeout(go, 0);
    };
    next = setTimeout(go, query === '' ? 0 : 120);
    return () => clearTimeout(next);
  }, [atlas, query]);
  return found.query === query ? found : { sentences: [], isLooking: query.trim() !== '' };

  function askServer(beyond: Beyond, query: string): () => void {
    const leave = new AbortController();
    const show = (sentences: readonly FoundSentence[]) => setFound({ query, sentences, isLooking: false });
    const later = setTimeout(() => {
      if (query.trim() === '') return show([]);
      // Whoever looks for names still finds them.
      beyond.sentences(query, leave.signal).then(show, () => leave.signal.aborted || show([]));
    }, 200);
    return () => {
      clearTimeout(later);
      leave.abort();
    };
  }
}

/** The part behind `#` of a text that is a link to a state; null for anything else. */
function linkIn(text: string): string | null {
  const found = /^\s*(?:https?:\/\/\S+|file:\/\/\S+)?#(\S+=\S+)\s*$/.exec(text);
  return found?.[1] ?? null;
}
