import type { FileSystem } from '../file-system';
import { beginsLikeModel } from '../model-files/model-head';
import { modelName } from '../model-files/model-name';

/** Enough for what models begin with. */
const HEAD_LENGTH = 512;
/** How many files are open at the same time. */
const CONCURRENCY = 16;

/** Files of which the first bytes have to say whether they are models. */
export class UnclearFiles {
  private readonly paths: string[] = [];

  constructor(private readonly fileSystem: FileSystem) {}

  add(path: string): void {
    this.paths.push(path);
  }

  /** Those of the files added since the last call that begin as a model does. */
  async models(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const found: string[] = [];
    while (this.paths.length > 0 && !signal?.aborted) {
      const heads = this.paths.splice(-CONCURRENCY).map(async (path) => {
        const head = await this.headOf(path);
        if (head && beginsLikeModel(head)) found.push(path);
      });
      await Promise.all(heads);
    }
    return found;
  }

  /** Whether a file that the user named, and that is no source by its name, is taken for a model. No program holds a zero. */
  async isModel(path: string): Promise<boolean> {
    const name = modelName(path);
    if (name === 'model' || name === 'perhaps') return true;
    const head = await this.headOf(path);
    return head !== undefined && (head.includes(0) || beginsLikeModel(head));
  }

  /** Undefined for a file that cannot be read, and where files can only be read whole: that would cost too much. */
  private async headOf(path: string): Promise<Uint8Array | undefined> {
    return this.fileSystem.head?.(path, HEAD_LENGTH).catch(() => undefined);
  }
}
