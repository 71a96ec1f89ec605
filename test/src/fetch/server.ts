// A web server of the test's own on this machine.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Server {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly port: number;
  /** `METHOD PATH` of each request, in order. */
  readonly asked: readonly string[];
  readonly requests: readonly IncomingMessage[];
}

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** Answers each path with a page, or as told; others with status 404. */
export async function serve(paths: Readonly<Record<string, Answer>>): Promise<Server> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    requests.push(request);
    const answer = paths[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked, requests };
}

/** An answer with a status and headers. */
export const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}, body: string | Uint8Array = '') =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  };
