import { dataAt, entriesOf, stringOf, type DataEntry, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { PackageRequest } from '../../content/package-request';
import { npmSpecifier } from '../../packages/npm-request';
import { commandOf } from './command-of';

const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** The scripts and dependencies of a `package.json`. */
export function npmManifest(root: DataNode): Partial<DocumentContent> {
  return {
    commands: entriesOf(dataAt(root, 'scripts')).flatMap(({ value }) => commandOf(value, 'package-script')),
    packages: LISTS.flatMap((list) => entriesOf(dataAt(root, list)).flatMap(dependency)),
  };
}

function dependency({ key, keyRange, value, range }: DataEntry): readonly PackageRequest[] {
  const specifier = stringOf(value);
  if (specifier === undefined) return [];
  const base = {
    ecosystem: 'npm',
    name: key,
    hashed: false,
    from: 'manifest',
    range,
    nameRange: keyRange,
  } as const;
  return [{ ...base, ...npmSpecifier(specifier) }];
}

/** What a `package-lock.json` has locked. */
export function npmLock(root: DataNode): readonly PackageRequest[] {
  return entriesOf(dataAt(root, 'packages')).flatMap(
    ({ key, keyRange, value, range }): readonly PackageRequest[] => {
      const version = stringOf(dataAt(value, 'version'));
      const at = key.lastIndexOf('node_modules/');
      if (version === undefined || at < 0) return [];
      const name = key.slice(at + 'node_modules/'.length);
      const hashed = dataAt(value, 'integrity') !== undefined;
      const source = undefined;
      return [
        {
          ecosystem: 'npm',
          name,
          specifier: version,
          version,
          source,
          hashed,
          from: 'lock',
          range,
          nameRange: keyRange,
        },
      ];
    },
  );
}
