import type { Severity } from '../../analysis/severity';
import type { Part } from '../inventory/part';
import { isApproved, type Choice } from './approval';
import { canBeMet } from './license-expression';
import { fitsPattern } from './name-pattern';
import { isAsked, isLicensed, isTaken, organizationOf, providersOf, sourcesOf } from './part-traits';
import type { PolicyRuleId } from './policy-rule-ids';
import type { Policy, Quality } from './policy-schema';

/** What of a policy a part does not keep to, wherever it is used. */
export interface Breach {
  readonly rule: PolicyRuleId;
  /** Two sentences at most, naming the part. */
  readonly message: string;
  readonly severity?: Severity | undefined;
}

/** Everything a part does not keep to. What is not known of a part is held against it only where the policy says so. */
export function breachesOf(part: Part, policy: Policy): readonly Breach[] {
  return [
    ...sourceBreaches(part, policy),
    ...organizationBreaches(part, policy),
    ...licenseBreaches(part, policy),
    ...providerBreaches(part, policy),
    ...qualityBreaches(part, policy),
  ];
}

function sourceBreaches(part: Part, { sources }: Policy): readonly Breach[] {
  if (!sources || !isTaken(part)) return [];
  const known = sourcesOf(part);
  if (known.length === 0 || isApproved(sources, known)) return [];
  const message = `${named(part)} comes from ${quoted(known.at(-1) ?? '')}, ${notApproved(sources)}`;
  return [{ rule: 'policy-source-not-approved', message }];
}

function organizationBreaches(part: Part, { organizations }: Policy): readonly Breach[] {
  if (!organizations || !isTaken(part)) return [];
  const owner = organizationOf(part);
  if (owner === undefined || isApproved(organizations, [owner])) return [];
  const message = `${named(part)} belongs to ${quoted(owner)}, ${notApproved(organizations)}`;
  return [{ rule: 'policy-organization-not-approved', message }];
}

function licenseBreaches(part: Part, { licenses }: Policy): readonly Breach[] {
  if (!licenses || !isLicensed(part)) return [];
  const rule = 'policy-license-not-approved';
  if (part.license === undefined) {
    // What was made here need not say so.
    if (licenses.unknown !== 'refuse' || !isTaken(part)) return [];
    const message = `Nothing says under which license ${named(part)} may be used, and the project's policy wants to know. State it in a model card, or take another one.`;
    return [{ rule, message }];
  }
  if (canBeMet(part.license, (license) => isApproved(licenses, [license]))) return [];
  return [{ rule, message: `${named(part)} is under ${quoted(part.license)}, ${notApproved(licenses)}` }];
}

function providerBreaches(part: Part, { providers }: Policy): readonly Breach[] {
  if (!providers || !isAsked(part)) return [];
  const known = providersOf(part);
  if (known.length === 0 || isApproved(providers, known)) return [];
  const message = `${named(part)} is run by ${quoted(known[0] ?? '')}, ${notApproved(providers)}`;
  return [{ rule: 'policy-provider-not-approved', message }];
}

function qualityBreaches(part: Part, { mustBe }: Policy): readonly Breach[] {
  const found = new Map<Quality, Breach>();
  for (const { be, kinds, names, severity } of mustBe) {
    if (kinds && !kinds.includes(part.kind)) continue;
    if (names && !names.some((name) => fitsPattern(name, part.name))) continue;
    for (const quality of be) {
      const lack = LACKS[quality](part);
      // The first that fits counts, as everywhere in the project file.
      if (lack !== undefined && !found.has(quality)) {
        found.set(quality, { rule: QUALITY_RULES[quality], message: lack, severity });
      }
    }
  }
  return [...found.values()];
}

const QUALITY_RULES: Readonly<Record<Quality, PolicyRuleId>> = {
  pinned: 'policy-part-unpinned',
  signed: 'policy-part-unsigned',
  scanned: 'policy-part-unscanned',
};

/** What a part lacks to be so; undefined where it lacks nothing, or nobody can tell. */
const LACKS: Readonly<Record<Quality, (part: Part) => string | undefined>> = {
  pinned: (part) =>
    part.pinning.value === 'mutable'
      ? `${named(part)} can become something else over night, and the project's policy wants it pinned. Name a commit, digest or exact version.`
      : undefined,
  signed: (part) => {
    const { value } = part.signed;
    if (value !== 'none' && value !== 'failed') return undefined;
    const lack = value === 'none' ? 'has no signature' : 'has a signature that does not hold';
    return `${named(part)} ${lack}, and the project's policy wants it signed. Sign it, or take it from somebody who does.`;
  },
  scanned: (part) => {
    const { value } = part.scanned;
    if (value === 'safe' || value === 'unknown') return undefined;
    const lack = value === 'incomplete' ? 'could not be looked at whole' : `was found to be ${value}`;
    return `${named(part)} ${lack}, and the project's policy wants it scanned and safe. See \`mlsecops inspect\`.`;
  },
};

function notApproved({ allow, deny }: Choice): string {
  const list = allow ?? [];
  const shown = list.slice(0, 5).map(quoted).join(', ');
  const more = list.length > 5 ? ` and ${list.length - 5} more` : '';
  if (allow === undefined)
    return `which the project's policy forbids. Forbidden: ${(deny ?? []).slice(0, 5).map(quoted).join(', ')}.`;
  return `which the project's policy does not approve. Approved: ${shown === '' ? 'nothing' : `${shown}${more}`}.`;
}

/** The part as messages name it. */
export function named({ name, version }: Pick<Part, 'name' | 'version'>): string {
  return quoted(version === undefined ? name : `${name}@${version}`);
}

function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
