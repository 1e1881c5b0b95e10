/** A component or service of a bill as the comparison sees it, whoever made the bill. */
export interface BomEntry {
  /** Type of the component; `service` for a service. */
  readonly type: string;
  /** With its group: `acme/encoder`. */
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  /** Ids, expressions or names, sorted. */
  readonly licenses: readonly string[];
  /** `SHA-256:…`, sorted. */
  readonly hashes: readonly string[];
  /** Name of the supplier or provider. */
  readonly provider?: string;
  /** What our own bills say; missing in those of others. The kind is that of a part: `tokenizer`. */
  readonly kind?: string;
  readonly pinning?: string;
  readonly openness?: string;
  readonly signed?: string;
  readonly scanned?: string;
  /** Where it was found: `train.py:3`, sorted. */
  readonly evidence: readonly string[];
}
