import { describe, expect, it } from 'vitest';
import { isManifest, readManifest } from '../../../../src/workspace/packages/manifest-kind';

/** `name minimum` of each fact, `!` for a pin. */
function facts(name: string, text: string): readonly string[] {
  return readManifest(name, text).map(
    (fact) => `${fact.name} ${fact.minimum ?? '-'}${fact.pinned ? '!' : ''}`,
  );
}

describe('package manifests', () => {
  it.each([
    'requirements.txt',
    'requirements-dev.txt',
    'dev-requirements.in',
    'constraints.txt',
    'pyproject.toml',
    'poetry.lock',
    'uv.lock',
    'pylock.toml',
    'Pipfile.lock',
    'environment.yml',
    'conda-gpu.yaml',
    'setup.cfg',
  ])('%s is one', (name) => expect(isManifest(name)).toBe(true));

  it.each(['requirements.md', 'package.json', 'my_environment_notes.txt', 'Cargo.lock'])(
    '%s is none',
    (name) => expect(isManifest(name)).toBe(false),
  );

  it('reads requirements with extras, markers, hashes, comments and continued lines', () => {
    const text = [
      '# comment',
      'torch[cuda]==2.1.0  # pinned',
      'Foo_Bar.baz >= 1.2, < 2 ; python_version > "3.8"',
      'numpy~=1.26 \\',
      '    --hash=sha256:abc',
      'pandas',
      'scipy != 1.9',
      'local @ file:///x',
      '-r other.txt',
      '--index-url https://example.org/simple',
      './vendored',
      'https://example.org/x.whl',
      'keras (>=2.0)',
    ].join('\n');
    expect(facts('requirements.txt', text)).toEqual([
      'torch 2.1.0!',
      'foo-bar-baz 1.2',
      'numpy 1.26',
      'pandas -',
      'scipy -',
      'local -',
      'keras 2.0',
    ]);
  });

  it('reads every place of a pyproject.toml that names dependencies', () => {
    const text = `
[project]
dependencies = ["torch>=2.6"]
[project.optional-dependencies]
train = ["keras==3.0.0"]
[dependency-groups]
dev = ["dill>=0.3", { include-group = "train" }]
[tool.poetry.dependencies]
python = "^3.10"
numpy = "^1.26"
pandas = { version = "~2.1", extras = ["all"] }
mine = { path = "../mine" }
[tool.poetry.group.test.dependencies]
joblib = "1.3.2"
`;
    expect(facts('pyproject.toml', text)).toEqual([
      'torch 2.6',
      'keras 3.0.0!',
      'dill 0.3',
      'numpy 1.26',
      'pandas 2.1',
      'mine -',
      'joblib 1.3.2!',
    ]);
  });

  it('reads lock files', () => {
    expect(facts('uv.lock', '[[package]]\nname = "torch"\nversion = "2.5.1"\n')).toEqual(['torch 2.5.1!']);
    expect(facts('pylock.toml', '[[packages]]\nname = "torch"\nversion = "2.5.1"\n')).toEqual([
      'torch 2.5.1!',
    ]);
    expect(facts('Pipfile.lock', '{"default":{"torch":{"version":"==2.5.1"}}}')).toEqual(['torch 2.5.1!']);
  });

  it('reads conda environments by the names of PyPI', () => {
    const text = `
dependencies:
  - python=3.11
  - pytorch=2.1
  - conda-forge::scikit-learn>=1.3
  - numpy==1.26.4=py311_0
  - pip:
    - dill==0.3.8
`;
    expect(facts('environment.yml', text)).toEqual([
      'python 3.11',
      'torch 2.1',
      'scikit-learn 1.3',
      'numpy 1.26.4!',
      'dill 0.3.8!',
    ]);
  });

  it('reads the requirements of a setup.cfg and nothing else of it', () => {
    const text =
      '[metadata]\nname = x\n[options]\ninstall_requires =\n    torch>=2.0\n    numpy\npackages = find:\n';
    expect(facts('setup.cfg', text)).toEqual(['torch 2.0', 'numpy -']);
  });

  it('takes data of the wrong shape for nothing', () => {
    expect(facts('pyproject.toml', 'project = 3\n[tool]\npoetry = ["x"]\n')).toEqual([]);
    expect(facts('environment.yml', 'dependencies: 7')).toEqual([]);
    expect(facts('Pipfile.lock', '[]')).toEqual([]);
  });

  it('says that a broken file is broken', () => {
    expect(() => readManifest('pyproject.toml', '[project')).toThrow();
    expect(() => readManifest('Pipfile.lock', '{')).toThrow();
  });
});
