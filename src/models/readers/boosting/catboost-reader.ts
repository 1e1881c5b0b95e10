import { WindowSource, type ByteSource } from '../../bytes/byte-source';
import { u32 } from '../../bytes/numbers';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeLatin1 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import { FlatTable } from '../flatbuffer/flatbuffer';
import type { Candidate, FormatReader } from '../format-reader';

/** Fields of `TModelCore` and `TKeyValue` in `catboost/libs/model/flatbuffers/model.fbs`. */
const CORE = { version: 0, information: 2 } as const;
const PREFIX = 8;
const MAX_ENTRIES = 1000;

/** CatBoost: numbers of trees in a FlatBuffer, no code. */
export const catboostReader: FormatReader = {
  recognises: ({ head }: Candidate) => decodeLatin1(head, 0, 4) === 'CBM1',
  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format {
    const size = u32(source.read(0, PREFIX), 4);
    if (size > source.size - PREFIX)
      inspector.tell('incomplete', 'broken', 'The file ends within the model.', where, source.size);
    const core = FlatTable.root(new WindowSource(source, PREFIX, size));
    const version = core.text(CORE.version);
    if (version !== '') inspector.facts.addProperty({ name: 'version', value: version, where });
    let count = 0;
    for (const entry of core.tables(CORE.information)) {
      if (++count > MAX_ENTRIES) break;
      inspector.facts.addProperty({ name: entry.text(0), value: entry.text(1), where });
    }
    return 'catboost';
  },
};
