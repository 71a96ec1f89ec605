// How a claim came about: the article is read again, and the engine's draft of that claim told in words. Decides nothing.
import type { Document, Span } from '../../graph/model.ts';
import type { Tree } from '../text/index.ts';
import { understandWords } from './annotate.ts';
import type { Draft } from './claims/drafts.ts';
import { type Drafted, draftedOf, type Understood } from './claims/index.ts';
import { mended } from './claims/mend.ts';
import { ownRules, type Rules } from './claims/rules.ts';
import { spanOf } from './claims/statement.ts';

/** Why a claim was made, for a person to read. Words are as they stand in the text. */
export interface Explanation {
  readonly sentence: Span;
  readonly tree: Tree;
  /** The word that says it. */
  readonly trigger: string;
  /** "verb", "noun between", "title" …: what found it. */
  readonly source: Draft['source'];
  /** The rule: `impose [sanctions|penalties] on X`. */
  readonly rule: string;
  /** What stands at each end, and why those words stand for it; null where they name nothing. */
  readonly ends: readonly {
    readonly role: 'subject' | 'object';
    readonly text: string;
    readonly name: string | null;
    readonly reason: string | null;
  }[];
  /** Who says so, nearest first, with the word that makes it speech. Empty: the report itself. */
  readonly speakers: readonly { readonly text: string; readonly cue: string }[];
  readonly negated: boolean;
  readonly modality: string;
  /** The words that make it denied, planned, possible or demanded. */
  readonly reasons: readonly string[];
}

/**
 * Why the document's claim of that id was made; undefined where this extractor makes no such claim. *Errors*: `ModelError`.
 * *Cost*: reads the whole article again.
 */
export async function explain(
  document: Pick<Document, 'id' | 'text' | 'publishedAt'>,
  claim: string,
  rules: Rules = ownRules,
): Promise<Explanation | undefined> {
  const understood = await understandWords(document);
  const found = draftedOf(understood, rules).find(({ statement }) => statement.id === claim);
  return found && explanationOf(understood, found);
}

function explanationOf({ article, names }: Understood, { draft, statement }: Drafted): Explanation {
  const { sentence, trigger, source, rule, mood, speeches } = draft;
  const tree = article.trees[sentence] as Tree;
  const text = (at: number, word: number) =>
    slice(article.text, spanOf(article, { sentence: at, from: word, to: word + 1 }));
  const end = (role: 'subject' | 'object', filler: Draft['subject']) => ({
    role,
    text: slice(article.text, spanOf(article, filler)),
    name: filler.thing?.name ?? null,
    reason: filler.mention?.reason ?? null,
  });
  return {
    sentence: { start: tree.start, end: tree.end },
    tree: mended(
      tree,
      names.filter((name) => name.sentence === sentence),
    ),
    trigger: text(sentence, trigger),
    source,
    rule,
    ends: [end('subject', draft.subject), ...(draft.object === null ? [] : [end('object', draft.object)])],
    speakers: speeches.map(({ sentence: at, cue }, i) => ({
      text: statement.speakers[i]?.text ?? '',
      cue: text(at, cue),
    })),
    negated: mood.negated,
    modality: mood.modality,
    reasons: mood.reasons.map((word) => text(sentence, word)),
  };
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);
