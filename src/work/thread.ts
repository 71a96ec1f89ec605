// The inside of a worker thread: does what it is asked, one request at a time. The other end is threads.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { learn, type Skills } from './skills.ts';
import type { Answer, Request } from './threads.ts';
import { createWorker, sentence, type Worker } from './worker.ts';

const port = parentPort;
if (port === null) throw new Error('This module is the inside of a worker thread.');
const tell = (answer: Answer) => port.postMessage(answer);

try {
  const worker = createWorker(await learn(workerData as Skills));
  port.on('message', async (request: Request) => {
    try {
      tell({ kind: 'done', result: await answer(worker, request) });
    } catch (error) {
      tell({ kind: 'failed', reason: sentence(error) });
    }
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'failed', reason: sentence(error) });
}

function answer(worker: Worker, request: Request) {
  switch (request.kind) {
    case 'read':
      return worker.read(request.source, request);
    case 'more':
      return worker.more();
    case 'annotate':
      return worker.annotate(request.document);
  }
}
