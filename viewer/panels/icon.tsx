// An entity type's icon on its colour.
import type { EntityType } from '../../graph/model.ts';
import { icons } from '../wall/icons.ts';

/** A disc with the icon; `size` in pixels. Decoration: the type is always said in words as well, or clear from context. */
export function TypeIcon({ type, size = 20 }: { readonly type: EntityType; readonly size?: number }) {
  return (
    <span class={`type-icon ${type}`} style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true">
      <svg viewBox="0 0 24 24" width={size * 0.6} height={size * 0.6} aria-hidden="true">
        <path fill-rule="evenodd" d={icons[type]} />
      </svg>
    </span>
  );
}
