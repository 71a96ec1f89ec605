// Of all claims behind a relation, the one whose words tell most in one line.
import stringWidth from 'string-width';
import { type Claim, compare, type Graph, type Mention, type Relation } from '../../graph/model.ts';
import { oneLine } from './printable.ts';
import { cut } from './table.ts';

export class Quotes {
  readonly #claims: ReadonlyMap<string, Claim>;
  readonly #mentions: ReadonlyMap<string, Mention>;
  readonly #publishers: ReadonlyMap<string, string | undefined>;

  constructor(graph: Graph) {
    this.#claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
    this.#mentions = new Map(graph.mentions.map((mention) => [mention.id, mention]));
    this.#publishers = new Map(graph.documents.map((document) => [document.id, document.publisher]));
  }

  /** One printable line: the words in quotation marks, and who published them where that is known. */
  of(relation: Relation, width: number): string {
    const claims = relation.claims.map((id) => this.#claims.get(id)).filter((claim) => claim !== undefined);
    const [best] = claims.sort((a, b) => this.#namesIn(b) - this.#namesIn(a) || shorter(a, b));
    return best === undefined ? '' : this.#line(best, width);
  }

  /** How many of the two ends are called by name: "she thanked him" tells nobody anything. */
  #namesIn({ subjectMention, objectMention }: Claim): number {
    const ends = [subjectMention, objectMention].map((id) => this.#mentions.get(id ?? ''));
    return ends.filter((mention) => mention?.form === 'name').length;
  }

  /** The whole quote where it fits, else the part that begins before the first of the two ends and fills the line. */
  #line(claim: Claim, width: number): string {
    const publisher = this.#publishers.get(claim.document);
    const source = publisher === undefined ? '' : ` (${oneLine(publisher)})`;
    const room = width - stringWidth(source);
    const whole = quoted(claim.quote);
    if (stringWidth(whole) <= room) return whole + source;
    const ends = [claim.subjectMention, claim.objectMention].map((id) => this.#mentions.get(id ?? ''));
    const first = Math.min(...ends.map((mention) => mention?.start ?? claim.start)) - claim.start;
    const part = claim.quote.slice(wordFrom(claim.quote, Math.min(first, claim.quote.length - room + 3)));
    const shown = part.length === claim.quote.length ? whole : quoted(`…${part}`);
    return (stringWidth(shown) <= room ? shown : `${cut(shown, room - 1)}”`) + source;
  }
}

/** Where the word begins that stands at, or next after, a place. */
function wordFrom(text: string, place: number): number {
  if (place <= 0) return 0;
  const space = text.slice(place - 1).search(/\s\S/);
  return space === -1 ? place : place + space;
}

/** In quotation marks on one printable line; those inside become single ones, as in print. */
export const quoted = (text: string): string =>
  `“${oneLine(text).replaceAll('“', '‘').replaceAll('”', '’').replace(/"/g, "'")}”`;

const shorter = (a: Claim, b: Claim): number => a.quote.length - b.quote.length || compare(a.id, b.id);
