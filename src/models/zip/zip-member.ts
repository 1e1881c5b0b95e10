/** The method of members that are not compressed. */
export const STORED = 0;

/** What a header says of a member. */
export interface ZipHeader {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
}

/** A member, from its local header, its entry in the central directory, or both. */
export interface ZipMember extends ZipHeader {
  /** Of the local header. */
  readonly offset: number;
  readonly dataStart: number;
  readonly local: ZipHeader | undefined;
  readonly central: ZipHeader | undefined;
  /** In which ways it is not as an honest archive has it. */
  readonly problems: readonly string[];
}

export interface ZipArchive {
  readonly members: readonly ZipMember[];
  readonly problems: readonly string[];
  /** Parts of the file that belong to no member and no directory. */
  readonly gaps: readonly (readonly [start: number, end: number])[];
}
