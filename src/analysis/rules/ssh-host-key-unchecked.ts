import { riskyCallListeners } from '../rule-support/risky-call';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { riskyCommandListener, riskyShellListener, type RiskyCommand } from '../rule-support/risky-command';
import { SSH_REPAIRS } from '../rule-support/commands/command-repairs';
import type { Rule } from '../rule';

const ADVICE =
  'Whoever answers in its place gets the password, the data and the commands; load the keys you know and reject others.';

const SSH_COMMANDS: readonly RiskyCommand[] = [
  {
    // As an option of something: an argument that is read as a command of its own begins with it.
    pattern: /(?<=.)\bStrictHostKeyChecking[= ]+["']?(?:no|off)\b/iu,
    does: 'connects over SSH without checking the server’s key',
  },
];

export const rule: Rule = {
  id: 'ssh-host-key-unchecked',
  title: 'SSH host key is not checked',
  stages: ['continuous-deployment', 'data-engineering', 'continuous-integration', 'model-serving'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-322', 'CWE-295'],
  atlas: ['AML.T0010'],
  controls: ['C26', 'C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['transport', 'ssh'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds SSH clients that accept a server they have never seen: `AutoAddPolicy` and `WarningPolicy` of paramiko, `known_hosts=None` of asyncssh, the switches of other clients, and `StrictHostKeyChecking=no` in commands of programs, scripts and pipelines. `accept-new` is left alone.',
  why: 'The host key is all that tells the right server from one in between. A program that accepts any key hands its password, its data and its commands to whoever answers first.',
  fix: 'Load the keys you know (`client.load_system_host_keys()` or `load_host_keys(path)`) and keep paramiko’s default `RejectPolicy`. In a container, put the known key into the image.',
  references: [
    { title: 'paramiko: SSHClient', url: 'https://docs.paramiko.org/en/stable/api/client.html' },
    {
      title: 'CWE-322: Key Exchange without Entity Authentication',
      url: 'https://cwe.mitre.org/data/definitions/322.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'paramiko',
        code: 'import paramiko\n\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(paramiko.AutoAddPolicy())\nclient.connect(host)\n',
      },
      {
        title: 'the class itself',
        code: 'from paramiko import SSHClient, AutoAddPolicy\n\nssh = SSHClient()\nssh.set_missing_host_key_policy(AutoAddPolicy)\n',
      },
      {
        title: 'only a warning',
        code: 'from paramiko import client\n\nwith client.SSHClient() as ssh:\n    ssh.set_missing_host_key_policy(client.WarningPolicy())\n',
      },
      {
        title: 'asyncssh',
        code: 'import asyncssh\n\nasync def run(host):\n    async with asyncssh.connect(host, known_hosts=None) as connection:\n        await connection.run("nvidia-smi")\n',
      },
      { title: 'pysftp', code: 'import pysftp\n\noptions = pysftp.CnOpts()\noptions.hostkeys = None\n' },
      {
        title: 'a command',
        code: 'import subprocess\n\nsubprocess.run(["scp", "-o", "StrictHostKeyChecking=no", "gpu1:model.bin", "."])\n',
      },
      {
        title: 'a script',
        code: '#!/bin/sh\nscp -o StrictHostKeyChecking=no gpu1:model.bin .\nGIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" git clone git@git.acme.io:models.git\n',
        file: 'fetch.sh',
        findings: 2,
      },
      {
        title: 'a pipeline',
        code: 'deploy:\n  script:\n    - ssh -o "StrictHostKeyChecking no" serve@host ./restart\n    - bash -c "ssh -o StrictHostKeyChecking=no serve@host ls"\n',
        file: '.gitlab-ci.yml',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'a script with known keys',
        code: '#!/bin/sh\nssh -o StrictHostKeyChecking=yes gpu1 ls\nscp -o StrictHostKeyChecking=accept-new gpu1:model.bin .\n# StrictHostKeyChecking=no would trust anybody\n',
        file: 'fetch.sh',
      },
      {
        title: 'the default',
        code: 'import paramiko\n\nclient = paramiko.SSHClient()\nclient.load_system_host_keys()\nclient.connect(host)\n',
      },
      {
        title: 'reject',
        code: 'import paramiko\n\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(paramiko.RejectPolicy())\n',
      },
      {
        title: 'asyncssh with a file of keys',
        code: 'import asyncssh\n\nasync def run(host):\n    return await asyncssh.connect(host, known_hosts="known_hosts")\n',
      },
      {
        title: 'a policy of its own',
        code: 'import paramiko\n\nclass Pinned(paramiko.MissingHostKeyPolicy):\n    pass\n\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(Pinned())\n',
      },
    ],
  },
  needs: ['risky-call:ssh-host-key', 'execution-sink:shell'],
  commandWords: ['tricthostkeychecking', 'trictHostKeyChecking'],
  triggers: (_, language) => (language === 'python' ? [] : ['tricthostkeychecking', 'trictHostKeyChecking']),
  on: {
    api: {
      ...riskyCallListeners({ topics: ['ssh-host-key'], advice: ADVICE }).api,
      'execution-sink': riskyCommandListener(SSH_COMMANDS, ADVICE, SSH_REPAIRS),
    },
    command: riskyShellListener(SSH_COMMANDS, ADVICE, SSH_REPAIRS),
  },
};
