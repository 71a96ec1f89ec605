// Bytes of a file → the text that every offset points into. Done once, here, before anything counts.
import { isUtf8 } from 'node:buffer';

/** What the bytes hold, or the sentence that says why they are no text. */
export type Decoded = { readonly text: string } | { readonly reason: string };

/** The text of UTF-8 bytes, as it stands. Bytes that are no UTF-8 give the reason and the line. Cost: linear. */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) return { reason: 'is UTF-16. Save it as UTF-8.' };
  if (bytes.includes(0)) return { reason: 'is no text: it holds NUL bytes. Take it out of the folder.' };
  if (!isUtf8(bytes)) return notUtf8(bytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return isMostlyControl(text)
    ? { reason: 'is no text: most of it is control characters. Take it out of the folder.' }
    : { text };
}

/**
 * The text as the graph has it: byte-order mark dropped, CRLF to LF, non-breaking spaces (U+00A0, U+2007, U+202F) to
 * spaces one for one. Nothing is trimmed, collapsed or composed.
 */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/[\u00A0\u2007\u202F]/g, ' ');
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Lines end in an ASCII byte, which UTF-8 never has inside a character: the first line that is wrong is exact. */
function notUtf8(bytes: Uint8Array): Decoded {
  const nonText = bytes.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if (nonText > bytes.length / 10) return { reason: 'is no text. Take it out of the folder.' };
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return { reason: `is not UTF-8: line ${line} has a byte that no character has. Save it as UTF-8.` };
}

function isMostlyControl(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) controls += 1;
  return controls > text.length / 10;
}

/** C0 without tab, line feed, form feed and carriage return. */
const isControl = (code: number): boolean =>
  code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13;
