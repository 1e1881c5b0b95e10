import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { FunctionDefinition, SourceModel } from '../../source/model';
import type { SinkInput } from './sink-inputs';

/** Frameworks that send a string which a view returns as a page. */
const PAGES = /^(?:flask|quart|bottle)\./u;

/** How far behind a decorator its function may begin: other decorators stand between. */
const REACH = 2_000;

/**
 * What the views behind a route's decorator return as a page: in Flask every string, in FastAPI one of a route whose
 * `response_class` says so.
 */
export function returnedPages(
  decorator: Call,
  api: ApiOf<'request-handler'>,
  model: SourceModel,
): readonly SinkInput[] {
  if (api.takes) return [];
  const isPages = decorator.names.some((name) => PAGES.test(name));
  if (!isPages && !isHtmlRoute(decorator, model)) return [];
  const view = decorated(decorator, model);
  return (view?.returns ?? []).flatMap((returned) => pageOf(returned, isPages, model));
}

function pageOf(returned: Expression, isPages: boolean, model: SourceModel): readonly SinkInput[] {
  const body = returned.kind === 'collection' && returned.type === 'tuple' ? returned.elements : [returned];
  const [page, ...rest] = body;
  if (!page || rest.some((one) => /text\/plain|application\/json/u.test(model.textAt(one.range)))) return [];
  const written = model.dereference(page);
  if (written.kind === 'dict' || written.kind === 'collection' || written.kind === 'other') return [];
  if (written.kind === 'call' && isWholeResponse(written)) return [];
  const isMarkup = (model.stringParts(page) ?? []).some(
    (part) => part.kind === 'text' && part.value.includes('<'),
  );
  return [{ expression: page, confidence: isMarkup || !isPages ? 'certain' : 'probable' }];
}

/** An object of a client and no text: the framework makes JSON of it or refuses it. */
function isWholeResponse({ callee }: Call): boolean {
  return (
    callee.kind === 'attribute' &&
    /^(?:create|parse|complete|converse|generate_content|invoke_model)$/u.test(callee.name)
  );
}

function isHtmlRoute(decorator: Call, model: SourceModel): boolean {
  const found = decorator.argument({ keyword: 'response_class' });
  return (
    found.state === 'given' &&
    model.qualifiedNames(found.argument.value).some((name) => name.endsWith('.HTMLResponse'))
  );
}

/** The function that a decorator stands on. */
function decorated(decorator: Call, model: SourceModel): FunctionDefinition | undefined {
  const { end, start } = decorator.range;
  const behind = model.textAt({ start: end, end: end + REACH });
  const name = /^\s*(?:(?:@[^\n]*|[^\n]*\)|\s*#[^\n]*)?\n\s*)*?(?:async\s+)?def\s+(\w+)/u.exec(behind)?.[1];
  if (name === undefined) return undefined;
  return model
    .functionsNamed(name)
    .find(({ decorators }) => decorators.some(({ expression }) => expression.range.start === start));
}
