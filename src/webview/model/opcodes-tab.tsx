import { useCallback, useRef } from 'preact/hooks';
import { OPCODES_PER_PAGE } from '../../protocol/model/shared';
import type { TabProps } from './tabs';
import { VirtualTable } from './virtual-table';

const CALLING = new Set(['REDUCE', 'OBJ', 'INST', 'NEWOBJ', 'NEWOBJ_EX', 'BUILD']);
const IMPORTING = new Set(['GLOBAL', 'STACK_GLOBAL', 'EXT1', 'EXT2', 'EXT4']);

/** The opcodes of a pickle with their offsets; pages come as somebody scrolls to them. */
export function OpcodesTab({ view, model, dispatch, post }: TabProps) {
  const { pickle } = model.state;
  const chosen = view.pickles[pickle] ? pickle : 0;
  const { pages, rows, shown } = model;
  const row = shown?.target.kind === 'opcode' && shown.target.pickle === chosen ? shown.row : undefined;
  const asked = useRef(new Set<number>());
  if (rows === undefined) asked.current.clear();

  const onRange = useCallback(
    (from: number, to: number): void => {
      for (const page of [
        Math.floor(from / OPCODES_PER_PAGE),
        Math.floor(Math.max(from, to - 1) / OPCODES_PER_PAGE),
      ]) {
        if (pages.has(page) || asked.current.has(page)) continue;
        asked.current.add(page);
        post({ type: 'opcodes', pickle: chosen, page });
      }
      for (const page of asked.current) if (pages.has(page)) asked.current.delete(page);
    },
    [pages, chosen, post],
  );
  const opcodeAt = (at: number) => pages.get(Math.floor(at / OPCODES_PER_PAGE))?.[at % OPCODES_PER_PAGE];

  if (!view.complete)
    return <p class="quiet">The disassembly is there when the inspection has come to its end.</p>;
  return (
    <>
      <div class="opcode-bar">
        {view.pickles.length > 1 && (
          <select
            aria-label="Pickle"
            value={chosen}
            onChange={(event) =>
              dispatch({ type: 'change', state: { pickle: Number(event.currentTarget.value) } })
            }
          >
            {view.pickles.map(({ where, title }, at) => (
              <option key={at} value={at}>
                {where === '' ? 'The file itself' : where} ({title})
              </option>
            ))}
          </select>
        )}
        {view.pickles.length === 1 && <span class="quiet">{view.pickles[0]?.title}</span>}
        <button type="button" class="button" onClick={() => post({ type: 'openOpcodes', pickle: chosen })}>
          Open as text
        </button>
      </div>
      <VirtualTable
        key={chosen}
        label="Disassembly"
        columns={['Offset', 'Opcode', 'Argument']}
        widths="12ch 18ch minmax(12ch, 1fr)"
        count={rows ?? view.pickles[chosen]?.opcodes ?? 0}
        onRange={onRange}
        reveal={row === undefined ? undefined : { row, key: shown?.times ?? 0 }}
        rowClass={(at) => (at === row ? 'row-shown' : kindOf(opcodeAt(at)?.name))}
        row={(at) => {
          const opcode = opcodeAt(at);
          return opcode && [opcode.offset.toString(16).padStart(8, '0'), opcode.name, opcode.argument];
        }}
      />
    </>
  );
}

function kindOf(name: string | undefined): string {
  if (name === undefined) return 'row-loading';
  if (name === 'broken') return 'row-malicious';
  if (CALLING.has(name)) return 'row-call';
  return IMPORTING.has(name) ? 'row-import' : '';
}
