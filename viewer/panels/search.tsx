// The search box with its list of suggestions, after the ARIA combobox pattern.
import { useEffect, useRef, useState } from 'preact/hooks';
import { find } from '../reading/find.ts';
import { entityTypeWords } from '../reading/words.ts';
import { TypeIcon } from './icon.tsx';
import type { PanelProperties } from './words.tsx';

/** Finds entities by name or alias; `/` brings the cursor here from anywhere. */
export function Search({ atlas, dispatch }: PanelProperties) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const found = find(atlas, query);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const pick = (index: number) => {
    const entity = found[index]?.entity;
    if (entity === undefined) return;
    setIsOpen(false);
    setQuery(entity.name);
    input.current?.blur();
    dispatch({ do: 'select', selection: { kind: 'entity', id: entity.id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(found.length, 1));
    else if (event.key === 'ArrowUp') setActive((active - 1 + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') pick(active);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      setIsOpen(false);
      input.current?.blur();
      return;
    } else return;
    event.preventDefault();
  };
  const isListed = isOpen && query.trim() !== '';
  return (
    <div class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search names"
        aria-expanded={isListed}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={isListed && found.length > 0 ? `found-${active}` : undefined}
        placeholder="Search people, organisations, places…"
        autocomplete="off"
        spellcheck={false}
        value={query}
        dir="auto"
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      {isListed && (
        <div role="listbox" id="found" class="found" aria-label="Names">
          {found.map(({ entity, name }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus.
            <div
              role="option"
              tabIndex={-1}
              id={`found-${index}`}
              key={entity.id}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => pick(index)}
            >
              <TypeIcon type={entity.type} />
              <bdi>{entity.name}</bdi>
              <span class="hint">
                {name === entity.name ? entityTypeWords[entity.type] : <bdi>{name}</bdi>}
              </span>
            </div>
          ))}
          {found.length === 0 && <p class="hint">No name begins like that.</p>}
        </div>
      )}
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
