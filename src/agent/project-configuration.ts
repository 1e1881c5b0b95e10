import type { Configuration } from '../analysis/configuration/configuration';
import { PROJECT_FILE } from '../analysis/configuration/parse-project-file';
import { RULES } from '../analysis/rules/registry.generated';
import type { Policy } from '../supplychain/policy/policy-schema';
import { loadConfiguration } from '../workspace/load-configuration';
import type { AgentWorkspace } from './agent-workspace';

/** What is in force in the workspace, and what is wrong in its project file. */
export async function projectConfiguration({ files, root, settings }: AgentWorkspace): Promise<{
  readonly configuration: Configuration;
  readonly policy: Policy | undefined;
  readonly problems: readonly { readonly path: string; readonly line: number; readonly message: string }[];
}> {
  const { configuration, policy, problems } = await loadConfiguration(files, root, RULES, settings);
  return {
    configuration,
    policy: policy.policy,
    problems: problems.map(({ line, message }) => ({ path: PROJECT_FILE, line, message })),
  };
}
