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

holds('an “ex-minister” is who was a minister', [
  [
    'Rita Holm, a former health minister of Norway, was cleared. The ex-minister hugged her lawyer.',
    'Rita Holm: Rita Holm … a former health minister … The ex-minister … her',
  ],
]);

holds('what has been called a party is no company', [
  [
    'The Homeland League, a party of farmers, lost. Kestrel Foods cheered. The company gives it money.',
    'Kestrel Foods: Kestrel Foods … The company',
  ],
]);

holds('whoever is answered is who did it before', [
  ['Karl Moss begged Anna Bell to stay. She ignored him.', 'Karl Moss: Karl Moss … him'],
  [
    'Dan Cole wrote to Eva Lind after Ivan Stoll had called. She invited him to Oslo.',
    'Dan Cole: Dan Cole … him',
  ],
]);

holds('a country’s office is whom the sentence before names for the first time', [
  [
    'The deal was blocked by Tor Hauge. Norway’s energy minister called it reckless.',
    'Tor Hauge: Tor Hauge … Norway’s energy minister',
  ],
  [
    'The deal was blocked by Tor Hauge and Anna Moss. Norway’s energy minister called it reckless.',
    'Tor Hauge: Tor Hauge',
    'Anna Moss: Anna Moss',
  ],
]);

holds('a government is of the only country that its sentence goes on to name', [
  [
    'Colonel Issa Dembe overthrew the government on Tuesday in Malawi. He promised elections.',
    'Malawi: the government … Malawi',
  ],
]);

