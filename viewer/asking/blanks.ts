// What is to be filled in in a question: its parameters stand in remarks within its text, so that a link holds them too.

/** A remark of a question that gives a parameter its value. */
export interface Blank {
  readonly name: string;
  readonly value: string;
  /** What it is: "part of a name". */
  readonly means: string;
}

/** The blanks of a text: its lines `// $name = "value" (what it is)`. */
export const blanksOf = (text: string): readonly Blank[] =>
  [...text.matchAll(pattern)].map(([, , name = '', , value = '', , means = '']) => ({ name, value, means }));

/** The text with another value in a blank. Quotation marks and line breaks, which would end it, are left out. */
export const filled = (text: string, blank: string, value: string): string =>
  text.replace(
    pattern,
    (whole, lead: string, name: string, open: string, _: string, close: string, means: string) =>
      name === blank ? `${lead}${name}${open}${value.replace(/["\r\n]/g, '')}${close}${means})` : whole,
  );

const pattern = /^(\/\/ \$)(\w+)( = ")([^"]*)(" \()([^)]*)\)/gm;
