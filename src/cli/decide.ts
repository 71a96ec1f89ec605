// The commands that decide something about a graph: merge, different, split, rename, reject, correct; and undo, decisions.
import { type Command, InvalidArgumentError } from 'commander';
import type { Claim } from '../../graph/model.ts';
import { DecisionError, decide, look, type Outcome, type StandingGraph, undo, type View } from '../decide.ts';
import type { Decision } from '../decision.ts';
import { differenceText } from './diff.ts';
import { anchorOf, entityCalled } from './entity.ts';
import { oneLine, printableJson } from './printable.ts';
import { amount } from './summary.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

const entityHelp = 'an id, a name or an alias';
const why = ['--why <reason>', 'why, for whoever reads the decision later'] as const;

interface Why {
  readonly why?: string;
}

export function addDecisions(program: Command, terminal: Terminal): void {
  const run = async (path: string, make: (graph: StandingGraph) => Decision) =>
    await tell(await decide(path, make), terminal);

  program
    .command('merge')
    .description('decide that two things are one')
    .argument('<graph>', 'a .graph file')
    .argument('<a>', entityHelp)
    .argument('<b>', entityHelp)
    .option(...why)
    .addHelpText('after', help(`wiregraph merge ceasefire.graph "A. Holt" "Anna Holt" --why "her byline"`))
    .action((path: string, a: string, b: string, { why }: Why) =>
      run(path, (graph) => ({ kind: 'same', ...pair(graph, a, b), ...reason(why) })),
    );

  program
    .command('different')
    .description('decide that two things are not one, whatever later articles say')
    .argument('<graph>', 'a .graph file')
    .argument('<a>', entityHelp)
    .argument('<b>', entityHelp)
    .option(...why)
    .addHelpText('after', help('wiregraph different ceasefire.graph "Anna Holt" "Ana Holt"'))
    .action((path: string, a: string, b: string, { why }: Why) =>
      run(path, (graph) => ({ kind: 'different', ...pair(graph, a, b), ...reason(why) })),
    );

  program
    .command('split')
    .description('decide that some mentions are another thing than the one they were judged to be')
    .argument('<graph>', 'a .graph file')
    .argument('<entity>', entityHelp)
    .argument(
      '<mentions...>',
      'ids of its mentions, as entities shows them, or ids of articles: all mentions in them',
    )
    .option(...why)
    .addHelpText(
      'after',
      help('wiregraph split ceasefire.graph "Anna Holt" reports/3.md reports/5.md:120-124'),
    )
    .action((path: string, entity: string, mentions: string[], { why }: Why) =>
      run(path, (graph) => ({
        kind: 'split',
        mentions: mentionsOf(graph, entity, mentions),
        ...reason(why),
      })),
    );

  program
    .command('rename')
    .description('decide what a thing is called')
    .argument('<graph>', 'a .graph file')
    .argument('<entity>', entityHelp)
    .argument('<name>', 'the name')
    .option(...why)
    .addHelpText('after', help('wiregraph rename ceasefire.graph person:a-holt "Anna Holt"'))
    .action((path: string, entity: string, name: string, { why }: Why) =>
      run(path, (graph) => ({
        kind: 'rename',
        mention: anchorOf(graph, entityCalled(graph, entity)),
        name,
        ...reason(why),
      })),
    );

  program
    .command('reject')
    .description('strike a claim out: it makes no relation any more')
    .argument('<graph>', 'a .graph file')
    .argument('<claim>', 'the id of a claim, as export and the viewer show it')
    .requiredOption('--why <reason>', 'why, for whoever reads the decision later; always needed')
    .addHelpText(
      'after',
      help('wiregraph reject ceasefire.graph "1.md:0-40:CALLED:0-9:17-25" --why "satire"'),
    )
    .action((path: string, claim: string, { why }: Required<Why>) =>
      run(path, (graph) => ({ kind: 'reject', claim: claimCalled(graph, claim).id, why })),
    );

  program
    .command('correct')
    .description('decide that a claim says something else than was read')
    .argument('<graph>', 'a .graph file')
    .argument('<claim>', 'the id of a claim, as export and the viewer show it')
    .option('--predicate <type>', 'another relation type, for instance MET_WITH')
    .option('--denied', 'the sentence denies it')
    .option('--not-denied', 'the sentence does not deny it')
    .option('--speaker <entity>', `who says so: ${entityHelp}`)
    .option('--no-speaker', 'the report itself says so')
    .option(...why)
    .addHelpText(
      'after',
      help('wiregraph correct ceasefire.graph "1.md:0-40:CALLED:0-9:17-25" --speaker "Anna Holt"'),
    )
    .action((path: string, claim: string, options: Correction) =>
      run(path, (graph) => correction(graph, claim, options)),
    );

  program
    .command('undo')
    .description('take a decision back')
    .argument('<graph>', 'a .graph file')
    .argument('<number>', 'its number, as decisions shows it', wholeNumber)
    .addHelpText('after', help('wiregraph undo ceasefire.graph 3'))
    .action(async (path: string, number: number) => {
      const outcome = await undo(path, number);
      await terminal.print(`Decision ${number} is taken back.\n${after(outcome, terminal)}`);
    });

  program
    .command('decisions')
    .description('list what was decided about a graph, and what has no effect any more')
    .argument('<graph>', 'a .graph file')
    .option('--json', 'print one JSON object a decision')
    .addHelpText('after', help('wiregraph decisions ceasefire.graph'))
    .action(async (path: string, { json = false }: { json?: boolean }) => {
      await look(path, async (view) => {
        if (json) return await printJson(view, terminal);
        await terminal.print(
          view.decisions.length === 0 ? 'Nothing was decided.\n' : listText(view, terminal),
        );
      });
    });
}

