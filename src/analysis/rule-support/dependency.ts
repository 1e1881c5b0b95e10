import type { Call, Expression } from '../../source/expression';
import type { FunctionDefinition, Parameter, SourceModel } from '../../source/model';

const DEPENDS = /(?:^|\.)(?:Depends|Security)$/u;

/**
 * The function of this file that the framework calls to fill a parameter: `x = Depends(find)`, `x: Annotated[str, Depends(find)]`,
 * the constructor for `x: Query = Depends()`. Undefined where there is none, or it is not in this file.
 * Source: FastAPI, Dependencies, https://fastapi.tiangolo.com/tutorial/dependencies/
 */
export function dependencyOf(
  { annotation, default: value }: Parameter,
  model: SourceModel,
): FunctionDefinition | undefined {
  const call =
    value?.kind === 'call' && isDepends(value) ? value : annotation && dependsIn(annotation, model);
  if (!call) return undefined;
  const given = call.argument({ keyword: 'dependency', position: 0 });
  const named = given.state === 'given' ? given.argument.value : declaredType(annotation);
  if (named?.kind !== 'name') return undefined;
  const [found] = model.functionsNamed(named.name).filter(({ className }) => className === undefined);
  return found ?? model.methodsOf(named.name).find(({ name }) => name === '__init__');
}

function isDepends({ names }: Call): boolean {
  return names.some((name) => DEPENDS.test(name));
}

function dependsIn(annotation: Expression, model: SourceModel): Call | undefined {
  return model.callsIn(annotation.range).find(isDepends);
}

/** `Query`, or the first of `Annotated[Query, Depends()]`. */
function declaredType(annotation: Expression | undefined): Expression | undefined {
  if (annotation?.kind !== 'subscript') return annotation;
  const { index } = annotation;
  return index?.kind === 'collection' ? index.elements[0] : index;
}
