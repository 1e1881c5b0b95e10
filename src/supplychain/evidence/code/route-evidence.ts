import type { FunctionDefinition, SourceModel } from '../../../source/model';
import type { Observation } from '../observation';

const ROUTE =
  /^(?:fastapi\.(?:FastAPI|APIRouter)\(\)\.(?:get|post|put|patch|delete|api_route)|flask\.(?:Flask|Blueprint)\(\)\.(?:route|post|get|put))$/u;
const MODEL = /^pydantic(?:\.main)?\.BaseModel$/u;
const LOGIN = /^fastapi\.(?:Depends|Security)$/u;

/** What the routes of a service show: declared shapes of requests, feedback that needs a login. */
export function routeEvidence(model: SourceModel): readonly Observation[] {
  const routes = model.functions.filter(({ decorators }) =>
    decorators.some(({ names }) => names.some((name) => ROUTE.test(name))),
  );
  if (routes.length === 0) return [];
  const shapes = new Set(
    model.classes.filter(({ bases }) => bases.some((name) => MODEL.test(name))).map(({ name }) => name),
  );
  const found: Observation[] = [];
  for (const route of routes) {
    const shaped = route.parameters.find(
      ({ annotation }) => annotation?.kind === 'name' && shapes.has(annotation.name),
    );
    if (shaped)
      found.push({
        evidence: 'EV-IOVALID',
        holds: true,
        detail: `\`${route.name}\` takes requests of a declared shape`,
        range: shaped.range,
      });
    if (isFeedback(route, model) && needsLogin(route))
      found.push({
        evidence: 'EV-FEEDBACK-AUTH',
        holds: true,
        detail: `\`${route.name}\` takes feedback of those who are logged in`,
        range: route.nameRange,
      });
  }
  return found;
}

function isFeedback({ name, decorators }: FunctionDefinition, model: SourceModel): boolean {
  const paths = decorators.flatMap(({ expression }) =>
    expression.kind === 'call' ? (expression.arguments[0]?.value ?? []) : [],
  );
  return [
    name,
    ...paths.map((path) => model.evaluate(path)).map((value) => (value.known ? String(value.value) : '')),
  ].some((text) => /feedback/iu.test(text));
}

/** Security of the framework, or a dependency whose name says that it finds the user. */
function needsLogin({ parameters }: FunctionDefinition): boolean {
  return parameters.some(({ default: given }) => {
    if (given?.kind !== 'call' || !given.names.some((name) => LOGIN.test(name))) return false;
    const [first] = given.arguments;
    const name = first?.value.kind === 'name' ? first.value.name : '';
    return given.names.includes('fastapi.Security') || /user|auth|token|login|principal/iu.test(name);
  });
}
