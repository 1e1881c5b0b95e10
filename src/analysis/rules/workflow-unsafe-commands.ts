import { allEntries, scalarOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';

const SETTINGS: ReadonlyMap<string, string> = new Map([
  [
    'ACTIONS_ALLOW_UNSECURE_COMMANDS',
    'lets every line of output set variables and the search path of later steps',
  ],
  ['ACTIONS_ALLOW_USE_UNSECURE_NODE_VERSION', 'runs actions with a Node.js that nobody repairs any more'],
]);

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== 'workflow') return;
  for (const { entry } of allEntries(root)) {
    const does = SETTINGS.get(entry.key);
    if (does === undefined || !/^(?:true|1)$/iu.test(String(scalarOf(entry.value)))) continue;
    context.report({
      at: entry.range,
      subject: entry.key,
      message: `\`${entry.key}\` ${does}. Remove it, and write to \`$GITHUB_ENV\` and \`$GITHUB_PATH\` where a step must set something.`,
    });
  }
}

export const rule: Rule = {
  id: 'workflow-unsafe-commands',
  title: 'Workflow takes commands from the output of its steps',
  stages: ['continuous-integration', 'pipeline-dev-test', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-77'],
  atlas: ['AML.T0010.001'],
  controls: ['C14'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'injection'],
  languages: ['yaml'],
  what: 'Finds `ACTIONS_ALLOW_UNSECURE_COMMANDS: true` in a workflow.',
  why: 'Commands in the output (`::set-env`, `::add-path`) were switched off because a log line that an outsider writes – a title, the name of a file, an answer of a model – could set `PATH` or `LD_PRELOAD` for the next step.',
  fix: 'Remove the setting; write to `$GITHUB_ENV` and `$GITHUB_PATH`.',
  references: [
    {
      title: 'GitHub: workflow commands',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands',
    },
  ],
  examples: {
    bad: [
      {
        title: 'for the job and for a step',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n    steps:\n      - run: make\n        env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: "true" }\n',
        file: '.github/workflows/a.yml',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'off',
        code: 'on: push\nenv:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: false\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "PATH=x" >> $GITHUB_ENV\n',
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
