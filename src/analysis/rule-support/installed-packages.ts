import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

const INSTALLER =
  /(?:^|[\\/])(?:pip[0-9.]*|pipx|uv|poetry|pdm|rye|hatch|conda|mamba|micromamba|npm|pnpm|yarn|bun|npx|uvx|apt|apt-get|dnf|yum|apk|brew|gem|cargo|go|easy_install|pip_main)(?:\.exe)?$/u;

const INSTALLS = new Set(['install', 'add', 'i', 'get', 'exec', 'dlx', 'run', 'x']);

/** Programs that fetch and run what they are given without a further word. */
const RUNNERS = /^(?:npx|uvx|easy_install)$/u;

/** Functions of an installer that take what would stand on its command line. */
const MAINS = new Set([
  'pip.main',
  'pip._internal.main',
  'pip._internal.cli.main.main',
  'setuptools.command.easy_install.main',
]);

/**
 * The values among the arguments of an installer (`["pip", "install", name]`): what is fetched and run by it. Nothing for any
 * other command.
 */
export function installedPackages(call: Call, model: SourceModel): readonly Expression[] {
  const first = call.argument({ keyword: 'args', position: 0 });
  if (first.state !== 'given') return [];
  const elements = listOf(first.argument.value, model) ?? separate(call, model);
  if (!elements) return [];
  const words = elements.map((element) => word(element, model));
  const isMain = call.names.some((name) => MAINS.has(name));
  const at = isMain ? 0 : words.findIndex((one) => one !== undefined && INSTALLER.test(one));
  if (at < 0 || at > 3) return [];
  const needsVerb = !RUNNERS.test(words[at] ?? '');
  const verb = needsVerb
    ? words.findIndex((one, place) => place >= at && one !== undefined && INSTALLS.has(one))
    : at;
  if (verb < 0) return [];
  return elements.slice(verb + 1).filter((_, place) => words[verb + 1 + place] === undefined);
}

function listOf(value: Expression, model: SourceModel): readonly Expression[] | undefined {
  const list = model.dereference(value);
  if (list.kind === 'collection') return list.elements;
  if (list.kind !== 'binary' || list.operator !== '+') return undefined;
  const left = listOf(list.left, model);
  return left && [...left, ...(listOf(list.right, model) ?? [list.right])];
}

/** Programs started with their arguments one by one. */
function separate(call: Call, model: SourceModel): readonly Expression[] | undefined {
  const written = call.arguments.filter(({ keyword }) => keyword === undefined).map(({ value }) => value);
  return written.length > 2 && written[0] && word(written[0], model) !== undefined ? written : undefined;
}

function word(element: Expression, model: SourceModel): string | undefined {
  const value = model.evaluate(element);
  return value.known && typeof value.value === 'string' ? value.value : undefined;
}
