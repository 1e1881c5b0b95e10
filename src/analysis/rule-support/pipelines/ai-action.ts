import { dataAt, entriesOf, scalarOf, stringOf, type DataEntry } from '../../../source/content/data-node';
import { mayWrite, permissionsOf, type GitHubWorkflow, type WorkflowStep } from './github-workflow';

const AI_ACTION =
  /^(?:anthropics\/claude-code(?:-base)?-action|openai\/codex-action|google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|actions\/ai-inference|sst\/opencode\/.*|anomalyco\/opencode\/.*|qwenlm\/qwen-code-action|augmentcode\/.*|warpdotdev\/.*agent.*|all-hands-ai\/.*|openhands\/.*|charmbracelet\/crush.*)$/u;
/** Actions of other people that ask a model, by name. */
const AI_NAME =
  /(?:claude|codex|gemini|chatgpt|openai|gpt|llm|copilot|opencode|ai-(?:agent|review|inference|triage))/u;

const PROMPT =
  /^(?:(?:direct|override|user|system|append[-_]system|custom)?[-_]?prompt|custom[-_]instructions|instructions|input|message|messages|query|task)$/iu;

/** Whether a step lets a model work. */
export function isAiStep({ action }: WorkflowStep): boolean {
  return action !== undefined && (AI_ACTION.test(action) || AI_NAME.test(action));
}

/** What a step gives a model to read. */
export function promptsOf(step: WorkflowStep): readonly DataEntry[] {
  return entriesOf(dataAt(step.node, 'with')).filter(({ key }) => PROMPT.test(key) || key === 'claude_args');
}

/** What the model of a step may do besides answering, as the rest of a sentence; undefined when nothing of it is seen. */
export function rightsOf(step: WorkflowStep, workflow: GitHubWorkflow): string | undefined {
  const inputs = entriesOf(dataAt(step.node, 'with'));
  const written = inputs
    .map(({ key, value }) => `${key}=${stringOf(value) ?? String(scalarOf(value) ?? '')}`)
    .join('\n');
  if (
    /(?:allowed[-_]?tools|tools|settings|coreTools)[\s\S]*?\b(?:Bash|run_shell_command|Write|Edit|WebFetch)\b/iu.test(
      written,
    )
  )
    return 'may run tools';
  if (/dangerously-skip-permissions|bypassPermissions|--yolo|danger-full-access|unsafe/u.test(written))
    return 'asks nobody before it acts';
  const canWrite = mayWrite(permissionsOf(step.job, workflow));
  if (canWrite === true) return 'has a token that may write';
  // A text is all that this action makes.
  if (step.action === 'actions/ai-inference') return undefined;
  return canWrite === undefined ? 'has the token of the job' : undefined;
}
