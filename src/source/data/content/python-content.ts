import { dataAt, entriesOf, itemsOf, stringOf, type DataEntry, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { PackageOption, PackageRequest } from '../../content/package-request';
import { exactNumber, pythonRequest } from '../../packages/python-request';
import { packageSource } from '../../packages/package-source';

/** The dependencies and the indexes of a `pyproject.toml` or a `Pipfile`. */
export function pythonManifest(root: DataNode): Partial<DocumentContent> {
  const lists = [
    dataAt(root, 'project', 'dependencies'),
    dataAt(root, 'build-system', 'requires'),
    ...entriesOf(dataAt(root, 'project', 'optional-dependencies')).map(({ value }) => value),
    ...entriesOf(dataAt(root, 'dependency-groups')).map(({ value }) => value),
    dataAt(root, 'tool', 'uv', 'dev-dependencies'),
    ...entriesOf(dataAt(root, 'tool', 'pdm', 'dev-dependencies')).map(({ value }) => value),
  ];
  const poetry = dataAt(root, 'tool', 'poetry');
  const tables = [
    dataAt(poetry, 'dependencies'),
    dataAt(poetry, 'dev-dependencies'),
    ...entriesOf(dataAt(poetry, 'group')).map(({ value }) => dataAt(value, 'dependencies')),
    dataAt(root, 'packages'),
    dataAt(root, 'dev-packages'),
    dataAt(root, 'tool', 'pixi', 'pypi-dependencies'),
    gitSources(dataAt(root, 'tool', 'uv', 'sources')),
  ];
  return {
    packages: [
      ...lists.flatMap((list) => itemsOf(list).flatMap((item) => request(item, 'manifest'))),
      ...tables.flatMap((table) => entriesOf(table).flatMap(tableRequest)),
    ],
    packageOptions: indexes(root),
  };
}

/** A requirement as PEP 508 writes it. */
export function request(node: DataNode, from: PackageRequest['from']): readonly PackageRequest[] {
  const text = stringOf(node);
  if (node.kind !== 'scalar' || text === undefined) return [];
  const made = pythonRequest(text, node.place, from);
  return made ? [made] : [];
}

/** Of the sources that uv is told, those in Git say what is installed; the others only where a package of the lists above comes from. */
function gitSources(sources: DataNode | undefined): DataNode | undefined {
  if (sources?.kind !== 'map') return undefined;
  return { ...sources, entries: sources.entries.filter(({ value }) => dataAt(value, 'git') !== undefined) };
}

/** `torch = "^2.1"`, `torch = { git = "...", rev = "..." }` */
function tableRequest({ key, keyRange, value, range }: DataEntry): readonly PackageRequest[] {
  if (key === 'python') return [];
  const written = stringOf(value) ?? stringOf(dataAt(value, 'version')) ?? '';
  const specifier = written === '*' ? '' : written;
  const address = ['git', 'url', 'file', 'path'].map((kind) => stringOf(dataAt(value, kind))).find(Boolean);
  const git = stringOf(dataAt(value, 'git'));
  const revision = ['rev', 'ref', 'tag', 'branch'].map((kind) => stringOf(dataAt(value, kind))).find(Boolean);
  const plain =
    address === undefined ? undefined : (packageSource(address) ?? ({ kind: 'path', address } as const));
  return [
    {
      ecosystem: 'pypi',
      name: key,
      specifier,
      version: /^===?\s*([\d][^\s,*]*)$/u.exec(specifier)?.[1] ?? exactNumber(specifier),
      source:
        git === undefined
          ? plain && { ...plain, revision: undefined }
          : { kind: 'git', address: git, revision },
      hashed: false,
      from: 'manifest',
      range,
      nameRange: keyRange,
    },
  ];
}

/** Where packages come from, as options of an installer say it. */
function indexes(root: DataNode): readonly PackageOption[] {
  const uv = dataAt(root, 'tool', 'uv') ?? root;
  return [
    ...itemsOf(dataAt(root, 'tool', 'poetry', 'source')).flatMap((one) =>
      option(
        stringOf(dataAt(one, 'priority')) === 'primary' ? '--index-url' : '--extra-index-url',
        dataAt(one, 'url'),
      ),
    ),
    ...itemsOf(dataAt(uv, 'index')).flatMap((one) => {
      const isDefault = scalarIsTrue(dataAt(one, 'default'));
      // An index that only named packages may come from mixes with nothing.
      if (scalarIsTrue(dataAt(one, 'explicit'))) return [];
      return option(isDefault ? '--index-url' : '--extra-index-url', dataAt(one, 'url'));
    }),
    ...itemsOf(dataAt(root, 'tool', 'pdm', 'source')).flatMap((one) =>
      option(
        stringOf(dataAt(one, 'name')) === 'pypi' ? '--index-url' : '--extra-index-url',
        dataAt(one, 'url'),
      ),
    ),
    ...itemsOf(dataAt(uv, 'allow-insecure-host')).flatMap((one) => option('--allow-insecure-host', one)),
    ...itemsOf(dataAt(uv, 'extra-index-url')).flatMap((one) => option('--extra-index-url', one)),
    ...itemsOf(dataAt(uv, 'index-url')).flatMap((one) => option('--index-url', one)),
    ...itemsOf(dataAt(root, 'source')).flatMap((one, at) =>
      option(at === 0 ? '--index-url' : '--extra-index-url', dataAt(one, 'url')),
    ),
  ];
}

function option(name: string, node: DataNode | undefined): readonly PackageOption[] {
  const value = stringOf(node);
  return node && value !== undefined ? [{ name, value, range: node.range }] : [];
}

function scalarIsTrue(node: DataNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

/** What Poetry, uv, PDM or pip have locked. */
export function pythonLock(root: DataNode): readonly PackageRequest[] {
  return [...itemsOf(dataAt(root, 'package')), ...itemsOf(dataAt(root, 'packages'))].flatMap(
    (node): readonly PackageRequest[] => {
      const nameNode = dataAt(node, 'name');
      const name = stringOf(nameNode);
      const version = stringOf(dataAt(node, 'version'));
      if (!nameNode || name === undefined || version === undefined) return [];
      const { range } = nameNode;
      const base = { ecosystem: 'pypi', name, specifier: `==${version}`, version } as const;
      return [{ ...base, source: undefined, hashed: true, from: 'lock', range, nameRange: range }];
    },
  );
}
