import { describe, expect, it } from 'vitest';
import { placeFrom } from '../../../../src/source/content/text-place';
import { commandContent } from '../../../../src/source/packages/command-content';
import { parseShell } from '../../../../src/source/shell/parse-shell';

function content(text: string) {
  const {
    packages = [],
    packageOptions = [],
    images = [],
  } = commandContent(parseShell(text, placeFrom(0), 'script'));
  return { packages, packageOptions, images };
}

describe('commands that install', () => {
  it.each([
    ['pip install torch==2.1 "a[b]>=1"', 'pypi', 'command', ['torch', 'a']],
    ['sudo -H python3.11 -m pip install -U --no-cache-dir -t /x torch', 'pypi', 'command', ['torch']],
    ['pip3 --quiet install -r requirements.txt', 'pypi', 'command', []],
    ['pip install .', 'pypi', 'command', [undefined]],
    ['uv pip install --system torch', 'pypi', 'command', ['torch']],
    ['uv add torch --extra cpu', 'pypi', 'command', ['torch']],
    ['uvx mcp-server-git@1.2 --repository x', 'pypi', 'runner', ['mcp-server-git']],
    ['uvx --from tool-package tool', 'pypi', 'runner', ['tool-package']],
    ['pipx run black', 'pypi', 'runner', ['black']],
    ['poetry add torch@^2', 'pypi', 'command', ['torch']],
    ['conda install -c pytorch -n env pytorch=2.1 numpy', 'conda', 'command', ['pytorch', 'numpy']],
    ['npm i -g a @b/c@1.2.3', 'npm', 'command', ['a', '@b/c']],
    ['npm ci', 'npm', 'command', []],
    ['npx -y @scope/server@latest /data', 'npm', 'runner', ['@scope/server']],
    ['npx -p a -c "b"', 'npm', 'runner', ['a']],
    ['pnpm dlx a b', 'npm', 'runner', ['a']],
    ['apt-get install -y --no-install-recommends curl=7', 'debian', 'command', ['curl']],
    ['pip install $PACKAGE', 'pypi', 'command', []],
    ['pip uninstall torch', 'pypi', 'command', []],
    ['pip freeze', 'pypi', 'command', []],
  ])('%s', (text, ecosystem, from, names) => {
    const { packages } = content(text);
    expect(packages.map(({ name }) => name)).toEqual(names);
    for (const found of packages) expect(found).toMatchObject({ ecosystem, from });
  });

  it('know versions and where packages come from', () => {
    expect(content('npm i a@1.2.3 b@^1 github:x/y#abc').packages).toMatchObject([
      { version: '1.2.3' },
      { version: undefined, specifier: '^1' },
      { source: { kind: 'git', revision: 'abc' } },
    ]);
    expect(content('pip install torch==$V').packages).toMatchObject([{ specifier: '==$V' }]);
  });

  it('give the options of the installer', () => {
    expect(
      content('pip install -i http://a --extra-index-url=https://b --trusted-host c x').packageOptions,
    ).toMatchObject([
      { name: '--index-url', value: 'http://a' },
      { name: '--extra-index-url', value: 'https://b' },
      { name: '--trusted-host', value: 'c' },
    ]);
  });
});

describe('commands that run containers', () => {
  it.each([
    [
      'docker run --gpus all -it --rm -v /a:/b -p 80:80 vllm/vllm-openai:latest --model x',
      'vllm/vllm-openai',
      'latest',
    ],
    ['podman pull localhost:5000/a', 'localhost:5000/a', undefined],
    ['docker container run -d --name x redis:7', 'redis', '7'],
    ['singularity pull docker://nvcr.io/nvidia/pytorch:24.01-py3', 'nvcr.io/nvidia/pytorch', '24.01-py3'],
  ])('%s', (text, repository, tag) => {
    expect(content(text).images).toMatchObject([{ repository, tag, isPartial: false }]);
  });

  it('name no image where none is fetched', () => {
    expect(content('docker build -t x .\ndocker exec x ls\ndocker compose pull\ndocker ps').images).toEqual(
      [],
    );
  });

  it('know digests and what is not known', () => {
    expect(content('docker pull a@sha256:abc; docker pull a:$TAG').images).toMatchObject([
      { repository: 'a', tag: undefined, digest: 'sha256:abc' },
      { repository: 'a', tag: '$TAG', isPartial: true },
    ]);
  });
});
