import type { ApiOf } from '../../catalog/schema/api';
import type { ShellCommand } from '../../source/content/shell-command';
import type { Call } from '../../source/expression';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { DOWNLOAD_WORDS } from '../rule-support/commands/downloads';
import { downloadRunAtOnce } from '../rule-support/commands/run-download';
import { checksIntegrity } from '../rule-support/commands/integrity-checks';
import { contentOfCall } from '../rule-support/commands/shell-call';
import { storedScript } from '../rule-support/commands/stored-script';
import type { Rule, RuleContext } from '../rule';

function check(command: ShellCommand, context: RuleContext): void {
  report(command, command.range, context);
  const file = storedScript(command, context.content.commands);
  if (file === undefined || checksIntegrity(context)) return;
  context.report({
    at: command.range,
    subject: file,
    message: `\`${file}\` is downloaded and then run, and nothing compares its hash in between. Note the SHA-256 of the file you read and check it with \`sha256sum --check\`.`,
    confidence: 'probable',
  });
}

function checkCall(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  const commands = contentOfCall(call, api, context.model).commands;
  const found = commands.find((command) => downloadRunAtOnce(command));
  if (found) report(found, call.range, context);
}

function report(command: ShellCommand, at: ShellCommand['range'], context: RuleContext): void {
  const found = downloadRunAtOnce(command);
  if (!found) return;
  const { address, interpreter, end } = found;
  context.report({
    at: at === command.range ? { start: at.start, end: Math.max(at.end, end) } : at,
    subject: address ?? interpreter,
    message: `What ${address === undefined ? 'a server' : `\`${address}\``} sends is run by \`${interpreter}\` unread and unchecked. Store it, compare its hash, then run it; or install a package.`,
  });
}

