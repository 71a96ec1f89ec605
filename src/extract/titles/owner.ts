// Whose an office is where "its" says so: the one body that the sentence has named, or the one that the sentence before is
// about. Only bodies: which country "its" means is the matter of reference/.
import type { TreeWord } from '../../text/index.ts';
import type { Article, Name, Title } from '../article.ts';
import { textOf } from '../reference/naming.ts';
import { Syntax } from '../syntax.ts';

/** Titles, those of "its chairman" with the body for "its" where the article leaves no choice. Cost: linear. */
export function withOwners(article: Article, names: readonly Name[], titles: readonly Title[]): Title[] {
  const open = new Set(titles.filter((title) => isOpen(article, title)));
  if (open.size === 0) return [...titles];
  const bySentence: Name[][] = article.trees.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  return titles.map((title) => {
    const owner = open.has(title) ? ownerOf(article, bySentence, title) : undefined;
    if (owner === undefined) return title;
    const { sentence, from, to } = owner;
    return { ...title, body: { sentence, from, to }, rule: `${title.rule}, of whom it speaks` };
  });
}

/** "its chairman", "its new chairman". */
function isOpen({ trees }: Article, { body, office }: Title): boolean {
  if (body === undefined || office === undefined || body.to - body.from > 1) return false;
  return /^(?:its|whose)$/i.test(trees[body.sentence]?.words[body.from]?.form ?? '');
}

function ownerOf(article: Article, bySentence: readonly Name[][], { body, holder }: Title): Name | undefined {
  if (body === undefined) return undefined;
  const { sentence, from } = body;
  const words = article.trees[sentence]?.words ?? [];
  if (words[from]?.form === 'whose') return beside(words, from, bySentence[sentence] ?? []);
  const before = (bySentence[sentence] ?? []).filter((name) => name.to <= from && name.from !== holder.from);
  if (before.some(isActor)) return only(article, before, sentence);
  // "Its chairman" opens a sentence: of whom the one before is about.
  const last = sentence - 1;
  if (from > 1 || article.trees[last]?.kind !== 'prose') return undefined;
  return only(article, bySentence[last] ?? [], last);
}

/** "Acme, whose chairman". */
function beside(words: readonly TreeWord[], from: number, names: readonly Name[]): Name | undefined {
  const end = words[from - 1]?.form === ',' ? from - 1 : from;
  return names.find((name) => name.to === end && name.type === 'Organization');
}

/** The only body among names, or the one that is its sentence's subject. */
function only(article: Article, names: readonly Name[], sentence: number): Name | undefined {
  const tree = article.trees[sentence];
  if (tree === undefined) return undefined;
  const actors = names.filter(isActor);
  const subject = subjectOf(new Syntax(tree), actors);
  if (subject !== undefined) return subject.type === 'Organization' ? subject : undefined;
  const bodies = actors.filter(({ type }) => type === 'Organization');
  const distinct = new Set(bodies.map((name) => textOf(tree.words, name)));
  return distinct.size === 1 ? bodies[0] : undefined;
}

/** Bodies and countries: what "its" may mean. */
const isActor = ({ type, country }: Name): boolean =>
  (type === 'Organization' && country === undefined) ||
  country?.by === 'country' ||
  country?.by === 'capital';

/** The name on which the sentence's verb hangs as its subject; the inner clauses' come later. */
export function subjectOf(syntax: Syntax, names: readonly Name[]): Name | undefined {
  const isSubject = (name: Name) => {
    const head = syntax.headWithin(name);
    // "the bakers' union TUB"
    const isBeside = /^(?:appos|nmod:desc|compound|flat)$/.test(syntax.word(head).deprel);
    const top = isBeside ? (syntax.headOf(head) ?? head) : head;
    return /^nsubj/.test(syntax.word(top).deprel);
  };
  const subjects = names.filter(isSubject);
  return subjects.length === 1 ? subjects[0] : undefined;
}
