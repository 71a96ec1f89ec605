// A question of the library: a Cypher text that opens with remarks which say what it answers. Reads no files: who runs in
// Node or in a bundler hands the texts over.

/** A question that can be put to any graph of reports, on any store. */
export interface Question {
  /** Its file's name without ending: `who-called-whom`. */
  readonly name: string;
  /** As a person would ask it. */
  readonly title: string;
  /** What the rows are, and in which order. */
  readonly answers: string;
  /** What has to be handed over, with a value to begin with. */
  readonly parameters: readonly QuestionParameter[];
  /** First rows on the project's example articles, as text; none where they answer nothing. */
  readonly sample: readonly string[];
  /** The whole text, remarks included. */
  readonly cypher: string;
}

export interface QuestionParameter {
  readonly name: string;
  readonly value: string;
  /** What it is: "part of a name". */
  readonly means: string;
}

/**
 * The question of a file's text: its first remark is the title, then come what it answers, lines `$name = "value" (what
 * it is)` and lines `| a | b`, the sample. Errors: an `Error` for a text without title or answer.
 */
export function questionOf(name: string, cypher: string): Question {
  const lines = cypher.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const [title, ...remarks] = lines.slice(0, end).map((line) => line.slice(2).trim());
  const isParameter = (line: string) => line.startsWith('$');
  const isSample = (line: string) => line.startsWith('|');
  const answers = remarks.filter((line) => !isParameter(line) && !isSample(line)).join(' ');
  if (title === undefined || answers === '')
    throw new Error(`The question ${name} must open with two remarks: its title, and what it answers.`);
  return {
    name,
    title,
    answers,
    parameters: remarks.filter(isParameter).map((line) => parameterOf(name, line)),
    sample: remarks.filter(isSample),
    cypher,
  };
}

function parameterOf(question: string, line: string): QuestionParameter {
  const found = /^\$(\w+) = "([^"]*)" \(([^)]*)\)$/.exec(line);
  if (found === null)
    throw new Error(`The question ${question} has "${line}": write it as $name = "value" (what it is).`);
  const [, name = '', value = '', means = ''] = found;
  return { name, value, means };
}
