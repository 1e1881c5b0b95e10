import { useMemo } from 'preact/hooks';
import { Sign } from './sign';
import type { TabProps } from './tabs';
import { VERDICT_WORDS } from './verdict-words';
import { VirtualTable } from './virtual-table';

/** What the pickles import, allow-listed or not and why, and what they call. */
export function ImportsTab({ view }: TabProps) {
  const imports = useMemo(
    () => view.pickles.flatMap((pickle) => pickle.imports.map((each) => ({ ...each, where: pickle.where }))),
    [view],
  );
  const calls = useMemo(
    () => view.pickles.flatMap((pickle) => pickle.calls.map((each) => ({ ...each, where: pickle.where }))),
    [view],
  );
  return (
    <>
      <h3>Imports</h3>
      {imports.length === 0 ? (
        <p class="quiet">It imports nothing.</p>
      ) : (
        <VirtualTable
          label="Imports"
          columns={['Name', 'Verdict', 'Why', 'Calls', 'Offset']}
          widths="minmax(14ch, 3fr) 12ch minmax(12ch, 4fr) 7ch 12ch"
          count={imports.length}
          rowClass={(at) => `row-${imports[at]?.verdict ?? 'safe'}`}
          row={(at) => {
            const each = imports[at];
            if (!each) return undefined;
            const { verdict } = each;
            const word = (
              <>
                <Sign kind={verdict} /> {VERDICT_WORDS[verdict].name}
              </>
            );
            return [each.name, word, each.why, String(each.calls), `0x${each.offset.toString(16)}`];
          }}
        />
      )}
      <h3>Calls</h3>
      {calls.length === 0 ? (
        <p class="quiet">It calls nothing but constructors of known frameworks.</p>
      ) : (
        <VirtualTable
          label="Calls"
          columns={['Call', 'Where', 'Offset']}
          widths="minmax(20ch, 5fr) minmax(0, 2fr) 12ch"
          count={calls.length}
          rowClass={(at) => `row-${calls[at]?.verdict ?? 'safe'}`}
          row={(at) => {
            const call = calls[at];
            return call && [call.code, call.where, `0x${call.offset.toString(16)}`];
          }}
        />
      )}
    </>
  );
}
