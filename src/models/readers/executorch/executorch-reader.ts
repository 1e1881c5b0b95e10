import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import { decodeLatin1 } from '../../pickle/pickle-text';
import { FlatTable } from '../flatbuffer/flatbuffer';
import type { Candidate, FormatReader } from '../format-reader';
import { knownName } from '../names/model-names';

/** Fields of the tables in `executorch/schema/program.fbs`. */
const PROGRAM = { plans: 1 } as const;
const PLAN = { name: 0, operators: 6, delegates: 7 } as const;
const OPERATOR = { name: 0, overload: 1 } as const;
const DELEGATE = { id: 0 } as const;

/** ExecuTorch: a program of kernels, which the runtime that loads it must bring. */
export const executorchReader: FormatReader = {
  recognises: ({ head }: Candidate) => /^ET\d\d$/u.test(decodeLatin1(head, 4, 8)),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    const { where } = place;
    const program = FlatTable.root(source);
    let plans = 0;
    for (const plan of program.tables(PROGRAM.plans)) {
      if (inspector.budget.expired) break;
      plans++;
      inspector.facts.addProperty({ name: 'method', value: plan.text(PLAN.name), where });
      for (const delegate of plan.tables(PLAN.delegates))
        inspector.facts.addProperty({ name: 'backend', value: delegate.text(DELEGATE.id), where });
      for (const operator of plan.tables(PLAN.operators)) inspectOperator(inspector, operator, place);
    }
    if (plans === 0)
      inspector.tell('suspicious', 'header', 'It says that it is ExecuTorch, but holds no program.', where);
    return 'executorch';
  },
};

function inspectOperator(inspector: Inspector, operator: FlatTable, { where }: Surroundings): void {
  const name = operator.text(OPERATOR.name);
  const [namespace = ''] = name.split('::');
  if (knownName('executorch-namespace', namespace)) return;
  const message = `The operator ${name}: unknown code, which the program that loads it must bring.`;
  inspector.findings.add({
    verdict: 'suspicious',
    rule: 'operator',
    message,
    where,
    offset: operator.start,
    code: name,
  });
}
