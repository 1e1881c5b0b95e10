import type {
  ShellAssignment,
  ShellCommand,
  ShellPlace,
  ShellRedirect,
  ShellWord,
} from '../content/shell-command';
import type { TextRange } from '../range';

/** A command while it is read; those who get it see the interface alone. */
export class CommandDraft implements ShellCommand {
  range: TextRange = { start: 0, end: 0 };
  program: string | undefined;
  words: ShellWord[] = [];
  assignments: ShellAssignment[] = [];
  pipedTo: ShellCommand | undefined;
  redirects: ShellRedirect[] = [];
  inner: ShellCommand[] = [];
  wrappers: string[] = [];

  constructor(readonly place: ShellPlace) {}
}

/** Commands with all that stand within them. */
export function* withInner(commands: readonly ShellCommand[]): Iterable<ShellCommand> {
  for (const command of commands) {
    yield command;
    yield* withInner(command.inner);
  }
}
