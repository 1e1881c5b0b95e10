import { commands, Disposable, type LogOutputChannel } from 'vscode';
import { COMMANDS } from '../names/commands';
import { runCommand } from '../support/run-command';
import type { CommandMap } from './command-map';

/** Registers every command of the map under its id. */
export function registerCommands(map: CommandMap, log: LogOutputChannel): Disposable {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return Disposable.from(
    ...names.map((name) => {
      const id = COMMANDS[name];
      return commands.registerCommand(id, (argument?: unknown, selection?: unknown) =>
        runCommand(log, id, () => map[name](argument, selection)),
      );
    }),
  );
}
