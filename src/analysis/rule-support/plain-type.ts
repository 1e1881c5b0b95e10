/** Types around another one that say nothing of what it can hold. */
const WRAPPER =
  /^(?:\w+\.)*(?:Annotated|Optional|Final|Required|NotRequired|[Ll]ist|[Ss]et|[Tt]uple|Sequence|Iterable)\[(.*)\]$/s;

/** The type that an annotation is about: `Annotated[int, Field(gt=0)]` and `int | None` give `int`, `Literal["a"]` gives `Literal`. */
export function plainType(annotation: string): string {
  let type = annotation.trim().replace(/^(["'])(.*)\1$/s, '$2');
  for (let depth = 0; depth < 4; depth++) {
    type = type.replace(/\s*\|\s*None$/, '').replace(/^None\s*\|\s*/, '');
    const inner = WRAPPER.exec(type)?.[1];
    if (inner === undefined) break;
    type = firstOf(inner).trim();
  }
  return type.replace(/\[.*$/s, '');
}

/** Up to the first comma that stands in no brackets. */
function firstOf(list: string): string {
  let depth = 0;
  for (let at = 0; at < list.length; at++) {
    const sign = list.charAt(at);
    if ('[({'.includes(sign)) depth++;
    else if ('])}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) return list.slice(0, at);
  }
  return list;
}
