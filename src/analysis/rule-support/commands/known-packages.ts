import data from '../../../catalog/packages.generated.json';
import type { PackageAdvisory, PackageMistake, PackageNames } from '../../../catalog/schema/package-fact';
import type { PackageRequest } from '../../../source/content/package-request';

// The compiler infers a type from the JSON text in which a kind is any string. `catalog:compile` has checked it.
const facts = data as unknown as {
  readonly packageNames: readonly PackageNames[];
  readonly packageMistakes: readonly PackageMistake[];
  readonly packageAdvisories: readonly PackageAdvisory[];
};

export type Registry = PackageNames['ecosystem'];

/** Spellings of conda that differ from the Python index. */
const CONDA_NAMES: Readonly<Record<string, string>> = { pytorch: 'torch', 'pytorch-gpu': 'torch' };

const names = new Map<string, PackageNames['are']>(
  facts.packageNames.flatMap((entry) =>
    entry.names.map((name) => [`${entry.ecosystem} ${name}`, entry.are] as const),
  ),
);

/** The registry a package is asked from and its name as the registry compares names; undefined for other registries. */
export function registryName({
  ecosystem,
  name,
}: PackageRequest): { readonly registry: Registry; readonly name: string } | undefined {
  if (name === undefined) return undefined;
  if (ecosystem === 'npm') return { registry: 'npm', name };
  if (ecosystem !== 'pypi' && ecosystem !== 'conda') return undefined;
  const normal = name.toLowerCase().replace(/[-_.]+/gu, '-');
  return { registry: 'pypi', name: ecosystem === 'conda' ? (CONDA_NAMES[normal] ?? normal) : normal };
}

/** What is known of a name: much asked for, or a package in its own right beside one that is. */
export function packageStanding(registry: Registry, name: string): PackageNames['are'] | undefined {
  return names.get(`${registry} ${name}`);
}

const learning = new Set(
  facts.packageNames.flatMap((entry) =>
    entry.topic === undefined ? [] : entry.names.map((name) => `${entry.ecosystem} ${name}`),
  ),
);

/** Whether a package is a well-known one of machine learning. */
export function isLearningPackage(registry: Registry, name: string): boolean {
  return learning.has(`${registry} ${name}`);
}

export function popularNames(registry: Registry): readonly string[] {
  return facts.packageNames.flatMap((entry) =>
    entry.ecosystem === registry && entry.are === 'popular' ? entry.names : [],
  );
}

export function mistakeOf(registry: Registry, name: string): PackageMistake | undefined {
  return facts.packageMistakes.find((one) => one.ecosystem === registry && one.name === name);
}

export function advisoriesOf(registry: Registry, name: string): readonly PackageAdvisory[] {
  return facts.packageAdvisories.filter((one) => one.ecosystem === registry && one.name === name);
}
