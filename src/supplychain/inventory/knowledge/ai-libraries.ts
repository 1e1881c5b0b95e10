import type { AiLibraries } from '../../../catalog/schema/ai-library';
import { PART_FACTS } from './part-facts';

type Ecosystem = AiLibraries['ecosystem'];

const names = new Set<string>();
const modules = new Map<string, string>();
const ambiguous = new Set<string>();

for (const {
  ecosystem,
  names: listed,
  modules: spelled = {},
  ambiguous: shared = [],
} of PART_FACTS.aiLibraries) {
  for (const name of listed) {
    names.add(`${ecosystem} ${name}`);
    modules.set(`${ecosystem} ${ecosystem === 'pypi' ? name.replaceAll('-', '_') : name}`, name);
  }
  for (const [module, name] of Object.entries(spelled)) modules.set(`${ecosystem} ${module}`, name);
  for (const module of shared)
    ambiguous.add(`${ecosystem} ${modules.get(`${ecosystem} ${module}`) ?? module}`);
}

/** Whether a package belongs to an AI supply chain, by its normal name in its index. */
export function isAiLibrary(ecosystem: Ecosystem, name: string): boolean {
  return names.has(`${ecosystem} ${name}`);
}

/**
 * The package that an imported module belongs to; undefined for modules of no AI library.
 *
 * @param module as it is written in the import: `google.genai.types`, `@ai-sdk/openai`
 */
export function libraryOfModule(ecosystem: Ecosystem, module: string): string | undefined {
  const separator = ecosystem === 'pypi' ? '.' : '/';
  let name = module;
  for (;;) {
    const known = modules.get(`${ecosystem} ${name}`);
    if (known !== undefined) return known;
    const at = name.lastIndexOf(separator);
    if (at <= 0) return undefined;
    name = name.slice(0, at);
  }
}

/** Whether projects often have a module of their own that is called as this package's is: an import alone does not tell. */
export function isAmbiguousModule(ecosystem: Ecosystem, library: string): boolean {
  return ambiguous.has(`${ecosystem} ${library}`);
}

/** Words one of which every import of such a library holds. */
export function libraryWords(ecosystem: Ecosystem): readonly string[] {
  const prefix = `${ecosystem} `;
  const found = [...modules.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  return [
    ...new Set(found.map((module) => (ecosystem === 'pypi' ? (module.split('.')[0] ?? module) : module))),
  ];
}
