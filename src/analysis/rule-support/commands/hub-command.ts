import type { ShellCommand, ShellWord } from '../../../source/content/shell-command';
import { readOptions, type CommandOption } from '../../../source/packages/command-options';

/** A command that takes a repository from a model hub. */
export interface HubCommand {
  readonly repository: ShellWord;
  readonly revision: ShellWord | undefined;
  readonly artifact: 'model' | 'dataset' | 'space';
  /** For messages: the option that names a revision. */
  readonly revisionOption: string;
}

interface HubProgram {
  readonly pattern: RegExp;
  /** Options whose value is the repository; its first operand behind the pattern when there are none. */
  readonly options: readonly string[];
  readonly revision?: string;
}

const PROGRAMS: readonly HubProgram[] = [
  { pattern: /^(?:huggingface-cli|hf) download$/u, options: [] },
  { pattern: /^vllm serve$/u, options: ['--model'] },
  { pattern: /^vllm bench \w+$/u, options: ['--model'] },
  { pattern: /^vllm\.entrypoints\.[\w.]+$/u, options: ['--model'] },
  { pattern: /^text-generation-launcher$/u, options: ['--model-id'] },
  { pattern: /^text-embeddings-router$/u, options: ['--model-id'] },
  { pattern: /^infinity_emb v\d$/u, options: ['--model-id'] },
  { pattern: /^sglang\.launch_server$/u, options: ['--model-path', '--model'] },
  { pattern: /^modelscope download$/u, options: ['--model', '--dataset'] },
  { pattern: /^optimum-cli export \w+$/u, options: ['-m', '--model'] },
  { pattern: /^ct2-transformers-converter$/u, options: ['--model'] },
];
const SWITCHES =
  /^--(?:quiet|force-download|resume-download|trust-remote-code|enforce-eager|enable-[\w-]+|disable-[\w-]+|no-[\w-]+|quantize-weights|force|local-dir-use-symlinks-false|api-server|json-output|help|enable)$/u;
const REPOSITORY = /^(?!\.)[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/u;

/** Words one of which every command has that takes something from a hub, or runs a model of one. */
export const HUB_WORDS: readonly string[] =
  'from_pretrained SentenceTransformer CrossEncoder load_dataset transformers huggingface hf vllm text-generation text-embeddings infinity_emb sglang modelscope optimum-cli ct2- ollama lfs'.split(
    ' ',
  );

/** The repository of a hub that a command takes, when the command names one that is not a folder. */
export function hubCommand(command: ShellCommand): HubCommand | undefined {
  const { words, program: name } = command;
  const rest = /^python[\d.]*$/u.test(name ?? '') && words[1]?.text === '-m' ? words.slice(2) : words;
  for (const program of PROGRAMS) {
    const length = program.pattern.source.split(' ').length;
    const head = rest
      .slice(0, length)
      .map(({ text }, at) => (at === 0 ? text.slice(text.lastIndexOf('/') + 1) : text));
    if (program.pattern.test(head.join(' '))) return readHubCommand(program, rest.slice(length));
  }
  const given = givenToImage(command);
  return given && readHubCommand(SERVER, given);
}

/** An image that starts an inference server by itself and is given options only. */
const SERVER: HubProgram = { pattern: /^$/u, options: ['--model', '--model-id', '--model-path'] };
const SERVER_IMAGE =
  /(?:^|\/)(?:vllm-openai|vllm|text-generation-inference|text-embeddings-inference|sglang)(?:[:@]\S*)?$/u;
/** What stands before the slash where a gateway is meant and no repository. */
const PROVIDER =
  /^(?:openai\/(?:gpt-[345]|o\d|text-|chatgpt)|(?:anthropic|azure|bedrock|gemini|groq|ollama|openrouter|vertex_ai|together_ai|mistral|cohere|deepseek)\/)/u;

/** The options behind a server's image in `docker run`, or those of a container that names no program. */
function givenToImage({ words, program, place }: ShellCommand): readonly ShellWord[] | undefined {
  const isContainer = place === 'compose' || place === 'configuration';
  if (isContainer && words[0]?.text.startsWith('--') === true) return words;
  if (!/^(?:docker|podman|nerdctl)$/u.test(program ?? '')) return undefined;
  const image = words.findIndex(({ text }) => SERVER_IMAGE.test(text));
  return image > 0 && words.some(({ text }) => text === 'run') ? words.slice(image + 1) : undefined;
}

function readHubCommand(program: HubProgram, words: readonly ShellWord[]): HubCommand | undefined {
  const { options, operands } = readOptions(words, (name) => !SWITCHES.test(name));
  const value = (names: readonly string[]): CommandOption | undefined =>
    options.findLast(({ name }) => names.includes(name));
  const repository = value(program.options)?.value ?? (program === SERVER ? undefined : operands[0]);
  if (!repository || !REPOSITORY.test(repository.text)) return undefined;
  if (program === SERVER && PROVIDER.test(repository.text)) return undefined;
  const kind = value(['--repo-type'])?.value?.text ?? (value(['--dataset']) ? 'dataset' : 'model');
  return {
    repository,
    revision: value(['--revision', '--code-revision'])?.value,
    artifact: kind === 'dataset' || kind === 'space' ? kind : 'model',
    revisionOption: '--revision',
  };
}
