import type { CatalogProblem, DataPath } from '../../catalog/problem';
import { sameSpelling } from './approval';
import { FILE_KINDS } from './part-traits';
import type { Policy, Requirement } from './policy-schema';

/** Two places of a policy that cannot both be meant. */
export interface Contradiction {
  readonly first: DataPath;
  readonly second: DataPath;
  /** What is wrong, up to the place of the other one. */
  readonly message: string;
}

const CHOICES = ['sources', 'organizations', 'licenses', 'providers'] as const;

/** Everything in a policy that contradicts something else in it. Paths are relative to the policy. */
export function contradictionsIn(policy: Policy): readonly Contradiction[] {
  return [...allowedAndForbidden(policy), ...requiredOfForbidden(policy), ...twoSeverities(policy)];
}

function allowedAndForbidden(policy: Policy): readonly Contradiction[] {
  return CHOICES.flatMap((key) => {
    const { allow = [], deny = [] } = policy[key] ?? {};
    return allow.flatMap((allowed, at) => {
      const other = deny.findIndex((each) => sameSpelling(each) === sameSpelling(allowed));
      if (other < 0) return [];
      const message = `\`${allowed}\` is approved here and forbidden`;
      return [{ first: [key, 'allow', at], second: [key, 'deny', other], message }];
    });
  });
}

/** A requirement of parts that may not be used at all. */
function requiredOfForbidden({ mustBe, organizations }: Policy): readonly Contradiction[] {
  const { deny = [] } = organizations ?? {};
  return mustBe.flatMap(({ names = [] }, at) =>
    names.flatMap((name, nameAt) => {
      const owner = name.split('/')[0] ?? '';
      const other =
        owner.includes('*') || owner === name
          ? -1
          : deny.findIndex((each) => sameSpelling(each) === sameSpelling(owner));
      if (other < 0) return [];
      const message = `\`${name}\` must be ${mustBe[at]?.be.join(' and ') ?? ''} here, while all of \`${owner}\` is forbidden`;
      return [{ first: ['must-be', at, 'names', nameAt], second: ['organizations', 'deny', other], message }];
    }),
  );
}

/** The same requirement of the same parts, with two severities: only the first would ever count. */
function twoSeverities({ mustBe }: Policy): readonly Contradiction[] {
  return mustBe.flatMap((requirement, at) => {
    const other = mustBe.findIndex(
      (each, index) =>
        index < at && scopeOf(each) === scopeOf(requirement) && each.severity !== requirement.severity,
    );
    if (other < 0 || requirement.severity === undefined) return [];
    const message = `The same parts must be ${requirement.be.join(' and ')} with another severity`;
    return [{ first: ['must-be', at], second: ['must-be', other], message }];
  });
}

function scopeOf({ be, kinds = [], names = [] }: Requirement): string {
  return JSON.stringify([be, kinds, names].map((list) => [...list].sort()));
}

/** Requirements that nothing can ever meet or miss: a service has no file that could be signed. */
export function pointlessRequirements({ mustBe }: Policy): readonly CatalogProblem[] {
  return mustBe.flatMap(({ be, kinds = [] }, at) => {
    const quality = be.find((each) => each !== 'pinned');
    const kind = kinds.findIndex((each) => !FILE_KINDS.includes(each));
    if (quality === undefined || kind < 0) return [];
    const message = `a \`${kinds[kind] ?? ''}\` is no file that could be ${quality}; only these are: ${FILE_KINDS.join(', ')}`;
    return [{ path: ['must-be', at, 'kinds', kind], message }];
  });
}
