import * as v from 'valibot';
import { AGENT_TOOLS } from './agent-tools';
import type { AgentWorkspace } from './agent-workspace';
import { ToolError } from './tool-error';
import { writeAnswer } from './write-answer';

/**
 * Answers a question of a coding agent.
 *
 * @param input as it came, unchecked
 * @returns JSON of a bounded length
 * @throws ToolError when there is no such tool, or the question cannot be answered as asked
 */
export async function callTool(
  name: string,
  input: unknown,
  workspace: AgentWorkspace,
  signal: AbortSignal,
): Promise<string> {
  const tool = AGENT_TOOLS.find((each) => each.name === name);
  if (!tool) {
    const names = AGENT_TOOLS.map((each) => each.name).join(', ');
    throw new ToolError(`No tool is named ${JSON.stringify(name.slice(0, 100))}. There are: ${names}.`);
  }
  const checked = v.safeParse(tool.input, input ?? {});
  if (!checked.success) throw new ToolError(wrongInput(checked.issues));
  return writeAnswer(await tool.run(checked.output, workspace, signal));
}

function wrongInput(issues: readonly v.BaseIssue<unknown>[]): string {
  const lines = issues.slice(0, 5).map((issue) => {
    const at = v.getDotPath(issue);
    return at === null ? issue.message : `${at}: ${issue.message}`;
  });
  return `The input does not fit: ${lines.join('; ').slice(0, 1_000)}.`;
}
