import type { Files } from './survey-files';

const SENTENCE =
  'The encoder finds orders that belong together and tells how sure it is of each answer it gives. ';
const COMMIT = '0a5c61591373683505ea898e09a3ea4f39ef2b9c';
const DIGEST = 'a'.repeat(64);

/** A folder with one script in it. */
export const NOTHING: Files = {
  'train.py': 'import sys, torch\nmodel = torch.load(sys.argv[1], weights_only=False)\n',
};

/** What a tidy small project has. */
export const SOME: Files = {
  'README.md': `# Acme\n\n${SENTENCE}`,
  LICENSE: SENTENCE.repeat(3),
  'SECURITY.md': `# Security\n\nWrite to security@example.org. ${SENTENCE}`,
  '.gitignore': '.env\n',
  'requirements.txt': 'transformers==4.57.0\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: pytest\n',
  'tests/test_encode.py': 'def test_encode(): assert True\n',
  'src/encode.py':
    'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/encoder", revision="main")\n',
};

/** A project that pins, scans, signs and describes what it stands on. */
export const MUCH: Files = {
  ...SOME,
  'MODEL_CARD.md': `# Encoder\n\n${SENTENCE.repeat(3)}\n\n## Training data\n\n${SENTENCE}`,
  '.github/CODEOWNERS': '* @acme/ml\n',
  'models.yaml': `models:\n  - name: acme/encoder\n    revision: ${COMMIT}\n`,
  'docs/threat-model.md': `# Threats\n\n${SENTENCE.repeat(4)}`,
  'requirements.txt': `transformers==4.57.0 --hash=sha256:${DIGEST}\n`,
  'uv.lock': 'version = 1\n\n[[package]]\nname = "transformers"\nversion = "4.57.0"\n',
  '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n',
  '.github/workflows/ci.yml': [
    'on: push',
    'permissions: { contents: read }',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-24.04',
    '    steps:',
    `      - uses: actions/checkout@${COMMIT} # v4`,
    `      - uses: ossf/scorecard-action@${COMMIT} # v2`,
    '      - run: bandit -r src',
    '      - run: gitleaks detect',
    '      - run: pip-audit -r requirements.txt',
    '      - run: modelscan -p models',
    '      - run: model_signing verify sigstore models --signature m.sig --identity ci@example.org --identity_provider https://x',
    '      - run: cyclonedx-py requirements',
    '',
  ].join('\n'),
  'aibom.json':
    '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"machine-learning-model","name":"acme/encoder"}]}',
  'models/encoder.safetensors': '',
  'src/encode.py': `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/encoder", revision="${COMMIT}", use_safetensors=True)\n`,
};