export const rule: Rule = {
  id: 'download-piped-to-shell',
  title: 'Downloaded script is run at once',
  stages: ['continuous-integration', 'pipeline-dev-test', 'experimentation', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-494', 'CWE-829'],
  atlas: ['AML.T0010.001', 'AML.T0011'],
  controls: ['C29', 'C15', 'C14'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'downloads', 'execution'],
  languages: [...COMMAND_LANGUAGES, 'javascript', 'typescript'],
  what: 'Finds downloads by curl, wget, PowerShell and others whose output goes straight to an interpreter: `curl … | sh`, `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(wget -qO- …)"`, `source <(curl …)`, `curl … | python -`, `irm … | iex`. In scripts, images, workflows, notebooks, hooks of agents and command lines that a program runs. A script that is stored, not compared with a hash and then run is reported as information.',
  why: 'The server decides at that moment what runs, for each caller anew: it can send something else to a build machine than to a browser, and a connection that breaks runs half a script. In an image or a pipeline this happens beside your models and keys.',
  fix: 'Download to a file, compare its SHA-256 with the one you noted, then run it. Often there is a package (`apt`, `pip`, an image, an action at a commit) that does the same with a version.',
  references: [
    {
      title: 'Docker: best practices for pipes and downloads',
      url: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
    },
    {
      title: 'CWE-494: Download of Code Without Integrity Check',
      url: 'https://cwe.mitre.org/data/definitions/494.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'command that a program of Node runs',
        file: 'scripts/setup.ts',
        code: "import { execSync } from 'node:child_process';\n\nexecSync('curl -fsSL https://example.org/install.sh | sh');\n",
      },
      {
        title: 'stored and run unchecked (information)',
        file: 'install.sh',
        code: 'curl https://tools.acme.io/i.sh > i.sh && bash i.sh\nwget https://tools.acme.io/setup.run -O s.run\nchmod +x s.run\n./s.run\n',
        findings: 2,
      },
      { title: 'a pipe', file: 'install.sh', code: 'curl -fsSL https://ollama.com/install.sh | sh\n' },
      {
        title: 'with sudo and arguments',
        file: 'install.sh',
        code: 'wget -qO- https://example.com/setup.sh | sudo -E bash -s -- --yes\n',
      },
      {
        title: 'in an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN apt-get update && \\\n    curl -sSL https://install.python-poetry.org | python3 - && \\\n    echo done\nUSER me\n',
      },
      {
        title: 'through other programs',
        file: 'install.sh',
        code: 'curl -s https://example.com/x.sh.gz | gunzip | tee x.sh | bash\ncurl -s https://example.com/x | base64 -d | sh\n',
        findings: 2,
      },
      {
        title: 'as a file of the shell',
        file: 'install.sh',
        code: 'bash <(curl -s https://example.com/x.sh)\nsource <(curl -s https://example.com/env.sh)\n. <(wget -qO- https://example.com/env.sh)\n',
        findings: 3,
      },
      {
        title: 'put into the command line',
        file: 'install.sh',
        code: 'sh -c "$(curl -fsSL https://example.com/x.sh)"\neval "$(curl -s https://example.com/x.sh)"\nbash -c "`wget -qO- https://example.com/x.sh`"\npython3 -c "$(curl -s https://example.com/x.py)"\n$(curl -s https://example.com/command)\n',
        findings: 5,
      },
      {
        title: 'read from what comes',
        file: 'install.sh',
        code: 'bash < <(curl -s https://example.com/x.sh)\nbash <<< "$(curl -s https://example.com/x.sh)"\n',
        findings: 2,
      },
      {
        title: 'PowerShell',
        file: 'install.sh',
        code: 'powershell -ExecutionPolicy ByPass -c "irm https://astral.sh/uv/install.ps1 | iex"\niwr -useb https://example.com/x.ps1 | iex\n',
        findings: 2,
      },
      {
        title: 'in a shell within',
        file: 'install.sh',
        code: 'docker exec box bash -c "curl -s https://example.com/x.sh | bash"\nssh host \'curl https://example.com/x | sh\'\n',
        findings: 2,
      },
      {
        title: 'other interpreters',
        file: 'install.sh',
        code: 'curl https://example.com/x.pl | perl\ncurl https://example.com/x.js | node\nfetch -o - https://example.com/x | ruby\ncurl $URL | sh\n',
        findings: 4,
      },
      {
        title: 'a program runs it',
        code: 'import os\nimport subprocess\n\nos.system("curl -s https://example.com/x.sh | sh")\nsubprocess.run(["bash", "-c", "wget -qO- https://example.com/x.sh | bash"])\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'data that a program of Node asks for',
        file: 'scripts/status.ts',
        code: "import { execSync } from 'node:child_process';\n\nexecSync('curl -fsSL https://example.org/status | jq .');\nexecSync('docker ps');\n",
      },
      {
        title: 'stored and not run',
        file: 'ci.sh',
        code: 'curl -o data.json https://data.acme.io/data.json\npython read.py data.json\n',
      },
      {
        title: 'stored, compared, run',
        file: 'install.sh',
        code: 'curl -fsSLo x.sh https://example.com/x.sh\necho "$SHA  x.sh" | sha256sum -c -\nsh x.sh\n',
      },
      {
        title: 'read by what runs nothing',
        file: 'ci.sh',
        code: 'curl -s https://example.com/api | jq .\ncurl -s https://example.com/x.tar.gz | tar xz\ncurl -s https://example.com/x.json | python3 -m json.tool\ncurl -s https://example.com/x.json | python3 -c "import json,sys; print(json.load(sys.stdin))"\ncurl -fsSL https://example.com/key.gpg | sudo gpg --dearmor -o /usr/share/keyrings/x.gpg\ncurl https://example.com/list | while read line; do echo "$line"; done\ncurl -s https://example.com/x | node -e "1"\ncurl -s https://example.com/x | python process.py\ncat x.sh | sh\n',
      },
      {
        title: 'an argument',
        file: 'ci.sh',
        code: 'bash deploy.sh "$(curl -s https://example.com/version)"\nVERSION=$(curl -s https://example.com/version)\npython run.py --ip $(curl -s https://example.com/ip)\nsh -c "echo $(curl -s https://example.com/version)"\n',
      },
      {
        title: 'a program fetches text',
        code: 'import subprocess\n\nsubprocess.run("curl -s https://example.com/x | jq .", shell=True)\nsubprocess.run(["curl", "-o", "x.sh", "https://example.com/x.sh"])\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: DOWNLOAD_WORDS,
  on: { command: check, api: { 'execution-sink': checkCall } },
};
