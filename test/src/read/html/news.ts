// An invented news page with everything around the report that such pages have.

export const paragraphs = [
  'Norland’s fisheries minister, Ida Vik, telephoned her Danish counterpart on Monday evening to complain about the quota.',
  'The call lasted for forty minutes, two officials said, and ended without a date for another one.',
  '“We are not going to wait until the boats are tied up,” Ms Vik told reporters outside the ministry in Havn.',
  'A spokesman for the Danish government declined to comment on what was said, but called the conversation friendly.',
  'Fishermen in the north have blocked two harbours since Friday, and the police expect more boats to join them this week.',
];

interface Parts {
  readonly head?: string;
  readonly body?: string;
  /** Stands between the second and the third paragraph. */
  readonly between?: string;
  readonly after?: string;
}

/** The page's HTML. */
export function page({ head = '', body, between = '', after = '' }: Parts = {}): string {
  const told = paragraphs.map((text) => `<p>${text}</p>`);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Vik calls Copenhagen over quota | Nordwire</title>${head}</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><h1>Vik calls Copenhagen over quota</h1>
<div class="story-body">${body ?? [...told.slice(0, 2), between, ...told.slice(2)].join('\n')}${after}</div></main>
<aside><h3>Most read</h3><ol><li><a href="/1">Ferry to the islands runs aground in heavy fog near the lighthouse</a></li></ol></aside>
<footer>© Nordwire 2025. All rights reserved. <a href="/privacy">Privacy policy</a></footer>
</body></html>`;
}
