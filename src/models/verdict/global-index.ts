import type { PickleGlobal } from '../../catalog/schema/pickle-global';

interface Patterned {
  readonly pattern: RegExp;
  readonly any: boolean;
  readonly entry: PickleGlobal;
}

/** The entries for one module, or for one module and all below it. */
class ModuleEntries {
  readonly #exact = new Map<string, PickleGlobal>();
  readonly #patterns: Patterned[] = [];

  add(entry: PickleGlobal): void {
    for (const name of entry.names) {
      if (/[*[]/u.test(name)) this.#patterns.push({ pattern: patternOf(name), any: name === '*', entry });
      else this.#exact.set(name, worse(entry, this.#exact.get(name)));
    }
  }

  find(name: string): Found | undefined {
    const exact = this.#exact.get(name);
    if (exact) return { entry: exact, exact: true };
    let found: Patterned | undefined;
    for (const each of this.#patterns) {
      if ((found === undefined || found.any) && each.pattern.test(name)) found = each;
    }
    return found && { entry: found.entry, exact: false };
  }
}

export interface Found {
  readonly entry: PickleGlobal;
  /** The name is in the list as it stands, not matched by a pattern. */
  readonly exact: boolean;
}

/** Finds the entry of the catalog for an imported name: the most exact one wins. */
export class GlobalIndex {
  readonly #modules = new Map<string, ModuleEntries>();
  readonly #trees = new Map<string, ModuleEntries>();
  readonly #harmfulNames = new Set<string>();
  readonly #harmfulModules = new Map<string, PickleGlobal>();

  constructor(entries: readonly PickleGlobal[]) {
    for (const entry of entries) {
      const tree = entry.module.endsWith('.*');
      const module = tree ? entry.module.slice(0, -2) : entry.module;
      entriesOf(tree ? this.#trees : this.#modules, module).add(entry);
      if (entry.verdict !== 'malicious') continue;
      for (const name of entry.names) if (/^\w+$/u.test(name)) this.#harmfulNames.add(name);
      if (entry.names.includes('*') && !module.includes('.')) this.#harmfulModules.set(module, entry);
    }
  }

  /** The entry for a name in a module. A pattern never makes safe what is harmful elsewhere: modules re-export. */
  find(module: string, name: string): Found | undefined {
    const found = this.#modules.get(module)?.find(name) ?? this.#findAbove(module, name);
    const safe = found && !(found.entry.verdict === 'safe' && !found.exact && this.#harmfulNames.has(name));
    if (safe) return found;
    return this.#modules.get('*')?.find(name);
  }

  /** The entry for a whole module that does harm, by its name without dots. */
  harmfulModule(name: string): PickleGlobal | undefined {
    return this.#harmfulModules.get(name);
  }

  /** Whether something of this module or below it is listed. */
  #findAbove(module: string, name: string): Found | undefined {
    for (let path = module; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const found = this.#trees.get(path)?.find(name);
      if (found) return found;
    }
    return undefined;
  }
}

function entriesOf(map: Map<string, ModuleEntries>, module: string): ModuleEntries {
  let entries = map.get(module);
  if (!entries) map.set(module, (entries = new ModuleEntries()));
  return entries;
}

/** `*` is a run of word characters; before or after a dot, and alone, it may hold dots too. */
function patternOf(glob: string): RegExp {
  const source = glob.replace(/[.*]/gu, (each, at: number) => {
    if (each === '.') return '\\.';
    return glob === '*' || glob[at - 1] === '.' || glob[at + 1] === '.' ? '[\\w.]*' : '\\w*';
  });
  return new RegExp(`^${source}$`, 'u');
}

const ORDER: readonly PickleGlobal['verdict'][] = ['safe', 'suspicious', 'malicious'];

/** Of two entries for the same name the worse; of two that are as bad, both facts. */
function worse(entry: PickleGlobal, other: PickleGlobal | undefined): PickleGlobal {
  if (other === undefined) return entry;
  if (entry.verdict === other.verdict) {
    return { ...other, ...entry, ...(entry.weightsOnly || other.weightsOnly ? { weightsOnly: true } : {}) };
  }
  return ORDER.indexOf(entry.verdict) > ORDER.indexOf(other.verdict) ? entry : other;
}
