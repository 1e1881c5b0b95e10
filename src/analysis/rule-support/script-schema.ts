import type { Origin, SourceModel } from '../../source/model';
import { isScript } from './language';

/** What a field of a schema is when it holds no free text: Zod, TypeBox and Valibot, and JSON schemas. */
const NO_TEXT =
  /^(?:(?:z|v|t|Type)\s*\.\s*(?:coerce\s*\.\s*)?(?:enum|nativeEnum|picklist|literal|number|int|integer|bigint|boolean|date|Number|Integer|Boolean|Literal|Enum|uuid)\s*\(|(?:z|v)\s*\.\s*string\(\)\s*\.\s*(?:uuid|regex|date|datetime|cuid2?|ulid|ip)\(|\{\s*(?:type\s*:\s*["'](?:number|integer|boolean)["']|(?:type\s*:\s*["']string["']\s*,\s*)?(?:enum|const|pattern)\s*:))/u;
/** What looks like a schema at all. */
const SCHEMA = /^(?:(?:z|v|t|Type)\s*\.|\{\s*(?:type|enum|const|description)\s*:)/u;

/**
 * Whether a schema of the file lets the field that is read of a tool's arguments be no free text: `z.enum([...])`, `z.number()`,
 * `{ type: 'integer' }`. Where several schemas have such a field, all must.
 */
export function isChoiceInSchema({ access }: Origin, model: SourceModel): boolean {
  if (!isScript(model)) return false;
  const field = access.findLast((read) => /^[A-Za-z_$][\w$]*$/u.test(read));
  if (field === undefined) return false;
  const declared = [
    ...model.text.matchAll(
      new RegExp(`(?<![\\w$.])["']?${field.replaceAll('$', String.raw`\$`)}["']?\\s*:\\s*`, 'gu'),
    ),
  ].flatMap(({ index, 0: key }) => {
    const type = model.text.slice(index + key.length, index + key.length + 120);
    return SCHEMA.test(type) ? [type] : [];
  });
  return declared.length > 0 && declared.every((type) => NO_TEXT.test(type));
}
