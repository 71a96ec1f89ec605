// Rows as CSV that spreadsheets open without obeying it.

/**
 * Rows by RFC 4180, with a byte-order mark so that spreadsheets take it for UTF-8. A text that a spreadsheet would take for
 * a formula (`=`, `+`, `-`, `@`, a tab or a line break in front) gets an apostrophe before it. Source: OWASP, CSV injection.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;

function field(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
