import type { ByteSource } from '../../../models/bytes/byte-source';
import type { Format } from '../../../models/formats';
import { Inspector } from '../../../models/inspector';
import type { Surroundings } from '../../../models/place';

const KEPT = 200;

/** An inspector that remembers where the bytes of its pickles are, so that their opcodes can be shown later. */
export class RecordingInspector extends Inspector {
  /** In the order of the report's pickles; no more than the first few hundred. */
  readonly pickleSources: ByteSource[] = [];

  override inspectPickle(source: ByteSource, place: Surroundings, doubtful = false): Format | undefined {
    const format = super.inspectPickle(source, place, doubtful);
    if (format !== undefined && this.pickleSources.length < KEPT) this.pickleSources.push(source);
    return format;
  }
}
