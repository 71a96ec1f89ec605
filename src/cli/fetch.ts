// wiregraph fetch: pages and feeds from the web → files in a folder, for build to read.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

interface Options {
  readonly out: string;
  readonly pause: string;
  readonly timeout: string;
  readonly allowPrivate?: boolean;
}

export function addFetch(program: Command, terminal: Terminal): void {
  program
    .command('fetch')
    .description('fetch pages and feeds into a folder, for build to read')
    .argument(
      '<addresses...>',
      'addresses of pages and feeds, and files that list them: text with one a line, feeds',
    )
    .requiredOption('-o, --out <folder>', 'where the pages go')
    .option('--pause <seconds>', 'least time between two requests to one host', '1')
    .option('--timeout <seconds>', 'most time for one page', '30')
    .option('--allow-private', 'also addresses inside private networks and on this machine')
    .addHelpText('after', examples)
    .action(async (sources: string[], options: Options) => {
      const stop = new AbortController();
      const onInterrupt = () => stop.abort();
      process.once('SIGINT', onInterrupt);
      try {
        // Loaded here: most other commands take less time than this.
        const { save } = await import('../fetch/save.ts');
        const { addresses, failures } = await addressesOf(sources);
        const saved = await save(addresses, {
          out: options.out,
          pause: milliseconds('--pause', options.pause),
          deadline: milliseconds('--timeout', options.timeout),
          allowPrivate: options.allowPrivate === true,
          signal: stop.signal,
          onProgress: ({ done, total, address }) => terminal.bar(done, total, address),
        });
        const reasons = [...failures, ...saved.failures];
        await terminal.print(
          `${options.out}: ${saved.files.length} fetched, ${saved.unchanged.length} unchanged\n`,
        );
        if (reasons.length > 0) terminal.tell(`Not fetched, ${reasons.length} in all:`);
        for (const reason of reasons) terminal.tell(`  ${reason}`);
        if (reasons.length > 0) terminal.exitCode = saved.files.length + saved.unchanged.length > 0 ? 3 : 1;
      } catch (error) {
        if (!stop.signal.aborted) throw error;
        terminal.tell('Stopped. What is fetched is kept; the same command goes on from there.');
        terminal.exitCode = 1;
      } finally {
        process.removeListener('SIGINT', onInterrupt);
        terminal.clearBar();
      }
    });
}

const examples = `
Examples:
  wiregraph fetch https://news.example/2025/05/19/report --out articles/
  wiregraph fetch https://news.example/rss.xml addresses.txt --out articles/
  wiregraph build articles/ --out news.graph

Fetching again asks only for what has changed. robots.txt is kept.`;

async function addressesOf(sources: readonly string[]): Promise<{ addresses: string[]; failures: string[] }> {
  const { addressesIn } = await import('../fetch/read.ts');
  const addresses: string[] = [];
  const failures: string[] = [];
  for (const source of sources) {
    if (!existsSync(source)) {
      addresses.push(source);
      continue;
    }
    const listed = await addressesIn(source);
    if (typeof listed === 'string') failures.push(listed);
    else addresses.push(...listed);
  }
  return { addresses, failures };
}

function milliseconds(option: string, written: string): number {
  const seconds = Number(written);
  if (written.trim() === '' || !(seconds >= 0 && seconds <= 3600))
    throw new UsageError(`${option} ${written} is no number of seconds from 0 to 3600.`);
  return seconds * 1000;
}
