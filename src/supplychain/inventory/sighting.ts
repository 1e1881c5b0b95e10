import type { TextRange } from '../../source/range';
import type { PartKind } from './part-kind';

/**
 * Where a part comes from: a hub (`huggingface`, `torch-hub`, …), a provider of hosted models (`openai`, `anthropic`, …), a package index
 * (`pypi`, `npm`, `conda`), a registry of images (`oci`), the workspace itself (`local`), or not known.
 */
export type PartOrigin = string;

/** Whether a reference to a part can come to mean something else. Parts of the workspace itself do not move by themselves: `own`. */
export type Pinning = 'pinned' | 'mutable' | 'unknown' | 'own';

/** One place of one document that uses a part. Plain data; offsets are turned into lines when the document is done. */
export interface Sighting {
  readonly kind: PartKind;
  /** As its origin names it: `acme/encoder`, `gpt-4o-2024-08-06`, `torch`; for `local` the path or the symbol that stands for it. */
  readonly name: string;
  readonly origin: PartOrigin;
  /** Revision, tag, version or digest, as written. */
  readonly version?: string;
  readonly pinning: Pinning;
  /** What uses it, in the words of the code: `transformers.AutoModel.from_pretrained`, `FROM`, `requirements.txt`. */
  readonly via: string;
  /**
   * It counts only where another place tells of the same part: a folder that is loaded may be anything, unless a training writes it.
   */
  readonly guess?: true;
  /** What the document says of the part itself: a model card's license, the base model of an adapter. */
  readonly said?: SaidOfPart;
  /** Parts that the same place joins to this one: the base model an adapter is put on. */
  readonly joined?: readonly JoinedPart[];
  readonly range: TextRange;
}

/** Facts that a card, a configuration or a model file states. None of them is checked. */
export interface SaidOfPart {
  readonly license?: string;
  readonly baseModels?: readonly string[];
  readonly datasets?: readonly string[];
  /** Collections, indexes and classes of a store of vectors that are used. */
  readonly collections?: readonly string[];
  /** What trains it in this workspace: `transformers.Trainer`. */
  readonly trainedBy?: string;
  readonly task?: string;
  readonly format?: string;
  readonly framework?: string;
  readonly languages?: readonly string[];
  /** Hexadecimal, lower case. */
  readonly sha256?: string;
  /** Verdict of the inspection of a model file of the workspace. */
  readonly verdict?: string;
  /** A signature lies with it; whether it holds is not known. */
  readonly signature?: string;
  readonly address?: string;
}

export const JOINS = [
  'trained-on',
  'fine-tuned-from',
  'adapts',
  'tokenizes',
  'embeds',
  'stored-in',
  'asks',
  'calls',
  'serves',
  'evaluates',
] as const;

/** `adapts`: this part adapts the other one. Read from the sighting's part to the named one, unless it is `inverse`. */
export interface JoinedPart {
  readonly join: (typeof JOINS)[number];
  readonly kind: PartKind;
  readonly name: string;
  readonly origin: PartOrigin;
  /** Where it is known which of several versions is meant. */
  readonly version?: string;
  /** Read from the named part to the sighting's: a store that is made names the model that `embeds` its texts. */
  readonly inverse?: true;
}
