// A vocabulary of one's own: relation types, what triggers them, and examples, read from YAML or JSON and checked like ours.
// Symmetric types of one's own are told in the order of their ends' names, since no store knows them.
import { parse } from 'yaml';
import { z } from 'zod';
import { type RelationType, structuralTypes } from '../../graph/vocabulary/index.ts';
import { understand } from './annotate.ts';
import { PatternError } from './claims/patterns.ts';
import { compile, type MoreRules, type Rules, typeNames } from './claims/rules.ts';
import type { NounRule } from './rules/nouns.ts';
import type { VerbRule } from './rules/verbs.ts';

const name = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'a type is written with A–Z, 0–9 and _, like BRIEFED')
  .refine((type) => !structuralTypes.has(type), 'this name holds the graph together; take another');
const kind = z.enum(['place', 'person', 'network', 'actor', 'body']).exactOptional();
const examples = {
  matches: z.array(z.string().min(1)).min(1, 'a rule needs an example that must match'),
  misses: z.array(z.string().min(1)).default([]),
};

const Vocabulary = z.strictObject({
  types: z
    .array(
      z.strictObject({
        name,
        meaning: z.string().min(1),
        symmetric: z.boolean().default(false),
        eventType: z.string().exactOptional(),
        mode: z.string().exactOptional(),
      }),
    )
    .default([]),
  verbs: z
    .array(
      z.strictObject({
        predicate: name,
        patterns: z.array(z.string().min(1)).min(1),
        only: kind,
        passive: z.literal(true).exactOptional(),
        ...examples,
      }),
    )
    .default([]),
  nouns: z
    .array(
      z.strictObject({
        predicate: name,
        nouns: z.array(z.string().min(1)).min(1),
        prepositions: z.array(z.string().min(1)).default(['with']),
        mutual: z.boolean().default(false),
        only: kind,
        ...examples,
      }),
    )
    .default([]),
});

/** A vocabulary that was checked: rules to hand to an extractor, and a mark that tells one vocabulary from another. */
export interface OwnVocabulary {
  readonly types: readonly RelationType[];
  readonly rules: Rules;
  readonly mark: string;
  /** What it was read from, so that another thread can read it as well. */
  readonly source: { readonly text: string; readonly file: string };
}

/** A vocabulary is wrong. The message says where, and what to write instead. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

/**
 * Reads and checks a vocabulary. `file` is named in messages. *Errors*: `VocabularyError`: what can't be read, a pattern that
 * is written wrongly, a type that nobody defines, an example that doesn't match or does where it must not.
 */
export async function readVocabulary(text: string, file: string): Promise<OwnVocabulary> {
  const more = parsed(text, file);
  const known = typeNames(more.types);
  const unknown = [...more.verbs, ...more.nouns].find(({ predicate }) => !known.has(predicate));
  if (unknown !== undefined)
    throw new VocabularyError(
      `${file} has a rule for ${unknown.predicate}, which is no type. Add it to types, with its meaning.`,
    );
  const rules = compiled(more, file);
  await checkExamples(more, rules, file);
  return { types: more.types, rules, mark: markOf(text), source: { text, file } };
}

function parsed(text: string, file: string): MoreRules {
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    throw new VocabularyError(`${file} is neither YAML nor JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const result = Vocabulary.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new VocabularyError(
    `${file} is wrong at ${issue?.path.join('.') || 'its beginning'}: ${issue?.message}. It holds types, verbs and nouns, each a list.`,
  );
}

function compiled(more: MoreRules, file: string): Rules {
  try {
    return compile(more);
  } catch (error) {
    if (error instanceof PatternError)
      throw new VocabularyError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function checkExamples({ verbs, nouns }: MoreRules, rules: Rules, file: string): Promise<void> {
  const all: readonly (VerbRule | NounRule)[] = [...verbs, ...nouns];
  for (const { predicate, matches, misses } of all)
    for (const [sentences, wanted] of [
      [matches, true],
      [misses, false],
    ] as const)
      for (const text of sentences) {
        const { statements } = await understand({ id: 'example', text }, rules);
        if (statements.some((statement) => statement.predicate === predicate) === wanted) continue;
        const found = statements.map((statement) => statement.predicate).join(', ') || 'nothing';
        const says = wanted
          ? `must say ${predicate} and says ${found}`
          : `must not say ${predicate} and does`;
        throw new VocabularyError(
          `${file}: “${text}” ${says}. Mend the pattern, or see how the sentence is read: wiregraph annotate.`,
        );
      }
}

/** FNV-1a of the text, in hexadecimal: records made with another vocabulary are made again. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
