import type { EntryPoint } from '../../catalog/schema/practice';
import type { Mark, OverlayGroup } from '../overlay';
import type { WorkspacePart } from '../workspace-part';
import { counted, spokenCount } from './wording';

/** Names that a tooltip or a spoken text takes; the list has them all. */
const FEW = 5;

/** The parts of a workspace by the entry point they come in by. */
export function partsByEntryPoint(parts: readonly WorkspacePart[]): Map<string, WorkspacePart[]> {
  const entered = new Map<string, WorkspacePart[]>();
  for (const part of parts) {
    if (part.entryPoint === undefined) continue;
    const here = entered.get(part.entryPoint);
    if (here) here.push(part);
    else entered.set(part.entryPoint, [part]);
  }
  return entered;
}

/** How many parts of this workspace come in there, with the first names; none for none. */
export function partMarks({ openness, asset, title }: EntryPoint, parts: readonly WorkspacePart[]): Mark[] {
  const [first] = parts;
  if (!first) return [];
  const alert = parts.some((part) => part.alert !== undefined);
  return [
    {
      glyph: openness === 'open' ? 'ring' : 'square',
      tone: alert ? 'partly' : first.tone,
      label: parts.length === 1 ? '1 in use' : `${parts.length} in use`,
      title: `In this workspace, ${openness} ${asset} (${title}): ${fewNames(parts)}`,
    },
  ];
}

/** The parts of this workspace that come in at an entry point; a row opens the part. */
export function partGroup({ title }: EntryPoint, parts: readonly WorkspacePart[]): OverlayGroup {
  return {
    title: `In this workspace: ${title}`,
    rows: parts.map(({ id, name, kind, note, glyph, tone, alert }) => ({
      glyph,
      tone,
      label: kind,
      title: name,
      text: [note, alert ?? ''].filter((text) => text !== '').join('. '),
      part: id,
    })),
  };
}

/** `In this workspace 2 parts: gpt-4o and torch`; empty for none. */
export function spokenParts(parts: readonly WorkspacePart[]): string {
  if (parts.length === 0) return '';
  if (parts.length > FEW) return `In this workspace ${counted(parts.length, 'part')}: ${fewNames(parts)}`;
  return `In this workspace ${spokenCount(
    parts.map(({ name }) => name),
    'part',
  )}`;
}

function fewNames(parts: readonly WorkspacePart[]): string {
  const names = parts.slice(0, FEW).map(({ name }) => name);
  return `${names.join(', ')}${parts.length > FEW ? ` and ${parts.length - FEW} more` : ''}`;
}
