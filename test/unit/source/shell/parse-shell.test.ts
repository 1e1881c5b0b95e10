import { describe, expect, it } from 'vitest';
import type { ShellCommand, ShellPlace } from '../../../../src/source/content/shell-command';
import { placeFrom } from '../../../../src/source/content/text-place';
import { parseShell, readShell } from '../../../../src/source/shell/parse-shell';

function parse(text: string, where: ShellPlace = 'script'): readonly ShellCommand[] {
  return parseShell(text, placeFrom(0), where);
}

/** Each command as its words, joined. */
function lines(text: string, where?: ShellPlace): readonly string[] {
  return parse(text, where).map(({ words }) => words.map((word) => word.text).join(' '));
}

describe('commands', () => {
  it('are separated by lists, pipes, groups and lines', () => {
    expect(lines('a 1 && b; c || d | e & (f; g)\nh')).toEqual(['a 1', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  it('stand within the structures of the grammar', () => {
    const script =
      'if [ -f x ]; then a; else b; fi\nfor i in 1 2; do c $i; done\nwhile read l; do d; done\ncase "$1" in\n x|y) e ;;\n *) f;;\nesac\ng() { h; }\ni';
    expect(lines(script)).toEqual(['[ -f x ]', 'a', 'b', 'c $i', 'read l', 'd', 'e', 'f', 'h', 'i']);
  });

  it('go on behind a line that ends with a backslash', () => {
    expect(lines('pip install \\\n  torch \\\r\n  numpy\nls')).toEqual(['pip install torch numpy', 'ls']);
  });

  it('know what reads their output', () => {
    const [curl, tee, sh] = parse('curl -s u | tee f | sudo -E bash -s -- -y');
    expect(curl?.pipedTo).toBe(tee);
    expect(tee?.pipedTo).toBe(sh);
    expect(sh?.program).toBe('bash');
    expect(parse('a || b')[0]?.pipedTo).toBeUndefined();
  });

  it.each([
    ['/usr/bin/python3 x.py', 'python3', []],
    ['sudo -u me pip install x', 'pip', ['sudo -u me']],
    ['A=1 env B=2 nohup time ls', 'ls', ['env', 'nohup', 'time']],
    ['timeout 10 curl x', 'curl', ['timeout 10']],
    ['cat f | xargs -n 1 pip install', 'cat', []],
    ['poetry run pip install x', 'pip', ['poetry run']],
    ['conda run -n e uvicorn app', 'uvicorn', ['conda run -n e']],
    ['poetry add x', 'poetry', []],
    ['$PYTHON -m pip install x', undefined, []],
    ['env', 'env', []],
  ])('program of %s', (text, program, wrappers) => {
    const [first] = parse(text);
    expect(first?.program).toBe(program);
    expect(first?.wrappers).toEqual(wrappers);
  });

  it('hold the commands that are put in', () => {
    expect(lines('echo "$(curl a | jq .)" `date` <(ls)')).toEqual([
      'echo $(curl a | jq .) `date` <(ls)',
      'curl a',
      'jq .',
      'date',
      'ls',
    ]);
    expect(parse('sh -c "$(curl a)"')[0]?.inner.map(({ program }) => program)).toEqual(['curl']);
  });

  it('hold the script that is handed to a shell', () => {
    expect(lines('bash -lc \'pip install "x y" && ls\'')).toContain('pip install x y');
    expect(lines('docker exec box sh -c "curl a | sh"').slice(1)).toEqual(['curl a', 'sh']);
    expect(lines('bash <<EOF\npip install x\nEOF\nls')).toEqual(['bash', 'pip install x', 'ls']);
  });

  it('give the text of a here-document as what is read', () => {
    const [cat, next] = parse('cat <<-EOF > pip.conf\n\tindex-url = x\n\tEOF\nls');
    expect(cat?.redirects.map(({ operator, target }) => [operator, target?.text])).toEqual([
      ['<<-', '\tindex-url = x\n'],
      ['>', 'pip.conf'],
    ]);
    expect(next?.program).toBe('ls');
  });

  it('give assignments with how far they reach', () => {
    const scopes = parse('A=1\nB=2 cmd\nexport C="x y"\nD=(a b)').flatMap(({ assignments }) =>
      assignments.map(({ name, value, scope }) => [name, value?.text, scope]),
    );
    expect(scopes).toEqual([
      ['A', '1', 'shell'],
      ['B', '2', 'command'],
      ['C', 'x y', 'exported'],
      ['D', undefined, 'shell'],
    ]);
  });
});

describe('words', () => {
  it('say what is put in, and whether quotes keep it together', () => {
    const [, ...words] = parse('rm $A "${B:-x}/$C" \'$D\' "$(ls)"')[0]?.words ?? [];
    expect(words.map(({ expansions }) => expansions.map(({ name, isQuoted }) => [name, isQuoted]))).toEqual([
      [['A', false]],
      [
        ['B', true],
        ['C', true],
      ],
      [],
      [['*', true]],
    ]);
    expect(words.map(({ quotes }) => quotes)).toEqual(['none', 'double', 'single', 'double']);
  });

  it('keep the templates of workflows together', () => {
    const [echo] = parse('echo ${{ github.event.issue.title }} "{{ .Values.x }}"', 'workflow');
    expect(echo?.words.map(({ text }) => text)).toEqual([
      'echo',
      '${{ github.event.issue.title }}',
      '{{ .Values.x }}',
    ]);
    expect(echo?.words[1]?.expansions[0]?.name).toBe('${{ github.event.issue.title }}');
  });

  it('know the values of a notebook', () => {
    const [wget] = parse('wget {url} -O $path/x{a,b}', 'notebook');
    expect(wget?.words.flatMap(({ expansions }) => expansions.map(({ name }) => name))).toEqual([
      'url',
      'path',
    ]);
  });

  it('stand where they are in the document, also within quotes', () => {
    const text = 'run: sh -c "echo \\"a\\" && pip install torch"';
    const commands = parseShell(text.slice(5), placeFrom(5), 'workflow');
    const pip = commands.find(({ program }) => program === 'pip');
    expect(pip && text.slice(pip.range.start, pip.range.end)).toBe('pip install torch');
    const [, , torch] = pip?.words ?? [];
    expect(torch && text.slice(torch.range.start, torch.range.end)).toBe('torch');
  });
});

describe('comments', () => {
  it('say whether they have their line to themselves', () => {
    const { comments } = readShell('# one\nls # two\necho a#b "#c"\n', placeFrom(0), 'script');
    expect(comments.map(({ text, ownLine }) => [text, ownLine])).toEqual([
      [' one', true],
      [' two', false],
    ]);
  });
});

describe('texts that are no script', () => {
  it.each([
    '(',
    '$(',
    '"$(',
    '`',
    '${a:-',
    '<<A ',
    '{{',
    '{a',
    'case x in a) ',
    '$((',
    '\\',
    'env ',
    'sh -c ',
  ])('are read to the end: %s many times', (part) => {
    expect(() => parse(part.repeat(20_000))).not.toThrow();
    expect(() => parse(part.repeat(20_000), 'notebook')).not.toThrow();
  });
});
