// The local server: one graph and the built viewer, read-only, on 127.0.0.1, for whoever holds the printed address.
// It knows neither journal nor store: it is handed a graph, or a function that gives one.
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Sight, Wanted } from '../../graph/evidence.ts';
import { groundsLines } from '../../graph/grounds.ts';
import type { Graph } from '../../graph/model.ts';
import { sketchLines } from '../../graph/sketch.ts';
import type { Store } from '../../graph/store/store.ts';
import { askHandler } from './ask.ts';
import { guard, headers } from './guard.ts';
import { linesOf } from './lines.ts';
import { readViewer } from './viewer.ts';

export interface ServeOptions {
  /**
   * The graph, or what gives it: called at the first request that needs it, and again where it failed or where the version
   * has changed since.
   */
  readonly graph: Graph | (() => Graph | Promise<Graph>);
  /** Tells one state of the graph from another; without it, it never changes. The viewer asks it now and then. */
  readonly version?: () => string | Promise<string>;
  /** Of a graph that is too large to be sent whole: the part with so many entities. `graph` is then not asked. */
  readonly excerpt?: (entities: number) => Promise<{ readonly graph: Graph; readonly entities: number }>;
  /** Of a graph that is shown before all of it is there; asked again once the version has changed. `graph` is then not asked. */
  readonly sight?: () => Sight | Promise<Sight>;
  /** Where the viewer's questions go, if it can't answer them itself. */
  readonly store?: Store;
  /** What the viewer shows as the title. */
  readonly name: string;
  /** Path of the folder that holds the built viewer (`index.html` and `assets/`). */
  readonly viewerFolder: string;
  /** 0 (the default) takes any free one. */
  readonly port?: number;
  /** The address to listen on: 127.0.0.1 by default. Whatever it is, the server answers as 127.0.0.1 or localhost alone. */
  readonly listen?: string;
  /** Hears each request once its answer has been sent: its status and its path without the token. `--once` uses it. */
  readonly onAnswer?: (answer: { readonly status: number; readonly path: string }) => void;
}

export interface Served {
  /** `http://127.0.0.1:PORT/TOKEN/`: whoever knows it can read the graph while the server runs. */
  readonly address: string;
  /** Ends the server and every open connection. */
  close(): Promise<void>;
}

