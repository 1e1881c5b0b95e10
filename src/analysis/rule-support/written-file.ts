import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { filePath } from './file-path';

/** Methods that store what their object holds under the name given to them: an uploaded file's `save`. */
const SAVES = new Set(['save', 'saveto']);

/** Functions that copy one open file into another. */
const COPIES = new Set(['shutil.copyfileobj', 'shutil.copyfile', 'shutil.copy', 'shutil.move']);

const WRITES = new Set(['write', 'writelines', 'write_bytes', 'write_text']);

/**
 * What the function around a call, or the module, writes into the file at `path` before the call: `f.write(data)` behind
 * `open(path, "wb")`, `upload.save(path)`, `shutil.copyfileobj(upload.file, f)`. The path is compared as it is written.
 */
export function writtenTo(path: Expression, call: Call, model: SourceModel): readonly Expression[] {
  const scope = model.functionAt(call.range.start)?.range;
  const calls = scope ? model.callsIn(scope) : model.calls;
  const wanted = spelling(path, model);
  return calls.flatMap((other) => {
    if (other.range.start >= call.range.start) return [];
    const written = writtenBy(other, model);
    return written && spelling(written.path, model) === wanted ? [written.data] : [];
  });
}

function writtenBy(
  call: Call,
  model: SourceModel,
): { readonly data: Expression; readonly path: Expression } | undefined {
  const first = call.argument({ position: 0 });
  if (first.state !== 'given') return undefined;
  const given = first.argument.value;
  const { callee } = call;
  if (call.names.some((name) => COPIES.has(name))) {
    const target = call.argument({ position: 1 });
    if (target.state !== 'given') return undefined;
    const { value } = target.argument;
    return { data: given, path: filePath(value, model) ?? value };
  }
  if (callee.kind !== 'attribute') return undefined;
  if (SAVES.has(callee.name)) return { data: callee.object, path: given };
  if (!WRITES.has(callee.name)) return undefined;
  return { data: given, path: filePath(callee.object, model) ?? callee.object };
}

/** `str(path)` and `Path(path)` name the same file as `path`. */
function spelling(path: Expression, model: SourceModel): string {
  // A temporary file is written as `f` and named as `f.name`.
  if (path.kind === 'attribute' && path.name === 'name') return spelling(path.object, model);
  const target =
    path.kind === 'call' &&
    path.arguments.length === 1 &&
    path.names.some((name) => /^(?:builtins\.str|os\.fspath|pathlib\.Path)$/u.test(name))
      ? path.arguments[0]?.value
      : path;
  return model.textAt((target ?? path).range);
}
