import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { builtInGlobals } from '../verdict/built-in-globals';
import { GlobalIndex } from '../verdict/global-index';
import { NameJudge } from '../verdict/name-judge';
import { Decoder } from './decoder';
import { Machine } from './machine';
import { PickleRecorder } from './pickle-recorder';

const OPCODES = 2000;
const BLOCK = 2048;
const IDENTIFIER = /^[A-Za-z_][\w.]*$/u;
const nobody = new NameJudge(new GlobalIndex([]));

/**
 * Whether bytes read as a pickle although nothing says that they are one: protocols 0 and 1 have no magic number. They must
 * end as one; or import something by a name that can be one, and call it or name a module that is known: a list of words has
 * two lines that read as a module and a name soon enough.
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
    ({ module, name }) =>
      IDENTIFIER.test(module) &&
      IDENTIFIER.test(name) &&
      (recorder.calls.length > 0 || builtInGlobals().find(module, name) !== undefined),
  );
}
