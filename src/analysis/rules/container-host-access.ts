import { dataAt, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { ShellCommand } from '../../source/content/shell-command';
import { rangeAt } from '../../source/content/text-place';
import type { TextRange } from '../../source/range';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { allMaps, composeServices, kubernetesKind, wordOf } from '../rule-support/deployment/services';
import { exposedMount, isEverything } from '../rule-support/exposed-mount';
import type { Rule, RuleContext } from '../rule';

type Weight = 'warning' | 'info';

const CAPABILITY = /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_MODULE|SYS_RAWIO|DAC_READ_SEARCH|BPF)$/u;
const UNCONFINED = /^(?:seccomp|apparmor)[=:]unconfined$|^label[=:]disable$/u;

function check(root: DataNode, context: RuleContext): void {
  for (const { node } of composeServices(root, context)) checkService(node, context);
  if (context.role === 'data-pipeline')
    for (const one of itemsOf(dataAt(root, 'docker_env', 'volumes')))
      mount(stringOf(one) ?? '', one.range, context);
  if (context.role === 'workflow') for (const map of allMaps(root)) checkOptions(map, context);
  if (kubernetesKind(root, context) === undefined) return;
  for (const map of allMaps(root)) checkManifest(map, context);
}

function checkService(service: DataNode, context: RuleContext): void {
  for (const { key, value, range } of service.kind === 'map' ? service.entries : []) {
    const text = wordOf(value);
    if (key === 'privileged' && text === 'true') report('has every right of the host', key, range, context);
    if (/^(?:network_mode|pid|ipc|userns_mode|uts|cgroup)$/u.test(key) && text === 'host')
      report(sharedPart(key), key, range, context, key === 'pid' ? 'warning' : 'info');
    if (key === 'cap_add')
      for (const one of itemsOf(value))
        if (CAPABILITY.test(stringOf(one) ?? '')) capability(stringOf(one) ?? '', one.range, context);
    if (key === 'security_opt')
      for (const one of itemsOf(value))
        if (UNCONFINED.test(stringOf(one) ?? ''))
          report(
            `runs without the bounds that \`${stringOf(one) ?? ''}\` takes away`,
            key,
            one.range,
            context,
            'info',
          );
    if (key === 'volumes')
      for (const one of itemsOf(value)) {
        const written = stringOf(one) ?? `source=${stringOf(dataAt(one, 'source')) ?? ''}`;
        const source = stringOf(dataAt(one, 'source'));
        mount(written, source === undefined && one.kind === 'map' ? undefined : one.range, context);
      }
  }
}

function checkManifest(map: DataNode & { readonly kind: 'map' }, context: RuleContext): void {
  for (const { key, value, range } of map.entries) {
    const isOn = wordOf(value) === 'true';
    if (key === 'privileged' && isOn) report('has every right of the host', key, range, context);
    if (isOn && /^host(?:Network|PID|IPC)$/u.test(key))
      report(sharedPart(key), key, range, context, key === 'hostPID' ? 'warning' : 'info');
    if (key === 'hostPath') {
      const path = dataAt(value, 'path');
      if (path) mount(`source=${stringOf(path) ?? ''}`, path.range, context);
    }
    if (key === 'capabilities')
      for (const one of itemsOf(dataAt(value, 'add')))
        if (CAPABILITY.test(stringOf(one) ?? '')) capability(stringOf(one) ?? '', one.range, context);
  }
}

/** `container: { image: x, options: --privileged }` of a job. */
function checkOptions(job: DataNode, context: RuleContext): void {
  const container = dataAt(job, 'container');
  for (const mounted of itemsOf(dataAt(container, 'volumes')))
    mount(stringOf(mounted) ?? '', mounted.range, context);
  const options = dataAt(container, 'options');
  const text = stringOf(options);
  if (options?.kind !== 'scalar' || text === undefined) return;
  const found = /--privileged(?![\w-]|=false)/u.exec(text);
  if (found)
    report(
      'has every right of the host',
      '--privileged',
      rangeAt(options.place, { start: found.index, end: found.index + found[0].length }),
      context,
    );
  for (const given of text.matchAll(/(?:-v|--volume|--mount)[= ]+(\S+)/gu))
    mount(
      given[1] ?? '',
      rangeAt(options.place, { start: given.index, end: given.index + given[0].length }),
      context,
    );
}

