import type { Guide } from '../catalog/catalog';
import type { Relations } from '../catalog/relations';
import type { Overlay, OverlayChoice } from './overlay';
import { ARTIFACTS } from './overlays/artifacts';
import { asRoleOverlay } from './overlays/as-role';
import { COMPARE } from './overlays/compare';
import { frameworkOverlay } from './overlays/framework-items';
import { MATURITY } from './overlays/maturity';
import { OPEN_CLOSED } from './overlays/open-closed';
import { OPENSSF_TOOLS } from './overlays/openssf-tools';
import type { WorkspaceFindings } from './overlays/overlay-context';
import type { OverlayDefinition } from './overlays/overlay-definition';
import { owaspOverlay } from './overlays/owasp';
import { ROLES } from './overlays/roles';
import { SIGNING } from './overlays/signing';
import { techniquesOverlay } from './overlays/techniques';
import { THREATS } from './overlays/threats';
import { weaknessesOverlay } from './overlays/weaknesses';

/** Every overlay the guide has something for, in the order of the menu; those of one group stand together. */
export function overlayChoices(guide: Guide): OverlayChoice[] {
  return definitions(guide).map(({ id, title, group }) => ({ id, title, group }));
}

/**
 * Makes one overlay for the stages of all lifecycles. It takes a few milliseconds: make it when it is looked at.
 *
 * @returns undefined when no overlay has this id
 */
export function makeOverlay(
  guide: Guide,
  relations: Relations,
  id: string,
  workspace?: WorkspaceFindings,
): Overlay | undefined {
  const definition = definitions(guide).find((one) => one.id === id);
  if (!definition) return undefined;
  return { id, title: definition.title, ...definition.make({ guide, relations, workspace }) };
}

function definitions(guide: Guide): OverlayDefinition[] {
  const frameworks = [...guide.frameworks.values()];
  // What is in force comes before what a newer edition replaced.
  const current = [...frameworks].sort((a, b) => Number(a.superseded) - Number(b.superseded));
  const filled = new Set([...guide.items.values()].map((item) => item.framework));
  return [
    ARTIFACTS,
    SIGNING,
    OPEN_CLOSED,
    OPENSSF_TOOLS,
    ...current.filter(({ members }) => members === 'risks').map(owaspOverlay),
    THREATS,
    ROLES,
    ...[...guide.roles.values()].map(asRoleOverlay),
    MATURITY,
    COMPARE,
    ...frameworks.filter(({ members }) => members === 'techniques').map(techniquesOverlay),
    ...frameworks.filter(({ members }) => members === 'weaknesses').map(weaknessesOverlay),
    ...current.filter(({ id, members }) => members === 'items' && filled.has(id)).map(frameworkOverlay),
  ];
}
