// A small graph about an invented harbour inquiry, built from sentences that say it: twenty-odd entities, some forty
// relations, six articles. Names and events are made up.
import {
  type Claim,
  claimId,
  compare,
  type Document,
  type Entity,
  type EntityType,
  type Graph,
  isAsserted,
  type Mention,
  type Modality,
  mentionId,
  relationsOf,
  type Sentence,
  type Span,
} from '../../graph/model.ts';
import { symmetricTypes } from '../../graph/vocabulary/index.ts';

/** One statement of a sentence: subject, predicate, object, by the words that stand in it. */
export type Statement = readonly [subject: string, predicate: string, object: string];

export interface Line {
  readonly text: string;
  readonly says?: readonly Statement[];
  readonly speaker?: string;
  readonly negated?: boolean;
  readonly modality?: Modality;
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly lines: readonly Line[];
}

/** Names in the order of preference: the first is the entity's, the others are aliases. */
export type Cast = readonly (readonly [type: EntityType, ...names: string[]])[];

/** The graph that articles amount to, given who is who. Every quote is its sentence, every mention a name in it. */
export function graphOf(cast: Cast, articles: readonly Article[]): Graph {
  const entities: Entity[] = cast.map(([type, name = '', ...aliases]) => ({
    id: `${type}:${name.toLowerCase().replaceAll(' ', '-')}`,
    type,
    name,
    aliases: aliases.sort(compare),
  }));
  const named = new Map(entities.flatMap((e) => [e.name, ...e.aliases].map((name) => [name, e.id] as const)));
  const documents: Document[] = [];
  const sentences: Sentence[] = [];
  const mentions = new Map<string, Mention>();
  const claims: Claim[] = [];
  for (const { lines, ...article } of articles) {
    let text = '';
    for (const [index, line] of lines.entries()) {
      if (index > 0) text += index % 3 === 0 ? '\n\n' : ' ';
      const start = text.length;
      text += line.text;
      const sentence = { document: article.id, index, start, end: text.length };
      sentences.push(sentence);
      for (const mention of mentionsIn(line.text, sentence, named)) mentions.set(mention.id, mention);
      for (const says of line.says ?? []) claims.push(claimOf(says, line, sentence, named));
    }
    documents.push({ ...article, text, language: 'en', contentHash: `hash of ${article.id}` });
  }
  const byId = (a: { id: string }, b: { id: string }) => compare(a.id, b.id);
  claims.sort(byId);
  return {
    documents: documents.sort(byId),
    sentences,
    entities: entities.sort(byId),
    mentions: [...mentions.values()].sort(byId),
    claims,
    relations: relationsOf(claims, new Map(documents.map((d) => [d.id, d])), symmetricTypes),
  };
}

/** The same in every test: the graph of `cast` and `articles`. */
export const harbour = (): Graph => graphOf(cast, articles);

function* mentionsIn(
  text: string,
  sentence: Sentence,
  named: ReadonlyMap<string, string>,
): Generator<Mention> {
  const taken: Span[] = [];
  for (const name of [...named.keys()].sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      const span = { start: sentence.start + at, end: sentence.start + at + name.length };
      if (taken.some((t) => t.start < span.end && span.start < t.end)) continue;
      taken.push(span);
      const { document } = sentence;
      yield {
        id: mentionId(document, span),
        document,
        ...span,
        text: name,
        form: 'name',
        entity: named.get(name) ?? '',
      };
    }
  }
}

