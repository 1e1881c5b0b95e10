import { describe, expect, it } from 'vitest';
import { analyzePython } from '../../support/analyze';

const STEPS = 'jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n';

function found(ruleId: string, code: string): readonly (readonly [string, string])[] {
  return analyzePython(code, { path: '.github/workflows/a.yml' })
    .findings.filter((finding) => finding.ruleId === ruleId)
    .map(({ range, severity }) => [code.slice(range.start, range.end), severity] as const);
}

describe('rules about workflows', () => {
  it('point at the expression itself, also in a block of a script', () => {
    const code = `on: issues\n${STEPS}      - run: |\n          echo one\n          echo "\${{ github.event.issue.title }}"\n`;
    expect(found('workflow-script-injection', code)).toEqual([['${{ github.event.issue.title }}', 'error']]);
  });

  it('weigh by who can start the workflow, and by who writes the value', () => {
    const run = `${STEPS}      - run: echo \${{ github.head_ref }}\n`;
    expect(found('workflow-script-injection', `on: pull_request_target\n${run}`)[0]?.[1]).toBe('error');
    expect(found('workflow-script-injection', `on: pull_request\n${run}`)[0]?.[1]).toBe('warning');
    const input = `on: workflow_dispatch\n${STEPS}      - run: echo \${{ inputs.name }}\n`;
    expect(found('workflow-script-injection', input)[0]?.[1]).toBe('info');
  });

  it('weigh the code of a pull request by whether something runs it', () => {
    const checkout =
      '      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n';
    const start = `on: pull_request_target\n${STEPS}${checkout}`;
    const reference = '${{ github.event.pull_request.head.sha }}';
    expect(found('workflow-runs-untrusted-code', `${start}      - run: pip install -e .\n`)).toEqual([
      [reference, 'error'],
    ]);
    expect(found('workflow-runs-untrusted-code', `${start}      - run: git log\n`)).toEqual([
      [reference, 'warning'],
    ]);
  });

  it('do not mistake what a step installs from elsewhere for the code of the pull request', () => {
    const code = `on: pull_request_target\n${STEPS}      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.head_ref }}\n          path: change\n      - run: python label.py\n`;
    expect(found('workflow-runs-untrusted-code', code)).toEqual([['${{ github.head_ref }}', 'warning']]);
  });

  it('tell the actions of GitHub from those of others', () => {
    const code = `on: push\n${STEPS}      - uses: actions/checkout@v4\n      - uses: acme/x@v4\n`;
    expect(found('action-unpinned', code)).toEqual([
      ['actions/checkout@v4', 'info'],
      ['acme/x@v4', 'warning'],
    ]);
  });

  it('leave a broken workflow and an empty one alone', () => {
    expect(found('action-unpinned', 'on: push\njobs:\n')).toEqual([]);
    expect(found('workflow-script-injection', 'jobs: [a, b]\non: {\n')).toEqual([]);
  });
});

describe('the fix for a script', () => {
  it('hands the value over in the environment, quoted', () => {
    const code = `on: issues\n${STEPS}      - run: echo \${{ github.event.issue.title }}\n`;
    const [finding] = analyzePython(code, { path: '.github/workflows/a.yml' }).findings.filter(
      ({ ruleId }) => ruleId === 'workflow-script-injection',
    );
    const edits = [...(finding?.fixes[0]?.edits ?? [])].sort((a, b) => b.range.start - a.range.start);
    const fixed = edits.reduce(
      (text, { range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end),
      code,
    );
    expect(fixed).toBe(
      `on: issues\n${STEPS}      - env:\n          ISSUE_TITLE: \${{ github.event.issue.title }}\n        run: echo "$ISSUE_TITLE"\n`,
    );
  });
});
