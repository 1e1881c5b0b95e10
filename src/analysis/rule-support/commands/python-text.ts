import type { ShellCommand, ShellWord } from '../../../source/content/shell-command';

/** The program that a command gives to Python on its command line: `python -c "…"`. */
export function pythonText({ program, words }: ShellCommand): ShellWord | undefined {
  if (!/^python[\d.]*$/u.test(program ?? '')) return undefined;
  const option = words.findIndex(({ text }) => text === '-c');
  return option < 0 ? undefined : words[option + 1];
}

/** Something that such a program takes from a hub without a revision. */
export interface TakenByText {
  readonly name: string;
  readonly artifact: 'model' | 'dataset';
}

const NAME = String.raw`["']([A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*)["']`;
const KEYWORD = String.raw`(?:(?:repo_id|path|pretrained_model_name_or_path|model_name_or_path|model_id)\s*=\s*)?`;
const LOADERS = String.raw`(?:from_pretrained|SentenceTransformer|CrossEncoder|snapshot_download|hf_hub_download|load_dataset)`;
const LOAD = new RegExp(
  String.raw`\b(?:(${LOADERS})\(\s*${KEYWORD}|pipeline\([^()]*?\bmodel\s*=\s*)${NAME}([^()]*)`,
  'gu',
);

/** What a program that stands in a command takes from a hub by its name, where nothing in the call fixes what that is. */
export function takenByText(text: string): readonly TakenByText[] {
  return [...text.matchAll(LOAD)].flatMap(([call, loader, name, rest]) =>
    name === undefined || /\b(?:revision|local_files_only)\s*=/u.test(`${call}${rest ?? ''}`)
      ? []
      : [{ name, artifact: loader === 'load_dataset' ? ('dataset' as const) : ('model' as const) }],
  );
}
