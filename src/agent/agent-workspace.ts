import type { Configuration } from '../analysis/configuration/configuration';
import type { Guide } from '../catalog/catalog';
import type { KnownParts } from '../supplychain/openness/known-parts';
import type { FileSystem } from '../workspace/file-system';

/** What the tools for coding agents work on: one folder, looked at and never changed. */
export interface AgentWorkspace {
  /** Absolute, with `/`, without links. */
  readonly root: string;
  /** Refuses whatever does not lie in `root`, also by a link. */
  readonly files: FileSystem;
  /** Follows the links of a path. @throws when there is nothing */
  readonly realPath: (path: string) => Promise<string>;
  /** What is in force where the project file says nothing. */
  readonly settings: Partial<Configuration>;
  readonly guide: () => Promise<Guide>;
  /** What is publicly known of models, services and libraries. */
  readonly known: () => Promise<KnownParts>;
  /** The day it is, `2026-11-23`. */
  readonly today: () => string;
}
