import type { Call, Expression } from '../../source/expression';

const LOGGER = /^(?:_?log(?:ger|ging)?|app_?log(?:ger)?|audit_?log(?:ger)?|LOG(?:GER)?|console)$/;
const LEVEL = /^(?:debug|info|warning|warn|error|critical|exception|log|trace|success|print)$/;

/** Whether a call writes what it is given to a log or the terminal. */
export function isLogCall({ callee, names }: Call): boolean {
  if (
    names.some((name) =>
      /^(?:builtins\.print|pprint\.pp(?:rint)?|rich\.print|logging\.(?:getLogger\(\)\.)?\w+|loguru\.logger\.\w+|structlog\.(?:get_logger|getLogger)\(\)\.\w+|warnings\.warn|streamlit\.write)$/.test(
        name,
      ),
    )
  ) {
    return (
      callee.kind === 'name' ||
      (callee.kind === 'attribute' &&
        (LEVEL.test(callee.name) || /^(?:pp|pprint|warn|write)$/.test(callee.name)))
    );
  }
  if (callee.kind !== 'attribute' || !LEVEL.test(callee.name)) return false;
  const { object } = callee;
  if (object.kind === 'attribute') return LOGGER.test(object.name);
  return object.kind === 'name' && LOGGER.test(object.name);
}

/** The values that are written: arguments, and what is put into texts. */
export function loggedValues(call: Call): readonly Expression[] {
  return call.arguments.flatMap(({ value }) => withInserted(value));
}

function withInserted(value: Expression): readonly Expression[] {
  if (value.kind === 'string')
    return value.parts.flatMap((part) => (part.kind === 'hole' ? [part.expression] : []));
  if (value.kind === 'binary') return [...withInserted(value.left), ...withInserted(value.right)];
  if (value.kind === 'collection') return value.elements.flatMap(withInserted);
  if (value.kind === 'dict') return value.entries.flatMap((entry) => withInserted(entry.value));
  if (value.kind === 'call' && value.callee.kind === 'attribute' && value.callee.name === 'format') {
    return value.arguments.flatMap((argument) => withInserted(argument.value));
  }
  return [value];
}