function claimOf(
  [subject, predicate, object]: Statement,
  line: Line,
  sentence: Sentence,
  named: ReadonlyMap<string, string>,
): Claim {
  const { document, start, end } = sentence;
  const place = (name: string): Span => {
    const at = line.text.indexOf(name);
    if (at === -1) throw new Error(`"${name}" doesn't stand in "${line.text}".`);
    return { start: start + at, end: start + at + name.length };
  };
  const polarity = { negated: line.negated ?? false, modality: line.modality ?? 'actual' };
  return {
    id: claimId(document, { start, end }, predicate, place(subject), place(object)),
    document,
    start,
    end,
    quote: line.text,
    subject: named.get(subject) ?? null,
    subjectText: subject,
    subjectMention: mentionId(document, place(subject)),
    predicate,
    object: named.get(object) ?? null,
    objectText: object,
    objectMention: named.has(object) ? mentionId(document, place(object)) : null,
    ...polarity,
    asserted: isAsserted(polarity),
    speakers:
      line.speaker === undefined ? [] : [{ entity: named.get(line.speaker) ?? null, text: line.speaker }],
    time: null,
    arguments: [],
    about: null,
    eventType: null,
    mode: null,
    contexts: [],
    origin: document,
    confidence: 0.9,
    extractor: 'fixture@1',
  };
}

export const cast: Cast = [
  ['Person', 'Mara Lindqvist', 'Lindqvist', 'Ms Lindqvist'],
  ['Person', 'Viktor Saar', 'Saar'],
  ['Person', 'Tomas Okafor', 'Okafor'],
  ['Person', 'Ileana Dragan', 'Dragan'],
  ['Person', 'Hana Bechara'],
  ['Person', 'Jonas Pryce'],
  ['Person', 'Yuki Arai'],
  ['Person', 'Lucia Ferrante'],
  ['Person', 'Samir Qadri'],
  ['Person', 'Elena Vasku'],
  ['Organization', 'Northgate Ports', 'Northgate'],
  ['Organization', 'Saar Holdings'],
  ['Organization', 'Anti-Fraud Office'],
  ['Organization', 'Ministry of Transport'],
  ['Organization', 'Orvane City Council', 'City Council'],
  ['Organization', 'Meridian Capital'],
  ['Organization', 'Delta Dredging'],
  ['Organization', 'Port Workers Guild'],
  ['Place', 'Orvane'],
  ['Place', 'Port Sable'],
  ['Place', 'Geneva'],
  ['Event', 'Quay 7 collapse'],
  ['Event', 'March strike'],
  ['Event', 'Concession vote'],
  ['Topic', 'dredging permits'],
  ['Topic', 'worker safety'],
];

