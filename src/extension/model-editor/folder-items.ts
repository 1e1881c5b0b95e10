import { VERDICTS } from '../../models/verdict/finding';
import { VERDICT_TEXTS } from '../../report/model/verdict-texts';
import type { FolderEntry, FolderInspection } from './inspect-folder';

const ICONS = { malicious: 'error', suspicious: 'warning', incomplete: 'question', safe: 'pass' } as const;

/** A row of the list that an inspection of a folder ends with. */
export interface FolderItem {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  readonly entry: FolderEntry;
}

/** The files of a folder, the worst first; what could not be read comes after what is not safe. */
export function folderItems(
  entries: readonly FolderEntry[],
  pathOf: (entry: FolderEntry) => string,
): FolderItem[] {
  return [...entries]
    .sort((a, b) => rankOf(b) - rankOf(a))
    .map((entry) =>
      'verdict' in entry
        ? {
            label: `$(${ICONS[entry.verdict]}) ${VERDICT_TEXTS[entry.verdict].title}`,
            description: `${pathOf(entry)} · ${entry.format}`,
            entry,
          }
        : { label: '$(circle-slash) Not read', description: pathOf(entry), detail: entry.error, entry },
    );
}

/** `2 malicious, 1 suspicious, 30 safe`. */
export function folderSummary({ entries, more }: FolderInspection): string {
  const parts = [...VERDICTS].reverse().flatMap((verdict) => {
    const count = entries.filter((entry) => 'verdict' in entry && entry.verdict === verdict).length;
    return count > 0 ? [`${count} ${VERDICT_TEXTS[verdict].title.toLowerCase()}`] : [];
  });
  const unread = entries.filter((entry) => 'error' in entry).length;
  return [
    ...parts,
    ...(unread > 0 ? [`${unread} not read`] : []),
    ...(more ? ['not all were looked at'] : []),
  ].join(', ');
}

function rankOf(entry: FolderEntry): number {
  return 'verdict' in entry ? VERDICTS.indexOf(entry.verdict) : 0.5;
}
