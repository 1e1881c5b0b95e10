/** Left out of every signature, at the top of the model only (specification, section 6.2). */
const DEFAULTS = ['.git', '.gitignore', '.gitattributes', '.github'];

/** Paths that a signature does not speak of: each stands for itself and everything below it. */
export class Exclusions {
  readonly #paths: ReadonlySet<string>;

  /** Paths are relative to the model. What is no such path, a pattern say, excludes nothing. */
  constructor(paths: readonly string[]) {
    this.#paths = new Set([...DEFAULTS, ...paths].map((path) => path.replace(/\/+$/u, '')));
  }

  excludes(path: string): boolean {
    const parts = path.split('/');
    return parts.some((_, at) => this.#paths.has(parts.slice(0, at + 1).join('/')));
  }
}
