// The option --columns: which column of a table is what.
import { Option } from 'commander';
import { columnFields } from '../index.ts';
import { UsageError } from './usage.ts';

/** `--columns text=Body,title=Headline`. */
export const columnsOption = (): Option =>
  new Option(
    '--columns <field=name,…>',
    `which column of a table holds which field (${columnFields.join(', ')})`,
  );

/** The option's value as a mapping. *Errors*: `UsageError` where a part is no `field=name` or names no field. */
export function columnsOf(written: string | undefined): Readonly<Record<string, string>> {
  const columns: Record<string, string> = {};
  for (const part of written?.split(',') ?? []) {
    const [field, ...name] = part.split('=');
    if (field === undefined || name.length === 0 || !columnFields.includes(field.trim()))
      throw new UsageError(
        `--columns has ${JSON.stringify(part)}, but each part names a field and a column, such as text=Body. Fields are ${columnFields.join(', ')}.`,
      );
    columns[field.trim()] = name.join('=').trim();
  }
  return columns;
}
