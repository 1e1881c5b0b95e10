import type { Api } from '../../catalog/schema/api';
import type { Preset, Severity } from '../severity';
import type { SideCodeMode } from '../side-code';

/** The settings in force for one workspace: project file over editor settings over defaults. */
export interface Configuration {
  readonly preset: Preset;
  /** By rule id (aliases resolved). */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Glob patterns (gitignore syntax), workspace-relative, of files not to analyse. */
  readonly exclude: readonly string[];
  /** What becomes of findings in tests, documentation and examples; left out: information in `recommended`, full in the others. */
  readonly testCode?: SideCodeMode | undefined;
  /** The team's own API knowledge. */
  readonly apis: readonly Api[];
}

export const DEFAULT_CONFIGURATION: Configuration = {
  preset: 'recommended',
  rules: new Map(),
  exclude: [],
  apis: [],
};
