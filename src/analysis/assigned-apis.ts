import { callAlternatives } from '../catalog/schema/call-alternatives';
import type { Api, ApiOf } from '../catalog/schema/api';
import type { Assignment } from '../source/expression';
import type { SourceModel } from '../source/model';
import type { ApiIndex } from './api-index';
import { AssignedValue } from './assigned-value';

type AssignedApi = ApiOf<'risky-call'>;

/** Finds what is known of the places that a program assigns to (`session.verify = False`). */
export class AssignedApis {
  /** Last segments of the names: nothing else is resolved. */
  private readonly names: ReadonlySet<string>;

  constructor(private readonly apis: ApiIndex) {
    const assigned = apis.all.filter(isAssigned).flatMap(({ call }) => callAlternatives(call));
    this.names = new Set(assigned.map((call) => call.slice(call.lastIndexOf('.') + 1)));
  }

  get isEmpty(): boolean {
    return this.names.size === 0;
  }

  /** The facts on the target of an assignment, and the assignment as they speak of it. */
  of(assignment: Assignment, model: SourceModel): readonly (readonly [AssignedValue, AssignedApi])[] {
    const { target } = assignment;
    if (target.kind === 'name') return [];
    const place = target.kind === 'subscript' ? target.object : target;
    // A plain name that stands before a bracket may be an alias of any.
    if (place.kind === 'attribute' ? !this.names.has(place.name) : place.kind !== 'name') return [];
    const names = model.qualifiedNames(place);
    if (names.length === 0) return [];
    const kind = target.kind === 'subscript' ? 'element' : 'attribute';
    const known = this.apis.ofNames(names).filter(isAssigned);
    const value = new AssignedValue(assignment, names, model);
    return known.filter(({ assigned }) => assigned === kind).map((api) => [value, api] as const);
  }
}

function isAssigned(api: Api): api is AssignedApi {
  return api.is === 'risky-call' && api.assigned !== undefined;
}
