// wiregraph work: takes articles from a queue that builds on other machines fill.
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';
import { number } from './usage.ts';
import { vocabularyFrom } from './vocabulary.ts';

interface Options {
  readonly extractor?: string;
  readonly vocabulary?: string;
  readonly workers?: string;
  readonly timeout: string;
}

export function addWork(program: Command, terminal: Terminal): void {
  program
    .command('work')
    .description('read articles for builds on other machines, until it is stopped')
    .argument('<queue>', 'the Redis or Valkey that they share: redis://HOST:PORT')
    .option('--workers <number>', 'threads that read articles; as many as there are cores by default')
    .option(
      '--extractor <module>',
      'an extractor of your own: ./FILE.mjs or a package; the same as the build has',
    )
    .option('--vocabulary <file>', 'relation types and rules of your own; the same as the build has')
    .option('--timeout <seconds>', 'most time for an article; long ones get more', '30')
    .addHelpText('after', examples)
    .action(async (address: string, options: Options) => {
      const { availableParallelism } = await import('node:os');
      const workers =
        options.workers === undefined
          ? availableParallelism()
          : number('--workers', options.workers, 1, 1024);
      const most = 1000 * number('--timeout', options.timeout, 1, 86_400);
      const vocabulary = await vocabularyFrom(options.vocabulary);
      const [{ serveQueue }, { moduleAddress }] = await Promise.all([
        import('../work/station.ts'),
        import('../work/skills.ts'),
      ]);
      const skills = {
        extractor: options.extractor === undefined ? undefined : moduleAddress(options.extractor),
        vocabulary: vocabulary?.source,
      };
      const stop = new AbortController();
      const onInterrupt = () => stop.abort();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onInterrupt);
      let done = 0;
      try {
        const onArticle = (id: string) => terminal.bar(++done, done, id);
        const onReady = () =>
          terminal.tell(`Waiting for articles at ${address}, ${workers} at a time. Ctrl-C ends it.`);
        const signal = stop.signal;
        await serveQueue({ address, skills, workers, patience: most, onReady, onArticle, signal });
      } finally {
        terminal.clearBar();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, onInterrupt);
      }
      terminal.tell(`${done} articles read.`);
    });
}

const examples = `
Examples:
  wiregraph work redis://queue.example:6379
  REDIS_PASSWORD=… wiregraph work rediss://queue.example:6380 --workers 8
  wiregraph build articles/ --out news.graph --queue redis://queue.example:6379

Start it on as many machines as you like, before or after the build; stop any of them at any time: what it had in hand goes to
another. Articles' texts go through the server, so let nobody else in: REDIS_USERNAME and REDIS_PASSWORD say how to get in.
Needs two packages besides: npm install bullmq ioredis@5`;
