// Tags of names: O, and B, I, E, S for the first, an inner, the last and the only word of each kind. From scores to the
// likeliest tags, and from tags to names.
import type { NameKind } from './names.ts';

const kindOf: Readonly<Record<string, NameKind>> = { PER: 'person', ORG: 'organization', LOC: 'place' };

/** How tags may stand beside each other: `follows` has a row a tag, with scores of the tags after it. */
interface Field {
  readonly follows: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

/** The likeliest tags, one a row of `scores`: Viterbi. Cost: rows × tags². */
export function likeliest(scores: readonly Float32Array[], { follows, starts, ends }: Field): number[] {
  const count = starts.length;
  const allowed = predecessors(follows, count);
  let before = Float64Array.from(starts, (start, tag) => start + (scores[0]?.[tag] as number));
  const came: Uint8Array[] = [];
  for (let i = 1; i < scores.length; i++) {
    const now = new Float64Array(count);
    const from = new Uint8Array(count);
    for (let tag = 0; tag < count; tag++) {
      let best = Number.NEGATIVE_INFINITY;
      for (const last of allowed[tag] as readonly number[]) {
        const score = (before[last] as number) + (follows[last * count + tag] as number);
        if (score > best) {
          best = score;
          from[tag] = last;
        }
      }
      now[tag] = best + (scores[i]?.[tag] as number);
    }
    came.push(from);
    before = now;
  }
  let tag = 0;
  for (let i = 1; i < count; i++)
    if ((before[i] as number) + (ends[i] as number) > (before[tag] as number) + (ends[tag] as number))
      tag = i;
  const tags = [tag];
  for (let i = came.length - 1; i >= 0; i--) {
    tag = came[i]?.[tag] as number;
    tags.push(tag);
  }
  return tags.reverse();
}

/** For each tag those that may stand before it: a third of all. */
function predecessors(follows: Float32Array, count: number): readonly (readonly number[])[] {
  const known = allowedBy.get(follows);
  if (known !== undefined) return known;
  const all = Array.from({ length: count }, (_, tag) =>
    Array.from({ length: count }, (_, last) => last).filter(
      (last) => (follows[last * count + tag] as number) > forbidden,
    ),
  );
  allowedBy.set(follows, all);
  return all;
}

const allowedBy = new WeakMap<Float32Array, readonly (readonly number[])[]>();

/** What a model's file gives to tags that can't stand beside each other is below this. */
const forbidden = -5000;

/** The names that tags spell. `names` has each tag's name, "B-PER". */
export function spansOf(
  names: readonly string[],
  tags: readonly number[],
): { readonly from: number; readonly to: number; readonly kind: NameKind }[] {
  const spans: { from: number; to: number; kind: NameKind }[] = [];
  let from = 0;
  for (const [at, tag] of tags.entries()) {
    const name = names[tag] as string;
    if (name[0] === 'B' || name[0] === 'S') from = at;
    if (name[0] === 'E' || name[0] === 'S')
      spans.push({ from, to: at + 1, kind: kindOf[name.slice(2)] as NameKind });
  }
  return spans;
}
