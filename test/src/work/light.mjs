// An extractor that takes 20 ms over an article and nothing of the processor.
export default {
  name: 'light',
  version: '1',
  async annotate({ id, contentHash, text }) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const sentences = [{ start: 0, end: text.length }];
    return {
      document: id,
      contentHash,
      extractor: 'light@1',
      sentences,
      mentions: [],
      chains: [],
      statements: [],
    };
  },
};
