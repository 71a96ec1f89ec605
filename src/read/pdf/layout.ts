// Words with places on pages → paragraphs in reading order: columns apart, hyphenated words mended, running heads gone.
// Knows no PDF; places are points from the lower left corner.

/** A stretch of text on one line of a page. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of one column. `page` counts from 0. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  readonly page: number;
  /** Which stretch of lines it stands in: a column between two lines that cross the page. */
  readonly column: string;
}

/** The lines of all pages in reading order, without running heads and page numbers. Cost: near linear. */
export function linesIn(pages: readonly (readonly Piece[])[]): Line[] {
  const lines = pages.flatMap((pieces, page) => columnsOf(pieces, page));
  return withoutRunningHeads(lines, pages.length);
}

/** Paragraphs as one line of text each. */
export function paragraphsIn(lines: readonly Line[]): string[] {
  const usual = median(lines.map((line) => line.size));
  const gap = usualGap(lines);
  const known = wordsOf(lines);
  const found: string[] = [];
  let text = '';
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before !== undefined && isBreak(before, line, gap, columnOf(lines, i - 1), usual)) {
      found.push(text);
      text = line.text;
    } else text = joined(text, line.text, known);
  }
  if (text !== '') found.push(text);
  return found
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The middle value, 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The pieces of a page as lines: from top to bottom, where a gutter parts the page column by column. */
function columnsOf(pieces: readonly Piece[], page: number): Line[] {
  const shown = pieces.filter((piece) => piece.text.trim() !== '' && piece.size > 0);
  if (shown.length === 0) return [];
  const size = median(shown.map((piece) => piece.size));
  const gutters = guttersOf(shown, size);
  const columnAt = (x: number) => gutters.filter((gutter) => x >= gutter - 1).length;
  const crosses = (piece: Piece) =>
    gutters.some((gutter) => piece.x < gutter - size && piece.x + piece.width > gutter + size);
  // Lines that cross a gutter part the page into bands; within a band each column is read to its end.
  const rows = rowsOf(shown, size);
  const bands: { across: boolean; rows: Piece[][] }[] = [];
  for (const row of rows) {
    const across = row.some(crosses) || gutters.length === 0;
    const band = bands.at(-1);
    if (band?.across === across) band.rows.push(row);
    else bands.push({ across, rows: [row] });
  }
  return bands.flatMap(({ across, rows: inside }, band) => {
    const columns = across
      ? [inside]
      : Array.from({ length: gutters.length + 1 }, (_, c) =>
          inside.map((row) => row.filter((piece) => columnAt(piece.x) === c)),
        );
    return columns.flatMap((column, c) =>
      column.filter((row) => row.length > 0).map((row) => lineOf(row, page, `${page}.${band}.${c}`)),
    );
  });
}

/** Pieces on one base line, from left to right, the rows from top to bottom. */
function rowsOf(pieces: readonly Piece[], size: number): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs((row[0] as Piece).y - piece.y) < size * 0.4) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Left edges of columns but the first: places that nearly no line crosses, with lines on both sides of them. */
function guttersOf(pieces: readonly Piece[], size: number): number[] {
  const runs = rowsOf(pieces, size).flatMap((row) => runsOf(row, size));
  if (runs.length < 12) return [];
  const edges = [...new Set(runs.map((run) => Math.round(run.x)))].sort((a, b) => a - b);
  const gutters: number[] = [];
  for (const edge of edges) {
    const starting = runs.filter((run) => Math.abs(run.x - edge) < 2).length;
    if (starting < 5 || edge - (gutters.at(-1) ?? -Infinity) < size * 8) continue;
    const gutter = edge - size * 0.7;
    const crossing = runs.filter((run) => run.x < gutter && run.right > gutter).length;
    const left = runs.filter((run) => run.right <= edge - size * 0.5 && run.right > edge - size * 45).length;
    if (left >= 5 && crossing <= (starting + left) * 0.12) gutters.push(edge);
  }
  return gutters;
}

interface Run {
  readonly x: number;
  readonly right: number;
}

/** Pieces with no more than a wide space between them. */
function runsOf(row: readonly Piece[], size: number): Run[] {
  const runs: { x: number; right: number }[] = [];
  for (const { x, width } of row) {
    const run = runs.at(-1);
    if (run !== undefined && x - run.right < size * 0.9) run.right = Math.max(run.right, x + width);
    else runs.push({ x, right: x + width });
  }
  return runs;
}

