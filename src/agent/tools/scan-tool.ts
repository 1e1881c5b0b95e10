import * as v from 'valibot';
import { RULES } from '../../analysis/rules/registry.generated';
import { PRESETS, SEVERITIES } from '../../analysis/severity';
import { builtInCatalog } from '../../catalog/built-in';
import {
  allFindings,
  firstStage,
  messageWithMember,
  riskTitle,
  ruleIndex,
  stageTitle,
} from '../../report/labels';
import { firstSentence, plainText } from '../../report/plain-text';
import type { LocatedFinding } from '../../workspace/file-analysis/file-result';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import { scanWithPolicy } from '../../workspace/survey/scan-with-policy';
import type { AgentTool } from '../agent-tool';
import { placesInWorkspace } from '../place-in-workspace';
import { limitInput, pathInput } from '../tool-inputs';
import { projectConfiguration } from '../project-configuration';

const input = v.strictObject({
  paths: v.optional(
    v.pipe(
      v.array(pathInput),
      v.maxLength(100),
      v.description('Files and folders to scan; the whole workspace when left out.'),
    ),
  ),
  preset: v.optional(
    v.pipe(
      v.picklist(PRESETS),
      v.description(
        '`recommended` is sure and quiet, `strict` adds guard-rails, `all` is everything. Left out: what the project says.',
      ),
    ),
  ),
  severity: v.optional(
    v.pipe(v.picklist(SEVERITIES), v.description('Leave out what is less severe than this.')),
  ),
  limit: limitInput,
});

/** `scan`: risky ML and LLM code in files of the workspace, the most severe first. */
export const scanTool: AgentTool<typeof input> = {
  name: 'scan',
  title: 'Scan for risky ML and LLM code',
  description:
    'Scans code, notebooks, configuration, instructions to agents and model files of the workspace. Gives findings, the most severe first: ' +
    'rule, message, place, lifecycle stage, risks, and how to fix it, with the edits where they are known. Ask after writing or changing code that ' +
    'loads models or data, calls language models, defines agents or tools, or deploys them.',
  input,
  async run({ paths = [], preset, severity, limit }, workspace, signal) {
    const targets = await placesInWorkspace(paths, workspace);
    const { configuration, policy, problems } = await projectConfiguration(workspace);
    const summary = await scanWithPolicy({
      fileSystem: workspace.files,
      root: workspace.root,
      ...(targets.length > 0 ? { targets: targets.map(({ absolute }) => absolute) } : {}),
      configuration: preset ? { ...configuration, preset } : configuration,
      analyzer: new InProcessAnalyzer(workspace.files),
      signal,
      policy,
      known: policy ? await workspace.known() : undefined,
      today: workspace.today(),
    });
    const worst = SEVERITIES.indexOf(severity ?? 'info');
    const found = allFindings(summary.results)
      .filter(({ finding }) => SEVERITIES.indexOf(finding.severity) <= worst)
      .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
    const { files, cancelled } = summary;
    return {
      about: { files, count: found.length, ...(cancelled ? { cancelled } : {}) },
      lists: {
        findings: found.map(({ file, finding }) => described(file.path, finding)),
        problems: [
          ...problems,
          ...summary.problems.map(({ path, message }) => ({ path, message })),
          ...summary.results.flatMap(({ path, problems: own }) =>
            own.map(({ message, location }) => ({ path, line: location.start.line + 1, message })),
          ),
        ],
      },
      ...(limit === undefined ? {} : { limit }),
    };
  },
};

const rules = ruleIndex(RULES);

/** Lines and columns from 1, ends exclusive, as in the JSON report. The line of code is left out: the agent has the file. */
function described(path: string, finding: LocatedFinding): object {
  const { ruleId, severity, confidence, location, fixes } = finding;
  const rule = rules.get(ruleId);
  const catalog = builtInCatalog();
  const [fix] = fixes;
  return {
    rule: ruleId,
    severity,
    confidence,
    message: messageWithMember(finding),
    path,
    ...region(location),
    stage: rule && stageTitle(catalog, firstStage(rule)),
    risks: rule?.risks.map((risk) => riskTitle(catalog, risk)),
    controls: rule?.controls,
    fix: fix?.title ?? (rule && firstSentence(plainText(rule.fix))),
    edits: fix?.edits.map(({ location: at, newText }) => ({ ...region(at), newText })),
  };
}

function region({ start, end, cell }: LocatedFinding['location']): object {
  return {
    ...(cell === undefined ? {} : { cell }),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
