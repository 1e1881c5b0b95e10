import { MODEL_FILE_ENDINGS, modelName } from '../../workspace/model-files/model-name';
import type { ServerHost } from '../host';

/** A checkpoint is written in many steps: it is looked into when nothing of it has changed for so long, in milliseconds. */
const SETTLED = 1500;
/** A model that grows for minutes is looked into meanwhile. */
const LONGEST = 30_000;

/** What the client watches of models and their signatures. */
export const MODEL_GLOBS: readonly string[] = [
  `**/*.{${MODEL_FILE_ENDINGS.join(',')}}`,
  '**/*.{sig,sigstore}',
];

/** Holds changes of model files back until they have settled. Those of other files go on at once. */
export class ModelChanges {
  readonly #waiting = new Set<string>();
  #cancel: (() => void) | undefined;
  #since = 0;

  /** @param refresh takes what has settled */
  constructor(
    private readonly host: Pick<ServerHost, 'delay' | 'now'>,
    private readonly refresh: (uris: readonly string[]) => void,
  ) {}

  /** Takes changed files, and gives back those that are no models. */
  take(uris: readonly string[]): readonly string[] {
    const models = uris.filter(isModelFile);
    if (models.length === 0) return uris;
    if (this.#waiting.size === 0) this.#since = this.host.now();
    for (const uri of models) this.#waiting.add(uri);
    this.#cancel?.();
    const rest = Math.max(0, this.#since + LONGEST - this.host.now());
    this.#cancel = this.host.delay(Math.min(SETTLED, rest), () => this.#settle());
    return uris.filter((uri) => !isModelFile(uri));
  }

  #settle(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    this.#cancel = undefined;
    this.refresh(uris);
  }
}

function isModelFile(uri: string): boolean {
  return ['model', 'perhaps'].includes(modelName(uri));
}
