import type { Api, ApiKind } from '../../catalog/schema/api';
import type { ImportedNames, SourceModel, Value } from '../../source/model';
import type { ApiIndex } from '../api-index';
import type { SummaryStep } from './file-summary';
import { ImportedApis } from './imported-apis';
import type { ImportedKnowledge } from './imported-knowledge';
import type { OwnModules } from './own-modules';

/** More names than this say that everything is asked about. */
const MAX_ASKED = 200;
const NONE: readonly never[] = [];

/** What is known of the modules that a file imports, ready to be asked; notes what is asked. */
export class Imported implements ImportedNames {
  readonly apis: ImportedApis;
  private readonly names: ReadonlyMap<string, readonly string[]>;
  private readonly values: ReadonlyMap<string, Value>;
  private readonly steps = new Map<Api, readonly SummaryStep[]>();
  private readonly calls = new Set<string>();
  private readonly constants = new Set<string>();
  private readonly kinds: ReadonlySet<ApiKind>;

  constructor(
    knowledge: ImportedKnowledge,
    base: ApiIndex,
    private readonly modules: OwnModules,
  ) {
    const { facts, aliases, values } = knowledge;
    this.names = new Map(aliases);
    this.values = new Map(values.map(([name, value]) => [name, { known: true, value }]));
    for (const { api, steps } of facts) this.steps.set(api, steps);
    this.kinds = new Set(facts.map(({ api }) => api.is));
    const apis = facts.map(({ api }) => api);
    this.apis = new ImportedApis(base, apis, (names) => this.note(this.calls, names));
  }

  /** Functions of other modules that a flow came to, whether anything is known of them or not. */
  get asked(): readonly string[] {
    return [...this.calls];
  }

  /** Names of other modules of which somebody wanted the value. */
  get askedValues(): readonly string[] {
    return [...this.constants];
  }

  /** The libraries that names of the imported modules stand for. */
  get libraries(): readonly string[] {
    return [...this.names.values()].flat();
  }

  /** Whether names of the imported modules stand for anything else. */
  get namesLibraries(): boolean {
    return this.names.size > 0;
  }

  has(kind: ApiKind): boolean {
    return this.kinds.has(kind);
  }

  /** The way of a value inside an imported function; undefined for knowledge of libraries. */
  stepsOf(api: Api): readonly SummaryStep[] | undefined {
    return this.steps.get(api);
  }

  aliases(name: string): readonly string[] {
    return this.names.get(name) ?? NONE;
  }

  value(name: string): Value {
    this.note(this.constants, [name]);
    return this.values.get(name) ?? UNKNOWN;
  }

  /** The document as one sees it who knows this. */
  link(model: SourceModel): SourceModel {
    return model.linked?.(this) ?? model;
  }

  private note(noted: Set<string>, names: readonly string[]): void {
    for (const name of names) {
      if (noted.size < MAX_ASKED && !noted.has(name) && this.modules.mayBeOwn(name)) noted.add(name);
    }
  }
}

const UNKNOWN: Value = { known: false };
