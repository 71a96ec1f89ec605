// The library of questions as the page holds it: the same files that the command line offers.
import { type Question, questionOf } from '../../graph/queries/question.ts';

const files = import.meta.glob<string>('../../graph/queries/*.cypher', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The questions, by title. */
export const library: readonly Question[] = Object.entries(files)
  .map(([path, text]) => questionOf(path.replace(/^.*\/|\.cypher$/g, ''), text))
  .sort((a, b) => a.title.localeCompare(b.title, 'en'));
