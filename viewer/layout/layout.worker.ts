// Runs the layout beside the page: takes one net and its start, hands back places now and then, and the last as final.
import { refine } from './refine.ts';
import type { Net } from './start.ts';

/** What the page sends. */
export interface Task {
  readonly net: Net;
  readonly start: Float32Array;
}

/** What it gets back. */
export interface Step {
  readonly places: Float32Array;
  readonly isFinal: boolean;
}

self.onmessage = ({ data }: MessageEvent<Task>) => {
  const steps = refine(data.net, data.start);
  let told = performance.now();
  for (;;) {
    const { value, done } = steps.next();
    if (done) return self.postMessage({ places: value, isFinal: true } satisfies Step);
    if (performance.now() - told < 200) continue;
    told = performance.now();
    self.postMessage({ places: value, isFinal: false } satisfies Step);
  }
};
