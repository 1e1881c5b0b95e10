import type { Expression, StringPart } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SinkInput } from './sink-inputs';

/** An address of which the host is fixed by what is written, or one relative to it. */
const FIXED_HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]|\/(?!\/)|[?#])/i;

/**
 * What of an address chooses the server that is asked: the whole, or the values before the first `/` behind the host. A value
 * in the path or the query of a fixed host does not.
 */
export function urlInputs(address: Expression, model: SourceModel): readonly SinkInput[] {
  const parts = model.stringParts(address);
  if (!parts) return [{ expression: address, confidence: 'certain' }];
  const found: SinkInput[] = [];
  let before = '';
  for (const part of parts) {
    if (part.kind === 'text') before += part.value;
    else {
      if (FIXED_HOST.test(before)) break;
      const text = fixedText(part, model);
      // A base address that cannot be seen is the program's own, as a rule; what follows it is a path.
      if (before === '' && text === undefined && part !== parts.at(-1)) {
        found.push({ expression: part.expression, confidence: 'certain' });
        break;
      }
      if (text === undefined) found.push({ expression: part.expression, confidence: 'certain' });
      before += text ?? 'host';
    }
    if (FIXED_HOST.test(before)) break;
  }
  return found;
}

function fixedText(part: StringPart & { kind: 'hole' }, model: SourceModel): string | undefined {
  const value = model.evaluate(part.expression);
  return value.known ? String(value.value) : undefined;
}
