import { dataAt, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import { containsRange, type TextRange } from '../../source/range';
import type { Rule, RuleContext } from '../rule';
import {
  githubWorkflow,
  inputOf,
  type GitHubWorkflow,
  type WorkflowJob,
  type WorkflowStep,
} from '../rule-support/pipelines/github-workflow';
import { fetchesPullRequest, runsProjectCode } from '../rule-support/pipelines/project-code';

/** Events that run with secrets although an outsider's change is what they are about. */
const EVENTS = ['pull_request_target', 'workflow_run', 'issue_comment'] as const;

/** The head of the pull request, as far as an expression names it. */
const HEAD =
  /github\.event\.pull_request\.(?:head|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.(?:head_|pull_requests)|refs\/pull\/|github\.event\.(?:number|issue\.number)\b/iu;
/** A step before has looked it up. */
const LOOKED_UP = /(?:steps|needs)\.[\w.-]*\.outputs\.[\w-]*(?:head|ref|sha|branch|pr)\b/iu;

/** Only pull requests of branches of the same repository, or of people who may push. */
const OWN_ONLY =
  /head\.repo\.full_name\s*==\s*(?:github\.repository|'[\w./-]+')|head_repository\.full_name\s*==\s*(?:github\.repository|'[\w./-]+')|head\.repo\.fork\s*(?:==\s*false|!=\s*true)|!\s*github\.event\.pull_request\.head\.repo\.fork|github\.event\.workflow_run\.event\s*==\s*'(?:push|schedule|workflow_dispatch|release)'|author_association|user\.login\s*==\s*'|github\.(?:actor|triggering_actor)\s*(?:==\s*'|\))|github\.event\.pull_request\.merged(?:\s*==\s*true)?|workflow_run\.head_branch\s*==\s*'/u;
/** Somebody looks first, but at a state that can change afterwards. */
const LOOKED_AT = /labels|label\.name/u;

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  const event = EVENTS.find((name) => workflow?.events.has(name));
  if (!workflow || !event) return;
  for (const job of workflow.jobs) checkJob(job, event, workflow, context);
}

function checkJob(job: WorkflowJob, event: string, workflow: GitHubWorkflow, context: RuleContext): void {
  const condition = conditionOf(job, workflow);
  if (OWN_ONLY.test(condition)) return;
  for (const [at, step] of job.steps.entries()) {
    const own = stringOf(dataAt(step.node, 'if')) ?? '';
    if (OWN_ONLY.test(own)) continue;
    const found = checkedOut(step, context);
    if (!found || !isAboutEvent(found.text, event, workflow)) continue;
    const runs = job.steps.slice(at).some((later) => runsIt(later, step, found.range, context));
    const isLookedAt = LOOKED_AT.test(condition + own) || dataAt(job.node, 'environment') !== undefined;
    context.report({
      at: found.range,
      subject: event,
      message: `\`${event}\` runs with the secrets of this repository, and here the code of the pull request is checked out${runs ? ' and run' : ''}: whoever opens one has the secrets. Train, test and install in a \`pull_request\` workflow, and hand its results on as data.`,
      ...weightOf(runs && !found.isLookedUp, isLookedAt),
    });
  }
}

/** What has to hold for a job, and for those it waits for: one that waits does not run when they are left out. */
function conditionOf(job: WorkflowJob, { jobs }: GitHubWorkflow): string {
  const waiting = [job];
  const seen = new Set<WorkflowJob>();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    const needs = itemsOf(dataAt(one.node, 'needs')).map(stringOf);
    waiting.push(...jobs.filter(({ name }) => needs.includes(name)));
  }
  return [...seen].map(({ node }) => stringOf(dataAt(node, 'if')) ?? '').join('\n');
}

function weightOf(
  isCertain: boolean,
  isLookedAt: boolean,
): { readonly severity?: 'warning'; readonly confidence?: 'probable' } {
  if (isCertain) return isLookedAt ? { severity: 'warning' } : {};
  return isLookedAt ? { severity: 'warning', confidence: 'probable' } : { severity: 'warning' };
}

interface CheckedOut {
  readonly range: TextRange;
  readonly text: string;
  readonly isLookedUp: boolean;
}

/** Where a step takes the head of a pull request. */
function checkedOut(step: WorkflowStep, { content }: RuleContext): CheckedOut | undefined {
  if (/(?:^|\/)checkout$/u.test(step.action ?? ''))
    for (const name of ['ref', 'repository']) {
      const input = inputOf(step, name);
      const text = stringOf(input) ?? '';
      const isLookedUp = name === 'ref' && LOOKED_UP.test(text) && !HEAD.test(text);
      if (input && (HEAD.test(text) || isLookedUp)) return { range: input.range, text, isLookedUp };
    }
  const script = step.run;
  const command =
    script &&
    content.commands.find(({ range, ...one }) =>
      containsRange(script.range, range) ? fetchesPullRequest({ range, ...one }) : false,
    );
  return command && { range: command.range, text: 'refs/pull/', isLookedUp: false };
}

