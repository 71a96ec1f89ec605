// Runs the layout beside the page: takes one net, hands back its start at once, better places now and then, and the last
// as final.
import { communities } from './communities.ts';
import { refine } from './refine.ts';
import { type Net, start } from './start.ts';

/** What it hands back; the page sends a `Net`. */
export interface Step {
  readonly places: Float32Array;
  readonly isFinal: boolean;
}

/** Milliseconds between two pictures of the way; a large one takes the page too long to draw more often. */
const between = (count: number): number => (count < 2000 ? 250 : 2000);

self.onmessage = ({ data: net }: MessageEvent<Net>) => {
  const homes = communities(net);
  const begin = start(net, homes);
  self.postMessage({ places: begin, isFinal: false } satisfies Step);
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
