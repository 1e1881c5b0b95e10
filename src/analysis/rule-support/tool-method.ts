import type { ApiOf } from '../../catalog/schema/api';
import type { FunctionDefinition } from '../../source/model';
import type { RuleContext } from '../rule';

/** What says that a method is called with what a model chose: `_run` of a class that derives from LangChain's `BaseTool`. */
export function toolMethod(
  { name, className }: FunctionDefinition,
  { apis, model }: RuleContext,
): ApiOf<'tool-function'> | undefined {
  if (className === undefined || !isPublicOrListed(name)) return undefined;
  const bases = model.classesNamed(className).flatMap((owner) => owner.bases);
  for (const api of apis.ofNames(bases)) {
    if (api.is !== 'tool-function' || !api.methods) continue;
    if (api.methods.includes(name) || (api.methods.includes('*') && !name.startsWith('_'))) return api;
  }
  return undefined;
}

/** Constructors take what the program gives them. */
function isPublicOrListed(name: string): boolean {
  return name !== '__init__' && name !== '__post_init__';
}
