// The browser's own trace of what a page does, and what of it is our scripts' processor time on the main thread.
import type { Browser, Page } from 'playwright-core';

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, and how much processor time it took, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** The events of the page's main thread, in the order in which they began. */
export type Trace = readonly Event[];

/** What the page does while `act` runs. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Trace> {
  const categories = [
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
    'blink.user_timing',
    'toplevel',
    'v8.execute',
  ];
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: Event[];
  };
  const isMain = (e: Event) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map((e) => `${e.pid} ${e.tid}`));
  // Of several renderers the page's is the one that runs scripts.
  const counts = new Map<string, number>();
  for (const e of traceEvents) {
    const thread = `${e.pid} ${e.tid}`;
    if (scripts.has(e.name) && mains.has(thread))
      counts.set(thread, (counts.get(thread) ?? 0) + (e.tdur ?? 0) + 1);
  }
  const [main] = [...counts].sort((a, b) => b[1] - a[1]).map(([thread]) => thread);
  return traceEvents.filter((e) => `${e.pid} ${e.tid}` === main).sort((a, b) => a.ts - b.ts);
}

const scripts: ReadonlySet<string> = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'TimerFire',
  'RunMicrotasks',
  'FunctionCall',
  'EvaluateScript',
]);

/** Milliseconds of processor time of the longest task that began between two marks; from the beginning for null. */
export function longestTask(trace: Trace, after: string | null, before: string): number {
  const time = (name: string) => trace.find((e) => e.name === name)?.ts;
  const [begin, end] = [after === null ? 0 : (time(after) ?? 0), time(before) ?? Number.POSITIVE_INFINITY];
  const tasks = trace.filter((e) => e.name === 'RunTask' || e.name === 'ThreadControllerImpl::RunTask');
  return tasks.reduce(
    (most, e) => (e.ts >= begin && e.ts < end ? Math.max(most, (e.tdur ?? 0) / 1000) : most),
    0,
  );
}

/**
 * Milliseconds of script for each frame, or for each movement or click of the pointer with all that follows from it;
 * `count` says how many there were where the trace can't.
 */
export function scriptPer(
  trace: Trace,
  kind: 'frame' | 'pointer' | 'click',
  count?: number,
): { readonly mean: number; readonly most: number; readonly count: number } {
  const outermost: Event[] = [];
  let until = 0;
  for (const e of trace) {
    if (!scripts.has(e.name) || e.ph !== 'X' || e.ts < until) continue;
    until = e.ts + (e.dur ?? 0);
    outermost.push(e);
  }
  const times = (of: readonly Event[]) => of.map((e) => (e.tdur ?? 0) / 1000);
  if (kind === 'frame') {
    const frames = times(outermost.filter((e) => e.name === 'FireAnimationFrame'));
    return summary(frames, frames.length);
  }
  const clicks = trace.filter((e) => e.name === 'EventDispatch' && e.args?.data?.type === 'click').length;
  return summary(times(outermost), count ?? Math.max(1, clicks));
}

const summary = (times: readonly number[], count: number) => ({
  mean: times.reduce((sum, t) => sum + t, 0) / Math.max(1, count),
  most: Math.max(0, ...times),
  count,
});
