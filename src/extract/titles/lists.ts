// Offices in the plural with their holders: "Presidents Anna Holt and Omar Reyes", "the presidents of Chile and Peru, …".
import { phraseFrom } from './body.ts';
import type { Holder } from './holder.ts';
import type { Body, OfficePhrase } from './phrase.ts';
import type { Named, Sentence } from './sentence.ts';

/** The holders of a plural office, each with the body of the same rank where there are as many; undefined where none is named. */
export function listed(sentence: Sentence, phrase: OfficePhrase): readonly Holder[] | undefined {
  if (!phrase.plural) return undefined;
  const marked = /^(?:,|:|[–—(])$/.test(sentence.form(phrase.to)) ? phrase.to + 1 : phrase.to;
  const people = peopleFrom(sentence, sentence.personAt(phrase.next) ? phrase.next : marked, phrase);
  const all = people.length > 0 ? people : peopleBefore(sentence, phrase.from - 1);
  if (all.length < 2) return undefined;
  const own = all.some(({ bodies }) => bodies.length > 0);
  const inOrder = !own && phrase.bodies.length === all.length && phrase.role.of !== 'person';
  return all.map(({ named, bodies }, i) => ({
    place: sentence.place(named.name.from, named.name.to),
    rule: 'in a list',
    confidence: 0.85,
    ...(own ? { bodies } : inOrder ? { bodies: phrase.bodies.slice(i, i + 1) } : {}),
  }));
}

interface Member {
  readonly named: Named;
  readonly bodies: readonly Body[];
}

/** Names joined by commas and "and", each perhaps with its own body: "Orlov of Russia and Demir of Turkey". */
function peopleFrom(sentence: Sentence, start: number, { office }: OfficePhrase): Member[] {
  const found: Member[] = [];
  for (let at = start; ; ) {
    const named = sentence.personAt(at);
    if (named === undefined) return found;
    at = named.to;
    const of = sentence.lower(at) === 'of' ? phraseFrom(sentence, at + 1) : undefined;
    const body = of?.named !== undefined && of.named.name.type !== 'Person' ? of : undefined;
    if (body?.named !== undefined) at = body.to;
    found.push({
      named,
      bodies:
        body?.named === undefined
          ? []
          : [{ office, place: sentence.place(body.named.name.from, body.named.name.to), named: body.named }],
    });
    const comma = sentence.form(at) === ',' ? 1 : 0;
    const and = /^(?:and|&)$/.test(sentence.lower(at + comma)) ? 1 : 0;
    if (comma + and === 0) return found;
    at += comma + and;
  }
}

/** "Anna Holt and Omar Reyes, the presidents of Chile and Peru". */
function peopleBefore(sentence: Sentence, mark: number): Member[] {
  const found: Member[] = [];
  if (sentence.form(mark) !== ',') return found;
  for (let at = mark; ; ) {
    const named = sentence.personBefore(at);
    if (named === undefined) return found;
    found.unshift({ named, bodies: [] });
    at = named.from - 1;
    if (!/^(?:and|,)$/.test(sentence.lower(at))) return found;
    if (sentence.lower(at) === 'and' && sentence.form(at - 1) === ',') at--;
  }
}
