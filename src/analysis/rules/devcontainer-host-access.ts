import { entriesOf, itemsOf, scalarOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { TextRange } from '../../source/range';
import type { Rule, RuleContext } from '../rule';
import { exposedMount } from '../rule-support/exposed-mount';

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== 'ide-settings') return;
  for (const { key, value, range } of entriesOf(root)) {
    if (key === 'privileged' && scalarOf(value) === true)
      report('has every right of the host', 'privileged', range, context);
    if (key === 'mounts')
      for (const mount of itemsOf(value)) checkMount(mountText(mount), mount.range, context);
    if (key === 'capAdd')
      for (const one of itemsOf(value))
        if (/^(?:ALL|SYS_ADMIN)$/u.test(stringOf(one) ?? ''))
          report(`has the capability \`${stringOf(one) ?? ''}\``, 'capAdd', one.range, context);
    if (key === 'runArgs') checkArguments(itemsOf(value), context);
  }
}

function mountText(mount: DataNode): string {
  const written = stringOf(mount);
  if (written !== undefined) return written;
  const source = entriesOf(mount).find(({ key }) => key === 'source' || key === 'src');
  return `source=${stringOf(source?.value) ?? ''}`;
}

function checkMount(mount: string, range: TextRange, context: RuleContext): void {
  const found = exposedMount(mount);
  if (found !== undefined) report(found, 'mount', range, context);
}

function checkArguments(words: readonly DataNode[], context: RuleContext): void {
  for (const [at, node] of words.entries()) {
    const text = stringOf(node) ?? '';
    const before = stringOf(words[at - 1]) ?? '';
    const mount =
      /^(?:-v|--volume|--mount)=(.*)$/u.exec(text)?.[1] ??
      (/^(?:-v|--volume|--mount)$/u.test(before) ? text : undefined);
    if (mount !== undefined) checkMount(mount, node.range, context);
    else if (/^--privileged(?:=true)?$/u.test(text))
      report('has every right of the host', '--privileged', node.range, context);
    else if (/^--(?:pid|userns|ipc)=host$/u.test(text))
      report(`shares the host's processes (\`${text}\`)`, text, node.range, context);
    else if (
      /^(?:--cap-add=)?(?:ALL|SYS_ADMIN)$/u.test(text) &&
      (text.startsWith('--') || before === '--cap-add')
    )
      report(`has the capability \`${text}\``, text, node.range, context);
  }
}

function report(what: string, subject: string, at: TextRange, context: RuleContext): void {
  context.report({
    at,
    subject,
    message: `The development container ${what}. An agent or a package that runs in it is then no longer held by it; leave this out.`,
  });
}

export const rule: Rule = {
  id: 'devcontainer-host-access',
  title: 'Development container reaches the host',
  stages: ['llm-develop-experiment', 'experimentation', 'pipeline-dev-test'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-agentic-2026:ASI05',
    'owasp-llm-2026:LLM06',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-250', 'CWE-732'],
  atlas: ['AML.T0105', 'AML.T0055'],
  controls: ['C15', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['containers', 'ide', 'configuration'],
  languages: ['json'],
  what: 'Finds development containers that are privileged, that get the Docker socket, the root or home folder of the host or a folder of keys (`~/.ssh`, `~/.aws`), or that share the processes of the host.',
  why: 'A development container is where agents and packages run that one does not trust with the machine. With the socket or the keys of the host they have the machine all the same.',
  fix: 'Leave the mount and the option out. The editor forwards the SSH agent by itself; for Docker inside the container there is the feature `docker-in-docker`.',
  references: [
    {
      title: 'Development containers: reference',
      url: 'https://containers.dev/implementors/json_reference/',
    },
    {
      title: 'Docker: attack surface of the daemon',
      url: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
    },
  ],
  examples: {
    bad: [
      {
        title: 'the socket and the keys',
        code: '{"image": "x", "mounts": ["source=/var/run/docker.sock,target=/var/run/docker.sock,type=bind", "source=${localEnv:HOME}/.ssh,target=/root/.ssh,type=bind", {"source": "/", "target": "/host", "type": "bind"}]}\n',
        file: '.devcontainer/devcontainer.json',
        findings: 3,
      },
      { title: 'privileged', code: '{"image": "x", "privileged": true}\n', file: '.devcontainer.json' },
      {
        title: 'by arguments',
        code: '{"image": "x", "runArgs": ["--privileged", "-v", "/home/me/.aws:/aws", "--pid=host"]}\n',
        file: '.devcontainer/gpu/devcontainer.json',
        findings: 3,
      },
    ],
    good: [
      {
        title: 'what the project needs',
        code: '{"image": "x", "privileged": false, "mounts": ["source=cache,target=/cache,type=volume", "source=${localWorkspaceFolder}/data,target=/data,type=bind"], "runArgs": ["--gpus=all", "--network=host", "--cap-add=SYS_PTRACE"]}\n',
        file: '.devcontainer/devcontainer.json',
      },
    ],
  },
  on: { data: check },
};
