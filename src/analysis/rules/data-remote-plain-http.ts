import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { isPartlyUnknown } from '../rule-support/commands/known-value';
import { isOwnHost, plainHttpHost } from '../rule-support/own-host';
import { sourceRepair, USE_HTTPS } from '../rule-support/source-repair';

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== 'data-pipeline') return;
  const isRemotes = context.model.language === 'ini';
  for (const address of isRemotes ? remotes(root) : [...dependencies(root), ...parameters(root)])
    checkAddress(address, context);
}

/** `[\'remote "storage"\']` with its `url` in `.dvc/config`. */
function remotes(root: DataNode): readonly DataNode[] {
  return entriesOf(root).flatMap(({ key, value }) => {
    const url = /^'?remote /u.test(key) ? dataAt(value, 'url') : undefined;
    return url ? [url] : [];
  });
}

/** What the stages of a `dvc.yaml` and the imports in a `.dvc` file depend on. */
function dependencies(root: DataNode): readonly DataNode[] {
  const stages = entriesOf(dataAt(root, 'stages')).map(({ value }) => dataAt(value, 'do') ?? value);
  return [root, ...stages]
    .flatMap((stage) => itemsOf(dataAt(stage, 'deps')))
    .flatMap((one) => {
      const path = one.kind === 'map' ? dataAt(one, 'path') : one;
      return path ? [path] : [];
    });
}

/** The addresses that the entry points of an `MLproject` take when none is given. */
function parameters(root: DataNode): readonly DataNode[] {
  return entriesOf(dataAt(root, 'entry_points'))
    .flatMap(({ value }) => entriesOf(dataAt(value, 'parameters')))
    .flatMap(({ value }) => {
      const given = dataAt(value, 'default');
      return given ? [given] : [];
    });
}

function checkAddress(node: DataNode, context: RuleContext): void {
  const address = stringOf(node);
  const host = address === undefined ? undefined : plainHttpHost(address);
  if (address === undefined || host === undefined || isOwnHost(host) || isPartlyUnknown(host)) return;
  context.report({
    at: node.range,
    subject: host,
    message: `The data comes from \`${host}\` without encryption, so anybody on the way can put other data in its place and train the model with it. Use https or a bucket.`,
    fixes: sourceRepair(node.range, [USE_HTTPS], context.model),
  });
}

export const rule: Rule = {
  id: 'data-remote-plain-http',
  title: 'Data of a pipeline comes over plain http',
  stages: ['data-engineering', 'experimentation', 'continuous-training'],
  risks: ['owasp-ml-2023:ML02', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM04'],
  cwe: ['CWE-319', 'CWE-494'],
  atlas: ['AML.T0020', 'AML.T0010.002'],
  controls: ['C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['data', 'transport', 'pipelines'],
  languages: ['yaml', 'ini'],
  what: 'Finds addresses with plain `http://` among the remotes of DVC (`.dvc/config`), the dependencies of its stages and imports (`dvc.yaml`, `*.dvc`), and the default values of parameters of an MLflow project (`MLproject`). Addresses of the own machine or network are not reported.',
  why: 'What a model learns is what came over that line. Whoever stands in between can change a few rows, which no test notices, and DVC writes down the hash of what it got, not of what was sent.',
  fix: 'Use https, or a bucket with versions. For data that exists over http only, fetch it once, compare its hash with one from its publisher, and put it into a remote of your own.',
  references: [
    { title: 'DVC: remote storage', url: 'https://dvc.org/doc/user-guide/data-management/remote-storage' },
    { title: 'DVC: import-url', url: 'https://dvc.org/doc/command-reference/import-url' },
    { title: 'MLflow: projects', url: 'https://mlflow.org/docs/latest/ml/projects/' },
  ],
  examples: {
    bad: [
      {
        title: 'remote of DVC',
        file: '.dvc/config',
        code: '[core]\n    remote = store\n[\'remote "store"\']\n    url = http://data.acme.io/dvc\n',
      },
      {
        title: 'imported data',
        file: 'data/train.csv.dvc',
        code: 'frozen: true\ndeps:\n- etag: \'"9f1"\'\n  path: http://data.acme.io/train.csv\nouts:\n- md5: a304afb96060aad90176268345e10355\n  path: train.csv\n',
      },
      {
        title: 'dependency of a stage',
        file: 'dvc.yaml',
        code: 'stages:\n  fetch:\n    cmd: python fetch.py\n    deps: [http://data.acme.io/train.csv]\n',
      },
      {
        title: 'parameter of an MLflow project',
        file: 'MLproject',
        code: 'name: train\nentry_points:\n  main:\n    parameters:\n      data: { type: uri, default: "http://data.acme.io/train.csv" }\n    command: "python train.py {data}"\n',
      },
    ],
    good: [
      {
        title: 'https, buckets and the own network',
        file: '.dvc/config',
        code: '[\'remote "a"\']\n    url = https://data.acme.io/dvc\n[\'remote "b"\']\n    url = s3://bucket/dvc\n    endpointurl = http://minio:9000\n[\'remote "c"\']\n    url = http://localhost:8000/dvc\n',
      },
      {
        title: 'stages and parameters',
        file: 'MLproject',
        code: 'name: train\nentry_points:\n  main:\n    parameters:\n      alpha: { type: float, default: 0.1 }\n      data: { type: uri, default: "https://data.acme.io/train.csv" }\n      tracking: { type: string, default: "http://127.0.0.1:5000" }\n    command: "python train.py"\n',
      },
    ],
  },
  on: { data: check },
};
