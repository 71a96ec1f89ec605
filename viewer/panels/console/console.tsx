import type { PanelProperties } from '../words.tsx';
export function Console(_: PanelProperties & { readonly question: string }) {
  return null;
}
