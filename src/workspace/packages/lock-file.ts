import { normalizePackageName, type PackageFact } from './package-fact';
import { readVersionTable } from './pyproject';
import { listAt, recordAt } from './untyped';

/** Reads the packages of a lock file in TOML: `poetry.lock`, `uv.lock`, `pdm.lock` (`package`), `pylock.toml` (`packages`). */
export function readTomlLock(data: unknown): readonly PackageFact[] {
  const root = recordAt(data);
  return [...listAt(root['package']), ...listAt(root['packages'])].flatMap((entry) => {
    const { name, version } = recordAt(entry);
    if (typeof name !== 'string' || typeof version !== 'string') return [];
    return [{ name: normalizePackageName(name), minimum: version, pinned: true }];
  });
}

/** Reads a `Pipfile.lock`: package name to `{ "version": "==2.1" }`, in two groups. */
export function readPipfileLock(data: unknown): readonly PackageFact[] {
  const { default: main, develop } = recordAt(data);
  return [...readVersionTable(main), ...readVersionTable(develop)];
}
