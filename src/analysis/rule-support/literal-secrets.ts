import type { CoreCatalog } from '../../catalog/core';
import type { SecretFormat } from '../../catalog/schema/secret';
import type { StringExpression } from '../../source/expression';
import type { TextRange } from '../../source/range';
import type { RuleContext } from '../rule';
import { secretsIn, wholeSecret } from './secret-matcher';

/** A key in a string literal; `whole` when the literal holds nothing else. */
export interface LiteralSecret {
  readonly format: SecretFormat;
  readonly secret: string;
  readonly range: TextRange;
  readonly whole: boolean;
}

/** Keys in a literal: those with a format of their own, and those that the literal's name makes one. */
export function literalSecrets(
  literal: StringExpression,
  { catalog }: RuleContext,
): readonly LiteralSecret[] {
  const { value, label } = literal;
  if (value !== undefined && label !== undefined) {
    const named = formatsByLabel(catalog).get(plainLabel(label)) ?? [];
    const format = named.length > 0 ? wholeSecret(value, catalog, (one) => named.includes(one)) : undefined;
    if (format) return [{ format, secret: value, range: literal.range, whole: true }];
  }
  if (value !== undefined) {
    return secretsIn(value, catalog).map(({ format, secret }) => ({
      format,
      secret,
      range: rangeOf(literal, secret),
      whole: secret === value,
    }));
  }
  return literal.parts.flatMap((part) =>
    part.kind === 'text'
      ? secretsIn(part.value, catalog).map(({ format, secret }) => ({
          format,
          secret,
          range: rangeOf(literal, secret),
          whole: false,
        }))
      : [],
  );
}

const labelledFormats = new WeakMap<CoreCatalog, ReadonlyMap<string, readonly SecretFormat[]>>();

/** Asked for every literal that has a name, so it is worth a map. */
function formatsByLabel(catalog: CoreCatalog): ReadonlyMap<string, readonly SecretFormat[]> {
  const known = labelledFormats.get(catalog);
  if (known) return known;
  const formats = new Map<string, SecretFormat[]>();
  for (const format of catalog.secrets) {
    for (const label of format.context?.labels ?? []) {
      const plain = plainLabel(label);
      formats.set(plain, [...(formats.get(plain) ?? []), format]);
    }
  }
  labelledFormats.set(catalog, formats);
  return formats;
}

function plainLabel(label: string): string {
  return label.toLowerCase().replaceAll(/[-_.\s]/gu, '');
}

/** The key itself inside a longer text, where the text is written without escapes; the whole literal otherwise. */
function rangeOf(literal: StringExpression, secret: string): TextRange {
  for (const part of literal.parts) {
    if (part.kind !== 'text') continue;
    const at = part.value.indexOf(secret);
    const isVerbatim = part.range.end - part.range.start === part.value.length;
    if (at < 0 || !isVerbatim || secret === literal.value) continue;
    const start = part.range.start + at;
    return { start, end: start + secret.length };
  }
  return literal.range;
}
