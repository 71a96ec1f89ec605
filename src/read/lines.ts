// A stream of bytes → its lines, never holding more than one.
import type { Readable } from 'node:stream';

/** A line without its line end. `isCut`: it was longer than allowed, and `bytes` is its beginning. */
export interface Line {
  readonly bytes: Buffer;
  readonly isCut: boolean;
}

/** The lines of a stream, cut at `most` bytes; what follows of a longer one is dropped. Cost: linear. */
export async function* linesOf(stream: Readable, most: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let isCut = false;
  const add = (part: Buffer) => {
    const room = most - size;
    if (part.length > room) isCut = true;
    if (room > 0 && part.length > 0) parts.push(part.subarray(0, room));
    size += Math.min(part.length, room);
  };
  const take = (): Line => {
    const line = Buffer.concat(parts);
    const whole = { bytes: line.at(-1) === 13 ? line.subarray(0, -1) : line, isCut };
    [parts, size, isCut] = [[], 0, false];
    return whole;
  };
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      add(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(bytes.subarray(start));
  }
  if (size > 0) yield take();
}
