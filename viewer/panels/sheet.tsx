// A sheet that lies over the wall: takes the focus when it opens, gives it back when it closes.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelProperties } from './words.tsx';

/** A sheet with a title. Escape closes it, as it closes whatever lies on top. */
export function Sheet({
  title,
  dispatch,
  children,
}: Pick<PanelProperties, 'dispatch'> & { readonly title: string; readonly children: ComponentChildren }) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section class="sheet" role="dialog" aria-label={title} tabIndex={-1} ref={sheet}>
      <header class="panel-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="close"
          aria-label={`Close ${title.toLowerCase()}`}
          title="Close (Esc)"
          onClick={() => dispatch({ do: 'open', sheet: null })}
        >
          ✕
        </button>
      </header>
      {children}
    </section>
  );
}
