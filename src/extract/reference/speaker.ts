// "I", "we" and "you" inside a quotation: whoever speaks, whoever is spoken to.
import type { Place, Quotation } from '../article.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { Mention } from './mention.ts';
import type { Tie } from './ties.ts';

/** Nouns whose "our" is a people's, not the speaker's own: "our country". */
const shared = new Set(
  'country nation state people government city land economy world planet troops army military children democracy'.split(
    ' ',
  ),
);

/** Whom a pronoun of the first or second person stands for; asked when all else has been read. */
export function speakerOf(context: Context, mention: Mention): Tie | undefined {
  const quotation = context.quotationAt(context.quotation(mention));
  if (quotation === undefined) return undefined;
  if (mention.word === 'you') {
    const listener = quotation.listener && chainOf(context, quotation.listener);
    return listener && { chain: listener, confidence: 0.7, reason: 'is spoken to' };
  }
  const speaker = quotation.speaker && chainOf(context, quotation.speaker);
  if (speaker === undefined) return undefined;
  if (mention.word === 'I')
    return speaker.type === 'Person'
      ? { chain: speaker, confidence: 0.95, reason: 'speaks here' }
      : undefined;
  if (mention.pronoun?.possessive && shared.has(ownedBy(context, mention))) return undefined;
  return { chain: speaker, confidence: 0.6, reason: 'speaks here for more than one' };
}

function ownedBy(context: Context, mention: Mention): string {
  const syntax = context.syntax(mention);
  const head = syntax.headOf(mention.head);
  return head === undefined ? '' : syntax.word(head).lemma.toLowerCase();
}

/** What a phrase that another stage found stands for. */
export function chainOf(context: Context, place: Place): Chain | undefined {
  const syntax = context.trees[place.sentence];
  if (syntax === undefined) return undefined;
  const head = syntax.headWithin(place);
  const mention = context.mentionAt(place.sentence, head);
  return mention && (context.link(mention)?.chain ?? context.named(mention));
}

/** Who is said to speak where a mention stands; undefined outside quotations. */
export function speakerAt(context: Context, mention: Mention): Chain | undefined {
  const quotation: Quotation | undefined = context.quotationAt(context.quotation(mention));
  return quotation?.speaker && chainOf(context, quotation.speaker);
}
