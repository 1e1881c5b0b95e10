import { against, no, runs, workflow, yes, type DetectorCase } from './detector-case';

const COMMIT = '0a5c61591373683505ea898e09a3ea4f39ef2b9c';
const hook = (id: string, more = '') => ({
  '.pre-commit-config.yaml': `repos:\n  - repo: https://example.org/x\n    rev: v1\n    hooks:\n      - id: ${id}\n${more}`,
});

/** What pipelines, hooks, tasks and scripts run. */
export const PIPELINE_CASES: readonly DetectorCase[] = [
  yes('EV-CI', 'of GitHub', runs('pytest')),
  yes('EV-CI', 'of GitLab', { '.gitlab-ci.yml': 'test:\n  script: [pytest]\n' }),
  yes('EV-CI', 'of Jenkins', {
    Jenkinsfile: "pipeline {\n  stages {\n    stage('t') { steps { sh 'pytest' } }\n  }\n}\n",
  }),
  no('EV-CI', 'started by hand only', runs('pytest', 'on: workflow_dispatch\n')),
  no('EV-CI', 'of GitLab, hidden', { '.gitlab-ci.yml': '.test:\n  script: [pytest]\n' }),
  no('EV-CI', 'in a comment', { '.gitlab-ci.yml': '# test:\n#   script: [pytest]\nstages: [a]\n' }),
  yes('EV-PINNED-ACTIONS', 'by commit', workflow(`- uses: acme/thing@${COMMIT} # v1`)),
  against('EV-PINNED-ACTIONS', 'one by tag', workflow(`- uses: acme/thing@${COMMIT}\n- uses: acme/other@v1`)),
  no('EV-PINNED-ACTIONS', 'no action', workflow('- run: pytest')),
  yes('EV-PERMS', 'at the top', runs('pytest', 'on: push\npermissions:\n  contents: read\n')),
  against('EV-PERMS', 'not written', runs('pytest')),
  against('EV-PERMS', 'every right', runs('pytest', 'on: push\npermissions: write-all\n')),
  yes('EV-SCORECARD', 'the action', workflow(`- uses: ossf/scorecard-action@${COMMIT}`)),
  no('EV-SCORECARD', 'switched off', workflow(`- uses: ossf/scorecard-action@${COMMIT}\n  if: false`)),
  no('EV-SCORECARD', 'in a comment', workflow(`- run: pytest\n# - uses: ossf/scorecard-action@${COMMIT}`)),
  yes('EV-BRANCHPOLICY', 'Allstar', {
    '.allstar/branch_protection.yaml': 'optConfig:\n  optOut: false\naction: issue\n',
  }),
  no('EV-BRANCHPOLICY', 'a ruleset that is off', {
    '.github/rulesets/main.json': '{"enforcement":"disabled","rules":[{"type":"deletion"}]}',
  }),
  yes(
    'EV-SAST',
    'CodeQL',
    workflow('- uses: github/codeql-action/init@v3\n- uses: github/codeql-action/analyze@v3'),
  ),
  yes('EV-SAST', 'Bandit by a hook', hook('bandit')),
  yes('EV-SAST', 'Bandit by a Makefile', { Makefile: 'lint:\n\t@bandit -r src\n' }),
  no('EV-SAST', 'results are only uploaded', workflow('- uses: github/codeql-action/upload-sarif@v3')),
  no('EV-SAST', 'a task in a comment', { Makefile: 'lint:\n\t# bandit -r src\n\techo bandit\n' }),
  no('EV-SAST', 'Ruff without the security rules', runs('ruff check .')),
  no('EV-SAST', 'only installed', runs('pip install bandit')),
  yes('EV-SECRETSCAN', 'Gitleaks', workflow('- uses: gitleaks/gitleaks-action@v2')),
  yes('EV-SECRETSCAN', 'a baseline', {
    '.secrets.baseline': '{"plugins_used": [{"name": "AWSKeyDetector"}]}',
  }),
  no('EV-SECRETSCAN', 'a hook that is started by hand', hook('gitleaks', '        stages: [manual]\n')),
  no('EV-SECRETSCAN', 'its version', runs('gitleaks --version')),
  yes('EV-SLSA', 'a trusted builder', {
    '.github/workflows/r.yml':
      'on: push\njobs:\n  p:\n    uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.0.0\n',
  }),
  no('EV-SLSA', 'another workflow of it', {
    '.github/workflows/r.yml':
      'on: push\njobs:\n  p:\n    uses: slsa-framework/slsa-github-generator/.github/workflows/x.yml@v2.0.0\n',
  }),
  yes('EV-ATTEST', 'of a build', workflow('- uses: actions/attest-build-provenance@v2')),
  no('EV-ATTEST', 'a job that is switched off', {
    '.github/workflows/r.yml':
      'on: push\njobs:\n  p:\n    if: ${{ false }}\n    runs-on: x\n    steps:\n      - uses: actions/attest-build-provenance@v2\n',
  }),
  yes('EV-SCA', 'pip-audit through uv', runs('uvx pip-audit -r requirements.txt')),
  yes('EV-SCA', 'of GitLab', {
    '.gitlab-ci.yml': 'include:\n  - template: Jobs/Dependency-Scanning.gitlab-ci.yml\n',
  }),
  no('EV-SCA', 'said only', runs('echo pip-audit')),
  yes('EV-SBOM', 'Syft', runs('syft . -o cyclonedx-json')),
  yes('EV-AIBOM', 'made in a pipeline', runs('npx mlsecops-lens bom')),
  no('EV-AIBOM', 'another command', runs('npx mlsecops-lens rules')),
  yes('EV-MODELSCAN', 'in a pipeline', runs('modelscan -p models/')),
  yes('EV-MODELSCAN', 'while an image is built', {
    Dockerfile: 'FROM python:3.12\nRUN picklescan -p /models\n',
  }),
  no('EV-MODELSCAN', 'by hand', { 'scan.sh': 'modelscan -p models/\n' }),
  yes('EV-OMS-SIGN', 'with a command', runs('python -m model_signing sign sigstore model/')),
  yes('EV-OMS-SIGN', 'with code', {
    's.py':
      'import model_signing\nmodel_signing.signing.Config().use_elliptic_key_signer(private_key="k").sign("m", "m.sig")\n',
  }),
  yes('EV-OMS-SIGN', 'a bundle', {
    'model/model.sig': JSON.stringify({
      dsseEnvelope: {
        payload: btoa('{"predicateType":"https://model_signing/signature/v1.0","subject":[{"name":"m"}]}'),
      },
    }),
  }),
  no('EV-OMS-SIGN', 'a bundle of something else', { 'a.sig': '{"payload":"e30="}' }),
  no(
    'EV-OMS-SIGN',
    'verified, not signed',
    runs('model_signing verify sigstore model/ --identity a@example.org'),
  ),
  yes('EV-OMS-VERIFY', 'before use', runs('model_signing verify sigstore model/ --identity a@example.org')),
  no('EV-OMS-VERIFY', 'by whomever', runs("model_signing verify sigstore model/ --identity '.*'")),
  yes('EV-DATA-SIGN', 'a bundle beside data', {
    'data/train.sig': JSON.stringify({
      dsseEnvelope: {
        payload: btoa('{"predicateType":"https://model_signing/signature/v1.0","subject":[]}'),
      },
    }),
  }),
  no('EV-DATA-SIGN', 'one beside a model', {
    'model/model.sig': JSON.stringify({
      dsseEnvelope: { payload: btoa('{"predicateType":"https://model_signing/v1"}') },
    }),
  }),
  yes('EV-DATA-PROV', 'Croissant with hashes', {
    'croissant.json': `{"conformsTo":"http://mlcommons.org/croissant/1.0","name":"a","distribution":[{"sha256":"${'a'.repeat(64)}"}]}`,
  }),
  no('EV-DATA-PROV', 'Croissant without', {
    'croissant.json': '{"conformsTo":"http://mlcommons.org/croissant/1.0","name":"a","distribution":[]}',
  }),
  yes('EV-MODEL-PROV', 'of a model', {
    'p.intoto.jsonl':
      '{"predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"m.safetensors"}]}\n',
  }),
  no('EV-MODEL-PROV', 'of a package', {
    'p.intoto.jsonl': '{"predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"a.whl"}]}\n',
  }),
  yes('EV-EVAL-ATTEST', 'the result of a test', {
    'e.intoto.jsonl':
      '{"predicateType":"https://in-toto.io/attestation/test-result/v0.1","subject":[{"name":"m"}]}\n',
  }),
  no('EV-EVAL-ATTEST', 'provenance', {
    'e.intoto.jsonl': '{"predicateType":"https://slsa.dev/provenance/v1","subject":[]}\n',
  }),
  yes('EV-ADMISSION', 'a policy of the cluster', {
    'k8s/p.yaml':
      'apiVersion: policy.sigstore.dev/v1beta1\nkind: ClusterImagePolicy\nmetadata: { name: a }\nspec: { images: [] }\n',
  }),
  yes(
    'EV-ADMISSION',
    'in a job',
    runs('cosign verify --certificate-identity a@example.org --certificate-oidc-issuer https://x img'),
  ),
  no(
    'EV-ADMISSION',
    'by whomever',
    runs("cosign verify --certificate-identity-regexp '.*' --certificate-oidc-issuer https://x img"),
  ),
  yes('EV-EVAL-CI', 'DeepEval', runs('deepeval test run tests/evals')),
  no('EV-EVAL-CI', 'tests alone', runs('pytest tests')),
  yes('EV-EVAL-GATE', 'a release waits', {
    '.github/workflows/e.yml':
      'on: push\njobs:\n  eval:\n    runs-on: x\n    steps:\n      - run: deepeval test run evals\n  deploy:\n    needs: eval\n    runs-on: x\n    steps:\n      - run: ./deploy.sh\n',
  }),
  no('EV-EVAL-GATE', 'it goes on', {
    '.github/workflows/e.yml':
      'on: push\njobs:\n  eval:\n    runs-on: x\n    steps:\n      - run: deepeval test run evals\n        continue-on-error: true\n      - run: ./deploy.sh\n',
  }),
  no('EV-EVAL-GATE', 'nothing waits', runs('deepeval test run evals')),
  yes('EV-RETEST', 'at fixed times', runs('promptfoo eval', 'on:\n  schedule:\n    - cron: "0 3 * * 1"\n')),
  no('EV-RETEST', 'on any push', runs('promptfoo eval')),
  yes('EV-REDTEAM', 'garak', { 'redteam.sh': 'python -m garak --model_type openai --model_name gpt-4o\n' }),
  yes('EV-REDTEAM', 'a block of Promptfoo', {
    'promptfooconfig.yaml': 'prompts: [a]\nproviders: [b]\nredteam:\n  plugins: [pii]\n',
  }),
  no('EV-REDTEAM', 'in a comment', { 'redteam.sh': '# python -m garak\n' }),
  yes('EV-IMAGESCAN', 'Trivy', runs('trivy image acme/api:1')),
  no('EV-IMAGESCAN', 'of files', runs('trivy fs .')),
  yes('EV-DATA-PIN', 'a hash after a download', {
    'get.sh': 'curl -LO https://example.org/data.csv.zip\nsha256sum -c sums.txt\n',
  }),
  yes('EV-DATA-PIN', 'pooch', {
    'd.py': 'import pooch\npooch.retrieve(url="https://x/a.csv", known_hash="sha256:00")\n',
  }),
  no('EV-DATA-PIN', 'no hash known', {
    'd.py': 'import pooch\npooch.retrieve(url="https://x/a.csv", known_hash=None)\n',
  }),
  yes('EV-HASHCHECK', 'a hash after a download', {
    'get.sh': 'wget https://example.org/model.gguf\nsha256sum --check sums.txt\n',
  }),
  no('EV-HASHCHECK', 'no check', { 'get.sh': 'wget https://example.org/model.gguf\nsha256sum model.gguf\n' }),
  yes('EV-TOOL-HASH', 'mcp-scan', runs('uvx mcp-scan@latest')),
  no('EV-TOOL-HASH', 'nothing', runs('pytest')),
];
