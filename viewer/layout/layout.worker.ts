// Runs the layout beside the page: takes one net, hands back its start at once where the page hasn't it, better places now
// and then, and the last as final.
import { communities } from './communities.ts';
import { refine } from './refine.ts';
import { type Net, start } from './start.ts';

/** What the page sends; `isBegun` where it has the start already. */
export interface Task {
  readonly net: Net;
  readonly isBegun: boolean;
}

/** What it hands back. */
export interface Step {
  readonly places: Float32Array;
  readonly isFinal: boolean;
}

/** Milliseconds between two pictures of the way; a large one takes the page too long to draw more often. */
const between = (count: number): number => (count < 2000 ? 250 : 2000);

self.onmessage = ({ data: { net, isBegun } }: MessageEvent<Task>) => {
  const homes = communities(net);
  const begin = start(net, homes);
  if (!isBegun) self.postMessage({ places: begin, isFinal: false } satisfies Step);
  const steps = refine(net, homes, begin);
  let told = performance.now();
  for (;;) {
    const { value, done } = steps.next();
    if (done) return self.postMessage({ places: value, isFinal: true } satisfies Step);
    if (performance.now() - told < between(net.sizes.length)) continue;
    told = performance.now();
    self.postMessage({ places: value, isFinal: false } satisfies Step);
  }
};
