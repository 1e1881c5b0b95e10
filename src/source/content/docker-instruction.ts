import type { TextRange } from '../range';
import type { ShellCommand } from './shell-command';

/** One instruction of a Dockerfile. */
export interface DockerInstruction {
  /** In capitals: `FROM`, `RUN`, `ENV`. */
  readonly keyword: string;
  /** What stands behind the keyword, continued lines joined. */
  readonly text: string;
  readonly range: TextRange;
  readonly argumentsRange: TextRange;
  /** Flags such as `--mount=type=secret`, `--checksum=...`. */
  readonly flags: readonly {
    readonly name: string;
    readonly value: string | undefined;
    readonly range: TextRange;
  }[];
  /** Names and values of `ENV`, `ARG`, `LABEL`. */
  readonly settings: readonly {
    readonly name: string;
    readonly value: string | undefined;
    readonly range: TextRange;
    readonly valueRange: TextRange;
  }[];
  /** What `RUN`, `CMD`, `ENTRYPOINT`, `HEALTHCHECK` run. */
  readonly commands: readonly ShellCommand[];
  /** Number of the build stage, from 0; -1 before the first `FROM`. */
  readonly stage: number;
}
