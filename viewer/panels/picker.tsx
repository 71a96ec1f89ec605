// A box in which something is looked for, with its list of suggestions, after the ARIA combobox pattern.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface Suggestion {
  readonly key: string;
  /** What stands in the box once it was picked. */
  readonly text: string;
  readonly row: ComponentChildren;
  pick(): void;
}

interface Properties {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly suggestions: readonly Suggestion[];
  /** What stands below the list: that nothing was found, or that more is being looked for. */
  readonly note: string | null;
  /** The key that brings the cursor here from anywhere. */
  readonly shortcut?: string;
  readonly onQuery: (query: string) => void;
}

/** The box and its list. */
export function Picker({ label, placeholder, query, suggestions, note, shortcut, onQuery }: Properties) {
  const [active, setActive] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => {
    if (shortcut === undefined) return;
    const focus = (event: KeyboardEvent) => {
      if (event.key !== shortcut || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, [shortcut]);
  const count = suggestions.length;
  const pick = (index: number) => {
    const suggestion = suggestions[index];
    if (suggestion === undefined) return;
    setIsOpen(false);
    onQuery(suggestion.text);
    input.current?.blur();
    suggestion.pick();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(count, 1));
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % Math.max(count, 1));
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
  useEffect(() => {
    if (isListed) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, isListed, list]);
  return (
    <div class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isListed}
        aria-controls={isListed ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isListed && count > 0 ? `${list}-${active}` : undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        value={query}
        dir="auto"
        onInput={(event) => {
          onQuery(event.currentTarget.value);
          setActive(0);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shortcut !== undefined && (
        <span class="key" aria-hidden="true">
          {shortcut}
        </span>
      )}
      {isListed && (
        <div class="found">
          <div role="listbox" id={list} aria-label={label}>
            {suggestions.map(({ key, row }, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus.
              <div
                role="option"
                tabIndex={-1}
                id={`${list}-${index}`}
                key={key}
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(index)}
                onClick={() => pick(index)}
              >
                {row}
              </div>
            ))}
          </div>
          {note !== null && (
            <p class="hint" role="status">
              {note}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** Whether a key belongs to a field that is being written in, also within a shadow root. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}
