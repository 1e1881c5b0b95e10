import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { COMMANDS } from '../names/commands';
import type { TreeNode } from './tree-node';

/** The row VS Code draws for a node. */
export function treeItem(node: TreeNode): TreeItem {
  const item = new TreeItem(node.label, collapsibleState(node));
  item.id = node.id;
  if (node.description !== undefined) item.description = node.description;
  // Not trusted, no HTML: command links and markup from the workspace stay text.
  if (node.tooltip !== undefined) item.tooltip = new MarkdownString(node.tooltip);
  if (node.icon) {
    item.iconPath = new ThemeIcon(
      node.icon.name,
      node.icon.color ? new ThemeColor(node.icon.color) : undefined,
    );
  }
  if (node.menu !== undefined) item.contextValue = node.menu;
  if (node.spoken !== undefined) item.accessibilityInformation = { label: node.spoken };
  if (node.click === 'openFinding') {
    item.command = { command: COMMANDS.openFinding, title: 'Open Finding', arguments: [node] };
  } else if (node.click === 'openPlace') {
    item.command = { command: COMMANDS.openPlace, title: 'Open', arguments: [node] };
  } else if (node.click === 'learn') {
    item.command = { command: COMMANDS.learn, title: 'Show in Lifecycle', arguments: [node.learn] };
  }
  return item;
}

function collapsibleState(node: TreeNode): TreeItemCollapsibleState {
  if (!node.children) return TreeItemCollapsibleState.None;
  return node.expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
