// A command to copy into a shell. Names come from articles: quoted so that no shell takes any of them for its own.

/** `wiregraph merge 'ceasefire.graph' …`: the command, and every word after it that isn't plain, in single quotes. */
export const commandLine = (command: string, ...words: readonly string[]): string =>
  ['wiregraph', command, ...words.map(quoted)].join(' ');

/** Control characters are left out: a terminal obeys some of them even within quotes. */
function quoted(word: string): string {
  const text = word.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