const help = (example: string): string => `
Example:
  ${example}

A decision stands in the file, outlives every rebuild, and can be taken back: wiregraph decisions, wiregraph undo.`;

const reason = (why: string | undefined) => (why === undefined ? {} : { why });

function pair(graph: StandingGraph, a: string, b: string): { readonly a: string; readonly b: string } {
  const [one, other] = [entityCalled(graph, a), entityCalled(graph, b)];
  if (one.id === other.id)
    throw new DecisionError(`${a} and ${b} are one thing in this graph already: ${one.name} (${one.id}).`);
  return { a: anchorOf(graph, one), b: anchorOf(graph, other) };
}

function mentionsOf(graph: StandingGraph, text: string, wanted: readonly string[]): string[] {
  const entity = entityCalled(graph, text);
  const documents = new Set(graph.documentsWith(entity));
  const found = wanted.flatMap((id) => {
    const near = [...documents].filter((document) => document === id || id.startsWith(`${document}:`));
    const meant = graph
      .mentions(entity, near)
      .filter((mention) => mention.id === id || mention.document === id);
    if (meant.length === 0)
      throw new DecisionError(
        `${entity.name} has no mention ${id}, and none in an article of that id. See them with: wiregraph entities GRAPH ${JSON.stringify(entity.name)}`,
      );
    return meant.map((mention) => mention.id);
  });
  if (new Set(found).size === graph.count(entity))
    throw new DecisionError(
      `These are all mentions of ${entity.name}: nothing would be left to split them from.`,
    );
  return [...new Set(found)];
}

function claimCalled(graph: StandingGraph, id: string): Claim {
  const claim = graph.claim(id);
  if (claim === undefined)
    throw new DecisionError(
      `The graph has no claim ${id}. Find its id with: wiregraph query GRAPH "MATCH (c:Claim) RETURN c.id, c.quote"`,
    );
  return claim;
}

interface Correction extends Why {
  readonly predicate?: string;
  readonly denied?: true;
  readonly notDenied?: true;
  readonly speaker?: string | false;
}

