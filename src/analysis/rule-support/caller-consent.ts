import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

const CONSENT =
  /dangerous|insecure|unsafe|^safe_mode$|^(?:allow|permit|trust)_(?:\w+_)?(?:code|deserialization|(?:cloud)?pickle|repo|source)/i;

/**
 * Whether the code around a call asks for consent first: a parameter of the function, or of another method of its class,
 * or a setting read in it is named like `allow_dangerous_deserialization` or `TRUST_REMOTE_CODE`. Who set it has been told.
 */
export function asksForConsent(call: Call, model: SourceModel): boolean {
  const around = model.functionAt(call.range.start);
  if (!around) return false;
  const { className, range } = around;
  const methods = className === undefined ? [] : model.methodsOf(className);
  const asked = [around, ...methods].some(({ parameters }) =>
    parameters.some(({ name }) => CONSENT.test(name)),
  );
  return (
    asked ||
    model
      .stringsIn({ start: range.start, end: call.range.start })
      .some(({ value }) => value !== undefined && /^\w+$/.test(value) && CONSENT.test(value))
  );
}
