// One mail message (EML) and one saved page (MHTML): both MIME. The message's text, and what is attached to it.
import type { Attachment, Email } from 'postal-mime';
import type { Document } from '../../../graph/model.ts';
import { isoDate } from '../date.ts';
import { documentOf } from '../document.ts';
import type { Fields } from '../front-matter.ts';
import { pageDocument } from '../html/format.ts';
import { wholeText } from '../html/whole.ts';
import { bytesOf, type Format, failure, type Item, type Results, recordId } from '../item.ts';
import { normalise } from '../normalise.ts';
import type { Failure } from '../reader.ts';

/** The most bytes that a message may have with what is attached to it. */
export const mostMessageBytes = 64_000_000;

/** Mail messages, newsletters above all: the message is a document, and so is each attachment that can be read. */
export const messageFormat: Format = {
  endings: ['.eml'],
  mediaTypes: ['message/rfc822'],
  async *read(item, readPart) {
    const bytes = await bytesOf(item, mostMessageBytes, 'Save its attachments apart.');
    if (typeof bytes === 'string') yield failure(item, bytes);
    else yield* readMessage(item, bytes, readPart);
  },
};

/** Pages that a browser saved as one MIME file. */
export const mhtmlFormat: Format = {
  endings: ['.mhtml', '.mht'],
  mediaTypes: ['multipart/related', 'application/x-mimearchive'],
  async *read(item) {
    const bytes = await bytesOf(item, mostMessageBytes, 'Save the article alone.');
    if (typeof bytes === 'string') {
      yield failure(item, bytes);
      return;
    }
    const mail = await parsed(bytes);
    if (typeof mail === 'string') yield failure(item, mail);
    else if (mail.html === undefined) yield failure(item, 'holds no page. Save it again from a browser.');
    else
      yield pageDocument(
        {
          ...item,
          address:
            item.address ?? header(mail, 'snapshot-content-location') ?? header(mail, 'content-location'),
        },
        mail.html,
      );
  },
};

/** The documents in a message's bytes. */
export async function* readMessage(
  item: Item,
  bytes: Uint8Array,
  readPart: (part: Item) => Results,
): AsyncGenerator<Document | Failure> {
  const mail = await parsed(bytes);
  if (typeof mail === 'string') {
    yield failure(item, mail);
    return;
  }
  const text = textOf(mail);
  if (text !== '') yield documentOf(item.id, { ...item.fields, ...fieldsOf(mail) }, text);
  else if (mail.attachments.length === 0) yield failure(item, 'holds no text. Take it out.');
  const names = new Set<string>();
  for (const [i, attachment] of mail.attachments.entries())
    yield* readPart(partOf(item, attachment, i + 1, names));
}

async function parsed(bytes: Uint8Array): Promise<Email | string> {
  // Loaded here: only who reads mail waits for it.
  const { default: PostalMime } = await import('postal-mime');
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
    return mail.headers.length === 0 ? 'is no message: it has no header. Look what it is.' : mail;
  } catch (error) {
    return `is no message that can be read (${(error as Error).message.slice(0, 120)}). Save it again.`;
  }
}

/** The HTML part says what the mailing looks like; the plain one is often a list of addresses. The longer text wins. */
function textOf({ html, text = '' }: Email): string {
  const plain = normalise(text.replace(/\r\n?/g, '\n')).trim();
  const shown = html === undefined ? '' : normalise(wholeText(html, true));
  return shown.length * 2 >= plain.length ? shown : plain;
}

function fieldsOf(mail: Email): Fields {
  const sender = mail.from?.name?.trim() || (mail.from?.address?.split('@')[1] ?? '');
  // The header as written keeps the sender's zone, which the parser's own date doesn't.
  const publishedAt = isoDate(header(mail, 'date') ?? '');
  const address = header(mail, 'list-archive')?.replace(/^<|>$/g, '');
  const url = address === undefined ? null : URL.parse(address);
  return {
    ...(mail.subject?.trim() ? { title: mail.subject.replace(/\s+/g, ' ').trim() } : {}),
    ...(sender ? { publisher: sender } : {}),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url !== null && /^https?:$/.test(url.protocol) ? { url: url.href } : {}),
  };
}

const header = ({ headers }: Email, key: string): string | undefined =>
  headers.find((line) => line.key === key)?.value.trim();

function partOf(item: Item, attachment: Attachment, number: number, names: Set<string>): Item {
  const fileName = attachment.filename?.replace(/^.*[/\\]/, '') || `part-${number}`;
  const key = names.has(fileName) ? `${number}-${fileName}` : fileName;
  names.add(key);
  const { content } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
  return {
    id: recordId(item, key),
    name: `${item.name}, ${key}`,
    fileName,
    content: { bytes },
    isPart: true,
    mediaType: attachment.mimeType,
  };
}
