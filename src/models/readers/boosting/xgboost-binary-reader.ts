import type { ByteSource } from '../../bytes/byte-source';
import { u32, u64 } from '../../bytes/numbers';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeLatin1 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';

/** Keys that a model in UBJSON begins with: the length of a key is one, two, four or eight bytes, the highest first. */
const UBJSON = /^\{(?:[iU][\s\S]|I[\s\S]{2}|l[\s\S]{4}|L[\s\S]{8})(?:learner\{|version\[|Config)/u;
const OBJECTIVE = /(?:reg|binary|multi|count|rank|survival):[a-z_]{2,30}/u;
/** Length of the parameters that the old form begins with; the name of the objective follows, after its length. */
const PARAMETERS = 136;

/** XGBoost as UBJSON, and in the binary form of before 2.0: numbers of trees, no code. */
export const xgboostBinaryReader: FormatReader = {
  recognises: ({ head }: Candidate) => isUbjson(head) || oldObjective(head) !== undefined,
  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format {
    const head = source.read(0, 64 * 1024).slice();
    const tail = source.read(Math.max(0, source.size - 4096), 4096).slice();
    const text = decodeLatin1(head, 0, head.length) + decodeLatin1(tail, 0, tail.length);
    const objective = oldObjective(head) ?? OBJECTIVE.exec(text)?.[0];
    if (objective !== undefined) inspector.facts.addProperty({ name: 'objective', value: objective, where });
    const form = isUbjson(head) ? 'UBJSON' : 'binary, before 2.0';
    inspector.facts.addProperty({ name: 'form', value: form, where });
    if (isUbjson(head) && tail.at(-1) !== 0x7d)
      inspector.tell(
        'incomplete',
        'broken',
        'The file ends within the model, or something follows it.',
        where,
        source.size,
      );
    return 'xgboost';
  },
};

function isUbjson(head: Uint8Array): boolean {
  return UBJSON.test(decodeLatin1(head, 0, Math.min(head.length, 32)));
}

/** The objective in the old form, which may begin with a mark. */
function oldObjective(head: Uint8Array): string | undefined {
  const start = decodeLatin1(head, 0, 4) === 'binf' ? 4 : 0;
  const at = start + PARAMETERS;
  const length = u64(head, at);
  if (length < 4 || length > 40 || u32(head, start + 4) > 100_000_000) return undefined;
  const name = decodeLatin1(head, at + 8, at + 8 + length);
  return OBJECTIVE.exec(name)?.[0] === name ? name : undefined;
}
