// A worker at a queue without the command line around it, which starts sooner: node station.mjs ADDRESS EXTRACTOR
import { pathToFileURL } from 'node:url';
import { serveQueue } from '../../../src/work/station.ts';

const [address, extractor] = process.argv.slice(2);
await serveQueue({
  address,
  skills: { extractor: pathToFileURL(extractor).href },
  workers: 2,
  onReady: () => console.log('ready'),
  signal: new AbortController().signal,
});
