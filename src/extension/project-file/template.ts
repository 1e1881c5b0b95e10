export const PROJECT_FILE_NAME = '.mlsecops.yaml';

/** What a new project file holds: every part, explained and switched off, so that the file changes nothing by itself. */
export const PROJECT_FILE_TEMPLATE = `# MLSecOps Lens: what to check in this project.
# The editor, the command line and every language client read this file.

# The set of rules: recommended, strict or all.
preset: recommended

# Severity by rule: error, warning, info or off.
# rules:
#   model-unpinned: error
#   download-without-hash: off

# Findings in tests, documentation and examples: information, full or hidden.
# testCode: full

# Files to leave out, written as in .gitignore.
# exclude:
#   - tests/fixtures/

# Functions of your own that wrap a library, so that calls of them are understood.
# apis:
#   - call: acme.ml.load_model
#     is: download
#     artifact: model
#     hub: huggingface
#     source: { position: 0 }
#     revision: { keyword: version }

# Models that must be signed, and by whom: a key, a certificate-chain, or an identity and its issuer.
# models:
#   must-be-signed:
#     - path: models/
#       key: keys/release.pub

# What may be used, and what must be pinned, signed or scanned.
# policy:
#   organizations:
#     allow: [acme, sentence-transformers]
#   must-be:
#     - be: [pinned]
#       kinds: [model, dataset]
#   exceptions:
#     - part: acme/legacy-*
#       reason: replaced with release 3
#       by: Ada
#       until: 2027-01-31

# What no machine can see: who says so, and when.
# attestations:
#   - evidence: EV-IRPLAN
#     by: Ada
#     on: 2026-11-01
#     note: The plan is in the wiki.

# Your own controls, tools, stages and more, and what you change of the built-in ones.
# catalog:
#   controls:
#     - id: ACME-1
#       title: Model review board
#       summary: Two people approve each model that serves customers.
#       stages: [continuous-deployment, llm-release]
`;
