import { commands } from 'vscode';
import type { ContextKey } from '../names/context-keys';

/** Sets a context key for the `when` clauses of the manifest. */
export function setContext(key: ContextKey, value: boolean | string): void {
  void commands.executeCommand('setContext', key, value);
}
