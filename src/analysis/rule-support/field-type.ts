import type { ClassDefinition, Origin, SourceModel } from '../../source/model';

/** Types that hold no free text, and wrappers around others. */
const HARMLESS =
  /^(?:int|float|bool|complex|Decimal|UUID[1-5]?|date|datetime|time|timedelta|Enum|Literal|Positive(?:Int|Float)|NonNegative(?:Int|Float)|conint|confloat|StrictInt|StrictBool|IPvAnyAddress|HttpUrl)$/u;
const WRAPPER = /^(?:Optional|Annotated|Union|List|list|Sequence|Set|set|Tuple|tuple)$/u;

/**
 * Whether what is read of a parameter cannot be free text by its declared type: a number, a choice (`Literal`, an enumeration of this
 * file), or such a field of a class of this file.
 */
export function isChoiceOrNumber({ parameter, access }: Origin, model: SourceModel): boolean {
  const annotation = parameter?.parameter.annotation;
  if (!annotation) return false;
  return isHarmless(model.textAt(annotation.range), access, model, 0);
}

function isHarmless(type: string, access: readonly string[], model: SourceModel, depth: number): boolean {
  if (depth > 6) return false;
  const written = type.trim().replace(/^["']|["']$/gu, '');
  const choices = splitOutside(written, '|').filter((one) => one !== 'None');
  if (choices.length > 1) return choices.every((one) => isHarmless(one, access, model, depth + 1));
  const [, name = '', inner] = /^([\w.]+)\s*(?:\[([\s\S]*)\])?$/u.exec(choices[0] ?? '') ?? [];
  const last = name.split('.').at(-1) ?? '';
  if (HARMLESS.test(last)) return true;
  if (inner !== undefined && WRAPPER.test(last)) {
    const parts = splitOutside(inner, ',').filter((one) => one !== 'None' && one !== '...');
    const meant = last === 'Annotated' ? parts.slice(0, 1) : parts;
    return meant.length > 0 && meant.every((one) => isHarmless(one, access, model, depth + 1));
  }
  const own = model.classesNamed(last)[0];
  if (!own) return false;
  if (own.bases.some((base) => /(?:^|\.)(?:Str|Int)?Enum$/u.test(base))) return true;
  const [field = '', ...rest] = access.filter((read) => read !== '*');
  const declared = fieldType(own, field, model);
  return declared !== undefined && isHarmless(declared, rest, model, depth + 1);
}

/** `field: type` in the body of a class. */
function fieldType({ range }: ClassDefinition, field: string, model: SourceModel): string | undefined {
  if (!/^\w+$/u.test(field)) return undefined;
  const found = new RegExp(`^[ \\t]+${field}[ \\t]*:[ \\t]*([^=#\\n]+)`, 'mu').exec(model.textAt(range));
  return found?.[1]?.trim();
}

/** Splits at a sign that stands in no bracket. */
function splitOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if ('[('.includes(character)) depth++;
    if ('])'.includes(character)) depth--;
    if (character === sign && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}
