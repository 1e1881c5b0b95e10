import type { TextRange } from '../range';

/** Where a command line stands; it decides who runs it and how often. */
export type ShellPlace =
  | 'script'
  | 'notebook'
  | 'dockerfile'
  | 'workflow'
  | 'compose'
  | 'configuration'
  | 'hook'
  | 'package-script'
  | 'prose';

/** One simple command of a shell: assignments, a program, its arguments. Pipelines and lists are several of them. */
export interface ShellCommand {
  readonly range: TextRange;
  readonly place: ShellPlace;
  /**
   * The program's name without its folder, after `sudo`, `env`, `exec`, `nohup`, `time`, `xargs` and assignments are set aside;
   * undefined when it is a variable or there is none.
   */
  readonly program: string | undefined;
  /** The program and its arguments, the wrappers set aside. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  /** The command that reads this one's output. */
  readonly pipedTo: ShellCommand | undefined;
  readonly redirects: readonly ShellRedirect[];
  /** Commands in `$(...)`, backquotes or `<(...)` within the words, and the script given to `sh -c`, `bash -c`, `eval`. */
  readonly inner: readonly ShellCommand[];
  /** What runs before the program and is not it: `sudo`, `env`. */
  readonly wrappers: readonly string[];
}

export interface ShellWord {
  /** Quotes removed; expansions stay as they are written (`$HOME/x`). */
  readonly text: string;
  readonly range: TextRange;
  /** The whole word, or a part of it, is quoted so. */
  readonly quotes: 'none' | 'single' | 'double' | 'mixed';
  /** Names of variables that are put in, with whether quotes keep each from being split. `*` for a command substitution. */
  readonly expansions: readonly {
    readonly name: string;
    readonly isQuoted: boolean;
    readonly range: TextRange;
  }[];
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord | undefined;
  readonly range: TextRange;
  /** Whether it is given to this command only (`A=1 cmd`), exported, or set in the shell. */
  readonly scope: 'command' | 'exported' | 'shell';
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<`, `2>&1`. */
  readonly operator: string;
  readonly target: ShellWord | undefined;
}
