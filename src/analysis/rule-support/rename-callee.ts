import type { ApiArgument } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import { argumentRemoval } from './argument-removal';
import { importEdit } from './import-edit';
import { isScript } from './language';

/**
 * Edits that make a call use another function of the same module (`yaml.load` becomes `yaml.safe_load`), with an import
 * where the function was imported by name. `drop` is the argument that the other function does not take. Undefined when
 * the call's arguments cannot be edited in place, or when the new name already means something else in the file.
 */
export function renameCallee(
  call: Call,
  replacement: string,
  drop: ApiArgument | undefined,
  model: SourceModel,
): readonly SourceEdit[] | undefined {
  const dot = replacement.lastIndexOf('.');
  const module = replacement.slice(0, dot);
  const name = replacement.slice(dot + 1);
  const dropped = drop ? dropEdits(call, drop, model) : [];
  // An import of JavaScript binds other names than one of Python.
  if (!dropped || isScript(model)) return undefined;
  if (call.callee.kind === 'attribute') {
    return [{ range: call.callee.nameRange, newText: name }, ...dropped];
  }
  if (call.callee.kind !== 'name' || isTaken(name, module, model)) return undefined;
  const added = importEdit(model, { module, name });
  return [{ range: call.callee.range, newText: name }, ...dropped, ...(added ? [added] : [])];
}

function dropEdits(call: Call, drop: ApiArgument, model: SourceModel): readonly SourceEdit[] | undefined {
  const found = call.argument(drop);
  if (found.state === 'absent') return [];
  if (found.state === 'unknown') return undefined;
  const edit = argumentRemoval(call, found.argument, model);
  return edit ? [edit] : undefined;
}

function isTaken(name: string, module: string, model: SourceModel): boolean {
  return (
    model.functions.some((definition) => definition.name === name) ||
    model.classes.some((definition) => definition.name === name) ||
    model.imports.some((entry) => (entry.alias ?? entry.name) === name && entry.module !== module)
  );
}
