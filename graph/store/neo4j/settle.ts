// Works out what follows from articles that were written in parts: COPY_OF, counts, relations, entities without support.
// Each from what the database holds at that moment, under a lock on the entity; nothing is counted up.
import { countMentions, lockEntities, removeUnsupported } from './entities.ts';
import type { Transact } from './load.ts';
import { dropNotes, noted, notes } from './note.ts';
import { readClaimsOf } from './read-back.ts';
import { putRelationsOf } from './relations.ts';
import { putCopies } from './write.ts';

/** Works off all notes, and those that are left meanwhile. `onDone` hears how many entities are done. */
export async function settle(transact: Transact, onDone: (done: number) => void): Promise<void> {
  let done = 0;
  for (;;) {
    const waiting = await transact('read', notes);
    if (waiting.length === 0) return;
    for await (const documents of partsOf(transact, waiting, 'copies'))
      await transact('write', async (ask) =>
        putCopies(ask, new Set(documents), await readClaimsOf(ask, documents)),
      );
    for await (const entities of partsOf(transact, waiting, 'entities')) {
      await transact('write', async (ask) => {
        await lockEntities(ask, entities);
        await countMentions(ask, entities);
        await putRelationsOf(ask, entities);
        await removeUnsupported(ask, entities);
      });
      done += entities.length;
      onDone(done);
    }
    await transact('write', (ask) => dropNotes(ask, waiting));
  }
}

/** What one transaction takes. */
const most = { ids: 1000, claims: 4000 };

async function* partsOf(transact: Transact, waiting: readonly string[], what: 'entities' | 'copies') {
  for (let after = ''; ; ) {
    const page = await transact('read', (ask) => noted(ask, waiting, what, after));
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
    let [part, size]: [string[], number] = [[], 0];
    for (const { id, claims } of page) {
      if (part.length > 0 && (part.length >= most.ids || size + claims > most.claims)) {
        yield part;
        [part, size] = [[], 0];
      }
      part.push(id);
      size += claims;
    }
    yield part;
  }
}