holds('a king of steel wears no crown', [
  ['Steel king Klaus Brand smiled. Brand had won.', 'Klaus Brand: Klaus Brand … Brand'],
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

holds('no other firm is a country’s central bank', [
  [
    'The Kresna Company is in debt. Ada Moss, a former governor of the Peruvian central bank, will see to it.',
    'Kresna Company: Kresna Company',
  ],
  ['The Bank of Peru met. The central bank was unmoved.', 'Bank of Peru: Bank of Peru … The central bank'],
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

holds('whoever was quoted goes on, outside of the quotation', [
  [
    'Peter Bell met Juan Moss. “Moss was late. If he knew, he said nothing,” Bell said. He added that the talks were over.',
    'Peter Bell: Peter Bell … Bell … He',
  ],
  [
    'General Omar Reyes recalled that Peter Bell had left. “We thank him. If we need him, we shall call him,” he said.',
    'Omar Reyes: Omar Reyes … We … we … we … he',
  ],
]);

holds('whoever spoke goes on beside what is said', [
  [
    'Juan Moss denied the claim. Doctors had examined Peter Bell twice, he said.',
    'Juan Moss: Juan Moss … he',
  ],
]);

holds('a body or a pair goes on with what only someone does or has', [
  [
    'The Harbour Council has offered help. Its commissioner for peace, Anna Holt, will travel.',
    'Harbour Council: Harbour Council … Its',
  ],
  ['Anna Holt and Peter Bell sat down in Oslo. They did not speak.', 'Anna Holt and Peter Bell: They'],
  ['Acorn Foods closed a bridge. Its colour was red.', 'Acorn Foods: Acorn Foods'],
]);

holds('of those who may be meant the only one who did the sentence before is', [
  [
    'Helga Brandt appealed to Peter Bell to open the airport. She treated the wounded herself.',
    'Helga Brandt: Helga Brandt … She … herself',
  ],
]);

holds('a front has a leader, a country has none here', [
  [
    'Peru said the attack bore the mark of the Shining Front and that its leader, Juan Moss, would pay.',
    'Shining Front: Shining Front … its',
  ],
]);

holds('fighters are the body that they fight for', [
  [
    'Troops met rebels of the Shining Front. Later the rebels left.',
    'Shining Front: rebels … Shining Front … the rebels',
  ],
  ['The rebels left. The Shining Front denied it.', 'Shining Front: The rebels … Shining Front'],
  ['The rebels left. Acorn Foods denied it.', 'Acorn Foods: Acorn Foods'],
]);

holds('no country does something to itself as “the country”', [
  ['Peru left. Norway, which keeps soldiers in the country, protested.', 'Norway: Norway'],
]);

holds('ministers are told apart by their field', [
  ['Health Minister Anna Holt spoke. The finance minister resigned.', 'Anna Holt: Anna Holt'],
  [
    'Health Minister Anna Holt met Finance Minister Peter Bell. The finance minister resigned.',
    'Peter Bell: Peter Bell … The finance minister',
  ],
]);

holds('whoever was not named is not who is named', [
  [
    'Norwegian diplomat Anna Holt left. A diplomat close to the talks was angry. The diplomat said it was over.',
    'Anna Holt: Anna Holt',
  ],
]);

holds('who has just been named, and not said who, is the office of the next sentence', [
  [
    'The plan may fail because of Pilar Moss. The defence minister leads a small party.',
    'Pilar Moss: Pilar Moss … The defence minister',
  ],
  ['That was good for Peter Bell. The president left.', 'Peter Bell: Peter Bell'],
  [
    'Pilar Moss arrived. Moss is an actress. The defence minister leads a small party.',
    'Pilar Moss: Pilar Moss … Moss … an actress',
  ],
]);

holds('a relative’s surname is somebody else’s', [
  [
    'Kadri Holt called her husband, the composer Olev Holt. Ms Holt laughed.',
    'Kadri Holt: Kadri Holt … her … Holt',
  ],
  [
    'Priit Holt spoke. Police held his brother Tanel Holt. Holt left in a car.',
    'Priit Holt: Priit Holt … his … Holt',
  ],
]);

holds('her whom one appoints is no owner', [
  ['Anna Holt won. President Helmi Moss will appoint her prime minister.', 'Anna Holt: Anna Holt … her'],
  ['President Helmi Moss named her new prime minister.', 'Helmi Moss: Helmi Moss … her'],
]);

holds('who is a person, on whatever the clause hangs', [
  [
    'Peter Bell became a governor of the Bank of Lowmark who belongs to no party.',
    'Peter Bell: Peter Bell … a governor … who',
  ],
]);

holds('by whose office something is said the sentence is about', [
  ['Anna Holt spoke by phone with Berit Moss and Peter Bell, her office said.', 'Anna Holt: Anna Holt … her'],
]);

holds('the country of a minister is his country', [
  [
    'Peruvian Foreign Minister Omar Reyes said his country would call a meeting.',
    'Peru: Peruvian … his country',
  ],
]);

holds('one of a people is the one who holds an office there', [
  [
    'Chilean mediator Omar Reyes arrived. Anna Holt asked the Chilean for a delay.',
    'Omar Reyes: Chilean mediator … Omar Reyes … Chilean',
  ],
  ['Omar Reyes arrived. Anna Holt asked the Chilean for a delay.', 'Omar Reyes: Omar Reyes'],
]);

holds('a minister says “we” of the country, a driver of himself', [
  ['Peruvian Foreign Minister Omar Reyes arrived. “We want peace,” Reyes said.', 'Peru: Peruvian … We'],
  ['“We walked home,” Peter Bell said.', 'Peter Bell: We … Peter Bell'],
]);

holds('both are not who does it', [
  [
    'Anna Holt accused Acorn Foods of bribing Bell Bank and will sue both.',
    'Acorn Foods and Bell Bank: both',
  ],
]);

holds('who is told by age was the subject before', [
  [
    'Pieter Claes rejected the accusation. The 45-year-old said he would stay.',
    'Pieter Claes: Pieter Claes … The 45-year-old … he',
  ],
]);

holds('a country is not what its president praises', [
  ['Peru’s president, Ada Moss, praised it.', 'Peru: Peru'],
]);

holds('sides are not any two countries where rebels fight', [
  [
    'Peru armed the Shining Front. Chile has offered to host talks. The two sides have fought for years.',
    'Peru: Peru',
    'Chile: Chile',
  ],
]);

holds('an island is no city', [['Anna Holt arrived in Arica. The island was calm.', 'Arica: Arica']]);
