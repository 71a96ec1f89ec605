// Whether an office is held now: what a word tells, and which word.
import type { Title } from '../article.ts';

/** A status that a word tells, with the word’s position: "former", "resigned". */
export interface Told {
  readonly status: Title['status'];
  readonly at: number;
}
