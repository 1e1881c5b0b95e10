import { hubCommand } from '../../../analysis/rule-support/commands/hub-command';
import { isFullHash, isPartlyUnknown } from '../../../analysis/rule-support/commands/known-value';
import { clonedFromHub } from '../../../analysis/rule-support/commands/repository-clone';
import type { ShellCommand } from '../../../source/content/shell-command';
import type { Pinning, Sighting } from '../sighting';

/** Programs that evaluate or attack models, and what they call themselves. */
const EVALUATIONS: Readonly<
  Record<string, { readonly title: string; readonly origin: string; readonly verb?: RegExp }>
> = {
  promptfoo: { title: 'promptfoo', origin: 'promptfoo', verb: /^(?:eval|redteam)$/u },
  deepeval: { title: 'DeepEval', origin: 'deepeval', verb: /^test$/u },
  garak: { title: 'garak', origin: 'garak' },
  lm_eval: { title: 'lm-evaluation-harness', origin: 'lm-eval' },
  'lm-eval': { title: 'lm-evaluation-harness', origin: 'lm-eval' },
  inspect: { title: 'Inspect', origin: 'inspect-ai', verb: /^(?:eval|eval-set)$/u },
  pyrit_scan: { title: 'PyRIT', origin: 'pyrit' },
  giskard: { title: 'Giskard', origin: 'giskard', verb: /^scan$/u },
};

/** What a command takes from a hub, serves with a local server, or evaluates. */
export function sightCommand(command: ShellCommand): readonly Sighting[] {
  // A command in a text for people is an example.
  if (command.place === 'prose') return [];
  return [...fromHub(command), ...fromOllama(command), ...evaluation(command)];
}

/** What a command takes from a hub. */
export function fromHub(command: ShellCommand): readonly Sighting[] {
  const hub = hubCommand(command);
  if (hub) {
    if (hub.artifact === 'space' || isPartlyUnknown(hub.repository.text)) return [];
    const revision = hub.revision?.text;
    const isSeen = revision !== undefined && !isPartlyUnknown(revision);
    return [
      {
        kind: hub.artifact,
        name: hub.repository.text,
        origin: 'huggingface',
        ...(isSeen ? { version: revision } : {}),
        pinning: revision === undefined ? 'mutable' : isSeen ? pinningOf(revision) : 'unknown',
        via: command.program ?? 'command',
        range: hub.repository.range,
      },
    ];
  }
  const address = clonedFromHub(command);
  const [, kind, name] =
    /(?:huggingface\.co|hf\.co)[/:](datasets\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/iu.exec(
      address?.text ?? '',
    ) ?? [];
  if (!address || name === undefined) return [];
  return [
    {
      kind: kind === undefined ? 'model' : 'dataset',
      name,
      origin: 'huggingface',
      pinning: 'mutable',
      via: 'git clone',
      range: address.range,
    },
  ];
}

function pinningOf(revision: string): Pinning {
  return isFullHash(revision) ? 'pinned' : 'mutable';
}

function fromOllama({ program, words }: ShellCommand): readonly Sighting[] {
  const [, verb, name] = words;
  if (program !== 'ollama' || !name || !/^(?:pull|run)$/u.test(verb?.text ?? '')) return [];
  if (isPartlyUnknown(name.text) || !/^[a-z0-9][\w./:-]*$/iu.test(name.text)) return [];
  return [
    {
      kind: 'hosted-model',
      name: name.text,
      origin: 'ollama',
      pinning: 'mutable',
      via: `ollama ${verb?.text ?? ''}`,
      range: name.range,
    },
  ];
}

function evaluation({ program = '', words, range }: ShellCommand): readonly Sighting[] {
  const texts = words.map(({ text }) => text);
  const at = /^(?:npx|bunx|uvx|uv|poetry|pnpm|python[\d.]*)$/u.test(program)
    ? texts.findIndex((text) => Object.hasOwn(EVALUATIONS, text.replace(/@.*$/u, '')))
    : 0;
  const name = (at === 0 ? program : (texts[at] ?? '')).replace(/@.*$/u, '');
  const known = Object.hasOwn(EVALUATIONS, name) ? EVALUATIONS[name] : undefined;
  if (!known || (known.verb && !known.verb.test(texts[at + 1] ?? ''))) return [];
  return [
    {
      kind: 'evaluation',
      name: known.title,
      origin: known.origin,
      pinning: 'own',
      via: `${name} command`,
      range,
    },
  ];
}
