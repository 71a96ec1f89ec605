// A PDF's bytes, written by hand: text in Helvetica at places.

export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF of the pages given. Letters must be ASCII. `info`: its title and author. */
export function pdfOf(
  pages: readonly (readonly Words[])[],
  info: Readonly<Record<string, string>> = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const string = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const [i, words] of pages.entries()) {
    const content = words
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td ${string(text)} Tj ET`)
      .join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${string(value)}`)
      .join(' ')} >>`,
  );
  let text = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Lines under one another from a place. */
export const column = (lines: readonly string[], x: number, top: number, size = 10): Words[] =>
  lines.map((text, i) => ({ text, x, y: top - i * size * 1.2, size }));
