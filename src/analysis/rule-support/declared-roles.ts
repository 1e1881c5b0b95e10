import type { Origin, SourceModel } from '../../source/model';

/** Classes inside classes: more than this is not read. */
const DEEPEST = 4;

/**
 * Whether the declared type of a parameter fixes the roles that its messages may have: a class of this file with
 * `role: Literal["user", "assistant"]` or an enumeration. A choice that offers the system role fixes nothing.
 */
export function hasDeclaredRoles({ parameter }: Origin, model: SourceModel): boolean {
  const annotation = parameter?.parameter.annotation;
  return annotation !== undefined && fixesRoles(model.textAt(annotation.range), model, DEEPEST);
}

function fixesRoles(type: string, model: SourceModel, depth: number): boolean {
  if (depth === 0) return false;
  return (type.match(/[A-Za-z_]\w*/gu) ?? []).some((name) => {
    const [found] = model.classesNamed(name);
    if (!found) return false;
    const body = model.textAt(found.range);
    const role = /^[ \t]+role[ \t]*:[ \t]*([^\n]+)/mu.exec(body)?.[1];
    if (role !== undefined)
      return /Literal\[|pattern\s*=|regex\s*=/u.test(role)
        ? !/system|developer/u.test(role)
        : isChoice(role, model);
    const messages = /^[ \t]+(?:messages|history|conversation|chat_history)[ \t]*:[ \t]*([^=\n]+)/mu.exec(
      body,
    )?.[1];
    return messages !== undefined && fixesRoles(messages, model, depth - 1);
  });
}

/** An enumeration of this file that does not offer the system role. */
function isChoice(type: string, model: SourceModel): boolean {
  const [found] = model.classesNamed(/[A-Za-z_]\w*/u.exec(type)?.[0] ?? '');
  if (!found?.bases.some((base) => base.endsWith('Enum'))) return false;
  return !/["'](?:system|developer)["']/u.test(model.textAt(found.range));
}
