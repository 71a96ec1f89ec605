// Bytes of a page, feed or message → its text, whatever encoding it is in and whatever it says that it is in.
import { isUtf8 } from 'node:buffer';

/**
 * The text of bytes. A byte-order mark is believed first, then bytes that are UTF-8 (nothing else looks like it by
 * chance), then `label` (of the HTTP or MIME header), then what the head of the page or the XML declaration says, and
 * last Windows-1252, as browsers do. *Source*: WHATWG Encoding and HTML, "determining the character encoding", but that
 * valid UTF-8 wins against a label, because wrong labels are commoner than accidents. Cost: linear.
 */
export function decodeBytes(bytes: Uint8Array, label?: string): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const declared = known(label) ?? known(declaredIn(bytes));
  const isStateful = declared === 'iso-2022-jp';
  if (!isStateful && isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  if (declared !== undefined && declared !== 'utf-8') return new TextDecoder(declared).decode(bytes);
  return mostlyUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

/** The encoding's own name, where there is one of that label. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label.trim());
    // A page that could be searched for its declaration is no UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/** What `<meta charset>`, `<meta http-equiv>` or `<?xml encoding?>` says within the first 4 KiB. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1] ??
    /<meta[^>]{0,300}\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]
  );
}

/** UTF-8 in which a few bytes were broken on the way: one in a hundred that are no ASCII. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let [broken, foreign] = [0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken += 1;
    else if (code > 127) foreign += 1;
  }
  return broken * 100 <= foreign ? text : undefined;
}
