// PDF files: the text in reading order, title and author where the file states them. No pictures, no OCR.
import { documentOf } from '../document.ts';
import type { Fields } from '../front-matter.ts';
import { bytesOf, type Format, failure } from '../item.ts';
import { normalise } from '../normalise.ts';
import { type Line, linesIn, median, type Piece, paragraphsIn } from './layout.ts';

/** The most bytes of a PDF, and the most pages that are read. */
const mostPdfBytes = 100_000_000;
const mostPages = 2000;

/** PDF: one document a file, or the reason why not. */
export const pdfFormat: Format = {
  endings: ['.pdf'],
  mediaTypes: ['application/pdf'],
  async *read(item) {
    const bytes = await bytesOf(item, mostPdfBytes, 'Split it into its articles.');
    const content = typeof bytes === 'string' ? bytes : await contentOf(bytes);
    if (typeof content === 'string') {
      yield failure(item, content);
      return;
    }
    const lines = linesIn(content.pages);
    const text = normalise(
      paragraphsIn(lines)
        .join('\n\n')
        .replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : ' ')),
    );
    if (!/\p{L}{2}/u.test(text))
      yield failure(
        item,
        `holds no text, only pictures (${content.pages.length} pages). Run it through OCR first, with ocrmypdf for instance.`,
      );
    else yield documentOf(item.id, { ...item.fields, ...fieldsOf(content, lines) }, text);
  },
};

interface Content {
  readonly pages: readonly (readonly Piece[])[];
  readonly info: Readonly<Record<string, unknown>>;
}

/** The places of all text, or the reason why there is none to be had. */
async function contentOf(bytes: Uint8Array): Promise<Content | string> {
  // Loaded here: it is the largest library of all.
  const { getDocumentProxy, getMeta } = await import('unpdf');
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
    try {
      if (pdf.numPages > mostPages)
        return `has ${pdf.numPages} pages; ${mostPages} are read. Split it into its articles.`;
      const { info } = await getMeta(pdf);
      const pages: Piece[][] = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        pages.push(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])));
        page.cleanup();
      }
      return { pages, info };
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    return whyNot(error);
  }
}

/** Text set sideways has no size here, and is left out with what else has none. */
function pieceOf(item: { str: string; transform: number[]; width: number }): Piece {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform;
  const isUpright = Math.abs(b) < Math.abs(a) * 0.2;
  return { text: item.str, x, y, width: item.width, size: isUpright ? Math.abs(d) || Math.abs(a) : 0 };
}

function whyNot(error: unknown): string {
  const { name, message } = error as Error;
  if (name === 'PasswordException') return 'is encrypted. Save a copy without a password.';
  if (name === 'InvalidPDFException') return 'is no PDF, or damaged. Fetch or save it again.';
  return `can't be read as PDF (${message.slice(0, 120)}). Save it again, or as text.`;
}

/** A title that a program made up from a file's name is none; then the largest letters of the first page say it. */
function fieldsOf({ info }: Content, lines: readonly Line[]): Fields {
  const stated = words(info.Title);
  const isMadeUp =
    stated === '' ||
    /^(?:microsoft word|untitled|document\d*|slide \d|powerpoint)|\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf)$/i.test(
      stated,
    );
  const title = isMadeUp ? largest(lines) : stated;
  const author = words(info.Author);
  const isName = author.includes(' ') && !/[@\\/]/.test(author);
  return { ...(title === '' ? {} : { title }), ...(isName ? { author } : {}) };
}

const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : '';

function largest(lines: readonly Line[]): string {
  const first = lines.filter((line) => line.page === 0);
  const most = Math.max(0, ...first.map((line) => line.size));
  if (most < median(lines.map((line) => line.size)) * 1.25) return '';
  const title = first
    .filter((line) => line.size > most * 0.95)
    .slice(0, 4)
    .map((line) => line.text)
    .join(' ');
  return title.length <= 300 ? title : '';
}
