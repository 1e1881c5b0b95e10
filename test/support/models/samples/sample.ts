/** A format with a file as an honest writer makes it, and one that does harm or would. */
export interface FormatSample {
  readonly format: string;
  /** The name of the file. */
  readonly name: string;
  readonly benign: Uint8Array;
  readonly harmful: Uint8Array;
}
