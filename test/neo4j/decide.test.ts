import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { findCommand } from './server.ts';

const bare = { jdk: false, maven: false, jars: false };
const equipped = { jdk: true, maven: true, jars: false };

test("a user's own server goes before one that the tests would start", () => {
  const env = { WIREGRAPH_NEO4J: 'bolt://localhost:7687', NEO4J_USERNAME: 'ada', NEO4J_PASSWORD: 'secret' };
  const login = { address: 'bolt://localhost:7687', username: 'ada', password: 'secret' };
  expect(decide(env, equipped)).toEqual({ kind: 'own', login });
});

test.each([
  ['a JDK and Maven', equipped],
  ['a JDK and jars from an earlier run', { ...bare, jdk: true, jars: true }],
])('with %s a server is started', (_, machine) => {
  expect(decide({}, machine)).toEqual({ kind: 'start' });
});

test.each([
  ['Java development kit', bare],
  ['Maven', { ...bare, jdk: true }],
])('without %s the tests are skipped, and say what is missing', (name, machine) => {
  const decision = decide({}, machine);
  expect(decision).toMatchObject({ kind: 'skip' });
  expect(decision).toHaveProperty('reason', expect.stringContaining(`There is no ${name}`));
});

test('in CI there is no skipping', () => {
  expect(decide({ CI: 'true' }, bare)).toMatchObject({ kind: 'fail' });
});

test('a command is found on the path alone', () => {
  expect(findCommand('no-such-command')).toBe(null);
  expect(findCommand('node', '')).toBe(null);
});
