// What the parser costs a process of its own, for bench/parser.ts: prints load time in ms and memory over the bare process
// in bytes, as JSON. Not for running by itself.
import { parse } from '../src/text/parse.ts';
import { readTreebank } from './treebank.ts';

const texts = readTreebank(process.argv[2] ?? 'ewt-dev.conllu').map((document) => document.text);
const bare = process.memoryUsage().rss;
const began = process.cpuUsage();
await parse('Loaded.');
const { user, system } = process.cpuUsage(began);
const loaded = process.memoryUsage().rss - bare;
for (const text of texts) await parse(text);
console.log(
  JSON.stringify({ load: (user + system) / 1000, loaded, memory: process.memoryUsage().rss - bare }),
);
