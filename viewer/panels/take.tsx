import type { Seen } from '../state/seen.ts';
import type { State } from '../state/state.ts';
import type { Wall } from '../wall/sigma.ts';
import type { PanelProperties } from './words.tsx';
export function TakeSheet(
  _: PanelProperties & { readonly state: State; readonly seen: Seen; readonly wall: Wall | null },
) {
  return null;
}