/** What an event does not have is empty, and an empty `ref` is the default branch. */
function isAboutEvent(text: string, event: string, { events }: GitHubWorkflow): boolean {
  if (/github\.event\.workflow_run/u.test(text)) return events.has('workflow_run');
  if (/github\.event\.pull_request|github\.head_ref/u.test(text)) return events.has('pull_request_target');
  return event !== 'workflow_run' || /outputs/u.test(text) || events.has('pull_request_target');
}

/** Whether a step runs something of the folder that the pull request was put into. */
function runsIt(
  step: WorkflowStep,
  checkout: WorkflowStep,
  found: TextRange,
  { content }: RuleContext,
): boolean {
  if (step === checkout && !step.run) return false;
  const folder = stringOf(inputOf(checkout, 'path'))?.replace(/^\.\/|\/$/gu, '');
  if (/^\.\//u.test(step.action ?? '')) return folder === undefined;
  if (/^(?:docker\/build-push-action|pre-commit\/action|pypa\/cibuildwheel)$/u.test(step.action ?? ''))
    return true;
  const script = step.run;
  if (!script) return false;
  const workingFolder = stringOf(dataAt(step.node, 'working-directory')) ?? '';
  const names =
    folder === undefined || workingFolder.includes(folder) || (stringOf(script) ?? '').includes(folder);
  return (
    names &&
    content.commands.some(
      (command) =>
        containsRange(script.range, command.range) &&
        command.range.start > found.start &&
        runsProjectCode(command),
    )
  );
}

const CHECKOUT =
  '      - uses: actions/checkout@0a5c61591373683505ea898e09a3ea4f39ef2b9c\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n';
const START = 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n';

export const rule: Rule = {
  id: 'workflow-runs-untrusted-code',
  title: 'Workflow with secrets checks out the code of a pull request',
  stages: ['continuous-integration', 'continuous-training', 'pipeline-dev-test', 'llm-test-evaluate'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-829', 'CWE-94'],
  atlas: ['AML.T0010.001', 'AML.T0049'],
  controls: ['C14'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'supply-chain', 'secrets'],
  languages: ['yaml'],
  what: 'Finds workflows started by `pull_request_target`, `workflow_run` or `issue_comment` that check out the head of the pull request (`actions/checkout` with `ref` or `repository`, `gh pr checkout`, `git fetch … pull/…/head`). It is an error when a later step installs, builds, trains or tests what was checked out, a warning when nothing of it is seen to run or a label decides. Jobs that only take branches of the same repository or named people are left alone.',
  why: 'These events run with the secrets and the writing token of the repository. A `setup.py`, a test, a training script or a build file of the pull request is then code of a stranger beside the keys with which models and packages are published.',
  fix: 'Run the code of the pull request in a `pull_request` workflow, which gets no secrets. Pass results on as an artifact, and let a second workflow read them as data.',
  references: [
    {
      title: 'GitHub Security Lab: preventing pwn requests',
      url: 'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
    },
    {
      title: 'GitHub: events that trigger workflows',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target',
    },
  ],
  examples: {
    bad: [
      {
        title: 'trains what a stranger sent',
        code: `${START}${CHECKOUT}      - run: pip install -r requirements.txt && python train.py\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'evaluates a branch by name, in a flow mapping',
        code: `on: [pull_request_target]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { ref: "\${{ github.head_ref }}", repository: "\${{ github.event.pull_request.head.repo.full_name }}" }\n      - run: make eval\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'after another workflow',
        code: 'on:\n  workflow_run:\n    workflows: [ci]\n    types: [completed]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.workflow_run.head_sha }}\n      - run: npm ci && npm test\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'on a comment',
        code: "on:\n  issue_comment:\n    types: [created]\njobs:\n  a:\n    if: contains(github.event.comment.body, '/bench')\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: |\n          gh pr checkout ${{ github.event.issue.number }}\n          python bench.py\n",
        file: '.github/workflows/a.yml',
      },
      {
        title: 'merged, by reference, with a local action',
        code: `${START}      - uses: actions/checkout@v4\n        with:\n          ref: refs/pull/\${{ github.event.number }}/merge\n      - uses: ./.github/actions/evaluate\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'checked out only (warning), or with a label (warning)',
        code: `${START}${CHECKOUT}      - run: git diff --stat\n  b:\n    if: contains(github.event.pull_request.labels.*.name, 'safe')\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: ./run.sh\n`,
        file: '.github/workflows/a.yml',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'without secrets',
        code: `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: python train.py\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'its own code',
        code: `${START}      - uses: actions/checkout@v4\n      - run: python label.py\n      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.event.pull_request.base.sha }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'branches of the same repository',
        code: `on: pull_request_target\njobs:\n  a:\n    if: github.event.pull_request.head.repo.full_name == github.repository\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: python train.py\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'named people start it, in a job before',
        code: `on: issue_comment\njobs:\n  who:\n    if: contains(fromJSON('["ann"]'), github.actor)\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo yes\n  b:\n    needs: [who]\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: refs/pull/\${{ github.event.issue.number }}/head\n      - run: make\n`,
        seen: 'huggingface/transformers .github/workflows/pr-repo-consistency-bot.yml',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'after a push',
        code: "on:\n  workflow_run:\n    workflows: [ci]\njobs:\n  a:\n    if: github.event.workflow_run.event == 'push'\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.workflow_run.head_sha }}\n      - run: make\n",
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