/** The server can't start. The message says why and what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

/**
 * A running server. The token is part of the path: every route lies under it, so nothing answers without it, no cookie
 * can be sent by a page of another port, and the page needs to keep nothing.
 * *Errors*: `ServeError` where the viewer isn't built or the port is taken.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const token = randomBytes(24).toString('base64url');
  let port = 0;
  const app = await application(options, token, () => port);
  const server = createAdaptorServer({ fetch: app.fetch, hostname: options.listen ?? '127.0.0.1' });
  port = await listen(server, options.port ?? 0, options.listen);
  return { address: `http://127.0.0.1:${port}/${token}/`, close: () => close(server) };
}

async function application(
  options: ServeOptions,
  token: string,
  port: () => number,
): Promise<Hono<{ Bindings: HttpBindings }>> {
  const files = await readViewer(options.viewerFolder).catch((cause) => {
    throw new ServeError(
      `The viewer isn't built: ${options.viewerFolder} holds no index.html. Run "npm run build", then try again.`,
      { cause },
    );
  });
  const version = async () => (await options.version?.()) ?? null;
  const graph = kept(options.graph, version);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(headers);
  app.use(async (context, next) => {
    await next();
    const answer = { status: context.res.status, path: context.req.path.replace(`/${token}`, '') };
    // Told when the last byte has gone, so that who ends the server then cuts off nobody.
    context.env.outgoing.once('close', () => options.onAnswer?.(answer));
  });
  app.use(guard(token, port));
  app.get(`/${token}/api/about`, async (context) =>
    context.json({
      name: options.name,
      version: await version(),
      ...(options.store && { asks: true }),
      ...(options.sight && { isLarge: true }),
    }),
  );
  if (options.store !== undefined) app.get(`/${token}/api/query`, askHandler(options.store, limits));
  if (options.sight !== undefined) {
    const sight = kept(options.sight, version);
    addSight(app, `/${token}/api`, sight);
    // Whoever opens the page finds it made. What goes wrong is said when it is asked for.
    setImmediate(() =>
      sight()
        .then((seen) => seen.sketch())
        .catch(() => {}),
    );
  }
  app.get(`/${token}/api/graph`, async (context) => {
    const wanted = Math.min(Number(context.req.query('entities')) || 150, 5000);
    if (options.excerpt === undefined) return ndjson(linesOf(await graph()));
    const { graph: part, entities } = await options.excerpt(wanted);
    const response = ndjson(linesOf(part));
    response.headers.set('x-entities', String(entities));
    return response;
  });
  app.get(`/${token}`, (context) => context.redirect(`/${token}/`));
  app.get(`/${token}/*`, (context) => {
    const path = context.req.path.slice(token.length + 2);
    const file = files.get(path === '' ? 'index.html' : path);
    if (file === undefined) return context.text(`Nothing is served at "${path}".\n`, 404);
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });
  app.onError((error, context) => context.text(`The graph can’t be read: ${error.message}\n`, 500));
  return app;
}

/** What there is to be asked of a graph that isn't sent whole. */
function addSight(app: Hono<{ Bindings: HttpBindings }>, start: string, sight: () => Promise<Sight>): void {
  app.get(`${start}/sketch`, async (context) => {
    const first = Math.min(Number(context.req.query('first')) || 150, 5000);
    return ndjson(sketchLines(await (await sight()).sketch(), first));
  });
  app.get(`${start}/grounds`, async () => ndjson(groundsLines(await (await sight()).grounds())));
  app.get(`${start}/evidence`, async (context) => {
    const wanted = wantedBy(
      (name) => context.req.query(name),
      (name) => context.req.queries(name),
    );
    if (wanted === null) return context.text('Evidence is asked for by relation, entity or document.\n', 400);
    const { reports, ...evidence } = await (await sight()).evidence(wanted);
    const response = ndjson(linesOf({ ...evidence, entities: [], relations: [] }));
    response.headers.set('x-reports', String(reports));
    return response;
  });
  app.get(`${start}/sentences`, async (context) =>
    context.json(await (await sight()).sentences(context.req.query('words') ?? '', mostSentences)),
  );
  app.get(`${start}/disagreeing`, async (context) => context.json(await (await sight()).disagreeing()));
}

const mostSentences = 8;

function wantedBy(
  query: (name: string) => string | undefined,
  queries: (name: string) => readonly string[] | undefined,
): Wanted | null {
  const ids = queries('relations');
  if (ids !== undefined) return { kind: 'relations', ids };
  for (const kind of ['relation', 'document'] as const) {
    const id = query(kind);
    if (id !== undefined) return { kind, id };
  }
  const id = query('entity');
  return id === undefined
    ? null
    : { kind: 'entity', id, most: Math.min(Number(query('most')) || 200, 20_000) };
}

const ndjson = (lines: Generator<string>): Response =>
  new Response(stream(lines), { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } });

/** Of a question through the server: what a person waits for, and what a table shows. */
const limits = { deadline: 30_000, rows: 10_000 };

/** What was made for a version, made again for another and where it failed. */
function kept<T extends object>(
  make: T | (() => T | Promise<T>),
  version: () => Promise<string | null>,
): () => Promise<T> {
  let last: { readonly version: string | null; readonly made: Promise<T> } | undefined;
  return async () => {
    const now = await version();
    if (last === undefined || last.version !== now) {
      const made = (async () => (typeof make === 'function' ? await make() : make))();
      last = { version: now, made };
      made.catch(() => {
        last = undefined;
      });
    }
    return last.made;
  };
}

/** Chunks of about 64 KiB, made only as fast as they are taken. */
function stream(lines: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let chunk = '';
      while (chunk.length < 65_536) {
        const { value, done } = lines.next();
        if (done) break;
        chunk += `${value}\n`;
      }
      if (chunk === '') controller.close();
      else controller.enqueue(encoder.encode(chunk));
    },
    cancel() {
      lines.return(undefined);
    },
  });
}

function listen(server: ServerType, port: number, address = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new ServeError(refusal(cause, port), { cause })),
    );
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });
}

function refusal(cause: NodeJS.ErrnoException, port: number): string {
  if (cause.code === 'EADDRINUSE')
    return `Port ${port} is in use. Leave the port out to take any free one, or name another.`;
  if (cause.code === 'EACCES') return `Port ${port} may not be opened by this user. Name one above 1023.`;
  return `The server can't listen on port ${port}: ${cause.message}.`;
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
