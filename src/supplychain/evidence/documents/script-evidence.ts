import type { ShellCommand } from '../../../source/content/shell-command';
import type { Observation } from '../observation';
import { observeRuns } from '../tools/observe-runs';
import type { DocumentView } from './document-view';
import { commandRuns } from './pipeline-runs';

const HASHES = /^(?:g?sha(?:256|512)sum|shasum)$/u;
const MODEL =
  /\.(?:safetensors|gguf|onnx|pt|pth|bin|h5|keras|pkl|joblib|ckpt|tflite|pb|tar\.gz)\b|model|weights|checkpoint/iu;
const DATA = /\.(?:csv|parquet|jsonl|arrow|npz|tfrecord|zip|tar|tgz)\b|data|corpus/iu;

/** What commands are evidence of, wherever they stand: tools that are run, downloads that are checked. */
export function scriptEvidence({ content, role }: DocumentView): readonly Observation[] {
  const { commands } = content;
  return [
    ...(role === 'workflow' ? [] : observeRuns(commandRuns(commands, 'script'))),
    ...checkedDownloads(commands),
  ];
}

/** `curl` or `wget`, and after it a check of hashes that ends the script when they differ. */
function checkedDownloads(commands: readonly ShellCommand[]): readonly Observation[] {
  const at = commands.findIndex(({ program }) => program === 'curl' || program === 'wget');
  const fetched = commands[at];
  const check = commands
    .slice(at + 1)
    .find(
      ({ program, words }) =>
        HASHES.test(program ?? '') && words.some(({ text }) => /^(?:-c|--check|-\w*c)$/u.test(text)),
    );
  if (!fetched || !check) return [];
  const text = fetched.words.map((word) => word.text).join(' ');
  const found: Observation[] = [];
  const add = (evidence: string): void => {
    found.push({
      evidence,
      holds: true,
      detail: `\`${check.program ?? ''} -c\` after \`${fetched.program ?? ''}\``,
      range: check.range,
    });
  };
  if (MODEL.test(text)) add('EV-HASHCHECK');
  else if (DATA.test(text)) add('EV-DATA-PIN');
  return found;
}
