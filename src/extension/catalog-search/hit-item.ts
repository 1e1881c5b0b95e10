import type { EntryKind } from '../../catalog/entry-kinds';
import { KIND_NAMES } from '../../catalog/kind-names';
import type { SearchHit } from '../../catalog/search/search-hit';
import type { LearnArguments } from '../../protocol/messages';

/** A search hit as a row of the quick pick, without the `vscode` module. */
export interface HitItem {
  readonly label: string;
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly learn: LearnArguments;
  /** The server has found it already: the quick pick must not filter once more by its own rules. */
  readonly alwaysShow: true;
}

const ICONS: Partial<Record<EntryKind | 'rules', string>> = {
  rules: 'lightbulb',
  lifecycles: 'sync',
  stages: 'circle-large-outline',
  risks: 'flame',
  weaknesses: 'bug',
  tactics: 'target',
  techniques: 'target',
  threats: 'warning',
  controls: 'shield',
  guidance: 'book',
  roles: 'person',
  activities: 'run-all',
  tools: 'tools',
  gaps: 'question',
  entryPoints: 'sign-in',
  evidence: 'pass',
  frameworks: 'library',
};

/** The row of a hit. */
export function hitItem({ kind, id, title, label }: SearchHit): HitItem {
  return {
    label: label === '' || label === title ? title : `${label} ${title}`,
    description: kind === 'rules' ? 'rule' : KIND_NAMES[kind].one,
    icon: ICONS[kind] ?? 'symbol-misc',
    learn: kind === 'rules' ? { rule: id } : { entry: `${kind}/${id}` },
    alwaysShow: true,
  };
}
