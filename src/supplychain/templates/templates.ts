import compiled from '../../catalog/templates.generated.json';
import type { Template } from '../../catalog/schema/template';

// The file was checked when it was made.
const TEMPLATES = new Map(
  (compiled.templates as readonly Template[]).map((template) => [template.id, template]),
);

/** A file to begin with; undefined when there is none of that id. */
export function templateOf(id: string): Template | undefined {
  return TEMPLATES.get(id);
}

export function allTemplates(): readonly Template[] {
  return [...TEMPLATES.values()];
}
