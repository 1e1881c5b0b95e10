import { dataAt, entriesOf, itemsOf, type DataNode } from '../../source/content/data-node';
import { allMaps, composeServices, kubernetesKind, wordOf } from '../rule-support/deployment/services';
import type { Rule, RuleContext } from '../rule';

function check(root: DataNode, context: RuleContext): void {
  for (const { node } of composeServices(root, context)) {
    const user = dataAt(node, 'user');
    if (user && /^(?:root|0)(?::(?:root|\d+))?$/u.test(wordOf(user) ?? ''))
      context.report({
        at: user.range,
        subject: 'user',
        message: messageOf(`\`user: ${wordOf(user) ?? ''}\``),
      });
  }
  if (kubernetesKind(root, context) === undefined) return;
  // What starts before the workload prepares its folders, often as root on purpose.
  const early = new Set(
    [...allMaps(root)].flatMap((map) => itemsOf(dataAt(map, 'initContainers'))).map((one) => one.range.start),
  );
  for (const map of allMaps(root)) {
    if (early.has(map.range.start)) continue;
    for (const { key, value, range } of entriesOf(dataAt(map, 'securityContext'))) {
      const text = wordOf(value);
      const isRoot =
        (key === 'runAsUser' && text === '0') || (key === 'allowPrivilegeEscalation' && text === 'true');
      if (isRoot) context.report({ at: range, subject: key, message: messageOf(`\`${key}: ${text}\``) });
    }
  }
}

function messageOf(what: string): string {
  return `${what} gives the program, and every model and package in it that brings code, the rights of root in the container. Use a user of its own, with \`runAsNonRoot: true\` and \`allowPrivilegeEscalation: false\` in Kubernetes.`;
}

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n';

export const rule: Rule = {
  id: 'workload-runs-as-root',
  title: 'Workload is started as root',
  stages: ['continuous-deployment', 'model-serving', 'llm-deploy', 'continuous-training'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-250'],
  atlas: ['AML.T0011'],
  controls: ['C29', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['containers', 'least-privilege', 'deployment'],
  languages: ['yaml'],
  what: 'Finds `user: root` in compose files, and `runAsUser: 0` and `allowPrivilegeEscalation: true` in Kubernetes manifests and what is built on them (KServe, Ray, Kubeflow, Argo). What runs before the workload (`initContainers`) is left alone. That nothing is said is left to the strict rule `workload-rights-default`.',
  why: 'Model servers load files that can carry code and parse what strangers send. As root one hole is enough to change the program and its models, and to try the ways out to the host.',
  fix: 'Set a user of its own (`user: "1000:1000"`, `runAsUser: 1000`, `runAsNonRoot: true`), `allowPrivilegeEscalation: false`, and drop all capabilities.',
  references: [
    {
      title: 'Kubernetes: security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'compose',
        file: 'compose.yaml',
        code: 'services:\n  a:\n    build: .\n    user: root\n  b:\n    build: .\n    user: "0:0"\n',
        findings: 2,
      },
      {
        title: 'Kubernetes',
        file: 'k8s/pod.yaml',
        code: `${POD}  securityContext:\n    runAsUser: 0\n  containers:\n    - name: a\n      securityContext: { allowPrivilegeEscalation: true }\n`,
        findings: 2,
      },
      {
        title: 'an inference service',
        file: 'k8s/isvc.yaml',
        code: 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: m }\nspec:\n  predictor:\n    model:\n      modelFormat: { name: sklearn }\n      securityContext:\n        runAsUser: 0\n',
      },
    ],
    good: [
      {
        title: 'a user of its own',
        file: 'k8s/pod.yaml',
        code: `${POD}  securityContext: { runAsUser: 1000, runAsNonRoot: true }\n  initContainers:\n    - name: chown\n      securityContext: { runAsUser: 0 }\n  containers:\n    - name: a\n      securityContext: { allowPrivilegeEscalation: false }\n`,
      },
      {
        title: 'compose',
        file: 'compose.yaml',
        code: 'services:\n  a:\n    build: .\n    user: "1000:1000"\n  b:\n    build: .\n    user: ${UID}\n',
      },
    ],
  },
  on: { data: check },
};
