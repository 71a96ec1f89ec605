// How fast a long command goes, and how long it will take: over the last half minute, since what came before may have been
// quicker (articles that were there already) or slower (the start).

/** Takes note of how much is done when. Times in ms, from any clock that only goes forward. */
export class Pace {
  readonly #noted: { readonly at: number; readonly done: number }[] = [];

  /** `31/s, 2 min left`; empty until there is something to go by. Cost: constant. */
  note(done: number, total: number, now: number): string {
    if (done < (this.#noted.at(-1)?.done ?? 0)) this.#noted.length = 0;
    const last = this.#noted.at(-1);
    if (last === undefined || now - last.at >= step) this.#noted.push({ at: now, done });
    while (this.#noted.length > 2 && now - (this.#noted[0]?.at ?? now) > span) this.#noted.shift();
    const first = this.#noted[0];
    if (first === undefined || now - first.at < 1000 || done === first.done) return '';
    const rate = (done - first.done) / ((now - first.at) / 1000);
    const said =
      rate < 1 ? `${(rate * 60).toFixed(1)}/min` : `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`;
    return `${said}, ${duration((total - done) / rate)} left`;
  }
}

const [step, span] = [500, 30_000];

function duration(seconds: number): string {
  if (seconds < 99.5) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
