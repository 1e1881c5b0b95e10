import type { Api } from './schema/api';
import type { Lifecycle, Stage } from './schema/lifecycle';
import type { Control, Risk, Role, Technique, Tool, Weakness } from './schema/reference';
import type { SecretFormat } from './schema/secret';

/** The catalog after loading: every list checked against its schema, every reference resolved. Keys are entry ids. */
export interface Catalog {
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly risks: ReadonlyMap<string, Risk>;
  readonly weaknesses: ReadonlyMap<string, Weakness>;
  readonly techniques: ReadonlyMap<string, Technique>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly tools: ReadonlyMap<string, Tool>;
  readonly apis: readonly Api[];
  readonly secrets: readonly SecretFormat[];
}
