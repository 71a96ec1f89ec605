// wiregraph explain: how a claim of a graph came about: its sentence, the tree, the rule, who says so, and why it is no plain fact.
import type { Command } from 'commander';
import type { Claim, Document, Graph } from '../../graph/model.ts';
import { look, type StandingGraph } from '../decide.ts';
import type { Explanation } from '../extract/explain.ts';

import { oneLine } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { treeLines } from './tree.ts';
import { UsageError } from './usage.ts';
import { vocabularyFrom } from './vocabulary.ts';

export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('show how a claim came about: its sentence, the tree, the rule, the speaker')
    .argument('<graph>', 'a .graph file')
    .argument('<claim>', 'the id of a claim, or words of it: predicate, names, or a stretch of the sentence')
    .option(
      '--vocabulary <file>',
      'the types and rules that the graph was built with, besides the built-in ones',
    )
    .addHelpText('after', examples)
    .action(async (path: string, words: string, { vocabulary }: { vocabulary?: string }) => {
      // Loaded here: the extractor takes longer to load than most other commands take to run.
      const { explain } = await import('../extract/explain.ts');
      const rules = (await vocabularyFrom(vocabulary))?.rules;
      await look(path, async ({ graph }) => {
        // One that is named costs reading its article; words are looked for everywhere.
        const named = graph.claim(words);
        for (const claim of named === undefined ? claimsOf(graph.graph(), words) : [named]) {
          const { document } = graph.part(claim.document);
          const why = await explain(document, claim.id, rules);
          await show(claim, document, why, countryOf(graph, claim), terminal);
        }
      });
    });
}

const examples = `
Examples:
  wiregraph explain ceasefire.graph "report.txt:120-188:CALLED:120-131:142-152"
  wiregraph explain ceasefire.graph BRIEFED
  wiregraph explain ceasefire.graph "Anna Holt CALLED"

The id of a claim stands in: wiregraph query GRAPH "MATCH (c:Claim) RETURN c.id".`;

/** More would be no explanation. */
const most = 5;

/** Those that bear all of the words. A word that is a predicate of the graph is meant as one. */
function claimsOf(graph: Graph, words: string): readonly Claim[] {
  const wanted = words.split(/\s+/).filter(Boolean);
  const predicates = new Set(graph.claims.map(({ predicate }) => predicate));
  const names = new Map(graph.entities.map(({ id, name }) => [id, name]));
  const found = graph.claims.filter((claim) => {
    const ends = [claim.subject, claim.object].map((id) => (id === null ? '' : (names.get(id) ?? '')));
    const all = [claim.predicate, ...ends, claim.subjectText, claim.objectText ?? '', claim.quote]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) =>
      predicates.has(word) ? claim.predicate === word : all.includes(word.toLowerCase()),
    );
  });
  if (found.length === 0)
    throw new UsageError(
      `No claim bears “${words}”. Ask for ids: wiregraph query GRAPH "MATCH (c:Claim) RETURN c.id, c.quote".`,
    );
  if (found.length > most)
    throw new UsageError(
      `${found.length} claims bear “${words}”. Name one by its id, or add words:\n${found
        .slice(0, most)
        .map(({ id }) => `  ${id}\n`)
        .join('')}  …`,
    );
  return found;
}

/** Why an office is of a country that no words of its report say; undefined where they do. */
function countryOf(graph: StandingGraph, claim: Claim): string | undefined {
  const unsaid = graph.unsaid(claim);
  if (unsaid === undefined || claim.object === null) return undefined;
  const name = oneLine(graph.entity(claim.object)?.name ?? claim.object);
  const { told } = unsaid;
  const ground = told === undefined || told.claim === claim.id ? undefined : graph.claim(told.claim);
  if (ground === undefined)
    return `${name}: no words say so, but it is the country that this report is about`;
  return told?.isSaid
    ? `${name}, as ${oneLine(ground.document)} says: “${oneLine(ground.quote)}”`
    : `${name}: no words say so, but it is the country that most reports of the office are about`;
}

async function show(
  claim: Claim,
  document: Document,
  why: Explanation | undefined,
  country: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { bold, dim } = terminal.colors;
  const say = (line: string) => terminal.print(`${line}\n`);
  await say(`${bold(oneLine(claim.id))}  ${dim(claim.extractor)}`);
  if (why === undefined) {
    await say(`  The extractor that is built in makes no such claim; ${oneLine(claim.extractor)} made it.\n`);
    return;
  }
  await say(`  ${oneLine(document.text.slice(why.sentence.start, why.sentence.end))}`);
  await say(`\n  found by   ${why.source}: ${oneLine(why.rule)} ${dim(`at “${oneLine(why.trigger)}”`)}`);
  for (const { role, text, name, reason } of why.ends)
    await say(
      `  ${role.padEnd(9)}  “${oneLine(text)}” ${name === null ? dim('names nothing') : `is ${oneLine(name)} ${dim(oneLine(reason ?? ''))}`}`,
    );
  if (country !== undefined) await say(`  of         ${country}`);
  await say(
    `  said by    ${why.speakers.length === 0 ? 'the report itself' : why.speakers.map(({ text, cue }) => `${oneLine(text) || 'nobody in particular'} ${dim(`(“${oneLine(cue)}”)`)}`).join(', who is quoted by ')}`,
  );
  const mood =
    why.negated && why.modality === 'actual'
      ? 'denied'
      : [why.negated ? 'denied' : '', why.modality].filter(Boolean).join(' and ');
  await say(
    `  it is      ${mood}${why.reasons.length === 0 ? '' : ` because of ${why.reasons.map((word) => `“${oneLine(word)}”`).join(', ')}`}`,
  );
  await say(`  confidence ${claim.confidence}\n`);
  for (const line of treeLines(why.tree, terminal.colors)) await say(`  ${line}`);
  await say('');
}
