import type { Api, ApiKind } from '../catalog/schema/api';
import { callAlternatives } from '../catalog/schema/call-alternatives';

/**
 * Tells which kinds of API a text can use at all: a module that it never names, it does not call. So a rule about answers of models
 * need not look at a file without any package that calls models.
 */
export class KindsInText {
  /** The modules of each kind; undefined for a kind with an API that has none (a built-in, a method of anything). */
  private readonly modules = new Map<ApiKind, Set<string> | undefined>();

  constructor(apis: readonly Api[]) {
    for (const api of apis) {
      for (const call of callAlternatives(api.call)) this.add(api.is, call.split('.', 1)[0] ?? '');
    }
  }

  /** Whether the text may use one of the kinds. */
  mayHold(kinds: readonly ApiKind[], text: string): boolean {
    return kinds.some((kind) => {
      if (!this.modules.has(kind)) return false;
      const modules = this.modules.get(kind);
      if (!modules) return true;
      for (const module of modules) if (text.includes(module)) return true;
      return false;
    });
  }

  private add(kind: ApiKind, first: string): void {
    const module = first.replaceAll('()', '');
    if (module === '' || module === '*' || module === 'builtins') this.modules.set(kind, undefined);
    else if (!this.modules.has(kind)) this.modules.set(kind, new Set([module]));
    else this.modules.get(kind)?.add(module);
  }
}
