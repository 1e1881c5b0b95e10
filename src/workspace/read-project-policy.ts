import type { ProjectFile, ProjectFileProblem } from '../analysis/configuration/parse-project-file';
import { sectionProblems } from '../analysis/configuration/section-problems';
import { NO_POLICY, readPolicy, type ReadPolicy } from '../supplychain/policy/read-policy';

/** The policy of a project file. */
export type ProjectPolicy = Pick<ReadPolicy, 'policy' | 'refused'>;

export const NO_PROJECT_POLICY: ProjectPolicy = NO_POLICY;

/** Reads what stands under `policy` in a project file, and says what is wrong there. */
export function readProjectPolicy(
  file: ProjectFile,
): ProjectPolicy & { readonly problems: readonly ProjectFileProblem[] } {
  const { policy, refused, problems } = readPolicy(
    file.policy,
    (path) => file.positionAt(file.rangeOf(['policy', ...path]).start).line,
  );
  return { policy, refused, problems: sectionProblems(file, 'policy', problems) };
}
