import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import { importEdit } from './import-edit';
import { isScript } from './language';
import { saferText } from './safer-text';

/** Names of constants and classes that switch a protection off, with the one that leaves it on. */
const SAFER_NAMES: ReadonlyMap<string, string> = new Map([
  ['CERT_NONE', 'CERT_REQUIRED'],
  ['VERIFY_NONE', 'VERIFY_PEER'],
  ['PROTOCOL_SSLv2', 'PROTOCOL_TLS_CLIENT'],
  ['PROTOCOL_SSLv3', 'PROTOCOL_TLS_CLIENT'],
  ['PROTOCOL_TLSv1', 'PROTOCOL_TLS_CLIENT'],
  ['PROTOCOL_TLSv1_1', 'PROTOCOL_TLS_CLIENT'],
  ['SSLv3', 'TLSv1_2'],
  ['TLSv1', 'TLSv1_2'],
  ['TLSv1_1', 'TLSv1_2'],
  ['MINIMUM_SUPPORTED', 'TLSv1_2'],
  ['SSLv2_METHOD', 'TLS_METHOD'],
  ['SSLv3_METHOD', 'TLS_METHOD'],
  ['TLSv1_METHOD', 'TLS_METHOD'],
  ['TLSv1_1_METHOD', 'TLS_METHOD'],
  ['AutoAddPolicy', 'RejectPolicy'],
  ['WarningPolicy', 'RejectPolicy'],
  ['BLOCK_NONE', 'BLOCK_MEDIUM_AND_ABOVE'],
  ['md5', 'sha256'],
  ['sha1', 'sha256'],
]);

/** A value to write in place of a risky one, with the edits that do so. */
export interface SaferValue {
  readonly text: string;
  readonly edits: readonly SourceEdit[];
}

/**
 * What to write where a value makes a call risky: the opposite of a switch, this machine's own address for every address, the constant
 * that leaves a protection on. Only to be asked for values that API knowledge or a rule calls risky. Undefined when there is none.
 */
export function saferValue(expression: Expression, model: SourceModel): SaferValue | undefined {
  switch (expression.kind) {
    case 'constant':
    case 'string': {
      const written = model.textAt(expression.range);
      const text = saferText(written);
      return text === undefined ? undefined : { text, edits: [{ range: expression.range, newText: text }] };
    }
    case 'attribute':
      return ofName(expression.name, expression.nameRange, []) ?? ofConstant(expression, model);
    case 'name':
      return ofImport(expression, model) ?? ofConstant(expression, model);
    case 'call':
      return saferValue(expression.callee, model);
    case 'collection':
      return firstOf(expression.elements, model);
    default:
      return undefined;
  }
}

function firstOf(elements: readonly Expression[], model: SourceModel): SaferValue | undefined {
  for (const element of elements) {
    const found = saferValue(element, model);
    if (found) return found;
  }
  return undefined;
}

function ofName(
  name: string,
  range: SourceEdit['range'],
  further: readonly SourceEdit[],
): SaferValue | undefined {
  const text = SAFER_NAMES.get(name);
  return text === undefined ? undefined : { text, edits: [...further, { range, newText: text }] };
}

/** `from ssl import CERT_NONE`: the other constant has to be imported too. */
function ofImport(
  expression: Extract<Expression, { kind: 'name' }>,
  model: SourceModel,
): SaferValue | undefined {
  const [, module, original] = /^(.+)\.(\w+)$/u.exec(model.qualifiedNames(expression)[0] ?? '') ?? [];
  const name = original === undefined ? undefined : SAFER_NAMES.get(original);
  if (module === undefined || name === undefined || module.startsWith('<') || isScript(model)) {
    return undefined;
  }
  const added = importEdit(model, { module, name });
  return ofName(original ?? '', expression.range, added ? [added] : []);
}

/** A variable with a known value: the safe one stands in its place. */
function ofConstant(expression: Expression, model: SourceModel): SaferValue | undefined {
  const known = model.evaluate(expression);
  if (!known.known) return undefined;
  const { value } = known;
  const literal = isScript(model) ? String(value) : value === true ? 'True' : 'False';
  const written =
    typeof value === 'boolean' ? literal : typeof value === 'string' ? JSON.stringify(value) : undefined;
  const text = written === undefined ? undefined : saferText(written);
  return text === undefined ? undefined : { text, edits: [{ range: expression.range, newText: text }] };
}
