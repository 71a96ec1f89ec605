// Rows of words → lines that fit a terminal. Cuts nothing without a mark.
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right';
}

/**
 * Lines of a table, the first its titles. Cells are printable and of one line. With a `width`, the widest columns are cut
 * to fit and end in `…`; where even that leaves less than eight columns each, every row becomes a block of lines
 * `title: value`, or, where there are no titles, gets its eight columns each all the same. *Units*: columns of a terminal.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, style = (line) => line }: { width?: number | undefined; style?: (titles: string) => string } = {},
): string[] {
  if (columns.length === 0) return [];
  const natural = columns.map((column, i) =>
    Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  const room = width === undefined ? Infinity : width - gap.length * (columns.length - 1);
  // Without titles a block would not say what is what.
  const isTitled = columns.some(({ title }) => title !== '');
  const widths = widthsThatFit(natural, isTitled ? room : Math.max(room, narrowest * columns.length));
  if (widths === undefined) return blocks(columns, rows);
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => pad(cells[i] ?? '', widths[i] ?? 0, column.align))
      .join(gap)
      .trimEnd();
  return [style(line(columns.map((column) => column.title))), ...rows.map(line)];
}

/** The text cut to a width, with a mark where something is missing. Never cuts through a character. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let taken = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    taken += segment;
  }
  return `${taken.trimEnd()}…`;
}

const gap = '  ';

/** Of a column that is cut. */
const narrowest = 8;

/** Widths that add up to the room: what is wider than its share gives way. Undefined where there is too little room. */
function widthsThatFit(natural: readonly number[], room: number): readonly number[] | undefined {
  const sum = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0);
  if (sum(natural) <= room) return natural;
  const inOrder = [...natural].sort((a, b) => a - b);
  let left = room;
  for (const [index, width] of inOrder.entries()) {
    const share = Math.floor(left / (inOrder.length - index));
    if (width > share) return share < narrowest ? undefined : natural.map((own) => Math.min(own, share));
    left -= width;
  }
  return natural;
}

function pad(text: string, width: number, align: Column['align'] = 'left'): string {
  const shown = cut(text, width);
  const space = ' '.repeat(Math.max(0, width - stringWidth(shown)));
  return align === 'right' ? space + shown : shown + space;
}

function blocks(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : ['']),
    ...columns.map((column, i) => `${column.title}: ${row[i] ?? ''}`),
  ]);
}
