// Words of strangers → what a terminal shows and never obeys. Nothing that comes out of a text, a file's name or a store
// is printed without it.

/**
 * The text with every character that steers a terminal, or that hides or reorders what is read, made visible: C0 as its
 * picture (␛), DEL, C1 and bidirectional controls as `\u{…}`. Line feed and tab stay.
 */
export const printable = (text: string): string =>
  text.replace(steering, (character) => {
    const code = character.codePointAt(0) as number;
    return code < 32 ? String.fromCodePoint(0x2400 + code) : `\\u{${code.toString(16)}}`;
  });

/** The same on one line: line feeds and tabs become spaces. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());

/** JSON with the same characters escaped, so that its value stays what it is. */
export const printableJson = (json: string): string =>
  json.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const steering = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
