// A mailbox (MBOX): messages one after another, each after a line `From …`. Streamed, so that it may be of any length.
import type { Document } from '../../../graph/model.ts';
import { type Format, failure, type Item, type Results, recordId, streamOf, whyUnreadable } from '../item.ts';
import { linesOf } from '../lines.ts';
import type { Failure } from '../reader.ts';
import { mostMessageBytes, readMessage } from './message.ts';

/** Mailboxes: each message as a mail of its own. */
export const mailboxFormat: Format = {
  endings: ['.mbox', '.mbx'],
  mediaTypes: ['application/mbox'],
  async *read(item, readPart) {
    let found = 0;
    try {
      for await (const message of messagesOf(item)) {
        found += 1;
        yield* readOne(item, found, message, readPart);
      }
    } catch (error) {
      yield failure(item, whyUnreadable(error));
      return;
    }
    if (found === 0)
      yield failure(
        item,
        'holds no message: no line in it is such as "From a@b Mon May 19 20:15:00 2025". Look what it is.',
      );
  },
};

async function* readOne(
  box: Item,
  number: number,
  message: Buffer | undefined,
  readPart: (part: Item) => Results,
): AsyncGenerator<Document | Failure> {
  const part = { ...box, id: recordId(box, number), name: `${box.name}, message ${number}`, isPart: true };
  if (message === undefined)
    yield failure(part, `has more than ${mostMessageBytes / 1_000_000} MB. Save its attachments apart.`);
  else yield* readMessage(part, message, readPart);
}

/** The messages; undefined for one that is too large. A line `>From` is one of the message's own. */
async function* messagesOf(item: Item): AsyncGenerator<Buffer | undefined> {
  let lines: Buffer[] = [];
  let size = 0;
  let isWithin = false;
  let isAfterBlank = true;
  const take = () => (size > mostMessageBytes ? undefined : Buffer.concat(lines));
  for await (const { bytes } of linesOf(streamOf(item), 1_000_000)) {
    if (isAfterBlank && opens.test(bytes.subarray(0, 200).toString('latin1'))) {
      if (isWithin) yield take();
      [lines, size, isWithin, isAfterBlank] = [[], 0, true, false];
      continue;
    }
    if (!isWithin) continue;
    isAfterBlank = bytes.length === 0;
    size += bytes.length + 1;
    if (size > mostMessageBytes) lines = [];
    else
      lines.push(/^>+From /.test(bytes.subarray(0, 12).toString('latin1')) ? bytes.subarray(1) : bytes, feed);
  }
  if (isWithin) yield take();
}

/** `From someone Mon May 19 20:15:00 2025`; a sentence that begins with "From" has no such time. */
const opens = /^From .*\d\d:\d\d/;

const feed = Buffer.from('\n');
