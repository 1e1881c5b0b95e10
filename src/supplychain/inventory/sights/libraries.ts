import { registryName } from '../../../analysis/rule-support/commands/known-packages';
import { isPartlyUnknown } from '../../../analysis/rule-support/commands/known-value';
import { isAiLibrary, libraryOfModule } from '../knowledge/ai-libraries';
import type { PackageRequest } from '../../../source/content/package-request';
import type { Import, SourceModel } from '../../../source/model';
import type { TextRange } from '../../../source/range';
import type { Pinning, Sighting } from '../sighting';

/** A library of AI that a manifest, a lock file or a command asks for. */
export function sightPackage(request: PackageRequest, via: string): readonly Sighting[] {
  const named = registryName(request);
  if (!named || !isAiLibrary(named.registry, named.name)) return [];
  const { version, specifier, source } = request;
  if (source?.kind === 'path') return [];
  const written = source?.revision ?? version ?? (specifier === '' ? undefined : specifier);
  const isSeen = written !== undefined && !isPartlyUnknown(written);
  return [
    {
      kind: 'library',
      name: named.name,
      origin: request.ecosystem === 'conda' ? 'conda' : named.registry,
      ...(isSeen ? { version: written } : {}),
      pinning: pinningOf(request, written !== undefined && !isSeen),
      via,
      ...(source ? { said: { address: source.address } } : {}),
      range: request.nameRange,
    },
  ];
}

function pinningOf({ source, version }: PackageRequest, isPutIn: boolean): Pinning {
  if (isPutIn) return 'unknown';
  if (source?.kind === 'git') return /^[0-9a-f]{40}$/u.test(source.revision ?? '') ? 'pinned' : 'mutable';
  return version === undefined ? 'mutable' : 'pinned';
}

/** Libraries of AI that a program imports, each once. */
export function sightImports({
  imports,
  language,
}: Pick<SourceModel, 'imports' | 'language'>): readonly Sighting[] {
  const ecosystem = language === 'python' ? 'pypi' : 'npm';
  const found = new Map<string, Sighting>();
  for (const one of imports) {
    for (const module of modulesOf(one)) {
      const name = libraryOfModule(ecosystem, module);
      if (name !== undefined && !found.has(name)) found.set(name, importSighting(name, ecosystem, one.range));
    }
  }
  return [...found.values()];
}

/** `from google import genai` imports `google.genai`. */
function modulesOf({ module, name }: Import): readonly string[] {
  if (module.startsWith('.')) return [];
  return name === undefined || name === '*' ? [module] : [`${module}.${name}`, module];
}

/** The sighting of an import: that a library is used, and nothing of its version. */
export function importSighting(name: string, origin: 'pypi' | 'npm', range: TextRange): Sighting {
  return { kind: 'library', name, origin, pinning: 'unknown', via: 'import', range };
}
