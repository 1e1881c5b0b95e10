import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { PackageVersion } from '../package-versions';
import type { RuleContext } from '../rule';
import { anyConditionState, isChosenByCaller, metCondition } from './api-conditions';
import { defaultSafety } from './default-since';

/** Why a call reads code from its input. */
export type UnsafeReason =
  | { readonly kind: 'always' }
  /** An argument asks for it; `byCaller` when its value is the default of a parameter. */
  | { readonly kind: 'argument'; readonly byCaller: boolean }
  /** The default asks for it; `evidence` is the manifest that allows a version with that default. */
  | { readonly kind: 'default'; readonly evidence: PackageVersion | undefined }
  /** The default asks for it in some versions, and no manifest says which one is used. */
  | { readonly kind: 'default-of-unknown-version' };

/**
 * Judges a call of a reader: undefined when it is safe, or when an argument that decides cannot be seen.
 */
export function unsafeReason(
  call: Call,
  api: ApiOf<'deserialization'>,
  context: RuleContext,
): UnsafeReason | undefined {
  const { model, packages } = context;
  if (anyConditionState(call, api.safeWhen ?? [], model) !== 'not-met') return undefined;
  if (!api.unsafeWhen) return { kind: 'always' };
  const met = metCondition(call, api.unsafeWhen, model);
  if (!met) return undefined;
  if (met.absent !== true) return { kind: 'argument', byCaller: isChosenByCaller(call, met, model) };
  if (!api.safeSince) return { kind: 'default', evidence: undefined };
  const safety = defaultSafety(api.safeSince, packages);
  if (safety.state === 'safe') return undefined;
  if (safety.state === 'unknown') return { kind: 'default-of-unknown-version' };
  return { kind: 'default', evidence: safety.evidence };
}

/** Whether the reason holds however this code is called and whatever version is installed. */
export function isCertain(reason: UnsafeReason): boolean {
  return reason.kind === 'argument' ? !reason.byCaller : reason.kind !== 'default-of-unknown-version';
}