export const articles: readonly Article[] = [
  {
    id: 'a-orvane-daily.md',
    title: 'Port chief called mayor’s adviser on the eve of the vote',
    publisher: 'Orvane Daily',
    publishedAt: '2026-03-08',
    lines: [
      {
        text: 'Viktor Saar called Mara Lindqvist on the evening before the Concession vote.',
        says: [['Viktor Saar', 'CALLED', 'Mara Lindqvist']],
      },
      {
        text: 'Saar Holdings paid Tomas Okafor three times within a week, bank papers show.',
        says: [['Saar Holdings', 'PAID', 'Tomas Okafor']],
      },
      {
        text: 'Mr Saar owns Saar Holdings, which in turn controls Northgate Ports.',
        says: [
          ['Saar', 'OWNS', 'Saar Holdings'],
          ['Saar Holdings', 'CONTROLS', 'Northgate Ports'],
        ],
      },
      {
        text: 'Ileana Dragan accused Viktor Saar of steering the tender to a single bidder.',
        says: [['Ileana Dragan', 'ACCUSED', 'Viktor Saar']],
      },
      {
        text: 'Northgate Ports never paid Mara Lindqvist, a spokesman said.',
        says: [['Northgate Ports', 'PAID', 'Mara Lindqvist']],
        negated: true,
        speaker: 'a spokesman',
      },
      {
        text: 'Northgate Ports is based in Port Sable, a short ferry ride from Orvane.',
        says: [['Northgate Ports', 'BASED_IN', 'Port Sable']],
      },
      {
        text: 'The Anti-Fraud Office will question Tomas Okafor next week, Ileana Dragan said.',
        says: [['Anti-Fraud Office', 'QUESTIONED', 'Tomas Okafor']],
        modality: 'planned',
        speaker: 'Ileana Dragan',
      },
    ],
  },
  {
    id: 'b-tessel-courier.md',
    title: 'Two calls in one night',
    publisher: 'Tessel Courier',
    publishedAt: '2026-03-09',
    lines: [
      {
        text: 'Telephone records show that Viktor Saar called Mara Lindqvist twice.',
        says: [['Viktor Saar', 'CALLED', 'Mara Lindqvist']],
      },
      {
        text: 'The Anti-Fraud Office investigates Viktor Saar, Ileana Dragan confirmed.',
        says: [['Anti-Fraud Office', 'INVESTIGATES', 'Viktor Saar']],
        speaker: 'Ileana Dragan',
      },
      {
        text: 'Ileana Dragan heads the Anti-Fraud Office since last autumn.',
        says: [['Ileana Dragan', 'HEADS', 'Anti-Fraud Office']],
      },
      {
        text: 'According to Jonas Pryce, Saar Holdings paid Mara Lindqvist through Meridian Capital.',
        says: [['Saar Holdings', 'PAID', 'Mara Lindqvist']],
        speaker: 'Jonas Pryce',
      },
      {
        text: 'Jonas Pryce represents Tomas Okafor before the court in Orvane.',
        says: [['Jonas Pryce', 'REPRESENTS', 'Tomas Okafor']],
      },
      {
        text: 'Meridian Capital lent money to Saar Holdings in Geneva.',
        says: [
          ['Meridian Capital', 'LENT_MONEY_TO', 'Saar Holdings'],
          ['Meridian Capital', 'BASED_IN', 'Geneva'],
        ],
      },
    ],
  },
  {
    id: 'c-aster-wire.md',
    title: 'Investigators open a file on the harbour deal',
    publisher: 'Aster Wire',
    publishedAt: '2026-03-12',
    lines: [
      {
        text: 'The Anti-Fraud Office investigates Viktor Saar and has asked banks for papers.',
        says: [['Anti-Fraud Office', 'INVESTIGATES', 'Viktor Saar']],
      },
      {
        text: 'Mara Lindqvist advises the Orvane City Council on ports.',
        says: [['Mara Lindqvist', 'ADVISES', 'Orvane City Council']],
      },
      {
        text: 'The Orvane City Council decided the Concession vote in favour of Northgate Ports.',
        says: [
          ['Orvane City Council', 'DECIDED', 'Concession vote'],
          ['Concession vote', 'FAVOURED', 'Northgate Ports'],
        ],
      },
      {
        text: 'Hana Bechara voted against it and criticised Mara Lindqvist in the chamber.',
        says: [['Hana Bechara', 'CRITICISED', 'Mara Lindqvist']],
      },
      {
        text: 'Hana Bechara sits on the Orvane City Council for the harbour district.',
        says: [['Hana Bechara', 'MEMBER_OF', 'Orvane City Council']],
      },
      {
        text: 'The Ministry of Transport may suspend Northgate Ports, Samir Qadri said.',
        says: [['Ministry of Transport', 'SUSPENDED', 'Northgate Ports']],
        modality: 'possible',
        speaker: 'Samir Qadri',
      },
      {
        text: 'Samir Qadri is a spokesman for the Ministry of Transport.',
        says: [['Samir Qadri', 'SPOKESPERSON_FOR', 'Ministry of Transport']],
      },
    ],
  },
  {
    id: 'd-harbour-post.md',
    title: 'After the collapse, the guild wants answers',
    publisher: 'The Harbour Post',
    publishedAt: '2026-03-15',
    lines: [
      {
        text: 'The Port Workers Guild blamed Northgate Ports for the Quay 7 collapse.',
        says: [['Port Workers Guild', 'BLAMED', 'Northgate Ports']],
      },
      {
        text: 'The Quay 7 collapse happened in Port Sable, before dawn.',
        says: [['Quay 7 collapse', 'HAPPENED_IN', 'Port Sable']],
      },
      {
        text: 'Lucia Ferrante leads the Port Workers Guild.',
        says: [['Lucia Ferrante', 'HEADS', 'Port Workers Guild']],
      },
      {
        text: 'Lucia Ferrante met Samir Qadri to speak about worker safety.',
        says: [
          ['Lucia Ferrante', 'MET_WITH', 'Samir Qadri'],
          ['Lucia Ferrante', 'SPOKE_ABOUT', 'worker safety'],
        ],
      },
      {
        text: 'The Port Workers Guild called the March strike over worker safety.',
        says: [
          ['Port Workers Guild', 'ORGANISED', 'March strike'],
          ['March strike', 'CONCERNED', 'worker safety'],
        ],
      },
      {
        text: 'Northgate Ports must pay the Port Workers Guild, Lucia Ferrante demanded.',
        says: [['Northgate Ports', 'PAID', 'Port Workers Guild']],
        modality: 'demanded',
        speaker: 'Lucia Ferrante',
      },
      {
        text: 'Viktor Saar called Mara Lindqvist after the collapse as well, two people who saw the lists said.',
        says: [['Viktor Saar', 'CALLED', 'Mara Lindqvist']],
        speaker: 'two people',
      },
    ],
  },
  {
    id: 'e-estuary-letter.md',
    title: 'Who dredges, and who signs',
    publisher: 'Estuary Letter',
    publishedAt: '2026-03-20',
    lines: [
      {
        text: 'Delta Dredging works for Northgate Ports in the estuary.',
        says: [['Delta Dredging', 'WORKS_FOR', 'Northgate Ports']],
      },
      {
        text: 'The Ministry of Transport issued dredging permits to Delta Dredging in January.',
        says: [
          ['Ministry of Transport', 'ISSUED', 'dredging permits'],
          ['Delta Dredging', 'RECEIVED', 'dredging permits'],
        ],
      },
      {
        text: 'Yuki Arai sued Delta Dredging over the dredging permits.',
        says: [['Yuki Arai', 'SUED', 'Delta Dredging']],
      },
      {
        text: 'Elena Vasku signed the dredging permits, her office confirmed.',
        says: [['Elena Vasku', 'SIGNED', 'dredging permits']],
        speaker: 'her office',
      },
      {
        text: 'Elena Vasku works at the Ministry of Transport.',
        says: [['Elena Vasku', 'WORKS_FOR', 'Ministry of Transport']],
      },
      {
        text: 'Yuki Arai lives in Orvane and teaches in Geneva.',
        says: [['Yuki Arai', 'LIVES_IN', 'Orvane']],
      },
      {
        text: 'Saar Holdings paid Tomas Okafor for advice, the company’s books say.',
        says: [['Saar Holdings', 'PAID', 'Tomas Okafor']],
      },
    ],
  },
  {
    id: 'f-orvane-evening.md',
    title: 'Lindqvist denies any payment',
    publisher: 'Orvane Evening',
    publishedAt: '2026-03-28',
    lines: [
      {
        text: 'Saar Holdings did not pay Mara Lindqvist, Lindqvist said on Friday.',
        says: [['Saar Holdings', 'PAID', 'Mara Lindqvist']],
        negated: true,
        speaker: 'Lindqvist',
      },
      {
        text: 'Mara Lindqvist thanked Hana Bechara for keeping the debate fair.',
        says: [['Mara Lindqvist', 'THANKED', 'Hana Bechara']],
      },
      {
        text: 'Viktor Saar met Tomas Okafor in Geneva in February.',
        says: [
          ['Viktor Saar', 'MET_WITH', 'Tomas Okafor'],
          ['Viktor Saar', 'TRAVELLED_TO', 'Geneva'],
        ],
      },
      {
        text: 'Tomas Okafor works for Northgate Ports since the summer.',
        says: [['Tomas Okafor', 'WORKS_FOR', 'Northgate Ports']],
      },
      { text: 'Mara Lindqvist called Viktor Saar a businessman whom she hardly knows.' },
      {
        text: 'The Anti-Fraud Office investigates Viktor Saar; he will answer in Orvane.',
        says: [
          ['Anti-Fraud Office', 'INVESTIGATES', 'Viktor Saar'],
          ['Viktor Saar', 'TRAVELLED_TO', 'Orvane'],
        ],
      },
    ],
  },
];
