import type { Call } from '../../source/expression';
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

/** How many reads behind an answer may name a field, a field of a field, and its `value`. */
const DEEPEST_FIELD = 3;

/**
 * Whether what is read of an answer cannot be free text by the class of this file that the model was made to fill:
 * `parse(response_format=Command)`, `with_structured_output(Command).invoke(...)`.
 */
export function isChoiceInAnswer({ expression, access }: Origin, model: SourceModel): boolean {
  if (expression.kind !== 'call') return false;
  const reads = access.filter((read) => read !== '*');
  const fields = reads.at(-1) === 'value' ? reads.slice(0, -1) : reads;
  if (fields.length === 0) return false;
  return classesGiven(expression, model).some((name) =>
    Array.from({ length: DEEPEST_FIELD }, (_, depth) => fields.slice(-1 - depth)).some((tail) =>
      isHarmless(name, tail, model, 0),
    ),
  );
}

/** Whether a call makes a member of an enumeration of this file, which fails for any other text: `Kind(text)`. */
export function isMadeChoice({ callee }: Call, model: SourceModel): boolean {
  return callee.kind === 'name' && model.classesNamed(callee.name).some(isEnumeration);
}

/** The classes of this file that a call, or the calls that made what it is called on, are given. */
function classesGiven(call: Call, model: SourceModel, depth = 0): readonly string[] {
  const given = call.arguments.flatMap(({ value }) =>
    value.kind === 'name' && model.classesNamed(value.name).length > 0 ? [value.name] : [],
  );
  if (depth > 4 || call.callee.kind !== 'attribute') return given;
  const maker = model.dereference(call.callee.object);
  return maker.kind === 'call' ? [...given, ...classesGiven(maker, model, depth + 1)] : given;
}

function isEnumeration({ bases }: ClassDefinition): boolean {
  return bases.some((base) => /(?:^|\.)(?:Str|Int)?Enum$/u.test(base));
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
  if (isEnumeration(own)) return true;
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