function correction(graph: StandingGraph, id: string, options: Correction): Decision {
  const { predicate, denied, notDenied, speaker, why } = options;
  const claim = claimCalled(graph, id).id;
  if (denied === true && notDenied === true)
    throw new DecisionError('--denied and --not-denied exclude each other. Give one of them.');
  if (predicate !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(predicate))
    throw new DecisionError(
      `${predicate} can't be a relation type: those are made of A–Z, 0–9 and _, and begin with a letter, as MET_WITH does.`,
    );
  const changes = {
    ...(predicate === undefined ? {} : { predicate }),
    ...(denied === true ? { negated: true } : notDenied === true ? { negated: false } : {}),
    ...speakerOf(graph, speaker),
  };
  if (Object.keys(changes).length === 0)
    throw new DecisionError(
      'Say what is to be corrected: --predicate, --denied, --not-denied, --speaker or --no-speaker.',
    );
  return { kind: 'correct', claim, ...changes, ...reason(why) };
}

function speakerOf(graph: StandingGraph, speaker: string | false | undefined) {
  if (speaker === undefined) return {};
  if (speaker === false) return { speaker: null };
  const entity = entityCalled(graph, speaker);
  return { speaker: { mention: anchorOf(graph, entity), text: entity.name } };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is a whole number, as decisions shows it.');
  return Number(text);
}

async function tell(outcome: Outcome, terminal: Terminal): Promise<void> {
  await terminal.print(`Decision ${outcome.number} is kept.\n${after(outcome, terminal)}`);
}

function after({ difference, entities, idle }: Outcome, terminal: Terminal): string {
  for (const { number, why } of idle) terminal.tell(`Decision ${number} has no effect: ${why}.`);
  return `\n${differenceText(difference, terminal, entities)}`;
}

function listText({ decisions, idle, graph }: View, terminal: Terminal): string {
  const words = new Map(graph.mentionsDecided().map(({ id, text }) => [id, `${text} (${id})`]));
  const idleOf = new Map(idle.map(({ number, why }) => [number, why]));
  const rows = decisions.map(({ number, decidedAt, decision }) =>
    [
      `${number}`,
      decidedAt.slice(0, 10),
      spoken(decision, (mention) => words.get(mention) ?? mention),
      decision.why ?? '',
      idleOf.has(number) ? `no effect: ${idleOf.get(number)}` : '',
    ].map(oneLine),
  );
  const columns = ['', 'decided', 'what', 'why', ''].map((title) => ({ title }));
  return `${table(columns, rows, { width: terminal.columns, style: terminal.colors.bold }).join('\n')}\n`;
}

function spoken(decision: Decision, said: (mention: string) => string): string {
  switch (decision.kind) {
    case 'same':
      return `${said(decision.a)} and ${said(decision.b)} are one`;
    case 'different':
      return `${said(decision.a)} and ${said(decision.b)} are two`;
    case 'split':
      return `${decision.mentions.map(said).join(', ')} apart from what they were`;
    case 'rename':
      return `${said(decision.mention)} is called ${decision.name}`;
    case 'names':
      return decision.names.length === 0
        ? 'no list of names any more'
        : `a list of ${amount(decision.names.length, 'name')}: ${decision.names
            .slice(0, 3)
            .map(({ name }) => name)
            .join(', ')}${decision.names.length > 3 ? ', …' : ''}`;
    case 'reject':
      return `${decision.claim} struck out`;
    case 'correct':
      return `${decision.claim} corrected`;
  }
}

async function printJson({ decisions, idle }: View, terminal: Terminal): Promise<void> {
  const idleOf = new Map(idle.map(({ number, why }) => [number, why]));
  for (const decided of decisions) {
    const json = JSON.stringify({ ...decided, idle: idleOf.get(decided.number) ?? null });
    await terminal.print(`${terminal.columns === undefined ? json : printableJson(json)}\n`);
  }
}
