// Acts by the constructions that state them, each in sentences of its own: received acts, acts of procedure, acts by their nouns.
import { describe, expect, test } from 'vitest';
import { said } from '../said.ts';

const found = (name: string, cases: readonly (readonly [string, string])[]) =>
  describe(name, () => {
    test.each(cases)('%s: %s', async (sentence, claim) => {
      expect(await said(sentence)).toContain(claim);
    });
  });

found('whoever receives an act has it done to him', [
  ['Omar Reyes received a phone call from Anna Holt.', 'Anna Holt CALLED Omar Reyes'],
  ['Omar Reyes drew praise from Anna Holt for his patience.', 'Anna Holt PRAISED Omar Reyes'],
  ['Peru came under attack from Chile.', 'Chile ATTACKED Peru'],
  [
    'Gazprom, under pressure from Greenpeace to close the mine, sued Anna Holt.',
    'Greenpeace PRESSURED Gazprom',
  ],
  ['Gazprom was the subject of a complaint by Greenpeace.', 'Greenpeace SUED Gazprom'],
  ['Anna Holt’s speech was met with criticism from Omar Reyes.', 'Omar Reyes CRITICIZED Anna Holt'],
  ['Omar Reyes was found guilty of fraud by the High Court.', 'High Court CONVICTED Omar Reyes'],
  ['Gazprom, which is under investigation by Interpol, denied it.', 'Interpol INVESTIGATED Gazprom'],
  ['Omar Reyes did not receive an apology from Anna Holt.', 'Anna Holt not APOLOGIZED_TO Omar Reyes'],
]);

found('what someone does something else instead of does not happen', [
  ['Rather than meet Omar Reyes, Anna Holt flew to Peru.', 'Anna Holt not MET_WITH Omar Reyes'],
  ['Instead of meeting Omar Reyes, Anna Holt flew to Peru.', 'Anna Holt not MET_WITH Omar Reyes'],
]);

found('an act that is conveyed is done by whoever conveys it', [
  ['Anna Holt issued a rebuke to Omar Reyes.', 'Anna Holt CRITICIZED Omar Reyes'],
  ['Anna Holt gave full backing to Omar Reyes.', 'Anna Holt SUPPORTED Omar Reyes'],
  ['Chile voiced its opposition to Peru’s plan.', 'Chile OPPOSED Peru'],
]);

found('what somebody is said to be is praise or blame by whoever says so', [
  ['"Omar Reyes is a liar," Anna Holt said.', 'Anna Holt CRITICIZED Omar Reyes'],
  ['Anna Holt told Reuters that Omar Reyes was a coward.', 'Anna Holt CRITICIZED Omar Reyes'],
]);

test('who is said to be no traitor is not blamed', async () => {
  expect(await said('Anna Holt insisted that Omar Reyes was no traitor.')).not.toContain(
    'Anna Holt CRITICIZED Omar Reyes',
  );
});

found('who of a group is named takes part', [
  ['Chile arrested ten people, including Omar Reyes.', 'Chile ARRESTED Omar Reyes'],
  ['Five leaders, among them Anna Holt and Omar Reyes, condemned Chile.', 'Omar Reyes CONDEMNED Chile'],
  ['Companies such as Gazprom and Tesla criticised Anna Holt.', 'Tesla CRITICIZED Anna Holt'],
]);

found('those who act for a body act as the body', [
  ['Agents of Interpol raided Gazprom.', 'Interpol RAIDED Gazprom'],
  ['Lawyers for Gazprom accused Omar Reyes of fraud.', 'Gazprom ACCUSED Omar Reyes'],
  [
    'Supporters of the Labour Party protested outside the Chilean embassy.',
    'Labour Party PROTESTED_AGAINST Chile',
  ],
]);

found('what is done to a thing is done to whoever has it', [
  ['The banks froze accounts held by Gazprom.', 'The banks SEIZED Gazprom'],
  ['Switzerland confiscated a villa that Omar Reyes owned.', 'Switzerland SEIZED Omar Reyes'],
  ['Agents of Interpol raided offices belonging to Gazprom.', 'Interpol RAIDED Gazprom'],
]);

found('an act that is ordered is to come', [
  ['Chile approved the extradition of Omar Reyes.', 'Chile planned DEPORTED Omar Reyes'],
  ['Anna Holt ordered the arrest of Omar Reyes.', 'Anna Holt planned ARRESTED Omar Reyes'],
]);

found('a complaint has a culprit and a court', [
  ['Omar Reyes filed a complaint against Gazprom with the Supreme Court.', 'Omar Reyes SUED Gazprom'],
  ['Omar Reyes filed a complaint against Gazprom with the Supreme Court.', 'Omar Reyes ASKED Supreme Court'],
]);

found('a clause after "with whom" is about the name before it', [
  ['Anna Holt, with whom Omar Reyes had quarrelled, resigned.', 'Omar Reyes FEUDED_WITH Anna Holt'],
]);

found('who leaves an office leaves what it is of', [
  [
    'Omar Reyes, the head of Gazprom, stepped down as chief executive on Friday.',
    'Omar Reyes RESIGNED_FROM Gazprom',
  ],
]);

found('a verb that no list knows has a base form', [
  ['Police swooped on the offices of Gazprom.', 'Police RAIDED Gazprom'],
  ['Anna Holt left Lima to found Greenpeace.', 'Anna Holt planned FOUNDED Greenpeace'],
]);
