import { dataAt, itemsOf, stringOf, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { PackageOption, PackageRequest } from '../../content/package-request';
import { otherRequest } from '../../packages/other-request';
import { request } from './python-content';

/** What an `environment.yml` asks conda and, in its inner list, pip for. */
export function condaContent(root: DataNode): Partial<DocumentContent> {
  const items = itemsOf(dataAt(root, 'dependencies'));
  const pip = items.flatMap((item) => itemsOf(dataAt(item, 'pip')));
  return {
    packages: [...items.flatMap(condaRequest), ...pip.flatMap((item) => request(item, 'requirements'))],
    packageOptions: pip.flatMap(pipOption),
  };
}

function condaRequest(node: DataNode): readonly PackageRequest[] {
  const text = stringOf(node);
  if (node.kind !== 'scalar' || text === undefined) return [];
  const made = otherRequest('conda', text, node.place, 'requirements');
  return made ? [made] : [];
}

/** `--extra-index-url https://...` in the list for pip. */
function pipOption(node: DataNode): readonly PackageOption[] {
  const [, name, value] = /^(--[\w-]+)(?:[=\s]+(\S+))?/u.exec(stringOf(node) ?? '') ?? [];
  return name === undefined ? [] : [{ name, value, range: node.range }];
}
