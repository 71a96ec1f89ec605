// A reader of one's own, for workers: each line of a .lines file is a document. A line HANG hangs it.
import { readFileSync } from 'node:fs';

export default {
  accepts: ({ path }) => path.endsWith('.lines'),
  async *read({ path, id }) {
    for (const [number, text] of readFileSync(path, 'utf8').trim().split('\n').entries()) {
      if (text === 'HANG') for (;;);
      yield { id: `${id}#${number}`, title: text, text, contentHash: text };
    }
  },
};
