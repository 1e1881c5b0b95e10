import { allEntries, dataAt, scalarOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { TextRange } from '../../../source/range';
import { traitSign } from '../trait-sign';
import type { Observation } from '../observation';

/** Kinds of a cluster's objects, and what they are evidence of. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['EV-DEPLOY'],
  StatefulSet: ['EV-DEPLOY'],
  DaemonSet: ['EV-DEPLOY'],
  InferenceService: ['EV-DEPLOY'],
  LLMInferenceService: ['EV-DEPLOY'],
  SeldonDeployment: ['EV-DEPLOY'],
  RayService: ['EV-DEPLOY'],
  Rollout: ['EV-DEPLOY', 'EV-ROLLBACK'],
  Canary: ['EV-ROLLBACK'],
  ModelValidation: ['EV-ADMISSION'],
  ClusterImagePolicy: ['EV-ADMISSION'],
  ImagePolicy: ['EV-ADMISSION'],
  PrometheusRule: ['EV-ALERTS'],
  PipelineRun: ['EV-CI'],
  RequestAuthentication: ['EV-APIAUTH'],
  SecurityPolicy: ['EV-APIAUTH'],
  BackendTrafficPolicy: ['EV-RATELIMIT'],
};
const SERVES = new Set(['InferenceService', 'LLMInferenceService', 'SeldonDeployment', 'RayService']);

/** What an object of Kubernetes is evidence of. */
export function clusterEvidence(root: DataNode): readonly Observation[] {
  const node = dataAt(root, 'kind');
  const kind = stringOf(node);
  const api = stringOf(dataAt(root, 'apiVersion'));
  if (!node || kind === undefined || api === undefined || !dataAt(root, 'metadata')) return [];
  const found: Observation[] = [];
  const add = (evidence: string, detail: string, range: TextRange): void => {
    found.push({ evidence, holds: true, detail, range });
  };
  // An empty rule is no alert, and a policy without a body decides nothing.
  if (dataAt(root, 'spec'))
    for (const evidence of Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? []) : [])
      add(evidence, `\`kind: ${kind}\``, node.range);
  if (SERVES.has(kind)) add(traitSign('service'), `\`kind: ${kind}\``, node.range);
  if (api.startsWith('kyverno.io/') && /Policy$/u.test(kind)) {
    add('EV-POLICY-AS-CODE', `a policy of Kyverno`, node.range);
    const images = entryNamed(root, 'verifyImages');
    if (images) add('EV-ADMISSION', '`verifyImages` of Kyverno', images);
  }
  if (/^(?:templates|constraints)\.gatekeeper\.sh\//u.test(api))
    add('EV-POLICY-AS-CODE', 'a policy of Gatekeeper', node.range);
  const rootless = [...allEntries(root)].find(
    ({ entry }) => entry.key === 'runAsNonRoot' && scalarOf(entry.value) === true,
  );
  if (rootless) add('EV-NONROOT', '`runAsNonRoot: true`', rootless.entry.range);
  const share = entryNamed(root, 'canaryTrafficPercent');
  if (share) add('EV-ROLLBACK', '`canaryTrafficPercent`', share);
  for (const { key, range } of annotations(root)) {
    if (/^nginx\.ingress\.kubernetes\.io\/limit-(?:rps|rpm)$/u.test(key))
      add('EV-RATELIMIT', `\`${key}\``, range);
    if (/^nginx\.ingress\.kubernetes\.io\/auth-(?:url|secret)$/u.test(key))
      add('EV-APIAUTH', `\`${key}\``, range);
  }
  return found;
}

function entryNamed(root: DataNode, name: string): TextRange | undefined {
  return [...allEntries(root)].find(({ entry }) => entry.key === name)?.entry.range;
}

function annotations(root: DataNode): readonly { readonly key: string; readonly range: TextRange }[] {
  const node = dataAt(root, 'metadata', 'annotations');
  return node?.kind === 'map' ? node.entries : [];
}
