// What names, descriptions and pronouns stand for, a rule at a time. The sentences are our own.
import { describe, expect, test } from 'vitest';
import { chained, events, resolved } from './chained.ts';

/** Texts, and lines that must be among what is read in them. */
type Cases = readonly (readonly [text: string, ...lines: string[]])[];

const holds = (title: string, cases: Cases) =>
  describe(title, () => {
    test.each(cases)('%s', async (text, ...lines) => {
      expect(await chained(text)).toEqual(expect.arrayContaining(lines));
    });
  });

holds('a person is known by the full name, and taken up by a part of it', [
  [
    'Anna Holt met Peter Bell. Holt thanked Bell.',
    'Anna Holt: Anna Holt … Holt',
    'Peter Bell: Peter Bell … Bell',
  ],
  ['Elizabeth Warren spoke. Warren said she was ready.', 'Elizabeth Warren: Elizabeth Warren … Warren … she'],
  ['Mr. Bell spoke first. Peter Bell is a lawyer.', 'Peter Bell: Bell … Peter Bell … a lawyer'],
  ['Sarah Jane Holt spoke. Later Sarah Holt left.', 'Sarah Jane Holt: Sarah Jane Holt … Sarah Holt'],
]);

holds('two people with one surname are two', [
  [
    'Anna Holt and Peter Holt spoke. Mrs. Holt left before Mr. Holt.',
    'Anna Holt: Anna Holt … Holt',
    'Peter Holt: Peter Holt … Holt',
  ],
  ['Peter Bell Jr. opened the shop. His uncle Peter Bell Sr. paid.', 'Peter Bell Jr.: Peter Bell Jr. … His'],
]);

holds('a first name tells a gender, with its accents or without', [
  ['Ngozi Bell met Vytautas Holt. He thanked her.', 'Ngozi Bell: Ngozi Bell … her'],
  ['Zoltan Bell met Zeynep Holt. He left.', 'Zoltan Bell: Zoltan Bell … He'],
]);

holds('an acronym stands for its full name', [
  [
    'The Nordic Transport Council (NTC) met in Oslo. The NTC rejected the plan.',
    'Nordic Transport Council: Nordic Transport Council … NTC … NTC',
  ],
]);

holds('a pronoun stands for whom the sentence speaks of', [
  ['Anna Holt said she would resign.', 'Anna Holt: Anna Holt … she'],
  ['Anna Holt arrived late. She apologised for her delay.', 'Anna Holt: Anna Holt … She … her'],
  ['Peter Bell hurt himself.', 'Peter Bell: Peter Bell … himself'],
  ['Peter Bell, who lives in Oslo, resigned.', 'Peter Bell: Peter Bell … who'],
  ['When she won, Anna Holt wept.', 'Anna Holt: she … Anna Holt'],
  ['Chile rejected the offer. It said the terms were unfair.', 'Chile: Chile … It'],
]);

holds('a pronoun never stands for what grammar forbids', [
  ['Peter Bell praised him.', 'Peter Bell: Peter Bell'],
  ['Anna Holt and Peter Bell promised him more.', 'Peter Bell: Peter Bell'],
  ['After his call with Peter Bell, President Juan Moss left.', 'Peter Bell: Peter Bell'],
  ['Anna Holt met Peter Bell. He thanked her.', 'Anna Holt: Anna Holt … her', 'Peter Bell: Peter Bell … He'],
]);

holds('an office stands for its holder', [
  [
    'Peruvian President Anna Holt met reporters. The Peruvian leader smiled.',
    'Anna Holt: Anna Holt … The Peruvian leader',
  ],
  ['Oslo Mayor Peter Bell resigned. The mayor gave no reason.', 'Peter Bell: Peter Bell … The mayor'],
  [
    'Peruvian President Anna Holt met with Chilean President Peter Bell. The Chilean president thanked her.',
    'Peter Bell: Peter Bell … The Chilean president',
    'Anna Holt: Anna Holt … her',
  ],
  [
    'Peruvian President Anna Holt spoke with her Chilean counterpart Peter Bell. The Chilean president agreed.',
    'Peter Bell: Peter Bell … The Chilean president',
  ],
  ['Anna Holt, the mayor of Oslo, resigned.', 'Anna Holt: Anna Holt … the mayor'],
]);

holds('who was it before is not who is it', [
  [
    'Former President Anna Holt attacked the bill. The former president called it weak.',
    'Anna Holt: Anna Holt … The former president',
  ],
  ['Oslo Mayor Peter Bell resigned. The former mayor gave a speech.', 'Peter Bell: Peter Bell'],
]);

