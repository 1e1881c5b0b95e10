import type { Fix } from '../finding';
import type { PackageAdvisory } from '../../catalog/schema/package-fact';
import type { PackageRequest } from '../../source/content/package-request';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import { advisoriesOf, registryName } from '../rule-support/commands/known-packages';
import { isInRange, newestAllowed } from '../rule-support/commands/version-range';
import { compareVersions } from '../rule-support/version';
import type { Rule, RuleContext } from '../rule';

function check(request: PackageRequest, context: RuleContext): void {
  const known = registryName(request);
  if (!known || request.source) return;
  const advisories = advisoriesOf(known.registry, known.name);
  if (advisories.length === 0) return;
  const newest =
    request.version === undefined
      ? newestAllowed(request.specifier)
      : { version: request.version, isOpen: false };
  if (!newest) return;
  const found = advisories.filter(({ affected, fixed }) =>
    newest.isOpen
      ? fixed !== undefined && !affected.includes('==') && endsBefore(newest.version, fixed, affected)
      : isInRange(newest.version, affected),
  );
  const [first] = found;
  if (!first) return;
  const version = request.version ?? request.specifier;
  const others =
    found.length > 1
      ? ` (and ${found
          .slice(1)
          .map(({ id }) => id)
          .join(', ')})`
      : '';
  const fixed = soundVersion(found, advisories);
  context.report({
    at: request.range,
    subject: known.name,
    message: `\`${request.name ?? known.name}\` ${version} ${first.does}: ${first.id}${others}. ${fixed === undefined ? 'Take it out.' : `Ask for ${fixed} or newer.`}`,
    fixes: versionFixes(request, fixed, context),
  });
}

/** The first version that mends what was found and that no other known flaw is in. */
function soundVersion(
  found: readonly PackageAdvisory[],
  all: readonly PackageAdvisory[],
): string | undefined {
  let version = newestFix(found);
  for (let steps = 0; version !== undefined && steps < all.length; steps++) {
    const candidate: string = version;
    const next = newestFix(all.filter(({ affected }) => isInRange(candidate, affected)));
    if (next === undefined) return version;
    version = next;
  }
  return version;
}

function newestFix(advisories: readonly PackageAdvisory[]): string | undefined {
  return advisories.flatMap(({ fixed }) => fixed ?? []).sort((a, b) => compareVersions(b, a) ?? 0)[0];
}

/** Only for one version that is asked for by name; a lock file is made by its tool, and a range has a reason. */
function versionFixes(
  { version, from, range }: PackageRequest,
  fixed: string | undefined,
  { model }: RuleContext,
): readonly Fix[] {
  if (version === undefined || fixed === undefined || from === 'lock' || version.includes('+')) return [];
  const written = model.textAt(range);
  const at = written.lastIndexOf(version);
  if (at < 0 || /[\w.]/u.test(written[at + version.length] ?? '')) return [];
  const start = range.start + at;
  const edits = [{ range: { start, end: start + version.length }, newText: fixed }];
  return [{ title: `Ask for ${fixed}`, safe: false, edits }];
}

/** Whether everything below an upper end is older than the release that mends the flaw. */
function endsBefore(end: string, fixed: string, affected: string): boolean {
  if ((compareVersions(end, fixed) ?? 1) > 0) return false;
  // The flaw may have come in only behind that end.
  const start = /^>=([\d.]+)/u.exec(affected)?.[1];
  return affected.includes('||') ? false : start === undefined || (compareVersions(end, start) ?? -1) > 0;
}

export const rule: Rule = {
  id: 'package-vulnerable',
  title: 'Package version with a known hole',
  stages: ['continuous-integration', 'pipeline-dev-test', 'model-serving', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-1357', 'CWE-1104'],
  atlas: ['AML.T0010.001'],
  controls: ['C10', 'C09'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'vulnerabilities'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds versions of frameworks, servers and agents’ tools in which data, a model or a caller can run code, and releases that carried malware: in requirements, manifests, lock files, images, workflows, notebooks and commands. A version that is asked for exactly, or a range that ends before the mended release, is reported; a range that merely begins below it is not. The list is short, dated (November 2026) and part of the program: nothing is asked over the network, and it does not replace a scanner of dependencies such as `pip-audit` or `npm audit`.',
  why: 'Loaders and servers are where foreign models and foreign requests come in. `torch.load(weights_only=True)` is no protection before PyTorch 2.6, and safe mode none in early versions of Keras 3.',
  fix: 'Ask for the mended release or a newer one, make the lock file anew and run the tests. Where that cannot be done at once, do not load foreign files with it and do not let others reach it.',
  references: [
    { title: 'CVE-2025-32434', url: 'https://nvd.nist.gov/vuln/detail/CVE-2025-32434' },
    { title: 'OSV: a database of known vulnerabilities', url: 'https://osv.dev/' },
  ],
  examples: {
    bad: [
      {
        title: 'pinned',
        file: 'requirements.txt',
        code: 'torch==2.5.1\nKeras==3.8.0\nllama_cpp_python==0.2.60\nlitellm==1.82.8\n',
        findings: 4,
      },
      { title: 'with a local part', file: 'requirements.txt', code: 'torch==2.1.0+cu118\n' },
      {
        title: 'a range that ends too early',
        file: 'requirements.txt',
        code: 'torch>=2.0,<2.6\ntransformers~=4.40.0\nlangflow<=1.2.0\n',
        findings: 3,
      },
      {
        title: 'a manifest',
        file: 'pyproject.toml',
        code: '[tool.poetry.dependencies]\npython = "^3.11"\nmlflow = "2.2.0"\ngradio = "~4.10"\n',
        findings: 2,
      },
      { title: 'a lock file', file: 'poetry.lock', code: '[[package]]\nname = "ray"\nversion = "2.6.3"\n' },
      {
        title: 'commands',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install "vllm==0.6.6" picklescan==0.0.20\nUSER me\n',
        findings: 2,
      },
      {
        title: 'conda',
        file: 'environment.yml',
        code: 'name: x\ndependencies:\n  - pytorch=2.3.0\n  - pip:\n      - nltk==3.8.1\n',
        findings: 2,
      },
      {
        title: 'npm',
        file: 'package.json',
        code: '{ "dependencies": { "mcp-remote": "0.1.10", "@modelcontextprotocol/inspector": "~0.13.0" } }\n',
        findings: 2,
      },
      {
        title: 'a tool that is run at once',
        file: 'run.sh',
        code: 'npx -y mcp-remote@0.1.5 https://example.com/mcp\n',
      },
    ],
    good: [
      {
        title: 'mended',
        file: 'requirements.txt',
        code: 'torch==2.6.0\nkeras==3.12.0\nlitellm==1.82.6\nllama-cpp-python==0.3.1\nnumpy==1.26.4\npyyaml==6.0.2\n',
      },
      {
        title: 'ranges that lead to it',
        file: 'requirements.txt',
        code: 'torch>=2.0\ntransformers>=4.30,<5\nkeras\nvllm>=0.6\nmlflow>2\nray!=2.6.3\n',
      },
      {
        title: 'the flaw came in later',
        file: 'requirements.txt',
        code: 'llama-cpp-python==0.2.20\nstreamlit==0.60.0\nllama-cpp-python<0.2.30\n',
      },
      {
        title: 'npm',
        file: 'package.json',
        code: '{ "dependencies": { "mcp-remote": "^0.1.16", "n8n": "*" } }\n',
      },
      {
        title: 'another package',
        file: 'requirements.txt',
        code: 'torchvision==0.10.0\nmcp-server-time==0.1.0\n',
      },
    ],
  },
  on: { package: check },
};
