import * as v from 'valibot';
import type { CatalogProblem, DataPath } from '../../catalog/problem';
import { describeIssue } from '../../catalog/schema-problem';
import { contradictionsIn, pointlessRequirements } from './contradictions';
import { exceptionSchema, policyKeys, requirementSchema, type Policy } from './policy-schema';

/** What came of reading a policy. */
export interface ReadPolicy {
  /** Undefined when there is none, and when it was refused. */
  readonly policy: Policy | undefined;
  /** Set when it contradicts itself: nothing of it is in force. */
  readonly refused: boolean;
  /** What is wrong, with paths relative to the policy. Where it is not refused, everything else is in force. */
  readonly problems: readonly CatalogProblem[];
}

export const NO_POLICY: ReadPolicy = { policy: undefined, refused: false, problems: [] };

/**
 * Reads what stands under `policy` in a project file. Never throws.
 *
 * @param written undefined or null when nothing stands there
 * @param lineOf the line of a value of the policy, from 1: a contradiction names both places
 */
export function readPolicy(written: unknown, lineOf: (path: DataPath) => number): ReadPolicy {
  if (written === undefined || written === null) return NO_POLICY;
  if (typeof written !== 'object' || Array.isArray(written)) {
    return { ...NO_POLICY, problems: [{ path: [], message: 'a mapping is expected here' }] };
  }
  const reader = new PolicyReader(written as Readonly<Record<string, unknown>>);
  const policy = reader.policy();
  const contradictions = contradictionsIn(policy);
  const problems = [
    ...reader.problems,
    ...pointlessRequirements(policy).map((problem) => ({ ...problem, path: reader.placeOf(problem.path) })),
    ...contradictions.map(({ first, second, message }) => ({
      path: reader.placeOf(first),
      message: `${message} in line ${lineOf(reader.placeOf(second))}; the policy contradicts itself and is not in force`,
    })),
  ];
  const refused = contradictions.length > 0;
  return { policy: refused ? undefined : policy, refused, problems };
}

class PolicyReader {
  readonly problems: CatalogProblem[] = [];
  /** Of the requirements that could be read, which they are of those that were written. */
  private readonly requirements: number[] = [];

  constructor(private readonly written: Readonly<Record<string, unknown>>) {
    for (const key of Object.keys(written)) {
      if (!Object.hasOwn(policyKeys, key)) {
        const message = `unknown key "${key}"; known: ${Object.keys(policyKeys).join(', ')}`;
        this.problems.push({ path: [key], message, atKey: true });
      }
    }
  }

  policy(): Policy {
    const [severity, sources, organizations] = [
      this.value('severity'),
      this.value('sources'),
      this.value('organizations'),
    ];
    const [licenses, providers] = [this.value('licenses'), this.value('providers')];
    const closedServices = this.value('closed-services');
    return {
      ...(severity === undefined ? {} : { severity }),
      ...(sources === undefined ? {} : { sources }),
      ...(organizations === undefined ? {} : { organizations }),
      ...(licenses === undefined ? {} : { licenses }),
      ...(providers === undefined ? {} : { providers }),
      ...(closedServices === undefined ? {} : { closedServices }),
      mustBe: this.items('must-be', requirementSchema, this.requirements),
      exceptions: this.items('exceptions', exceptionSchema, []),
    };
  }

  /** Where a place of the policy that was read stands in the one that was written. */
  placeOf(path: DataPath): DataPath {
    const [key, at, ...rest] = path;
    if (key !== 'must-be' || typeof at !== 'number') return path;
    return [key, this.requirements[at] ?? at, ...rest];
  }

  private value<K extends keyof typeof policyKeys>(
    key: K,
  ): v.InferOutput<(typeof policyKeys)[K]> | undefined {
    const value = this.written[key];
    return value === undefined || value === null ? undefined : this.check(policyKeys[key], value, [key]);
  }

  /** @param places takes the places of those that could be read */
  private items<S extends v.GenericSchema>(
    key: string,
    schema: S,
    places: number[],
  ): readonly v.InferOutput<S>[] {
    const value = this.written[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.problems.push({ path: [key], message: 'a list is expected here' });
      return [];
    }
    return value.flatMap((item: unknown, at) => {
      const checked = this.check(schema, item, [key, at]);
      if (checked === undefined) return [];
      places.push(at);
      return [checked];
    });
  }

  private check<S extends v.GenericSchema>(
    schema: S,
    value: unknown,
    path: DataPath,
  ): v.InferOutput<S> | undefined {
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    this.problems.push(...result.issues.map((issue) => describeIssue(issue, path)));
    return undefined;
  }
}
