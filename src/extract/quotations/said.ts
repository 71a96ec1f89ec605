// What the rules hand to each other: who says a quotation, and how that is known.
import type { Place } from '../article.ts';
import type { Cue } from './cue.ts';
import type { Quoted } from './frames.ts';

/** Who says a quotation and how that is known. */
export interface Said extends Cue {
  readonly reason: string;
  /** 0–1. */
  readonly confidence: number;
}

export const first = ({ places }: Quoted): Place => places[0] as Place;

export const last = ({ places }: Quoted): Place => places.at(-1) as Place;
