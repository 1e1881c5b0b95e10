import { allEntries, dataAt, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { isOff, isOn, isText, riskySettings, type RiskySetting } from '../rule-support/risky-setting';

const ADVICE = 'Leave that to each user, so that opening a project is not running it.';
const EDITORS = ['ide-settings'] as const;

/** A program in the project or where anybody may write: whoever changes the project says what runs. */
const IN_PROJECT =
  /^(?:\$\{(?:workspaceFolder|workspaceRoot|fileDirname)[^}]*\}|\.{1,2}[\\/]|\/tmp\/|\/var\/tmp\/|[A-Z]:\\(?:Temp|Windows\\Temp)\\|\\\\|\/dev\/shm\/|[\w.-]+\/[\w./-]+$)/iu;

/** Where the environments of a project stand. */
const USUAL =
  /(?:^|[\\/])(?:\.?v?env\w*|\.venv|node_modules|\.conda|\.pixi|\.tox|\.nox|\.yarn\/sdks)(?:[\\/]|$)/iu;

const SETTINGS: readonly RiskySetting[] = [
  {
    key: /(?:^|\.)security\.workspace\.trust\.(?:enabled|startupPrompt|untrustedFiles)$/u,
    value: (value) => isOff(value) || isText(/^(?:never|open)$/u)(value),
    does: 'takes the question whether a project is trusted away',
    remove: true,
  },
  {
    key: /(?:^|\.)task\.allowAutomaticTasks$/u,
    value: (value) => isOn(value) || isText(/^on$/u)(value),
    does: 'runs the tasks of a project as soon as it is opened',
    instead: '"off"',
  },
  {
    key: /(?:^|\.)(?:python\.(?:defaultInterpreterPath|pythonPath|condaPath|pipenvPath|poetryPath)|[\w.-]+\.(?:executablePath|executable|interpreterPath|serverPath|server\.path|binaryPath|compilerPath|pythonPath|nodePath|runtimeExecutable|gitPath)|git\.path|terminal\.integrated\.(?:shell|automationProfile|profiles)\.[\w.]+(?:\.path)?|(?:eslint|typescript|prettier|php|go|rust-analyzer|clangd|cmake|ruff|black-formatter|flake8|mypy-type-checker|pylint|isort|jupyter|npm)\.[\w.]*(?:[pP]ath|runtime|packageManager))$/u,
    value: (value) => isText(IN_PROJECT)(value) && !isText(USUAL)(value),
    does: 'starts a program from the project or a folder that anybody may write to',
    roles: EDITORS,
    confidence: 'probable',
  },
  {
    key: /(?:^|\.)(?:terminal\.integrated\.env\.\w+|containerEnv|remoteEnv|env)\.(?:LD_PRELOAD|LD_LIBRARY_PATH|DYLD_INSERT_LIBRARIES|PYTHONSTARTUP|NODE_OPTIONS|BASH_ENV|ENV|PROMPT_COMMAND|GIT_SSH_COMMAND|PERL5OPT|RUBYOPT|JAVA_TOOL_OPTIONS|PYTHONPATH|PATH)$/u,
    value: (value, entry) =>
      entry.key === 'PATH' || entry.key === 'PYTHONPATH' || entry.key === 'LD_LIBRARY_PATH'
        ? isText(/^(?:\/tmp\/|\.{1,2}\/(?!\.?venv|node_modules)|\/dev\/shm)/u)(value)
        : entry.key !== 'NODE_OPTIONS' || isText(/--(?:require|import|loader|experimental-loader)\b/u)(value),
    does: 'loads code into every program of the terminal',
    remove: true,
    roles: EDITORS,
  },
];

const settings = riskySettings(SETTINGS, ADVICE);

function check(root: DataNode, context: RuleContext): void {
  settings(root, context);
  for (const { entry } of allEntries(root)) {
    if (entry.key === 'runOn' && stringOf(entry.value) === 'folderOpen')
      context.report({
        at: entry.range,
        subject: 'runOn',
        message: `This task runs as soon as the folder is opened. ${ADVICE}`,
        fixes: [
          {
            title: 'Let the user start it',
            safe: false,
            edits: [{ range: entry.value.range, newText: '"default"' }],
          },
        ],
      });
  }
  const initialize = context.role === 'ide-settings' ? dataAt(root, 'initializeCommand') : undefined;
  if (initialize && root.kind === 'map') {
    const entry = root.entries.find(({ key }) => key === 'initializeCommand');
    context.report({
      at: entry?.range ?? initialize.range,
      subject: 'initializeCommand',
      message:
        'This command runs on the machine itself and not in the container, before anything else. Move it to `postCreateCommand` if the container is where it belongs.',
      confidence: 'probable',
    });
  }
}

