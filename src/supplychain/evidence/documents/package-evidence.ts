import { allEntries, dataAt, stringOf, type DataNode } from '../../../source/content/data-node';
import type { PackageOption } from '../../../source/content/package-request';
import type { Observation } from '../observation';
import type { DocumentView } from './document-view';

/** Indexes that everybody uses: to name one is no mirror of one's own. */
const PUBLIC =
  /^https?:\/\/(?:[\w.-]+@)?(?:(?:[\w-]+\.)*(?:pypi\.org|pythonhosted\.org|pytorch\.org|nvidia\.com|nvidia\.cn|npmjs\.(?:org|com)|yarnpkg\.com|anaconda\.(?:org|com)|npmmirror\.com|huggingface\.co|hf-mirror\.com|tsinghua\.edu\.cn|aliyun\.com|ustc\.edu\.cn|douban\.com|jsr\.io|github\.com|githubusercontent\.com|gitlab\.com|pkg\.dev|hf\.co))(?:[/:]|$)/iu;
const MIRROR_VARIABLE = /^(?:HF_ENDPOINT|PIP_INDEX_URL|UV_INDEX_URL|UV_DEFAULT_INDEX|NPM_CONFIG_REGISTRY)$/iu;
const INDEX = /^(?:--index-url|-i|--default-index|registry|--registry)$/u;

/** What lists of packages and the settings of installers are evidence of. */
export function packageEvidence(view: DocumentView): readonly Observation[] {
  return [...manifest(view), ...hashes(view), ...mirrors(view)];
}

/** A list of packages with something in it. */
function manifest({ role, content, path }: DocumentView): readonly Observation[] {
  if (role !== 'package-manifest' && role !== 'requirements') return [];
  const [first] = content.packages;
  const named = dataAt(content.data[0], 'project', 'name') ?? dataAt(content.data[0], 'name');
  const range = first?.range ?? named?.range;
  if (!range) return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [{ evidence: 'EV-MANIFEST', holds: true, detail: `\`${name}\` lists dependencies`, range }];
}

function hashes({ role, content }: DocumentView): readonly Observation[] {
  const isList = role === 'package-lock' || role === 'requirements';
  const hashed = isList ? content.packages.find((one) => one.hashed) : undefined;
  const demanded =
    content.packageOptions.find(({ name }) => name === '--require-hashes') ??
    content.commands.find(({ words }) => words.some(({ text }) => text === '--require-hashes'));
  const range = hashed?.range ?? demanded?.range;
  if (!range) return [];
  return [
    {
      evidence: 'EV-HASHES',
      holds: true,
      detail: hashed ? `packages with hashes, \`${hashed.name ?? ''}\` the first` : '`--require-hashes`',
      range,
    },
  ];
}

/** Places of packages and models that are not the public ones. */
function mirrors({ content, role }: DocumentView): readonly Observation[] {
  const named = [
    ...content.packageOptions.filter(({ name }) => INDEX.test(name)),
    ...content.instructions.flatMap(({ settings }) =>
      settings.filter(({ name }) => MIRROR_VARIABLE.test(name)),
    ),
    ...content.commands.flatMap(({ assignments }) =>
      assignments
        .filter(({ name }) => MIRROR_VARIABLE.test(name))
        .map(({ name, value, range }) => ({ name, value: value?.text, range })),
    ),
    ...(role === 'package-lock' ? [] : content.data.flatMap(settings)),
  ];
  const own = named.find(({ value }) => /^https?:\/\/[^\s$]/u.test(value ?? '') && !PUBLIC.test(value ?? ''));
  return own
    ? [
        {
          evidence: 'EV-MIRROR',
          holds: true,
          detail: `\`${own.name}\` names a place of its own`,
          range: own.range,
        },
      ]
    : [];
}

/** Variables of an environment, and the registry of `.npmrc`. */
function settings(root: DataNode): readonly PackageOption[] {
  return [...allEntries(root)]
    .filter(
      ({ entry, path }) => MIRROR_VARIABLE.test(entry.key) || (path.length === 1 && entry.key === 'registry'),
    )
    .map(({ entry: { key, value, range } }) => ({ name: key, value: stringOf(value), range }));
}
