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
  const whole = actsFor(context, speaker);
  const isShared = mention.pronoun?.possessive && shared.has(ownedBy(context, mention));
  if (whole !== undefined && (!isShared || whole.country !== undefined))
    return { chain: whole, confidence: 0.6, reason: `${speaker.name} speaks for it` };
  return isShared ? undefined : { chain: speaker, confidence: 0.6, reason: 'speaks here for more than one' };
}

/** The country or body that someone leads or speaks for: "we" of a minister is the country, of a union's head the union. */
export function actsFor(context: Context, speaker: Chain): Chain | undefined {
  const held = context.facts.filter(
    ({ holder, isFormer, office }) => holder === speaker && !isFormer && leading.has(office.predicate),
  );
  const bodies = held.map(({ body }) => body).filter((body) => body !== undefined && body.type !== 'Person');
  return bodies.find((body) => body?.country !== undefined) ?? bodies[0];
}

/** Offices whose holder says "we" of what he leads. */
const leading: ReadonlySet<string> = new Set(
  `PRESIDENT_OF PRIME_MINISTER_OF CHANCELLOR_OF MONARCH_OF LEADER_OF MINISTER_OF SPOKESPERSON_FOR DIRECTOR_OF CHAIR_OF
   SECRETARY_GENERAL_OF AMBASSADOR_OF COACH_OF MAYOR_OF`.split(/\s+/),
);

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
