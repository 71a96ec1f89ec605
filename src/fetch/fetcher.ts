// Fetches pages as a polite guest: robots.txt kept, one request a host at a time with a pause between, nothing twice
// that hasn't changed, few redirects, bounded time and size. Every page that can't be had gets its reason.
import robots from 'robots-parser';
import { isPublic, type MayAsk, Refused, type Resolve, webAddress } from './address.ts';
import { type Answer, ask, type Bounds, TooMuch } from './request.ts';

export interface FetchOptions {
  /** Also addresses inside private networks and on this machine: all, or those that it accepts. False by default. */
  readonly allowPrivate?: boolean | MayAsk;
  /** Least time between two requests to one host, in ms; robots.txt may ask for more. 1000 by default. */
  readonly pause?: number;
  /** Most time for one request, in ms. 30,000 by default. */
  readonly deadline?: number;
  /** The most bytes of a page, unpacked. 32 MB by default. */
  readonly mostBytes?: number;
  readonly userAgent?: string;
  /** How names become IP numbers; the system's way by default. */
  readonly resolve?: Resolve;
  readonly signal?: AbortSignal;
}

/** What an earlier answer said, to ask only whether it has changed. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** A page as it came. `address`: where it was found in the end. */
export interface Page {
  readonly address: string;
  readonly bytes: Uint8Array;
  /** In lower case, without parameters. */
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly validators: Validators;
}

/** A page, the news that it hasn't changed, or a sentence that begins with the address and says why there is none. */
export type Fetched = Page | 'unchanged' | { readonly reason: string };

const mostRedirects = 5;
const longestPause = 60_000;
const robotsBytes = 512_000;

/** Remembers each host's rules and when it was asked last. One for a whole run. */
export class Fetcher {
  readonly #options: Required<Omit<FetchOptions, 'resolve' | 'signal'>> & FetchOptions;
  readonly #robots = new Map<string, Promise<Rules>>();
  /** When a host may be asked again, by host, as `performance.now()` counts. */
  readonly #turns = new Map<string, number>();

  constructor(options: FetchOptions = {}) {
    this.#options = {
      allowPrivate: false,
      pause: 1000,
      deadline: 30_000,
      mostBytes: 32_000_000,
      userAgent: 'wiregraph/0.1 (+https://www.npmjs.com/package/wiregraph)',
      ...options,
    };
  }

  /** Fetches one page. Never rejects but by the signal. Waits for the host's turn. */
  async fetch(written: string, validators: Validators = {}): Promise<Fetched> {
    this.#options.signal?.throwIfAborted();
    try {
      return await this.#follow(webAddress(written), validators);
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      return { reason: `${written} ${whyNot(error, this.#options)}` };
    }
  }

  async #follow(start: URL, validators: Validators): Promise<Fetched> {
    const seen = new Set<string>();
    let url = start;
    for (let step = 0; step <= mostRedirects; step += 1) {
      if (seen.has(url.href))
        throw new Refused('is redirected in a circle. Open it in a browser, and save it there.');
      seen.add(url.href);
      const rules = await this.#rulesOf(url);
      if (!rules.allows(url.href)) throw new Refused(rules.reason);
      await this.#turn(url, rules.pause);
      const answer = await ask(url, { accept, ...conditional(step === 0 ? validators : {}) }, this.#bounds());
      const next = redirectOf(answer, url);
      if (next === undefined) return pageOf(answer, url);
      url = next;
    }
    throw new Refused(
      `is redirected more than ${mostRedirects} times. Open it in a browser, and save it there.`,
    );
  }

  #bounds(mostBytes = this.#options.mostBytes): Bounds {
    const { allowPrivate, userAgent, resolve, signal, deadline } = this.#options;
    const limit = AbortSignal.timeout(deadline);
    const isMeant = typeof allowPrivate === 'function' ? allowPrivate : () => allowPrivate;
    return {
      mayAsk: (address) => isPublic(address) || isMeant(address),
      userAgent,
      mostBytes,
      ...(resolve === undefined ? {} : { resolve }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    };
  }

  /** Waits until the host may be asked, and takes the turn. */
  async #turn({ host }: URL, pause: number): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#turns.get(host) ?? 0);
    this.#turns.set(host, at + Math.max(pause, this.#options.pause));
    if (at > now) await wait(at - now, this.#options.signal);
  }

  #rulesOf(url: URL): Promise<Rules> {
    const known = this.#robots.get(url.origin);
    if (known !== undefined) return known;
    const rules = this.#askRobots(new URL('/robots.txt', url));
    this.#robots.set(url.origin, rules);
    return rules;
  }

  /** RFC 9309: no robots.txt allows everything, one that can't be had allows nothing. */
  async #askRobots(start: URL): Promise<Rules> {
    let url = start;
    for (let step = 0; step <= mostRedirects; step += 1) {
      const answer = await ask(url, { accept: 'text/plain, */*;q=0.1' }, this.#bounds(robotsBytes)).catch(
        (error: unknown) => {
          if (error instanceof TooMuch) return undefined;
          throw error;
        },
      );
      if (answer === undefined) return everything;
      const next = redirectOf(answer, url);
      if (next !== undefined) {
        url = next;
        continue;
      }
      if (answer.status >= 500 || answer.status === 429)
        return nothing(
          `can't be fetched now: the host's robots.txt is answered with status ${answer.status}. Try again later.`,
        );
      return answer.status === 200 ? this.#read(start, new TextDecoder().decode(answer.bytes)) : everything;
    }
    return everything;
  }

  #read(url: URL, text: string): Rules {
    const { userAgent } = this.#options;
    const told = robotsParser(url.href, text);
    const seconds = told.getCrawlDelay(userAgent) ?? 0;
    return {
      allows: (address) => told.isAllowed(address, userAgent) !== false,
      reason: "may not be fetched: the host's robots.txt asks programs to stay away. Save it from a browser.",
      pause: Math.min(longestPause, seconds * 1000),
    };
  }
}

