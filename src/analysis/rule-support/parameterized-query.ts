import type { Call, StringExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import type { Fix } from '../finding';

/** How drivers write a parameter: sqlite3 and its relatives with a question mark, the others as a format. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:sqlite3|aiosqlite|duckdb|pyodbc|apsw)\./u, '?'],
  [
    /^(?:psycopg2?|pymysql|MySQLdb|mysql\.connector|mariadb|snowflake\.connector|redshift_connector|pymssql)\./u,
    '%s',
  ],
];

/** Only behind one of these can a value stand; a table or column cannot be a parameter. */
const BEFORE_VALUE = /(?:[=<>(,+-]|\b(?:LIKE|ILIKE|AND|BETWEEN|LIMIT|OFFSET|VALUES|IN|IS|THEN|ELSE))\s*$/iu;

/**
 * Hands the values of a query over as parameters: `execute(f"... = '{name}'")` becomes `execute("... = ?", (name,))`. Only for drivers
 * whose way of writing parameters is known, and where each value stands where a parameter may. Not safe: a value in quotes was text
 * whatever its type, and now keeps its type.
 */
export function parameterizedQuery(call: Call, model: SourceModel): readonly Fix[] {
  const [query, ...others] = call.arguments;
  const mark = MARKS.find(([driver]) => call.names.some((name) => driver.test(name)))?.[1];
  if (mark === undefined || !query?.inPlace || others.length > 0 || query.spread) return [];
  const literal = query.value;
  if (literal.kind !== 'string' || !/^f("""|'''|"|')/iu.test(model.textAt(literal.range))) return [];
  const written = model.textAt(literal.range);
  if (/\{\{|\}\}/u.test(written) || (mark === '%s' && written.includes('%'))) return [];
  const replaced = parameters(literal, mark, model);
  if (!replaced) return [];
  const { start, end } = literal.range;
  const values = replaced.map(({ value }) => value);
  const edits: SourceEdit[] = [
    { range: { start, end: start + 1 }, newText: '' },
    ...replaced.map(({ edit }) => edit),
    { range: { start: end, end }, newText: `, (${values.join(', ')}${values.length === 1 ? ',' : ''})` },
  ];
  return [{ title: 'Hand the values over as parameters', safe: false, edits }];
}

interface Parameter {
  readonly value: string;
  readonly edit: SourceEdit;
}

function parameters(
  literal: StringExpression,
  mark: string,
  model: SourceModel,
): readonly Parameter[] | undefined {
  const found: Parameter[] = [];
  for (const part of literal.parts) {
    if (part.kind !== 'hole') continue;
    const value = model.textAt(part.expression.range);
    const { start, end } = part.range;
    // A format or conversion says how the value is to be written.
    if (model.textAt(part.range).replaceAll(/\s/gu, '') !== `{${value.replaceAll(/\s/gu, '')}}`)
      return undefined;
    const before = model.textAt({ start: start - 1, end: start });
    const behind = model.textAt({ start: end, end: end + 1 });
    const isQuoted = before === "'" && behind === "'" && literal.range.end > end + 1;
    const range = isQuoted ? { start: start - 1, end: end + 1 } : part.range;
    const text = model.textAt({ start: literal.range.start + 1, end: range.start });
    if (!BEFORE_VALUE.test(text) || /^\w/u.test(model.textAt({ start: range.end, end: range.end + 1 })))
      return undefined;
    found.push({ value, edit: { range, newText: mark } });
  }
  return found.length > 0 ? found : undefined;
}
