import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { FindingStep } from '../finding';
import type { RuleContext } from '../rule';
import { calleeName } from './call-text';
import { dataOrigins } from './data-origins';
import { filePath } from './file-path';
import { findArgument } from './find-argument';
import { pathSteps } from './path-steps';
import { untrustedSource } from './untrusted-source';
import { writtenTo } from './written-file';

/** What somebody outside chose and a reader reads. */
export interface OutsiderData {
  /** For a message: "an HTTP request". */
  readonly origin: string;
  readonly path: readonly FindingStep[];
}

/**
 * Says whether an outsider's data reaches a reader: as the bytes themselves, as the name of the file, or as what the same
 * function wrote into the file before. Only where that is certain: who runs the program is no outsider.
 */
export function outsiderData(
  call: Call,
  api: Pick<ApiOf<'deserialization'>, 'input'>,
  context: RuleContext,
): OutsiderData | undefined {
  const { model } = context;
  const input = readInput(call, api, context);
  if (!input) return undefined;
  const path = filePath(input, model) ?? input;
  const sink = { range: input.range, label: `reaches \`${calleeName(call, model)}\`` };
  for (const expression of [input, path, ...writtenTo(path, call, model)]) {
    for (const origin of dataOrigins(expression, context)) {
      const source = untrustedSource(origin, context);
      if (source?.confidence !== 'certain') continue;
      return { origin: source.origin, path: pathSteps(origin, source.origin, sink) };
    }
  }
  return undefined;
}

/** The argument with the bytes or their file; for a reader made from a file, what it was made from. */
export function readInput(
  call: Call,
  api: Pick<ApiOf<'deserialization'>, 'input'>,
  { model }: Pick<RuleContext, 'model'>,
): Expression | undefined {
  if (api.input) {
    const found = findArgument(call, api.input, model);
    return found.state === 'given' ? found.value : undefined;
  }
  if (call.callee.kind !== 'attribute') return undefined;
  const receiver = model.dereference(call.callee.object);
  if (receiver.kind !== 'call') return undefined;
  for (const selector of [{ keyword: 'fileobj' }, { keyword: 'name', position: 0 }, { keyword: 'file' }]) {
    const file = receiver.argument(selector);
    if (file.state === 'given') return file.argument.value;
  }
  return undefined;
}
