import { describe, expect, it } from 'vitest';
import { discover, type Discovery } from '../../../../src/workspace/discovery/discover';
import { MemoryFileSystem } from '../support/memory-file-system';

type Files = ConstructorParameters<typeof MemoryFileSystem>[0];
interface Options {
  readonly targets?: readonly string[];
  readonly exclude?: readonly string[];
  readonly useIgnoreFiles?: boolean;
}

function find(files: Files, options: Options = {}): Promise<Discovery> {
  const fileSystem = new MemoryFileSystem(files);
  return discover({ fileSystem, root: '/p', targets: ['/p'], exclude: [], useIgnoreFiles: true, ...options });
}

const PYTHON = { language: 'python', role: undefined };

const paths = ({ files }: Discovery): readonly string[] => files.map(({ path }) => path);

describe('discovery', () => {
  it('finds Python files and notebooks at every depth, sorted', async () => {
    const found = await find({
      '/p/b.py': '',
      '/p/a/c.ipynb': '',
      '/p/a/b/c/d.pyw': '',
      '/p/readme.md': '',
      '/p/.py': '',
    });
    expect(found.files).toEqual([
      { path: 'a/b/c/d.pyw', kind: PYTHON },
      { path: 'a/c.ipynb', kind: { ...PYTHON, isNotebook: true } },
      { path: 'b.py', kind: PYTHON },
    ]);
  });

  it('honours ignore files at every level, the deeper one last', async () => {
    const found = await find({
      '/p/.gitignore': 'gen_*.py\n/out/\n',
      '/p/gen_a.py': '',
      '/p/out/x.py': '',
      '/p/sub/out/y.py': '',
      '/p/sub/.gitignore': '!gen_keep.py\nlocal.py\n',
      '/p/sub/gen_keep.py': '',
      '/p/sub/gen_b.py': '',
      '/p/sub/local.py': '',
      '/p/local.py': '',
    });
    expect(paths(found)).toEqual(['local.py', 'sub/gen_keep.py', 'sub/out/y.py']);
    expect(found.skipped.ignored).toBe(4);
  });

  it('honours the ignore files above the start and the exclude file of the repository', async () => {
    const files = {
      '/p/.git/info/exclude': 'mine.py\n',
      '/p/.gitignore': 'gen.py\n',
      '/p/sub/gen.py': '',
      '/p/sub/mine.py': '',
      '/p/sub/code.py': '',
    };
    expect(paths(await find(files, { targets: ['/p/sub'] }))).toEqual(['sub/code.py']);
  });

  it('does not look for ignore files above the repository', async () => {
    const files = { '/.gitignore': '*.py\n', '/p/.git/HEAD': '', '/p/a.py': '' };
    expect(paths(await find(files))).toEqual(['a.py']);
  });

  it('scans a folder that was named although an ignore file hides it', async () => {
    const files = { '/p/.gitignore': 'build/\ngen.py\n', '/p/build/a.py': '', '/p/build/gen.py': '' };
    expect(paths(await find(files, { targets: ['/p/build'] }))).toEqual(['build/a.py', 'build/gen.py']);
  });

  it('scans a file that was named although an ignore file hides it', async () => {
    const files = { '/p/.gitignore': '*.py\n', '/p/a.py': '', '/p/b.py': '' };
    expect(paths(await find(files, { targets: ['/p/a.py'] }))).toEqual(['a.py']);
  });

  it('passes by installed packages, caches and virtual environments of any name', async () => {
    const found = await find({
      '/p/a.py': '',
      '/p/node_modules/x.py': '',
      '/p/.git/hooks/x.py': '',
      '/p/__pycache__/x.py': '',
      '/p/my-env/pyvenv.cfg': '',
      '/p/my-env/lib/x.py': '',
    });
    expect(paths(found)).toEqual(['a.py']);
    expect(found.skipped.folders).toBe(4);
  });

  it('takes all but version control when ignore files are off', async () => {
    const files = {
      '/p/.gitignore': 'b.py\n',
      '/p/b.py': '',
      '/p/node_modules/x.py': '',
      '/p/.git/x.py': '',
      '/p/env/pyvenv.cfg': '',
      '/p/env/y.py': '',
    };
    const found = await find(files, { useIgnoreFiles: false });
    expect(paths(found)).toEqual(['b.py', 'env/y.py', 'node_modules/x.py']);
  });

  it('excludes what the configuration excludes, also when ignore files are off', async () => {
    const files = { '/p/tests/a.py': '', '/p/src/a.py': '' };
    const found = await find(files, { exclude: ['tests/'], useIgnoreFiles: false });
    expect(paths(found)).toEqual(['src/a.py']);
  });

  it('never follows a link', async () => {
    const found = await find({ '/p/a.py': '', '/p/loop': { type: 'link' }, '/p/b.py': { type: 'link' } });
    expect(paths(found)).toEqual(['a.py']);
    expect(found.skipped.links).toBe(2);
  });

  it('reports a folder that cannot be read and goes on', async () => {
    const found = await find({ '/p/a.py': '', '/p/locked/': { refuse: 'denied' }, '/p/z/b.py': '' });
    expect(paths(found)).toEqual(['a.py', 'z/b.py']);
    expect(found.problems).toEqual([
      { path: 'locked', kind: 'unreadable', message: 'The folder cannot be read: permission denied.' },
    ]);
  });

  it('reports a target that is gone', async () => {
    const found = await find({ '/p/a.py': '' }, { targets: ['/p/gone.py'] });
    expect(found.problems).toEqual([
      { path: 'gone.py', kind: 'vanished', message: 'The file was deleted during the scan.' },
    ]);
  });

  it('lists a file once when targets overlap', async () => {
    const found = await find({ '/p/a/b.py': '' }, { targets: ['/p', '/p/a', '/p/a/b.py'] });
    expect(paths(found)).toEqual(['a/b.py']);
  });

  it('treats names that look like object properties as names', async () => {
    const found = await find({ '/p/x.constructor': '', '/p/__proto__/a.py': '' });
    expect(paths(found)).toEqual(['__proto__/a.py']);
  });

  it('stops when it is called off', async () => {
    const fileSystem = new MemoryFileSystem({ '/p/a/b.py': '' });
    const request = { fileSystem, root: '/p', targets: ['/p'], exclude: [], useIgnoreFiles: true };
    const found = await discover({ ...request, signal: AbortSignal.abort() });
    expect(found.files).toEqual([]);
  });

  it('notes package manifests on the way and above', async () => {
    const files = {
      '/p/pyproject.toml': '',
      '/p/.git/HEAD': '',
      '/p/app/requirements-dev.txt': '',
      '/p/app/a.py': '',
    };
    const found = await find(files, { targets: ['/p/app'] });
    expect(found.manifests).toEqual(['/p/app/requirements-dev.txt', '/p/pyproject.toml']);
  });
});
