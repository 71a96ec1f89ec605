// The colours of the wall, by light and dark. The panels take theirs from style/base.css, which holds the same type colours.
import type { EntityType } from '../../graph/model.ts';

export interface Palette {
  readonly types: Readonly<Record<EntityType, string>>;
  /** Drawn inside a node. */
  readonly icon: string;
  readonly background: string;
  readonly text: string;
  readonly quiet: string;
  /** A relation at rest, and one that is lit. */
  readonly line: string;
  /** A relation at rest with one report, among very many. */
  readonly weakLine: string;
  readonly lit: string;
  /** What steps back while something else is lit. */
  readonly faintNode: string;
  readonly faintLine: string;
  /** Lies over the wall while something is lit. */
  readonly veil: string;
  /** The selected relation. */
  readonly chosen: string;
  readonly onChosen: string;
  readonly denied: string;
  readonly pill: string;
  readonly pillEdge: string;
}

/** Type colours have at least 3:1 against the background (WCAG 2.2, 1.4.11) and differ in lightness as well as in hue. */
export const light: Palette = {
  types: {
    Person: '#3457d5',
    Organization: '#b57b00',
    Place: '#1193ad',
    Event: '#b0246d',
    Topic: '#566400',
  },
  icon: '#ffffff',
  background: '#ffffff',
  text: '#161a23',
  quiet: '#5d6675',
  line: '#c2c9d6',
  weakLine: '#e2e6ed',
  lit: '#7d8798',
  faintNode: '#e6e9ef',
  faintLine: '#eff1f5',
  veil: 'rgb(255 255 255 / 0.84)',
  chosen: '#b0246d',
  onChosen: '#ffffff',
  denied: '#c62f2f',
  pill: '#ffffff',
  pillEdge: '#d5dae3',
};

export const dark: Palette = {
  types: {
    Person: '#8298ff',
    Organization: '#e5aa30',
    Place: '#3fc3d8',
    Event: '#f370b0',
    Topic: '#7f9126',
  },
  icon: '#14171c',
  background: '#14171c',
  text: '#eceff4',
  quiet: '#98a1b0',
  line: '#3e4652',
  weakLine: '#282e37',
  lit: '#8b95a5',
  faintNode: '#272c34',
  faintLine: '#1e2229',
  veil: 'rgb(20 23 28 / 0.84)',
  chosen: '#f370b0',
  onChosen: '#14171c',
  denied: '#ff7b72',
  pill: '#1c2027',
  pillEdge: '#39414d',
};
