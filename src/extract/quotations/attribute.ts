// Whose words each quotation is: the rules in the order in which they are asked.
import type { Quotation } from '../article.ts';
import { above, accordingTo, before } from './above.ts';
import { carried } from './carried.ts';
import { isWhole } from './extent.ts';
import type { Frames, Quoted } from './frames.ts';
import { afterwards, announced, labelled, severed, signed, unlisted } from './neighbours.ts';
import type { Said } from './said.ts';
import { isTitle } from './title.ts';

/** A quotation each of `frames.quoted`, in order. */
export function attribute(frames: Frames): Quotation[] {
  const extents = frames.quoted.map((quoted) => (isWhole(frames, quoted) ? 'whole' : 'part'));
  const found: (Said | undefined)[] = frames.quoted.map((quoted, i) =>
    extents[i] === 'whole' ? ofWhole(frames, quoted) : ofPart(frames, quoted),
  );
  frames.quoted.forEach((quoted, i) => {
    if (found[i] === undefined && extents[i] === 'whole')
      found[i] = carried(frames, quoted, i, found, extents);
  });
  return frames.quoted.map(({ start, end }, i): Quotation => {
    const said = found[i];
    return {
      start,
      end,
      speaker: said?.speaker,
      cue: said?.cue,
      listener: said?.listener,
      extent: extents[i] as Quotation['extent'],
      ...(said === undefined ? {} : { reason: said.reason, confidence: said.confidence }),
    };
  });
}

/** Someone's sentence: what stands just before and just after it tells more than the tree, which long quotations break. */
function ofWhole(frames: Frames, quoted: Quoted): Said | undefined {
  return (
    announced(frames, quoted) ??
    afterwards(frames, quoted) ??
    severed(frames, quoted) ??
    above(frames, quoted) ??
    accordingTo(frames, quoted) ??
    before(frames, quoted) ??
    labelled(frames, quoted) ??
    unlisted(frames, quoted) ??
    signed(frames, quoted)
  );
}

/** Words quoted inside a sentence of the report: the tree tells under whose saying they stand. */
function ofPart(frames: Frames, quoted: Quoted): Said | undefined {
  if (isTitle(frames, quoted)) return undefined;
  return (
    above(frames, quoted) ?? accordingTo(frames, quoted) ?? before(frames, quoted) ?? labelled(frames, quoted)
  );
}
