import type { Api } from '../../catalog/schema/api';
import type { Preset, Severity } from '../severity';

/** The settings in force for one workspace: project file over editor settings over defaults. */
export interface Configuration {
  readonly preset: Preset;
  /** By rule id (aliases resolved). */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Glob patterns (gitignore syntax), workspace-relative, of files not to analyse. */
  readonly exclude: readonly string[];
  /** The team's own API knowledge. */
  readonly apis: readonly Api[];
}

export const DEFAULT_CONFIGURATION: Configuration = {
  preset: 'recommended',
  rules: new Map(),
  exclude: [],
  apis: [],
};
