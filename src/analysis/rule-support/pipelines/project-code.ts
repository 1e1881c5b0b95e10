import type { ShellCommand } from '../../../source/content/shell-command';

/** Programs that run what lies in the folder: its code, its build files, or scripts of its packages. */
const RUNNERS =
  /^(?:python[\d.]*|pypy\d?|ipython|node|deno|bun|ruby|perl|java|julia|Rscript|bash|sh|zsh|source|\.|pip[\d.]*|pipx|uv|poetry|pdm|hatch|rye|conda|mamba|micromamba|pixi|npm|npx|yarn|pnpm|make|cmake|ninja|just|task|tox|nox|pytest|py\.test|pre-commit|cargo|go|mvn|gradle|docker|docker-compose|podman|buildah|bazel|dvc|mlflow|accelerate|torchrun|deepspeed|jupyter|papermill|nbconvert|kedro|snakemake|airflow|prefect|promptfoo|zenml|bentoml|cml|streamlit|composer|bundle|rake|dotnet|swift|terraform|ansible-playbook|claude|codex|gemini|aider)$/u;

/** Uses of these programs that run nothing of the folder. */
const HARMLESS =
  /^(?:python[\d.]* -m pip (?:install )?(?:-U|--upgrade) pip$|(?:docker|podman) (?:login|logout|pull|push|tag)\b|(?:pip[\d.]*|npm|conda|uv|go|node|cargo|poetry|docker|python[\d.]*) (?:--version|-[vV]$|version|config|cache|info|list|login)|pip[\d.]* install(?: -[Uq]+| --upgrade| --quiet)* (?!-|\.)[\w.=<>[\]-]+(?: (?!-|\.)[\w.=<>[\]-]+)*$|npm (?:install|i) -g [\w@./-]+$|python[\d.]* -c )/u;

/** Whether a command runs code that lies in the folder it runs in. */
export function runsProjectCode({ program, words, inner }: ShellCommand): boolean {
  const [first] = words;
  if (/^\.{1,2}\//u.test(first?.text ?? '')) return true;
  if (program !== undefined && RUNNERS.test(program)) {
    const line = words.map(({ text }, at) => (at === 0 ? program : text)).join(' ');
    return !HARMLESS.test(line);
  }
  return inner.some(runsProjectCode);
}

/** A command that puts the head of a pull request into the folder. */
export function fetchesPullRequest({ program, words }: ShellCommand): boolean {
  const line = words.map(({ text }) => text).join(' ');
  if (program === 'gh' || program === 'hub') return /\bpr checkout\b/u.test(line);
  return (
    program === 'git' &&
    /\bgit (?:fetch|pull|checkout|merge|switch|clone|reset)\b.*(?:\bpull\/.+\/(?:head|merge)\b|github\.event\.(?:pull_request|workflow_run)\.head|github\.head_ref)/u.test(
      line,
    )
  );
}
