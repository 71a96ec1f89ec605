// An extractor of one's own, for workers: capitalised words are people. On a text that says so it fails, hangs or crashes.
export default {
  name: 'own',
  version: '1',
  async annotate({ id, contentHash, text }) {
    if (text.includes('FAIL')) throw new Error('It says FAIL.');
    if (text.includes('HANG')) for (;;);
    if (text.includes('EXIT')) process.exit(7);
    if (text.includes('THROW'))
      setTimeout(() => {
        throw new Error('thrown later');
      });
    if (text.includes('THROW')) await new Promise(() => {});
    const mentions = [...text.matchAll(/\p{Lu}\p{Ll}+/gu)].map((m) => {
      const span = { start: m.index, end: m.index + m[0].length };
      return { ...span, id: `${id}:${span.start}-${span.end}`, text: m[0], form: 'name' };
    });
    const chains = mentions.map((mention) => ({
      type: 'Person',
      name: mention.text,
      mentions: [mention.id],
    }));
    const sentences = [{ start: 0, end: text.length }];
    return { document: id, contentHash, extractor: 'own@1', sentences, mentions, chains, statements: [] };
  },
};
