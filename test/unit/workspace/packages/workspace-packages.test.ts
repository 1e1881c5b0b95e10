import { describe, expect, it } from 'vitest';
import { WorkspacePackages } from '../../../../src/workspace/packages/workspace-packages';

const fact = (minimum: string | undefined, pinned = false) => [{ name: 'torch', minimum, pinned }];

function torch(...manifests: { folder: string; file: string; facts: ReturnType<typeof fact> }[]) {
  return new WorkspacePackages(manifests).forFolders(['/p/app', '/p', '/']).of('torch');
}

describe('package versions of a file', () => {
  it('come from the nearest manifest upwards that names the package', () => {
    const above = { folder: '/p', file: 'requirements.txt', facts: fact('2.6') };
    const near = { folder: '/p/app', file: 'app/requirements.txt', facts: fact('1.13') };
    expect(torch(above)).toEqual({ minimum: '2.6', file: 'requirements.txt' });
    expect(torch(above, near)).toEqual({ minimum: '1.13', file: 'app/requirements.txt' });
  });

  it('are the lowest of equal statements', () => {
    const a = { folder: '/p', file: 'a', facts: fact('2.10') };
    const b = { folder: '/p', file: 'b', facts: fact('2.9') };
    expect(torch(a, b)).toEqual({ minimum: '2.9', file: 'b' });
  });

  it('are those of a pin where there is one', () => {
    const range = { folder: '/p', file: 'pyproject.toml', facts: fact('2.0') };
    const lock = { folder: '/p', file: 'uv.lock', facts: fact('2.6.0', true) };
    expect(torch(range, lock)).toEqual({ minimum: '2.6.0', file: 'uv.lock' });
    expect(torch(lock, range)).toEqual({ minimum: '2.6.0', file: 'uv.lock' });
  });

  it('prefer a bound to a bare name', () => {
    const bare = { folder: '/p', file: 'a', facts: fact(undefined) };
    const bound = { folder: '/p', file: 'b', facts: fact('2.0') };
    expect(torch(bare, bound)?.file).toBe('b');
  });

  it('ignore manifests of other folders', () => {
    expect(torch({ folder: '/p/other', file: 'x', facts: fact('1.0') })).toBeUndefined();
  });
});