holds('of two who may hold an office, the subject is meant', [
  [
    'Prime Minister Anna Holt will travel to Lima for talks with President Juan Moss. The Kenyan leader is ready.',
    'Anna Holt: Anna Holt … The Kenyan leader',
  ],
]);

holds('a counterpart tells that someone leads, not as what', [
  [
    'Chilean Chancellor Peter Bell met his Peruvian counterpart Anna Holt. The chancellor spoke first.',
    'Peter Bell: Peter Bell … his … The chancellor',
  ],
]);

holds('whoever acts for a country is the country', [
  ['Peru and Chile held talks. The Peruvian side left early.', 'Peru: Peru … The Peruvian side … Peruvian'],
]);

holds('a group has its members', [
  [
    'Peruvian President Anna Holt met Chilean President Peter Bell. The two leaders shook hands.',
    'Anna Holt and Peter Bell: The two leaders',
  ],
  ['Peru and Chile signed a pact. Both sides praised it.', 'Peru and Chile: Both sides'],
  [
    'Peru and the Shining Front agreed on a truce. Both sides broke it.',
    'Peru and Shining Front: Both sides',
  ],
  ['Anna Holt and Peter Bell met in Oslo. They discussed trade.', 'Anna Holt and Peter Bell: They'],
]);

test('members are things of the article', async () => {
  const { referents } = await resolved('Peru and Chile signed a pact. Both sides praised it.');
  const group = referents.references.find(({ thing }) => thing.members.length > 0)?.thing;
  expect(group?.members.map(({ name }) => name)).toEqual(['Peru', 'Chile']);
});

holds('relatives are known by whose they are', [
  [
    'Peter Bell and his wife, Anna Bell, arrived. His wife waved.',
    'Anna Bell: his wife … Anna Bell … His wife',
  ],
]);

holds('whoever speaks is I', [
  ['“I will resign,” Anna Holt said.', 'Anna Holt: I … Anna Holt'],
  ['“You must go,” Anna Holt told Peter Bell.', 'Peter Bell: You … Peter Bell'],
]);

holds('whoever spoke goes on speaking', [
  [
    'Peter Bell confirmed that Juan Moss would resign. He told reporters on Friday that the vote was close.',
    'Peter Bell: Peter Bell … He',
  ],
]);

holds('whoever speaks is not he', [
  ['Anna Holt met Peter Bell. “He will resign,” Holt said.', 'Peter Bell: Peter Bell … He'],
]);

holds('an organisation and a place are taken up by what they are', [
  [
    'The Foreign Ministry summoned the envoy. The ministry gave no reason.',
    'Foreign Ministry: Foreign Ministry … The ministry',
  ],
]);

test('an event is taken up by nouns of its kind', async () => {
  const text = 'Anna Holt had a phone call with Peter Bell on Monday. The two-hour conversation was frank.';
  expect(await events(text)).toEqual(['phone call: a phone call … The two-hour conversation']);
});

test.each([
  ['He said that it was over.'],
  ['They left. She wept. It rained.'],
  ['“I will go,” a man shouted.'],
])('a pronoun with no one to stand for stands for nothing: %s', async (text) => {
  expect(await chained(text)).toEqual([]);
});

test('every reference has a reason and a confidence', async () => {
  const { referents } = await resolved('Anna Holt said she would resign. The mayor wept.');
  for (const { confidence, reason } of referents.references) {
    expect(reason).not.toBe('');
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

holds('a body that speaks speaks of itself', [
  [
    'The Harbour Council rejected the plan of Acorn Foods. Acorn Foods said it would appeal.',
    'Acorn Foods: Acorn Foods … Acorn Foods … it',
  ],
]);

holds('a body of a place is taken up by its kind', [
  ['The Bank of Lowmark held rates. The Bank expects growth.', 'Bank of Lowmark: Bank of Lowmark … Bank'],
]);

holds('an office may be the other one’s', [
  [
    'President Luis Prado of Bolivia and President Ana Quiroga of Paraguay met in Lima. Prado thanked his counterpart.',
    'Ana Quiroga: Ana Quiroga … his counterpart',
  ],
  [
    'Norwegian President Ana Holt met Danish President Jan Wilk. The presidents did not speak.',
    'Ana Holt and Jan Wilk: The presidents',
  ],
]);

holds('who reports is nobody of the report', [
  [
    'LIMA, March 3 (Andes Wire) - The bank of the country kept its rate. The agency was closed.',
    'Andes Wire: Andes Wire',
  ],
]);

holds('an occupation is the one person’s who was the subject', [
  ['Talia Stern won the race. The sprinter wept.', 'Talia Stern: Talia Stern … The sprinter'],
  ['Talia Stern won the race. The victim wept.', 'Talia Stern: Talia Stern'],
]);
