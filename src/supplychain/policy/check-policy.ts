import type { Severity } from '../../analysis/severity';
import type { FileFacts } from '../facts/located-facts';
import type { Inventory } from '../inventory/inventory';
import type { Part, PartUse } from '../inventory/part';
import { breachesOf, named, type Breach } from './breaches';
import { exceptionFor } from './exceptions';
import { isAsked } from './part-traits';
import type { PolicyRuleId } from './policy-rule-ids';
import type { Policy } from './policy-schema';

/** One place that does not keep to the policy. */
export interface Violation {
  readonly rule: PolicyRuleId;
  readonly message: string;
  readonly severity: Severity;
  /** Id of the part. */
  readonly part: string;
  readonly use: PartUse;
}

const DEFAULT_SEVERITY: Severity = 'warning';

/**
 * Holds an inventory against a policy, at each place where a part is used.
 *
 * @param files the files of the inventory: what stage one belongs to decides whether it may use a closed service
 * @param today `2026-11-23`
 * @returns in the order of the inventory, then of the uses
 */
export function checkPolicy(
  inventory: Inventory,
  policy: Policy,
  files: readonly Pick<FileFacts, 'path' | 'stages'>[],
  today: string,
): readonly Violation[] {
  const stages = new Map(files.map((file) => [file.path, file.stages]));
  return inventory.parts.flatMap((part) => {
    const everywhere = breachesOf(part, policy);
    return part.uses.flatMap((use) =>
      [...everywhere, ...closedService(part, policy, stages.get(use.path) ?? [])].flatMap((breach) =>
        violation(breach, part, use, policy, today),
      ),
    );
  });
}

/** A file of which nobody knows the stage may use it, unless no stage may. */
function closedService(part: Part, { closedServices }: Policy, stages: readonly string[]): readonly Breach[] {
  if (!closedServices || !isAsked(part) || part.openness.value !== 'closed-service') return [];
  const { stages: allowed, severity } = closedServices;
  if (stages.some((stage) => allowed.includes(stage))) return [];
  if (stages.length === 0 && allowed.length > 0) return [];
  const where = stages[0] === undefined ? '' : ` at the stage ${stages[0]}`;
  const permitted = allowed.length === 0 ? 'Nowhere are they allowed' : `Allowed at: ${allowed.join(', ')}`;
  const message = `${named(part)} can only be asked over a network and is used here${where}, where the project's policy allows no closed service. ${permitted}.`;
  return [{ rule: 'policy-closed-service', message, severity }];
}

function violation(
  { rule, message, severity }: Breach,
  part: Part,
  use: PartUse,
  { exceptions, severity: general }: Policy,
  today: string,
): readonly Violation[] {
  const { holds, expired } = exceptionFor(exceptions, part, rule, today);
  if (holds) return [];
  const told = expired ? `${message} The exception by ${expired.by} ended on ${expired.until}.` : message;
  return [{ rule, message: told, severity: severity ?? general ?? DEFAULT_SEVERITY, part: part.id, use }];
}
