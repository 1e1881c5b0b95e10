import type { Argument, Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { containsRange } from '../../source/range';
import type { SourceEdit } from '../../source/text-edit';
import type { ApiArgument } from '../../catalog/schema/api';
import { isScript } from './language';

/**
 * Edits a call so that an argument has a value: replaces the value written there, or adds `keyword=value` behind the last
 * argument. Undefined when that cannot be done in place: the argument may sit in a spread, a partial or a dictionary.
 */
export function keywordEdit(
  call: Call,
  selector: ApiArgument & { readonly keyword: string },
  value: string,
  model: SourceModel,
): SourceEdit | undefined {
  const found = call.argument(selector);
  if (found.state === 'unknown') return undefined;
  if (found.state === 'given') {
    const { argument } = found;
    return argument.inPlace ? { range: argument.value.range, newText: value } : undefined;
  }
  return isScript(model)
    ? propertyInsertion(call, `${selector.keyword}: ${value}`, model)
    : insertion(call, `${selector.keyword}=${value}`, model);
}

function insertion(call: Call, argumentText: string, model: SourceModel): SourceEdit | undefined {
  const inPlace = call.arguments.filter((argument) => argument.inPlace);
  const last = inPlace.reduce<Argument | undefined>(
    (latest, argument) => (latest && latest.range.end >= argument.range.end ? latest : argument),
    undefined,
  );
  if (!last) {
    const { start } = call.argumentsRange;
    return { range: { start, end: start }, newText: argumentText };
  }
  // `f(x for x in y)`: the parentheses are the generator's own, and there is no room for a second argument.
  if (!containsRange(call.argumentsRange, last.range)) return undefined;
  const { end } = last.range;
  const written = model.textAt({ start: call.range.start, end: last.range.start });
  const [, lineBreak, before] = /(\r?\n)([^\n]*)$/.exec(written) ?? [];
  const ownLine = lineBreak !== undefined && before?.trim() === '';
  const separator = ownLine ? `,${lineBreak}${before}` : ', ';
  return { range: { start: end, end }, newText: separator + argumentText };
}

/** Adds a property to the last object that is written in the call, or an object behind the last argument. */
function propertyInsertion(call: Call, property: string, model: SourceModel): SourceEdit | undefined {
  const written = call.arguments.filter(({ keyword, inPlace }) => keyword === undefined && inPlace);
  const object = written.findLast(({ value }) => value.kind === 'dict')?.value;
  if (object?.kind !== 'dict') {
    if (written.length === 0 || call.arguments.some(({ spread }) => spread)) return undefined;
    const end = written.at(-1)?.range.end ?? call.argumentsRange.end;
    return { range: { start: end, end }, newText: `, { ${property} }` };
  }
  const start = object.range.start + 1;
  const rest = object.entries.length > 0 ? ',' : ' ';
  const blank = /^\s*/u.exec(model.textAt({ start, end: object.range.end }))?.[0] ?? '';
  return { range: { start, end: start }, newText: `${blank === '' ? ' ' : blank}${property}${rest}` };
}
