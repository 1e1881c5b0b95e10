import {
  dataAt,
  entriesOf,
  itemsOf,
  scalarOf,
  stringOf,
  type DataNode,
} from '../../../source/content/data-node';
import type { ShellCommand } from '../../../source/content/shell-command';
import { containsRange, type TextRange } from '../../../source/range';
import { toolOfCommand } from '../tools/tool-of-command';
import type { RunPlace, ToolRun } from '../tools/tool-run';
import { disabledParts } from './disabled-parts';
import type { DocumentView } from './document-view';

/** Everything that a pipeline runs, except in parts that never run. */
export function pipelineRuns({ content }: DocumentView): readonly ToolRun[] {
  const disabled = content.data.flatMap(disabledParts);
  const runs = (range: TextRange): boolean => !disabled.some((part) => containsRange(part, range));
  return [
    ...content.data.flatMap((root) => [...usesOf(root), ...includesOf(root)]),
    ...commandRuns(content.commands, 'workflow'),
  ].filter(({ range }) => runs(range));
}

/** The tools that commands start. */
export function commandRuns(commands: readonly ShellCommand[], place: RunPlace): readonly ToolRun[] {
  return commands.flatMap((command): readonly ToolRun[] => {
    const tool = toolOfCommand(command);
    if (!tool) return [];
    return [{ by: 'command', name: tool.name, given: tool.given.join(' '), place, range: command.range }];
  });
}

/** Actions and reusable workflows, with what they are given. */
function usesOf(root: DataNode): readonly ToolRun[] {
  const found: ToolRun[] = [];
  const visit = (node: DataNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    const uses = dataAt(node, 'uses');
    const text = stringOf(uses);
    if (uses && text !== undefined) {
      const name = text.replace(/^docker:\/\//u, '').split('@', 1)[0] ?? '';
      found.push({
        by: 'action',
        name: name.toLowerCase(),
        given: entriesOf(dataAt(node, 'with'))
          .map(({ key, value }) => `${key}=${String(scalarOf(value) ?? '')}`)
          .join(' '),
        place: 'workflow',
        range: uses.range,
      });
    }
    for (const { key, value } of node.entries) if (key !== 'with' && key !== 'env') visit(value);
  };
  visit(root);
  return found;
}

/** Templates that a pipeline of GitLab takes in. */
function includesOf(root: DataNode): readonly ToolRun[] {
  return itemsOf(dataAt(root, 'include')).flatMap((item): readonly ToolRun[] => {
    const node = item.kind === 'map' ? (dataAt(item, 'template') ?? dataAt(item, 'component')) : item;
    const text = stringOf(node);
    if (!node || text === undefined) return [];
    return [{ by: 'include', name: text.toLowerCase(), given: '', place: 'workflow', range: node.range }];
  });
}