export const rule: Rule = {
  id: 'editor-runs-project-code',
  title: 'Settings of an editor run code of the project',
  stages: ['llm-develop-experiment', 'experimentation', 'pipeline-dev-test'],
  risks: [
    'owasp-agentic-2026:ASI04',
    'owasp-agentic-2026:ASI05',
    'owasp-ml-2023:ML06',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
  ],
  cwe: ['CWE-829', 'CWE-427'],
  atlas: ['AML.T0011', 'AML.T0010.001'],
  controls: ['C13', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ide', 'configuration'],
  languages: ['json'],
  what: 'Finds settings of VS Code and development containers that are checked in and run code: tasks with `runOn: folderOpen`, automatic tasks, workspace trust switched off, variables that load code into every terminal. Programs whose path lies in the project, and `initializeCommand`, which runs outside the container, are information. Environments such as `.venv` and `node_modules` are not reported.',
  why: 'People open a repository to read it, and agents write these files. What they name runs with the rights of whoever opens the folder next.',
  fix: "Let people start tasks themselves, name programs without a path, and keep settings about trust in the user's own file.",
  references: [
    {
      title: 'VS Code: workspace trust',
      url: 'https://code.visualstudio.com/docs/editing/workspaces/workspace-trust',
    },
    {
      title: 'VS Code: tasks that run on folder open',
      url: 'https://code.visualstudio.com/docs/debugtest/tasks#_run-behavior',
    },
    {
      title: 'Development containers: lifecycle',
      url: 'https://containers.dev/implementors/json_reference/#lifecycle-scripts',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a task at the opening',
        code: '{"version": "2.0.0", "tasks": [{"label": "x", "type": "shell", "command": "./setup.sh", "runOptions": {"runOn": "folderOpen"}}]}\n',
        file: '.vscode/tasks.json',
      },
      {
        title: 'trust and automatic tasks',
        code: '{"security.workspace.trust.enabled": false, "task.allowAutomaticTasks": "on"}\n',
        file: '.vscode/settings.json',
        findings: 2,
      },
      {
        title: 'an interpreter in the project (information)',
        code: '{"python.defaultInterpreterPath": "${workspaceFolder}/tools/python", "eslint.runtime": "./bin/node"}\n',
        file: '.vscode/settings.json',
        findings: 2,
      },
      {
        title: 'a library in every program',
        code: '{"terminal.integrated.env.linux": {"LD_PRELOAD": "./lib.so", "NODE_OPTIONS": "--require ./hook.js"}}\n',
        file: '.vscode/settings.json',
        findings: 2,
      },
      {
        title: 'on the machine itself (information)',
        code: '{"image": "x", "initializeCommand": "./prepare.sh"}\n',
        file: '.devcontainer/devcontainer.json',
      },
    ],
    good: [
      {
        title: 'what settings usually say',
        code: '{"python.defaultInterpreterPath": "${workspaceFolder}/.venv/bin/python", "eslint.nodePath": "./node_modules", "typescript.tsdk": "node_modules/typescript/lib", "python.testing.pytestPath": "pytest", "security.workspace.trust.enabled": true, "task.allowAutomaticTasks": "off", "terminal.integrated.env.linux": {"PYTHONPATH": "${workspaceFolder}/src", "NODE_OPTIONS": "--max-old-space-size=4096"}}\n',
        file: '.vscode/settings.json',
      },
      {
        title: 'a task that is started',
        code: '{"tasks": [{"label": "x", "command": "make", "runOptions": {"runOn": "default"}}]}\n',
        file: '.vscode/tasks.json',
      },
      {
        title: 'inside the container',
        code: '{"image": "x", "postCreateCommand": "pip install -e ."}\n',
        file: '.devcontainer/devcontainer.json',
      },
    ],
  },
  triggers: () => ['folderOpen', ['workspace', 'trust'], 'allowAutomaticTasks'],
  on: { data: check },
};
