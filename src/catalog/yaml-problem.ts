/** Half-open range of UTF-16 offsets. */
export interface YamlRange {
  readonly start: number;
  readonly end: number;
}

/** One thing wrong with a YAML text, and where. */
export interface YamlProblem {
  readonly message: string;
  readonly range: YamlRange;
}
