import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

const MAX_LENGTH = 120;

/** What a call is called, for a list: its qualified name, or the words of the code where it has none. */
export function calledAs(call: Call, model: SourceModel): string {
  const name = call.names.find((one) => /^(?!typing\.)[^<.]/u.test(one));
  const text = name ?? model.textAt(call.callee.range).replace(/\s+/gu, ' ');
  const plain = text.replaceAll('()', '').replaceAll('.default', '');
  return plain.length > MAX_LENGTH ? `${plain.slice(0, MAX_LENGTH)}…` : plain;
}
