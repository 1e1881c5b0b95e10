import type { ShellCommand } from '../../../source/content/shell-command';

/** A program and its arguments, the runner that fetches or starts it set aside. */
export interface CommandTool {
  readonly name: string;
  readonly given: readonly string[];
}

/** Words of runners that stand in front of the tool they start. */
const RUNNERS: readonly (readonly string[])[] = [
  ['uv', 'tool', 'run'],
  ['uv', 'run'],
  ['poetry', 'run'],
  ['pdm', 'run'],
  ['hatch', 'run'],
  ['rye', 'run'],
  ['pixi', 'run'],
  ['pipenv', 'run'],
  ['pipx', 'run'],
  ['npm', 'exec'],
  ['pnpm', 'dlx'],
  ['pnpm', 'exec'],
  ['yarn', 'dlx'],
  ['uvx'],
  ['npx'],
  ['bunx'],
  ['docker', 'run'],
  ['podman', 'run'],
];
const PYTHON = /^(?:python|py)[\d.]*$/u;
/** Options of runners that take the word behind them. */
const TAKES_VALUE =
  /^(?:--from|--with|--spec|--package|-p|--python|--extra|--group|-v|--volume|-e|--env|-w|--workdir|--name|--network|-u|--user|--entrypoint|--mount|--platform)$/u;
/** Asking a tool what it is runs nothing. */
const ONLY_ASKS = /^(?:--help|-h|--version|-V|version|help)$/u;

/** The tool that a command starts; undefined where there is none, or it is only asked for its version. */
export function toolOfCommand({ program, words }: ShellCommand): CommandTool | undefined {
  if (program === undefined) return undefined;
  let rest = [program, ...words.slice(1).map(({ text }) => text)];
  for (let depth = 0; depth < 3; depth++) {
    const unwrapped = afterRunner(rest);
    if (!unwrapped) break;
    rest = unwrapped;
  }
  const [name, ...given] = rest;
  if (name === undefined || given.some((word, at) => at === 0 && ONLY_ASKS.test(word))) return undefined;
  return { name: bareName(name), given };
}

function afterRunner(words: readonly string[]): string[] | undefined {
  const [first = ''] = words;
  if (PYTHON.test(first)) return words[1] === '-m' ? words.slice(2) : undefined;
  const runner = RUNNERS.find((each) => each.every((word, at) => words[at] === word));
  if (!runner) return undefined;
  let at = runner.length;
  while (at < words.length && /^-/u.test(words[at] ?? '')) at += TAKES_VALUE.test(words[at] ?? '') ? 2 : 1;
  return at < words.length ? words.slice(at) : undefined;
}

/** Without folder, version and tag: `promptfoo@latest`, `aquasec/trivy:0.50`. */
function bareName(name: string): string {
  const scoped = name.startsWith('@');
  const bare = name.slice(scoped ? 1 : 0).split(/[@:]|==/u, 1)[0] ?? '';
  return `${scoped ? '@' : ''}${bare}`.toLowerCase();
}