/** `docker run --privileged -v /var/run/docker.sock:/var/run/docker.sock` */
function checkCommand({ program, words }: ShellCommand, context: RuleContext): void {
  if (!/^(?:docker|podman|nerdctl)$/u.test(program ?? '')) return;
  if (!words.slice(1, 3).some(({ text }) => text === 'run' || text === 'create')) return;
  for (const [at, { text, range }] of words.entries()) {
    const before = words[at - 1]?.text ?? '';
    const given =
      /^(?:-v|--volume|--mount)=?(\/.*|.*(?:source|src)=.*)$/u.exec(text)?.[1] ??
      (/^(?:-v|--volume|--mount)$/u.test(before) ? text : undefined);
    if (given !== undefined) mount(given, range, context);
    else if (/^--privileged(?:=true)?$/u.test(text))
      report('has every right of the host', '--privileged', range, context);
    else if (/^--pid=host$/u.test(text)) report(sharedPart('pid'), '--pid', range, context);
    else if (
      /^(?:--cap-add=)?(?:CAP_)?(?:ALL|SYS_ADMIN)$/u.test(text) &&
      (text.startsWith('--') || before === '--cap-add')
    )
      capability(text.replace('--cap-add=', ''), range, context);
  }
}

function sharedPart(key: string): string {
  if (/net/iu.test(key))
    return "shares the network of the host, with every service that listens on the host's own address";
  if (/pid/iu.test(key)) return 'sees and stops the processes of the host and reads their memory';
  return "shares the host's memory or names";
}

function capability(name: string, at: TextRange, context: RuleContext): void {
  report(`has the capability \`${name}\`, with which it becomes the host`, 'capability', at, context);
}

function mount(written: string, at: TextRange | undefined, context: RuleContext): void {
  const found = exposedMount(written);
  if (found === undefined || at === undefined) return;
  const folder = /(?:^|,)(?:source|src)=([^,]+)/u.exec(written)?.[1] ?? written.split(':', 1)[0] ?? '';
  // Whoever reads the clock of the host or its devices has nothing yet.
  const isMild = /^\/(?:proc|sys|dev|etc)\/?$/u.test(folder) || (isEverything(folder) && folder !== '/');
  const isReadOnly = /:ro\b|,(?:readonly|ro)\b/u.test(written);
  report(found, 'mount', at, context, isMild || (isReadOnly && !/\.sock/u.test(folder)) ? 'info' : 'warning');
}

function report(
  what: string,
  subject: string,
  at: TextRange,
  context: RuleContext,
  severity: Weight = 'warning',
): void {
  context.report({
    at,
    subject,
    message: `The container ${what}. A hole in it, or a model that brings code along, is then one of the host; leave this out, or give only the one thing that is needed.`,
    ...(severity === 'info' ? { severity, confidence: 'probable' as const } : {}),
  });
}

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n';