interface Rules {
  readonly allows: (address: string) => boolean;
  readonly reason: string;
  /** In ms. */
  readonly pause: number;
}

/** The package is CommonJS, which its types don't say. */
const robotsParser = robots as unknown as typeof robots.default;

const everything: Rules = { allows: () => true, reason: '', pause: 0 };
const nothing = (reason: string): Rules => ({ allows: () => false, reason, pause: 0 });

const accept =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1';

const conditional = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
});

function redirectOf({ status, headers }: Answer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  return webAddress(headers.location, from.href);
}

/** Types that hold articles or feeds. */
const readable =
  /^(?:text\/(?:html|plain|xml|markdown|csv)|application\/(?:xhtml\+xml|xml|(?:rss|atom|rdf)\+xml|feed\+json|json|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|message\/rfc822|multipart\/related|)$/;

function pageOf({ status, headers, bytes }: Answer, url: URL): Fetched {
  if (status === 304) return 'unchanged';
  if (status !== 200) throw new Refused(whyStatus(status, headers['retry-after']));
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const mediaType = type.toLowerCase();
  if (!readable.test(mediaType))
    throw new Refused(`is ${mediaType.slice(0, 60)}, which holds no article. Name the page itself.`);
  return {
    address: url.href,
    bytes,
    mediaType,
    charset: parameters
      .find((parameter) => /^charset=/i.test(parameter))
      ?.slice(8)
      .replaceAll('"', ''),
    validators: { etag: headers.etag, lastModified: headers['last-modified'] },
  };
}

function whyStatus(status: number, retryAfter: string | undefined): string {
  if (status === 404 || status === 410) return `isn't there (status ${status}). Check the address.`;
  if (status === 401 || status === 402 || status === 403)
    return `may not be read without logging in, or not by programs (status ${status}). Save it from a browser.`;
  if (status === 429 || status === 503) {
    const when = /^\d{1,6}$/.test(retryAfter ?? '') ? `in ${retryAfter} seconds` : 'later';
    return `can't be fetched now: the host asks to come back (status ${status}). Try again ${when}.`;
  }
  return `is answered with status ${status}. ${status >= 500 ? 'Try again later.' : 'Check the address.'}`;
}

function whyNot(error: unknown, { deadline, mostBytes }: { deadline: number; mostBytes: number }): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof TooMuch) return `has more than ${mostBytes / 1_000_000} MB. Save the article itself.`;
  const { code = '', name, message, cause } = error as NodeJS.ErrnoException;
  if (cause instanceof Refused) return cause.message;
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return `took longer than ${deadline / 1000} seconds. Try again later.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return "can't be reached: its host has no address. Check how it is written, and the network.";
  if (code === 'ECONNREFUSED') return "can't be reached: its host takes no connection. Try again later.";
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code))
    return `can't be trusted (${code}). Check the address in a browser.`;
  return `can't be fetched (${code || message}). Try again later.`;
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', stop, { once: true });
    function done() {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    }
  });
}
