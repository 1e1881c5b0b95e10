import type { ComponentChild } from 'preact';
import type { Guide } from '../../../catalog/catalog';
import type { EntryKind } from '../../../catalog/entry-kinds';
import { FrameworkParts, ItemParts, RetiredParts, SourceParts } from './framework-parts';
import { DimensionParts, EvidenceParts, LevelParts } from './maturity-parts';
import { ComparisonParts, EntryPointParts, GapParts, GuidanceParts, ThreatParts } from './practice-parts';
import { ActivityParts, RACI_HEADINGS } from './raci-parts';
import { ControlParts, RoleParts, TechniqueParts, ToolParts } from './reference-parts';

/** What only the entries of one kind have. Kinds that are not named here have nothing besides their relations. */
export function kindParts(guide: Guide, kind: EntryKind, id: string): ComponentChild {
  switch (kind) {
    case 'guidance':
      return withEntry(guide.guidance.get(id), (entry) => <GuidanceParts entry={entry} />);
    case 'entryPoints':
      return withEntry(guide.entryPoints.get(id), (entry) => <EntryPointParts entry={entry} />);
    case 'gaps':
      return withEntry(guide.gaps.get(id), (entry) => <GapParts entry={entry} />);
    case 'threats':
      return withEntry(guide.threats.get(id), (entry) => <ThreatParts entry={entry} />);
    case 'comparisons':
      return withEntry(guide.comparisons.get(id), (entry) => <ComparisonParts entry={entry} />);
    case 'controls':
      return withEntry(guide.controls.get(id), (entry) => <ControlParts entry={entry} />);
    case 'tools':
      return withEntry(guide.tools.get(id), (entry) => <ToolParts entry={entry} />);
    case 'roles':
      return withEntry(guide.roles.get(id), (entry) => <RoleParts entry={entry} />);
    case 'techniques':
      return withEntry(guide.techniques.get(id), (entry) => <TechniqueParts entry={entry} />);
    case 'activities':
      return withEntry(guide.activities.get(id), (entry) => <ActivityParts entry={entry} />);
    case 'evidence':
      return withEntry(guide.evidence.get(id), (entry) => <EvidenceParts entry={entry} />);
    case 'maturityDimensions':
      return withEntry(guide.maturityDimensions.get(id), (entry) => <DimensionParts entry={entry} />);
    case 'maturityLevels':
      return withEntry(guide.maturityLevels.get(id), (entry) => <LevelParts entry={entry} />);
    case 'frameworks':
      return withEntry(guide.frameworks.get(id), (entry) => <FrameworkParts entry={entry} />);
    case 'items':
      return withEntry(guide.items.get(id), (entry) => <ItemParts entry={entry} />);
    case 'sources':
      return withEntry(guide.sources.get(id), (entry) => <SourceParts entry={entry} />);
    case 'retired':
      return withEntry(guide.retired.get(id), (entry) => <RetiredParts entry={entry} />);
    default:
      return null;
  }
}

/** Headings of relations that {@link kindParts} has shown in its own way. */
export const SHOWN_HEADINGS: Partial<Record<EntryKind, readonly string[]>> = {
  activities: RACI_HEADINGS,
  maturityLevels: ['Elsewhere', 'Dimensions'],
  items: ['Framework'],
  retired: ['Replaced by'],
};

function withEntry<T>(entry: T | undefined, draw: (entry: T) => ComponentChild): ComponentChild {
  return entry === undefined ? null : draw(entry);
}