function lineOf(row: readonly Piece[], page: number, column: string): Line {
  const [first] = row as [Piece];
  let text = '';
  let right = first.x;
  for (const piece of row) {
    const isApart =
      piece.x - right > piece.size * 0.15 &&
      text !== '' &&
      !text.endsWith(' ') &&
      !piece.text.startsWith(' ');
    text += (isApart ? ' ' : '') + piece.text;
    right = piece.x + piece.width;
  }
  const size = Math.max(...row.map((piece) => piece.size));
  return { text: text.replace(/\s+/g, ' ').trim(), x: first.x, y: first.y, right, size, page, column };
}

/** What stands at the head or foot of several pages, numbers aside, and numbers alone. */
function withoutRunningHeads(lines: readonly Line[], pages: number): Line[] {
  const edges = Map.groupBy(lines, (line) => line.page);
  const isEdge = (line: Line) => {
    const ys = (edges.get(line.page) as Line[]).map(({ y }) => y);
    const above = ys.filter((y) => y > line.y + 1).length;
    const below = ys.filter((y) => y < line.y - 1).length;
    return above < 2 || below < 2;
  };
  const shape = (line: Line) => line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
  const onPages = new Map<string, Set<number>>();
  const atEdge = new Set(lines.filter(isEdge));
  for (const line of atEdge) onPages.set(shape(line), (onPages.get(shape(line)) ?? new Set()).add(line.page));
  const isRunning = (line: Line) => {
    if (!atEdge.has(line)) return false;
    if (/^(?:page )?[-–—\s]*\d{1,4}(?: (?:of|\/) \d{1,4})?[-–—\s]*$/i.test(line.text) && pages > 1)
      return true;
    return pages > 1 && (onPages.get(shape(line))?.size ?? 0) >= Math.max(2, Math.min(4, pages * 0.4));
  };
  return lines.filter((line) => !isRunning(line));
}

/** The usual distance of two lines of a column. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before !== undefined && before.column === line.column ? [before.y - line.y] : [];
  });
  return median(gaps.filter((gap) => gap > 0));
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Where the text of a line's column begins and ends. */
function columnOf(lines: readonly Line[], i: number): Column {
  const line = lines[i] as Line;
  let [left, right] = [line.x, line.right];
  for (let j = i; lines[j]?.column === line.column && i - j < 30; j -= 1)
    [left, right] = [Math.min(left, lines[j]?.x as number), Math.max(right, lines[j]?.right as number)];
  for (let j = i; lines[j]?.column === line.column && j - i < 30; j += 1)
    [left, right] = [Math.min(left, lines[j]?.x as number), Math.max(right, lines[j]?.right as number)];
  return { left, right };
}

const endsSentence = (text: string): boolean => /[.!?:]["'”’»)\]]*$/.test(text);

/** Whether a paragraph ends between two lines. */
function isBreak(before: Line, line: Line, gap: number, column: Column, usual: number): boolean {
  if (Math.abs(before.size - line.size) > usual * 0.12) return true;
  const width = column.right - column.left;
  const isShort = before.right < column.right - width * 0.15;
  if (before.column !== line.column)
    return endsSentence(before.text)
      ? isShort || !/^\p{Ll}/u.test(line.text)
      : !/^[\p{Ll}\p{N}"'“‘(]/u.test(line.text) && isShort;
  if (before.y - line.y > gap * 1.35) return true;
  const isIndented = line.x > column.left + line.size * 0.8 && before.x < line.x - line.size * 0.5;
  return (isIndented && endsSentence(before.text)) || (isShort && endsSentence(before.text));
}

/** Words that stand whole somewhere, and compounds with their hyphen. */
const wordsOf = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []));

/** Two lines as one. A word that a hyphen parts is whole again, unless it stands with that hyphen elsewhere. */
function joined(text: string, next: string, known: ReadonlySet<string>): string {
  const match = /([\p{L}\p{N}]+)[-‐\u00AD]$/u.exec(text);
  const rest = /^\p{Ll}[\p{L}\p{N}]*/u.exec(next)?.[0];
  if (match === null || rest === undefined)
    return text === '' ? next : `${text}${/[—–/]$/.test(text) ? '' : ' '}${next}`;
  const bare = text.slice(0, -1);
  const compound = `${match[1]}-${rest}`.toLowerCase();
  const whole = `${match[1]}${rest}`.toLowerCase();
  return known.has(compound) && !known.has(whole) ? `${bare}-${next}` : bare + next;
}
