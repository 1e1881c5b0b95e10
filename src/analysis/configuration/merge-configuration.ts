import { DEFAULT_CONFIGURATION, type Configuration } from './configuration';
import type { ProjectSettings } from './parse-project-file';

/**
 * The configuration in force: defaults, then `base` (editor settings or command line), then the project file. Rules and
 * patterns add up; for the same rule the project file decides, since it is what the team shares.
 */
export function mergeConfiguration(base: Partial<Configuration>, project?: ProjectSettings): Configuration {
  return {
    preset: project?.preset ?? base.preset ?? DEFAULT_CONFIGURATION.preset,
    testCode: project?.testCode ?? base.testCode,
    rules: new Map([...(base.rules ?? []), ...(project?.rules ?? [])]),
    exclude: [...(base.exclude ?? []), ...(project?.exclude ?? [])],
    apis: [...(project?.apis ?? []), ...(base.apis ?? [])],
  };
}
