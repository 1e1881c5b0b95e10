import type { Api, ApiKind, ApiOf } from '../../catalog/schema/api';
import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { ApiIndex } from '../api-index';

/** API knowledge together with what is known of the modules that one file imports. */
export class ImportedApis extends ApiIndex {
  /**
   * @param base what is known of libraries
   * @param own what is known of the imported modules
   * @param onAsked told of the names of calls that a flow came to
   */
  constructor(
    private readonly base: ApiIndex,
    own: readonly Api[],
    private readonly onAsked: (names: readonly string[]) => void,
  ) {
    super(own);
  }

  override get ofLibraries(): ApiIndex {
    return this.base;
  }

  override ofNames(names: readonly string[]): readonly Api[] {
    const known = this.base.ofNames(names);
    const own = super.ofNames(names);
    return own.length === 0 ? known : [...known, ...own];
  }

  override ofKind<K extends ApiKind>(
    kind: K,
    expression: Expression,
    model: SourceModel,
  ): readonly ApiOf<K>[] {
    // Whoever follows a value asks this of every call on the way.
    if (kind === 'pass-through' && expression.kind === 'call') this.onAsked(expression.names);
    return super.ofKind(kind, expression, model);
  }
}
