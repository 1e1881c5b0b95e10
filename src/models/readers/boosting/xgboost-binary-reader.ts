import type { ByteSource } from '../../bytes/byte-source';
import { u32, u64 } from '../../bytes/numbers';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeLatin1 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';

const OBJECTIVE = /(?:reg|binary|multi|count|rank|survival):[a-z_]{2,30}/u;
/** Length of the parameters that the old form begins with; the name of the objective follows, after its length. */
const PARAMETERS = 136;
const HEAD = 256;

/** XGBoost in the binary form of before 2.0: numbers of trees, no code. */
export const xgboostBinaryReader: FormatReader = {
  recognises: ({ head }: Candidate) => oldObjective(head) !== undefined,
  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format {
    const head = source.read(0, HEAD).slice();
    const objective = oldObjective(head);
    if (objective !== undefined) inspector.facts.addProperty({ name: 'objective', value: objective, where });
    inspector.facts.addProperty({ name: 'form', value: 'binary, before 2.0', where });
    return 'xgboost';
  },
};

/** The objective in the old form, which may begin with a mark. */
function oldObjective(head: Uint8Array): string | undefined {
  const start = decodeLatin1(head, 0, 4) === 'binf' ? 4 : 0;
  const at = start + PARAMETERS;
  const length = u64(head, at);
  if (length < 4 || length > 40 || u32(head, start + 4) > 100_000_000) return undefined;
  const name = decodeLatin1(head, at + 8, at + 8 + length);
  return OBJECTIVE.exec(name)?.[0] === name ? name : undefined;
}
