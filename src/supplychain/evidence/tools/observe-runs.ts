import type { Observation } from '../observation';
import { BUILD_TOOLS } from './build-tools';
import { CHECKED_PLACES, type KnownTool } from './known-tool';
import { MODEL_TOOLS } from './model-tools';
import type { ToolRun } from './tool-run';

const TOOLS: readonly KnownTool[] = [...BUILD_TOOLS, ...MODEL_TOOLS];

const WHERE: Readonly<Record<ToolRun['place'], string>> = {
  workflow: 'in a pipeline',
  hook: 'before a commit',
  recipe: 'by a task',
  image: 'while an image is built',
  script: 'by a script',
};

/** What the tools that run somewhere are evidence of; the first run of each. */
export function observeRuns(runs: readonly ToolRun[]): readonly Observation[] {
  const found = new Map<string, Observation>();
  for (const run of runs) {
    for (const tool of TOOLS) {
      if (!isRunOf(tool, run)) continue;
      for (const evidence of tool.evidence) {
        if (found.has(evidence)) continue;
        const detail = `${tool.title} (\`${run.name}\`) runs ${WHERE[run.place]}`;
        found.set(evidence, { evidence, holds: true, detail, range: run.range });
      }
    }
  }
  return [...found.values()];
}

/** Whether a run evaluates a model or an application. */
export function isEvaluation(run: ToolRun): boolean {
  if (run.by === 'command' && run.name === 'pytest')
    return /(?:^|[\s/])evals?(?:uations?)?(?:[\s/]|$)|(?:^|[\s/])test_evals?\w*\.py/u.test(run.given);
  return TOOLS.some(
    (tool) =>
      (tool.evidence.includes('EV-EVALSET') || tool.evidence.includes('EV-REDTEAM')) && isRunOf(tool, run),
  );
}

function isRunOf(tool: KnownTool, { by, name, given, place }: ToolRun): boolean {
  const pattern = { action: tool.action, command: tool.program, hook: tool.hook, include: tool.include }[by];
  if (!pattern?.test(name) || !(tool.places ?? CHECKED_PLACES).includes(place)) return false;
  // What hooks, includes and actions are given is not written like a command.
  if (by === 'hook' || by === 'include') return true;
  const asksForGiven = tool.given !== undefined && (by === 'command' || tool.program === undefined);
  return (!asksForGiven || tool.given.test(given)) && tool.notGiven?.test(given) !== true;
}
