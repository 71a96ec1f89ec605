// Who may ask, and what every answer says about itself. Nothing here knows what is served.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * Lets through what holds the token, comes by the server's own name and from the server's own page, and only reads.
 * A foreign Host means another name was made to point here (DNS rebinding); a foreign Origin or Sec-Fetch-Site, that
 * another site's page asks. `port` is the one listened on: what a request says of itself proves nothing.
 */
export function guard(token: string, port: () => number): MiddlewareHandler {
  const expected = digest(token);
  return async (context, next) => {
    const { req } = context;
    const host = req.header('host') ?? '';
    if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`)
      return context.text(`This server answers as 127.0.0.1, not as "${host.slice(0, 80)}".\n`, 403);
    const origin = req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`)
      return context.text('Only the page that this server itself serves may ask it.\n', 403);
    if (isForeign(req.header('sec-fetch-site'), req.header('sec-fetch-mode')))
      return context.text('Only the page that this server itself serves may ask it.\n', 403);
    if (!timingSafeEqual(digest(req.path.split('/')[1] ?? ''), expected))
      return context.text(
        'This address lacks the right token. Open the address that wiregraph printed when it started.\n',
        403,
      );
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      const type = (req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') return context.text('Only JSON bodies are taken.\n', 415);
      return context.text('The viewer only reads: GET is all that there is.\n', 405, { allow: 'GET, HEAD' });
    }
    await next();
  };
}

/** Puts the same strict headers on every answer, refusals included. */
export const headers: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(strict)) context.res.headers.set(name, value);
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const strict = {
  'content-security-policy': policy,
  // The address holds the token: a link out of an article must not carry it along.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A link that a person follows from elsewhere may open the page; nothing else may come from another site. */
const isForeign = (site: string | undefined, mode: string | undefined): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none' && mode !== 'navigate';
