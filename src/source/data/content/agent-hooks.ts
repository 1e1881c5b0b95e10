import { entriesOf, itemsOf, type DataNode } from '../../content/data-node';
import type { ShellPlace } from '../../content/shell-command';
import { commandOf } from './command-of';
import type { ShellCommand } from '../../content/shell-command';

/** A command that a coding agent runs at an event, without asking anybody. */
export interface AgentHook {
  /** `PreToolUse`, `beforeShellExecution`; the setting's name for commands that are no hooks. */
  readonly event: string;
  /** A script, or a list of words. */
  readonly command: DataNode;
}

/** Keys whose value is a script of a hook. */
const SCRIPTS = new Set(['command', 'bash', 'powershell', 'run', 'script']);

/** Settings that are themselves a command which an agent runs by itself. */
const HELPERS = new Set([
  'apiKeyHelper',
  'awsAuthRefresh',
  'awsCredentialExport',
  'otelHeadersHelper',
  'statusLine',
  'fileSuggestion',
  'notify',
]);

/** Keys of which one stands in every file that sets a hook. */
export const HOOK_KEYS: readonly string[] = ['hooks', ...HELPERS];

/** How deep hooks stand below their key: event, matcher, list. */
const DEPTH = 6;

/** The hooks of an agent's settings, as Claude Code, Cursor, Gemini CLI, Codex, Copilot and Windsurf write them. */
export function agentHooks(root: DataNode): readonly AgentHook[] {
  return entriesOf(root).flatMap(({ key, value }): readonly AgentHook[] => {
    if (key === 'hooks')
      return entriesOf(value).flatMap((event) => [...scripts(event.value, event.key, DEPTH)]);
    if (!HELPERS.has(key)) return [];
    return value.kind === 'map' ? [...scripts(value, key, 1)] : [{ event: key, command: value }];
  });
}

/** The commands of all hooks. */
export function hookCommands(root: DataNode): readonly ShellCommand[] {
  const where: ShellPlace = 'hook';
  return agentHooks(root).flatMap(({ command }) => commandOf(command, where));
}

function* scripts(node: DataNode, event: string, depth: number): Iterable<AgentHook> {
  if (depth === 0) return;
  for (const { key, value } of entriesOf(node)) {
    if (SCRIPTS.has(key) && value.kind !== 'map') yield { event, command: value };
    else yield* scripts(value, event, depth - 1);
  }
  if (node.kind === 'list') for (const item of itemsOf(node)) yield* scripts(item, event, depth - 1);
}
