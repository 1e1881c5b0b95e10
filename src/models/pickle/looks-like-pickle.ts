import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { GlobalIndex } from '../verdict/global-index';
import { NameJudge } from '../verdict/name-judge';
import { Decoder } from './decoder';
import { Machine } from './machine';
import { PickleRecorder } from './pickle-recorder';

const OPCODES = 2000;
const BLOCK = 2048;
const nobody = new NameJudge(new GlobalIndex([]));

/**
 * Whether bytes read as a pickle although nothing says that they are one: protocols 0 and 1 have no magic number. They must
 * end as one, or import something by a name that can be one.
 */
export function looksLikePickle(source: ByteSource, budget: Budget): boolean {
  const recorder = new PickleRecorder('');
  const decoder = new Decoder(source, budget, 0, source.size, BLOCK);
  const machine = new Machine(
    {
      source,
      where: '',
      budget,
      names: nobody,
      recorder,
      torch: false,
      torchScript: false,
      inspectNested: () => false,
    },
    decoder,
  );
  const { outcome, broken, opcodes } = machine.run(OPCODES);
  if (!broken && outcome === 'stop') return opcodes > 1;
  if (!broken && outcome === 'limit') return opcodes > OPCODES / 2;
  return recorder.imports.some(
    ({ module, name }) => /^[A-Za-z_][\w.]*$/u.test(module) && /^[A-Za-z_][\w.]*$/u.test(name),
  );
}
