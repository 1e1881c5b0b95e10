import { normalizePackageName, type PackageFact } from './package-fact';
import { lowerBound } from './version-specifier';

const REQUIREMENT = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/;

/**
 * Reads one dependency as PEP 508 writes it (`torch[extra]>=2.1 ; python_version > "3.9"`). Undefined for what is none.
 * A direct reference (`name @ url`) names the package and no version.
 */
export function parseRequirement(text: string): PackageFact | undefined {
  const [beforeMarker = ''] = text.split(';');
  const match = REQUIREMENT.exec(beforeMarker.trim());
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  const specifier = rest.trim().replace(/^\((.*)\)$/, '$1');
  if (specifier !== '' && !/^[<>=!~@]/.test(specifier)) return undefined;
  return { name: normalizePackageName(name), ...lowerBound(specifier) };
}
