// The option --columns: which column of a table is what.
import { Option } from 'commander';
import { UsageError } from './usage.ts';

/** `--columns text=Body,title=Headline`. */
export const columnsOption = (): Option =>
  new Option('--columns <field=name,…>', 'which column of a table is what: text=Body,title=Headline');

/** The option's value as a mapping. *Errors*: `UsageError` where a part is no `field=name` or names no field. */
export async function columnsOf(written: string | undefined): Promise<Readonly<Record<string, string>>> {
  if (written === undefined) return {};
  const { columnFields } = await import('../read/columns.ts');
  const columns: Record<string, string> = {};
  for (const part of written.split(',')) {
    const [field, ...name] = part.split('=');
    if (field === undefined || name.length === 0 || !columnFields.includes(field.trim()))
      throw new UsageError(
        `--columns has ${JSON.stringify(part)}, but each part names a field and a column, such as text=Body. Fields are ${columnFields.join(', ')}.`,
      );
    columns[field.trim()] = name.join('=').trim();
  }
  return columns;
}
