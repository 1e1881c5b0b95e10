import { describe, expect, it } from 'vitest';
import { REQUIREMENTS_READER } from '../../../../src/source/packages/read-requirements';

function read(text: string) {
  const { content, model } = REQUIREMENTS_READER.read(text, {
    language: 'requirements',
    role: 'requirements',
  });
  if (!content) throw new Error('no content');
  return { ...content, comments: model.comments };
}

describe('a list of requirements', () => {
  it.each([
    ['torch==2.1.0  # why', 'torch', '==2.1.0', '2.1.0'],
    ['transformers[torch,x]>=4.30,<5 ; python_version > "3.8"', 'transformers', '>=4.30,<5', undefined],
    ['numpy', 'numpy', '', undefined],
    ['Pillow==9.0.*', 'Pillow', '==9.0.*', undefined],
  ])('%s', (text, name, specifier, version) => {
    expect(read(text).packages).toMatchObject([{ name, specifier, version, source: undefined }]);
  });

  it.each([
    ['git+https://github.com/a/b.git@main#egg=b', 'b', 'git', 'main'],
    ['-e git+ssh://git@github.com/a/c@v1#egg=c&subdirectory=x', 'c', 'git', 'v1'],
    ['foo @ git+https://github.com/a/foo', 'foo', 'git', undefined],
    ['https://example.org/z-1.0.whl', undefined, 'url', undefined],
    ['./local', undefined, 'path', undefined],
    ['-e .', undefined, 'path', undefined],
  ])('%s comes from elsewhere', (text, name, kind, revision) => {
    expect(read(text).packages).toMatchObject([{ name, source: { kind, revision } }]);
  });

  it('knows hashes, on continued lines and in addresses', () => {
    const hash = 'a'.repeat(64);
    const { packages } = read(
      `one==1.0 \\\n    --hash=sha256:${hash} \\\n    --hash=sha256:${hash}\ntwo @ https://x/y.whl#sha256=${hash}\nthree==1\n`,
    );
    expect(packages.map(({ name, hashed }) => [name, hashed])).toEqual([
      ['one', true],
      ['two', true],
      ['three', false],
    ]);
  });

  it('gives options by their long names', () => {
    const { packageOptions } = read(
      '-i http://a/simple\n--extra-index-url=https://b\n--trusted-host c\n-fhttps://d\n-r more.txt\n--pre\n',
    );
    expect(packageOptions.map(({ name, value }) => [name, value])).toEqual([
      ['--index-url', 'http://a/simple'],
      ['--extra-index-url', 'https://b'],
      ['--trusted-host', 'c'],
      ['--find-links', 'https://d'],
      ['--requirement', 'more.txt'],
      ['--pre', undefined],
    ]);
  });

  it('says where names stand, also behind continued lines', () => {
    const text = '# top\na \\\n  >=1\n  torch [x] == 2.1\r\n';
    const { packages, comments } = read(text);
    expect(packages.map(({ nameRange: { start, end } }) => text.slice(start, end))).toEqual(['a', 'torch']);
    expect(comments).toHaveLength(1);
  });

  it('takes nothing else for a package', () => {
    expect(read('<<<<<<< HEAD\n{% if x %}\nthis is a sentence\n"quoted"\n').packages).toEqual([]);
  });
});
