import { describe, expect, it } from 'vitest';
import { DOCKERFILE_READER } from '../../../../src/source/dockerfile/read-dockerfile';

function read(text: string) {
  const { content, model } = DOCKERFILE_READER.read(text, { language: 'dockerfile', role: undefined });
  if (!content) throw new Error('no content');
  return { ...content, comments: model.comments };
}

const lines = (text: string): readonly string[] =>
  read(text).commands.map(({ words }) => words.map((word) => word.text).join(' '));

describe('instructions', () => {
  it('have their flags, settings and stages', () => {
    const { instructions } = read(
      'ARG V=1\nFROM a AS one\nENV A=1 B="two words" \\\n    C=3\nENV OLD some value\nFROM --platform=linux/amd64 b\nADD --checksum=sha256:ab https://x /y\n',
    );
    expect(instructions.map(({ keyword, stage }) => [keyword, stage])).toEqual([
      ['ARG', -1],
      ['FROM', 0],
      ['ENV', 0],
      ['ENV', 0],
      ['FROM', 1],
      ['ADD', 1],
    ]);
    expect(instructions.flatMap(({ settings }) => settings.map(({ name, value }) => [name, value]))).toEqual([
      ['V', '1'],
      ['A', '1'],
      ['B', 'two words'],
      ['C', '3'],
      ['OLD', 'some value'],
    ]);
    expect(instructions.at(-1)?.flags).toMatchObject([{ name: '--checksum', value: 'sha256:ab' }]);
  });

  it('go on over lines with comments between them', () => {
    const text = 'FROM a\nRUN apt-get update && \\\n    # why\n    pip install \\\n\n      torch\nUSER me\n';
    expect(lines(text)).toEqual(['apt-get update', 'pip install torch']);
    const { packages, comments, instructions } = read(text);
    expect(packages.map(({ range }) => text.slice(range.start, range.end))).toEqual(['torch']);
    expect(comments).toMatchObject([{ text: ' why', ownLine: true }]);
    expect(instructions.at(-1)).toMatchObject({ keyword: 'USER', text: 'me' });
  });

  it('run scripts, lists of words and texts behind <<', () => {
    expect(
      lines(
        'FROM a\nRUN ["pip", "install", "it\'s"]\nRUN <<EOF\npip install foo\nEOF\nRUN python3 <<EOF\nx = "pip install y"\nEOF\nHEALTHCHECK --interval=5s CMD curl -f x || exit 1\nCMD ["sh", "-c", "a && b"]\n',
      ),
    ).toEqual([
      "pip install it's",
      'pip install foo',
      'python3',
      'curl -f x',
      'exit 1',
      'sh -c a && b',
      'a',
      'b',
    ]);
  });

  it('take no text behind << for instructions', () => {
    const { instructions } = read('FROM a\nCOPY <<EOF /x\nFROM b\nEOF\nUSER c\n');
    expect(instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'COPY', 'USER']);
  });

  it('never throw', () => {
    for (const text of ['FROM', 'RUN [', 'RUN <<', 'COPY <<A', 'ENV', '\\\n\\\n', 'RUN ["\\q"]', '\u0000'])
      expect(() => read(text)).not.toThrow();
  });
});

describe('images', () => {
  it('have variables replaced by their defaults', () => {
    const { images } = read(
      'ARG BASE=python:3.11\nARG X\nFROM ${BASE}\nFROM ${OTHER:-debian:12} AS two\nFROM $X\nFROM two\nFROM scratch\n',
    );
    expect(images.map(({ repository, tag, isPartial }) => [repository, tag, isPartial])).toEqual([
      ['python', '3.11', false],
      ['debian', '12', false],
      ['$X', undefined, true],
    ]);
  });

  it('are those of copies too, stages set aside', () => {
    const { images } = read(
      'FROM a:1 AS build\nFROM b:1\nCOPY --from=build /x /\nCOPY --from=0 /x /\nCOPY --from=c:2 /x /\n',
    );
    expect(images.map(({ repository }) => repository)).toEqual(['a', 'b', 'c']);
  });
});