export const rule: Rule = {
  id: 'container-host-access',
  title: 'Container reaches the host',
  stages: ['continuous-deployment', 'model-serving', 'llm-deploy', 'continuous-training'],
  risks: [
    'owasp-ml-2023:ML05',
    'owasp-agentic-2026:ASI05',
    'owasp-agentic-2026:ASI03',
    'owasp-llm-2026:LLM03',
  ],
  cwe: ['CWE-250', 'CWE-732'],
  atlas: ['AML.T0105'],
  controls: ['C15', 'C29'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['containers', 'isolation', 'deployment'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds containers in compose files, Kubernetes manifests and `docker run` that are privileged, get the socket of Docker or containerd, the root of the disk or a folder of keys, may mount and load modules (`SYS_ADMIN`, `ALL`), or share the processes of the host. A shared network, folders such as `/dev` and switched-off profiles are information.',
  why: 'Model servers and agents run what they load and what they are told. With the socket or all rights, code in the container starts another one that has the whole disk of the host: the models and keys of everybody on it.',
  fix: 'Give single devices (`--gpus`, `devices:`) instead of `privileged`, and a proxy that allows single calls, or a builder without a daemon, instead of the socket. Drop all capabilities and add the one that is needed.',
  references: [
    {
      title: 'Docker: attack surface of the daemon',
      url: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
    },
    {
      title: 'Kubernetes: Pod Security Standards',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'image of an MLflow project',
        file: 'MLproject',
        code: 'docker_env:\n  image: ghcr.io/acme/train:1.0\n  volumes: ["/var/run/docker.sock:/var/run/docker.sock", "$PWD/data:/data"]\n',
      },
      {
        title: 'compose',
        file: 'docker-compose.yml',
        code: 'services:\n  agent:\n    build: .\n    privileged: true\n    pid: host\n    network_mode: host\n    cap_add: [SYS_ADMIN]\n    security_opt:\n      - seccomp:unconfined\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n      - ~/.ssh:/root/.ssh\n      - { type: bind, source: /, target: /host }\n',
        findings: 8,
      },
      {
        title: 'Kubernetes',
        file: 'deploy/pod.yaml',
        code: `${POD}  hostNetwork: true\n  hostPID: true\n  containers:\n    - name: a\n      securityContext:\n        privileged: true\n        capabilities:\n          add: ["ALL"]\n  volumes:\n    - name: sock\n      hostPath:\n        path: /var/run/docker.sock\n    - name: root\n      hostPath: { path: / }\n`,
        findings: 6,
      },
      {
        title: 'commands',
        file: 'run.sh',
        code: 'docker run --privileged -v /var/run/docker.sock:/var/run/docker.sock acme/agent:1.2\nsudo docker run --rm --cap-add SYS_ADMIN --pid=host acme/agent:1.2\n',
        findings: 4,
      },
      {
        title: 'the container of a job',
        file: '.github/workflows/gpu.yml',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container:\n      image: acme/gpu:1.2\n      options: --gpus all --privileged --ipc host -v /var/run/docker.sock:/var/run/docker.sock\n    steps:\n      - run: make\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'what is needed',
        file: 'compose.yaml',
        code: 'services:\n  model:\n    build: .\n    privileged: false\n    network_mode: bridge\n    cap_drop: [ALL]\n    cap_add: [NET_BIND_SERVICE]\n    security_opt: ["no-new-privileges:true"]\n    volumes:\n      - ./models:/models:ro\n      - cache:/root/.cache\n      - ${HOME}/data:/data\n      - ~/.cache/huggingface:/root/.cache/huggingface\n',
      },
      {
        title: 'a pod',
        file: 'deploy/pod.yaml',
        code: `${POD}  hostNetwork: false\n  containers:\n    - name: a\n      securityContext: { privileged: false, capabilities: { drop: ["ALL"] } }\n  volumes:\n    - name: shm\n      emptyDir: { medium: Memory }\n    - name: models\n      hostPath: { path: /mnt/models }\n`,
      },
      {
        title: 'commands',
        file: 'run.sh',
        code: 'docker run --gpus all -v ./models:/models --network host acme/agent:1.2\ndocker ps --privileged\n',
      },
      { title: 'another document', file: 'values.yaml', code: 'privileged: true\nhostNetwork: true\n' },
    ],
  },
  triggers: () => [
    ['docker', 'run'],
    ['podman', 'run'],
    ['nerdctl', 'run'],
  ],
  on: { data: check, command: checkCommand },
};
