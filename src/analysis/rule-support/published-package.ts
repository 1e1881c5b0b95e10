import { dataAt, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { DocumentContent } from '../../source/content/document-content';

/** What the manifest of a package says of how others use it; an application has no need of it. */
const OFFERS = [
  'exports',
  'main',
  'module',
  'browser',
  'types',
  'typings',
  'bin',
  'files',
  'peerDependencies',
  'publishConfig',
];

/**
 * Whether a manifest is that of a package that others install. Its ranges are for them: exact versions would keep two packages from being
 * installed together, and no lock file of the package is looked at when they install it.
 */
export function isPublishedPackage({ data }: DocumentContent): boolean {
  const [root] = data;
  return root !== undefined && (isForNpm(root) || isForPypi(root));
}

/** npm publishes what has a name and a version and is not private. */
function isForNpm(root: DataNode): boolean {
  const isNamed = ['name', 'version'].every((key) => stringOf(dataAt(root, key)) !== undefined);
  const isPrivate = dataAt(root, 'private');
  if (!isNamed || (isPrivate?.kind === 'scalar' && isPrivate.value === true)) return false;
  return OFFERS.some((key) => dataAt(root, key) !== undefined);
}

/** The index shows classifiers and addresses; one classifier keeps a project from being uploaded. */
function isForPypi(root: DataNode): boolean {
  const [project, poetry] = [dataAt(root, 'project'), dataAt(root, 'tool', 'poetry')];
  const classifiers = [project, poetry]
    .flatMap((table) => itemsOf(dataAt(table, 'classifiers')))
    .map(stringOf);
  if (classifiers.some((one) => one?.startsWith('Private ::'))) return false;
  return classifiers.length > 0 || [project, poetry].some((table) => dataAt(table, 'urls') !== undefined);
}
