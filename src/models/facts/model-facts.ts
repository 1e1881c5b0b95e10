/** What a file says about itself. Nothing of it is checked: it is what the file claims. */
export interface ModelFacts {
  /** In the order of the file: framework, producer, architecture, licence, base model … */
  readonly properties: readonly ModelProperty[];
  /** Properties that were counted, but not kept. */
  readonly moreProperties: number;
  readonly tensors: readonly TensorFact[];
  /** Tensors that were counted, but not kept. */
  readonly moreTensors: number;
  /** Numbers in all tensors, kept or not. */
  readonly parameters: number;
  readonly texts: readonly ModelText[];
}

/** One thing that a file says, like `general.architecture` = `llama`. */
export interface ModelProperty {
  readonly name: string;
  /** Shortened when it is long. */
  readonly value: string;
  /** The member of an archive; empty for the file itself. */
  readonly where: string;
}

/** A named array of numbers. */
export interface TensorFact {
  readonly name: string;
  /** Dimensions, the slowest first, as the format gives them. */
  readonly shape: readonly number[];
  /** The name that the format gives its element type: `F16`, `Q4_K`, `<f4`. */
  readonly type: string;
  readonly where: string;
  /** Bytes of it in the file, where the format tells. */
  readonly size?: number;
}

/** A text in a file that somebody will want to read: a chat template, a configuration, code. */
export interface ModelText {
  readonly title: string;
  readonly language: 'jinja' | 'json' | 'python' | 'yaml' | 'xml' | 'plain';
  /** Shortened when it is long. */
  readonly text: string;
  readonly where: string;
  /** Where it begins in its member, in bytes. */
  readonly offset: number;
}
