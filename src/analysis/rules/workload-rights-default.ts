import { dataAt, itemsOf, type DataNode } from '../../source/content/data-node';
import { allMaps, kubernetesKind, wordOf } from '../rule-support/deployment/services';
import type { Rule, RuleContext } from '../rule';

function check(root: DataNode, context: RuleContext): void {
  if (kubernetesKind(root, context) === undefined) return;
  for (const pod of allMaps(root)) {
    const containers = dataAt(pod, 'containers');
    if (containers?.kind !== 'list' || !containers.items.some((one) => dataAt(one, 'image'))) continue;
    const entry = pod.entries.find(({ key }) => key === 'containers');
    const ofPod = dataAt(pod, 'securityContext');
    if (!entry) continue;
    const missing = [
      ...(itemsOf(containers).every((one) => saysUser(dataAt(one, 'securityContext')) || saysUser(ofPod))
        ? []
        : ['`securityContext: { runAsNonRoot: true }`, without which the image decides who runs']),
      ...(mountsDefaultToken(pod)
        ? ['`automountServiceAccountToken: false`, without which the token of the default account is mounted']
        : []),
    ];
    if (missing.length === 0) continue;
    context.report({
      at: entry.keyRange,
      subject: 'securityContext',
      message: `These containers lack ${missing.join(', and ')}. Add it, and give programs that speak with the cluster an account of their own.`,
    });
  }
}

function mountsDefaultToken(pod: DataNode): boolean {
  const isSaid = wordOf(dataAt(pod, 'automountServiceAccountToken')) !== undefined;
  return !isSaid && dataAt(pod, 'serviceAccountName') === undefined;
}

function saysUser(security: DataNode | undefined): boolean {
  return (
    wordOf(dataAt(security, 'runAsNonRoot')) !== undefined ||
    wordOf(dataAt(security, 'runAsUser')) !== undefined
  );
}

const HEAD = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  template:\n    spec:\n';

export const rule: Rule = {
  id: 'workload-rights-default',
  title: 'Workload does not say which rights it needs',
  stages: ['continuous-deployment', 'model-serving', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM03', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-250'],
  atlas: ['AML.T0011', 'AML.T0012'],
  controls: ['C29', 'C15'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['containers', 'least-privilege', 'deployment', 'guard-rail'],
  languages: ['yaml'],
  what: 'Finds Kubernetes workloads that say neither `runAsNonRoot` nor a user, and those that get the token of the default account.',
  why: 'What is not written is decided by the image and the cluster: root, mostly, and a token with which a hole in the server speaks with the cluster.',
  fix: 'Write `securityContext: { runAsNonRoot: true }` and `automountServiceAccountToken: false`; give programs that need the cluster an account of their own.',
  references: [
    {
      title: 'Kubernetes: Pod Security Standards',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'neither',
        file: 'k8s/a.yaml',
        code: `${HEAD}      containers:\n        - name: a\n          image: acme/a:1.2\n`,
      },
    ],
    good: [
      {
        title: 'both',
        file: 'k8s/a.yaml',
        code: `${HEAD}      automountServiceAccountToken: false\n      securityContext: { runAsNonRoot: true }\n      containers:\n        - name: a\n          image: acme/a:1.2\n`,
      },
      {
        title: 'an account of its own',
        file: 'k8s/a.yaml',
        code: `${HEAD}      serviceAccountName: trainer\n      containers:\n        - name: a\n          image: acme/a:1.2\n          securityContext: { runAsUser: 1000 }\n`,
      },
    ],
  },
  on: { data: check },
};
