import { dataAt, itemsOf, stringOf, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { ImageReference } from '../../content/image-reference';
import type { ShellCommand } from '../../content/shell-command';
import { imageReference } from '../../packages/image-reference';
import { parseShell } from '../../shell/parse-shell';

/** The keys of scripts in the pipelines of GitHub, GitLab, CircleCI, Azure and Bitbucket. */
const SCRIPTS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'command', 'pre', 'post']);

/** Shells that do not read what a POSIX shell reads. */
const OTHER_SHELLS = /^(?:python|node|pwsh|powershell|cmd|perl|ruby)/u;

/** What a pipeline runs and in which containers. */
export function pipelineContent(root: DataNode): Partial<DocumentContent> {
  const commands: ShellCommand[] = [];
  const images: ImageReference[] = [];
  const declared = declaredContainers(root);
  const visit = (node: DataNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    const isOther = OTHER_SHELLS.test(stringOf(dataAt(node, 'shell')) ?? '');
    for (const { key, value } of node.entries) {
      // What an action is given is text for that action.
      if (SCRIPTS.has(key) && !isOther) for (const one of itemsOf(value)) commands.push(...script(one));
      if (key === 'image' || (key === 'container' && !declared.has(stringOf(value) ?? '')))
        images.push(...imageOf(value));
      if ((key === 'uses' || key === 'pipe') && stringOf(value)?.startsWith('docker://'))
        images.push(...imageOf(value));
      if (key !== 'env' && key !== 'with') visit(value);
    }
  };
  visit(root);
  return { commands, images };
}

/** The names that a pipeline of Azure gives to containers, by which jobs then call them. */
function declaredContainers(root: DataNode): ReadonlySet<string> {
  const containers = itemsOf(dataAt(root, 'resources', 'containers'));
  return new Set(containers.map((one) => stringOf(dataAt(one, 'container')) ?? ''));
}

function script(node: DataNode): readonly ShellCommand[] {
  const text = stringOf(node);
  return node.kind === 'scalar' && text !== undefined ? parseShell(text, node.place, 'workflow') : [];
}

function imageOf(node: DataNode): readonly ImageReference[] {
  const named = node.kind === 'map' ? dataAt(node, 'name') : node;
  const text = stringOf(named);
  // The Dockerfile of an action is no image, nor is one that is put together.
  if (!named || text === undefined || /^(?:Dockerfile|\.|\/)/u.test(text) || /\s/u.test(text)) return [];
  return [imageReference(text, named.range, 'workflow')];
}
