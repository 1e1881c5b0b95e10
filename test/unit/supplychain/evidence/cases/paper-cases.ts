import { against, no, words, yes, type DetectorCase } from './detector-case';

/** Pages, lists and files known by their names. */
export const PAPER_CASES: readonly DetectorCase[] = [
  yes('EV-README', 'a readme in the root', { 'README.md': `# Acme\n\n${words(20)}` }),
  no('EV-README', 'an empty one', { 'README.md': '# Acme\n' }),
  no('EV-README', 'one of a part', { 'lib/README.md': words(50) }),
  yes('EV-LICENSE', 'a license', { LICENSE: words(60) }),
  yes('EV-LICENSE', 'a folder of licenses', { 'LICENSES/MIT.txt': words(60) }),
  no('EV-LICENSE', 'a program of that name', { 'src/license.py': words(60) }),
  yes('EV-SECURITY-MD', 'beside the workflows', {
    '.github/SECURITY.md': `# Security\n\nWrite to security@example.org; ${words(20)}`,
  }),
  no('EV-SECURITY-MD', 'the page that a forge gives', {
    'SECURITY.md': `# Security Policy\n\nUse this section to tell people about which versions are supported. ${words(40)}`,
  }),
  no('EV-SECURITY-MD', 'in a package that is brought along', { 'vendor/x/SECURITY.md': words(60) }),
  yes('EV-CODEOWNERS', 'an owner', { '.github/CODEOWNERS': '# who\n/models/ @acme/ml\n' }),
  no('EV-CODEOWNERS', 'comments alone', { CODEOWNERS: '# /models/ @acme/ml\n' }),
  yes('EV-INSIGHTS', 'with its header', {
    'SECURITY-INSIGHTS.yml': 'header:\n  schema-version: 2.0.0\nproject:\n  name: acme\n',
  }),
  no('EV-INSIGHTS', 'without content', { 'security-insights.yml': '# header:\n' }),
  yes('EV-BASELINE-BADGE', 'a badge', {
    'README.md': `# Acme\n\n[![Badge](https://www.bestpractices.dev/projects/123/badge)](https://www.bestpractices.dev/projects/123/baseline) ${words(12)}`,
  }),
  no('EV-BASELINE-BADGE', 'one in a comment', {
    'README.md': `<!-- https://www.bestpractices.dev/projects/123 --> ${words(20)}`,
  }),
  yes('EV-THREATMODEL', 'a page', { 'docs/threat-model.md': `# Threats\n\n${words(60)}` }),
  yes('EV-THREATMODEL', 'of Threat Dragon', {
    'threats.json':
      '{"version":"2.0","summary":{"title":"x"},"detail":{"diagrams":[{"cells":[{"threatType":"Spoofing"}]}]}}',
  }),
  yes('EV-THREATMODEL', 'as code', { 'tm.py': 'from pytm import TM\ntm = TM("acme")\n' }),
  no('EV-THREATMODEL', 'headings to fill in', {
    'THREAT_MODEL.md': `# Threat model\n\n## Assets\n\nTODO\n\n## Attackers\n\n<fill in: who ${words(60)}>\n`,
  }),
  no('EV-THREATMODEL', 'an import that is not used', { 'tm.py': 'from pytm import TM\n' }),
  yes('EV-RISKREG', 'a list', { 'risk-register.yaml': 'risks:\n  - title: poisoned data\n    owner: ml\n' }),
  no('EV-RISKREG', 'an empty list', { 'risk-register.yaml': '' }),
  yes('EV-INVENTORY', 'models with versions', {
    'models.yaml': 'models:\n  - name: acme/encoder\n    revision: abc\n',
  }),
  yes('EV-INVENTORY', 'a registry', {
    'r.py': 'import mlflow\nmlflow.register_model("runs:/1/model", "churn")\n',
  }),
  no('EV-INVENTORY', 'models of a database', {
    'models.yaml': 'models:\n  - name: orders\n    columns: [id]\n',
  }),
  yes('EV-MODELCARD', 'a page', { 'docs/MODEL_CARD.md': `# Encoder\n\n${words(50)}` }),
  yes('EV-MODELCARD', 'the header of a hub', {
    'README.md': `---\nlibrary_name: transformers\n---\n# Encoder\n\n${words(30)}`,
  }),
  no('EV-MODELCARD', 'the template of a hub', {
    'MODEL_CARD.md':
      '# Model Card\n\n- **Developed by:** [More Information Needed]\n- **License:** [More Information Needed]\n'.repeat(
        10,
      ),
  }),
  no('EV-MODELCARD', 'the header of a page on something else', {
    'README.md': `---\ntitle: Acme\n---\n${words(30)}`,
  }),
  yes('EV-DATACARD', 'the header of a hub', {
    'data/README.md': `---\ntask_categories: [text-classification]\n---\n${words(30)}`,
  }),
  yes('EV-DATACARD', 'Croissant', {
    'metadata.json':
      '{"@context":{"cr":"http://mlcommons.org/croissant/"},"name":"acme","conformsTo":"http://mlcommons.org/croissant/1.0"}',
  }),
  no('EV-DATACARD', 'other metadata', { 'metadata.json': '{"name":"acme"}' }),
  no('EV-DATACARD', 'an empty page', { 'DATASHEET.md': '# Datasheet\n' }),
  yes('EV-DATASECTION', 'in a card', {
    'MODEL_CARD.md': `# Encoder\n\n${words(40)}\n\n## Training data\n\n${words(20)}\n`,
  }),
  no('EV-DATASECTION', 'an empty section', {
    'MODEL_CARD.md': `# Encoder\n\n${words(40)}\n\n## Training data\n\nTODO\n\n## License\n`,
  }),
  yes('EV-GITIGNORE-SECRETS', 'ignored', { '.gitignore': 'dist/\n.env\n' }),
  no('EV-GITIGNORE-SECRETS', 'a comment', { '.gitignore': '# .env\n.environment\n' }),
  no('EV-GITIGNORE-SECRETS', 'taken back', { '.gitignore': '.env\n!.env\n' }),
  yes('EV-MANIFEST', 'requirements', { 'requirements.txt': 'torch==2.6.0\n' }),
  no('EV-MANIFEST', 'requirements without any', { 'requirements.txt': '# torch\n' }),
  yes('EV-LOCK', 'of uv', { 'uv.lock': 'version = 1\n\n[[package]]\nname = "torch"\nversion = "2.6.0"\n' }),
  no('EV-LOCK', 'an empty file', { 'uv.lock': '' }),
  no('EV-LOCK', 'in an example', { 'examples/x/package-lock.json': '{"lockfileVersion":3,"packages":{}}' }),
  yes('EV-HASHES', 'in requirements', {
    'requirements.txt': `torch==2.6.0 --hash=sha256:${'0'.repeat(64)}\n`,
  }),
  yes('EV-HASHES', 'in a lock file', {
    'package-lock.json':
      '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0","integrity":"sha512-AAAA"}}}',
  }),
  no('EV-HASHES', 'versions alone', { 'requirements.txt': 'torch==2.6.0\n' }),
  yes('EV-UPDATEBOT', 'Dependabot', {
    '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n',
  }),
  no('EV-UPDATEBOT', 'without anything to update', { '.github/dependabot.yml': 'version: 2\nupdates: []\n' }),
  no('EV-UPDATEBOT', 'Renovate turned off', { 'renovate.json': '{"enabled": false}' }),
  yes('EV-SBOM', 'CycloneDX', {
    'bom.json':
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"torch"}]}',
  }),
  no('EV-SBOM', 'nothing in it', {
    'bom.json': '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[]}',
  }),
  yes('EV-AIBOM', 'a model in it', {
    'aibom.json':
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"machine-learning-model","name":"e"}]}',
  }),
  no('EV-AIBOM', 'libraries alone', {
    'sbom.json':
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"torch"}]}',
  }),
  yes('EV-VEX', 'OpenVEX', {
    'a.openvex.json': '{"@context":"https://openvex.dev/ns/v0.2.0","statements":[{"status":"not_affected"}]}',
  }),
  no('EV-VEX', 'no statements', {
    'a.openvex.json': '{"@context":"https://openvex.dev/ns/v0.2.0","statements":[]}',
  }),
  yes('EV-MIRROR', 'an index', {
    Dockerfile: 'FROM python:3.12\nENV PIP_INDEX_URL=https://pypi.acme.internal/simple\n',
  }),
  yes('EV-MIRROR', 'an endpoint for models', { '.env': 'HF_ENDPOINT=https://models.acme.internal\n' }),
  no('EV-MIRROR', 'a public one', {
    'requirements.txt': '--index-url https://download.pytorch.org/whl/cpu\ntorch==2.6.0\n',
  }),
  yes('EV-DATAVERSION', 'DVC', {
    'data/train.csv.dvc': 'outs:\n- md5: 0123456789abcdef\n  path: train.csv\n',
  }),
  yes('EV-DATAVERSION', 'Git LFS', { '.gitattributes': '*.parquet filter=lfs diff=lfs merge=lfs -text\n' }),
  no('EV-DATAVERSION', 'pictures in Git LFS', {
    '.gitattributes': '*.png filter=lfs diff=lfs merge=lfs -text\n',
  }),
  no('EV-DATAVERSION', 'DVC without data', { '.dvc/config': '[core]\n  analytics = false\n' }),
  yes('EV-TESTS', 'of Python', { 'tests/test_train.py': 'def test_it(): assert 1\n' }),
  no('EV-TESTS', 'an empty folder', { 'tests/__init__.py': '' }),
  yes('EV-EVALSET', 'of Promptfoo', {
    'promptfooconfig.yaml': 'prompts: [p.txt]\nproviders: [openai:gpt-4o]\ntests:\n  - vars: { q: hello }\n',
  }),
  yes('EV-EVALSET', 'a folder of cases', { 'evals/cases.jsonl': '{"q": 1}\n' }),
  yes('EV-EVALSET', 'of DeepEval', {
    'tests/test_llm.py': 'from deepeval import assert_test\ndef test_a():\n    assert_test(case, [m])\n',
  }),
  no('EV-EVALSET', 'no cases', {
    'promptfooconfig.yaml': 'prompts: [p.txt]\nproviders: [openai:gpt-4o]\n',
    'evals/.gitkeep': '',
  }),
  yes('EV-IRPLAN', 'a plan', {
    'docs/incident-response.md': `# Incidents\n\nWe respond within a day. ${words(60)}`,
  }),
  no('EV-IRPLAN', 'the story of one', { 'docs/incident-2024-03.md': `# What happened\n\n${words(80)}` }),
  yes('EV-PROMPTS-AS-CODE', 'a folder', {
    'prompts/answer.md': 'You answer questions about orders of customers.',
  }),
  no('EV-PROMPTS-AS-CODE', 'an empty one', { 'prompts/answer.md': '\n' }),
  yes('EV-POLICY-AS-CODE', 'Rego', {
    'policy/release.rego': 'package release\n\ndeny[msg] {\n  not input.signed\n  msg := "unsigned"\n}\n',
  }),
  no('EV-POLICY-AS-CODE', 'its tests alone', {
    'policy/release_test.rego': 'package release\n\ndeny[msg] { true }\n',
  }),
  yes('EV-SAFEFORMAT', 'weights without code', { 'models/a.safetensors': 'x' }),
  against('EV-SAFEFORMAT', 'a pickle among them', { 'models/a.safetensors': 'x', 'models/b.pkl': 'x' }),
  yes('NEG-PICKLE-FILE', 'a pickle', { 'models/b.pkl': 'x' }),
  no('NEG-PICKLE-FILE', 'a sample of tests', { 'tests/fixtures/b.pkl': 'x' }),
  no('EV-SAFEFORMAT', 'no weights', { 'a.txt': 'x' }),
];
