import type { Api } from '../catalog/schema/api';
import { callAlternatives } from '../catalog/schema/call-alternatives';
import type { SourceModel } from '../source/model';
import { neededKinds } from './needed-kinds';
import type { NeededKind } from './rule';

/**
 * Tells which kinds of API a document can use at all: a module that it does not import, it does not call. So a rule about answers
 * of models need not look at a file without any package that calls models.
 */
export class ImportedKinds {
  /** The modules of each kind; undefined for a kind with an API that has none (a built-in, a method of anything). */
  private readonly modules = new Map<NeededKind, Set<string> | undefined>();

  constructor(apis: readonly Api[]) {
    for (const api of apis) {
      for (const call of callAlternatives(api.call)) {
        for (const kind of neededKinds(api)) this.add(kind, topModule(call));
      }
    }
  }

  /**
   * A question to ask of one document: whether it may use one of the kinds.
   *
   * @param libraries names of libraries that the document has through other modules
   */
  of(
    { imports, text }: SourceModel,
    libraries: readonly string[] = [],
  ): (kinds: readonly NeededKind[]) => boolean {
    const imported = new Set([...imports.map(({ module }) => module), ...libraries].map(topModule));
    const importsByText = text.includes('__import__') || text.includes('import_module');
    return (kinds) =>
      kinds.some((kind) => {
        if (!this.modules.has(kind)) return false;
        const modules = this.modules.get(kind);
        if (!modules || importsByText) return true;
        for (const module of imported) if (modules.has(module)) return true;
        return false;
      });
  }

  private add(kind: NeededKind, module: string): void {
    if (isEverywhere(module)) this.modules.set(kind, undefined);
    else if (!this.modules.has(kind)) this.modules.set(kind, new Set([module]));
    else this.modules.get(kind)?.add(module);
  }
}

/** What is there without an import: built-ins, methods of anything, places that are no calls. */
function isEverywhere(module: string): boolean {
  return ['', '*', 'builtins', 'globals'].includes(module) || module.startsWith('<');
}

function topModule(name: string): string {
  return (name.split('.', 1)[0] ?? '').replaceAll('()', '');
}
