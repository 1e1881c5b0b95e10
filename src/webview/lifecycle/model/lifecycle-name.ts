import type { Lifecycle } from '../../../catalog/schema/lifecycle';

/** `MLSecOps` for `MLSecOps lifecycle`, where the place already says that it is a lifecycle. */
export function shortName(lifecycle: Lifecycle): string {
  return lifecycle.title.replace(/ lifecycle$/i, '');
}
