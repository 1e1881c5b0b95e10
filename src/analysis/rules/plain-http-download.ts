import type { ApiOf } from '../../catalog/schema/api';
import type { ShellCommand } from '../../source/content/shell-command';
import type { Call } from '../../source/expression';
import { artifactUrl } from '../rule-support/artifact-url';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { downloadOf } from '../rule-support/commands/downloads';
import { checksIntegrity } from '../rule-support/commands/integrity-checks';
import { isOwnAddress, isPartlyUnknown } from '../rule-support/commands/known-value';
import { contentOfCall } from '../rule-support/commands/shell-call';
import { sourceRepair, USE_HTTPS } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';

function check(command: ShellCommand, context: RuleContext): void {
  if (checksIntegrity(context)) return;
  report(command, command.range, context);
}

function checkCall(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  for (const command of contentOfCall(call, api, context.model).commands) {
    if (report(command, call.range, context)) return;
  }
}

function report(command: ShellCommand, at: ShellCommand['range'], context: RuleContext): boolean {
  const address = plainAddress(command);
  if (address === undefined) return false;
  context.report({
    at,
    subject: address,
    message: `\`${address}\` is fetched without encryption, so anybody on the way can send something else. Use https, and compare a hash.`,
    fixes: sourceRepair(at, [USE_HTTPS], context.model),
  });
  return true;
}

function plainAddress(command: ShellCommand): string | undefined {
  const { program, words } = command;
  const download = downloadOf(command);
  const isClone = program === 'git' && words.some(({ text }) => text === 'clone' || text === 'submodule');
  if (!isClone && download?.stores !== true) return undefined;
  const found = (isClone ? words : (download?.urls ?? [])).find(
    ({ text }) =>
      /^(?:http|ftp|git):\/\//iu.test(text) && !isOwnAddress(text) && !isPartlyUnknown(hostOf(text)),
  );
  // Files of models have a rule of their own, which says this too.
  return found && !(download && artifactUrl(found.text, download.target)?.kind === 'model')
    ? found.text
    : undefined;
}

function hostOf(address: string): string {
  return /^[a-z]+:\/\/([^/]*)/iu.exec(address)?.[1] ?? '';
}

export const rule: Rule = {
  id: 'plain-http-download',
  title: 'File is downloaded over plain http',
  stages: ['data-engineering', 'continuous-integration', 'experimentation', 'llm-augment-finetune'],
  risks: ['owasp-ml-2023:ML02', 'owasp-ml-2023:ML06', 'owasp-llm-2026:LLM05', 'owasp-llm-2025:LLM04'],
  cwe: ['CWE-319', 'CWE-494'],
  atlas: ['AML.T0010.002'],
  controls: ['C16', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'transport', 'downloads'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds commands that store what they fetch from a public `http://`, `ftp://` or `git://` address: `wget`, `curl -o`, `git clone`. A document that compares a hash or a signature is left alone, and so are addresses of your own machine or network. Files of models have the rule `model-downloaded-without-hash`.',
  why: 'Nothing tells whether the file came from the server. A dataset that was changed on the way trains a model that does what somebody else wants.',
  fix: 'Write `https://`: nearly every public server answers there. Compare a hash as well, because a server can be taken over too.',
  references: [
    {
      title: 'CWE-319: Cleartext Transmission of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/319.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'data',
        file: 'download.sh',
        code: 'wget http://images.cocodataset.org/zips/train2017.zip\ncurl -O http://data.acme.io/train.csv\ncurl http://data.acme.io/train.csv > train.csv\n',
        findings: 3,
      },
      {
        title: 'a repository',
        file: 'download.sh',
        code: 'git clone http://git.acme.io/lib.git\ngit clone git://git.acme.io/lib.git\n',
        findings: 2,
      },
      {
        title: 'in an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN wget -q http://tools.acme.io/tool.deb && dpkg -i tool.deb\nUSER me\n',
      },
      { title: 'a program runs it', code: 'import os\n\nos.system("wget http://data.acme.io/train.csv")\n' },
    ],
    good: [
      {
        title: 'https',
        file: 'download.sh',
        code: 'wget https://images.acme.io/train.zip\ngit clone https://github.com/acme/lib\n',
      },
      {
        title: 'own machine',
        file: 'ci.sh',
        code: 'curl -o out.json http://localhost:8000/x\nwget http://127.0.0.1/a\nwget http://minio:9000/a\nwget http://10.0.0.1/a\n',
      },
      {
        title: 'nothing is stored',
        file: 'ci.sh',
        code: 'curl -f http://service.acme.io/health\ncurl -X POST http://api.acme.io/v1 -d "{}"\n',
      },
      {
        title: 'compared',
        file: 'download.sh',
        code: 'wget http://data.acme.io/a.zip\nsha256sum -c a.sha256\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: ['http://', 'ftp://', 'git://'],
  on: { command: check, api: { 'execution-sink': checkCall } },
};
