import type { Api, ApiKind, ApiOf } from '../catalog/schema/api';
import { callAlternatives } from '../catalog/schema/call-alternatives';
import type { Call, Expression } from '../source/expression';
import type { SourceModel } from '../source/model';

const MAX_REMEMBERED = 20_000;

/** Finds what is known of a qualified name. Built once from the catalog and the project's own `apis:`. */
export class ApiIndex {
  private readonly exact = new Map<string, Api[]>();
  /** Patterns with `*`, by their last segment, or under `*` when that is one. */
  private readonly patterns = new Map<
    string,
    { readonly segments: readonly string[]; readonly api: Api }[]
  >();
  /** What was found before: most names are asked about many times, in many documents. */
  private readonly found = new Map<string, readonly Api[]>();

  constructor(readonly all: readonly Api[]) {
    for (const api of all) {
      for (const call of callAlternatives(api.call)) {
        if (call.includes('*')) {
          const segments = call.split('.');
          push(this.patterns, segments.at(-1) ?? '*', { segments, api });
        } else {
          push(this.exact, call, api);
        }
      }
    }
  }

  /** What is known of libraries only, where this index also knows the modules that one document imports. */
  get ofLibraries(): ApiIndex | undefined {
    return undefined;
  }

  /** Everything known of any of the names. */
  ofNames(names: readonly string[]): readonly Api[] {
    const found: Api[] = [];
    for (const name of names) {
      for (const api of this.ofName(name)) if (!found.includes(api)) found.push(api);
    }
    return found;
  }

  ofCall(call: Call): readonly Api[] {
    return call.names.length === 0 ? [] : this.ofNames(call.names);
  }

  /** The facts of one kind on a call, or on a name or attribute (`flask.request.args`). */
  ofKind<K extends ApiKind>(kind: K, expression: Expression, model: SourceModel): readonly ApiOf<K>[] {
    const names = expression.kind === 'call' ? expression.names : model.qualifiedNames(expression);
    return this.ofNames(names).filter((api): api is ApiOf<K> => api.is === kind);
  }

  private ofName(name: string): readonly Api[] {
    let found = this.found.get(name);
    if (!found) {
      if (this.found.size >= MAX_REMEMBERED) this.found.clear();
      this.found.set(name, (found = this.search(name)));
    }
    return found;
  }

  private search(name: string): readonly Api[] {
    const known = this.exact.get(name) ?? [];
    const last = name.slice(name.lastIndexOf('.') + 1);
    const patterns = [...(this.patterns.get(last) ?? []), ...(this.patterns.get('*') ?? [])];
    if (patterns.length === 0) return known;
    const segments = name.split('.');
    return [...known, ...patterns.filter((one) => matches(one.segments, segments)).map(({ api }) => api)];
  }
}

function matches(pattern: readonly string[], name: readonly string[]): boolean {
  return (
    pattern.length === name.length && pattern.every((segment, at) => segment === '*' || segment === name[at])
  );
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
