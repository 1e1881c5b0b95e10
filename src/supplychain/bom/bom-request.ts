import type { Inventory } from '../inventory/inventory';
import type { BomSpec } from './bom-spec';

/** What a bill of materials is made from. */
export interface BomRequest {
  readonly spec: BomSpec;
  readonly inventory: Inventory;
  /** Name of what the bill is of: the project. */
  readonly subject: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** When it was made. Without it the same workspace gives the same bytes on every day. */
  readonly timestamp?: Date | undefined;
  /** Whether a CycloneDX bill shall have a serial number. It is derived from the content: another bill, another number. */
  readonly serial?: boolean | undefined;
  /** SHA-256 of files of the workspace in lower-case hexadecimal, by path relative to the root. */
  readonly hashes?: ReadonlyMap<string, string> | undefined;
}
