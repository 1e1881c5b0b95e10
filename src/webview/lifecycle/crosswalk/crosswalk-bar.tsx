import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';
import type { MatrixFilter } from './matrix';

interface CrosswalkBarProps {
  readonly filter: MatrixFilter;
  readonly onFilter: (filter: MatrixFilter) => void;
  readonly pairs: number;
}

/** Which two lists, and what of them. */
export function CrosswalkBar({ filter, onFilter, pairs }: CrosswalkBarProps) {
  const { state, turn } = usePanel();
  const { rows, columns } = state.crosswalk;
  const keep = { stage: state.stage, entry: state.entry };
  return (
    <div class="view-bar crosswalk-bar">
      <div class="axes">
        <AxisMenu
          name="Rows"
          value={rows}
          onChange={(id) => turn({ ...keep, crosswalk: { rows: id, columns } })}
        />
        <button
          type="button"
          class="icon-button"
          aria-label="Swap rows and columns"
          title="Swap rows and columns"
          onClick={() => turn({ ...keep, crosswalk: { rows: columns, columns: rows } })}
        >
          <Icon name="swap" />
        </button>
        <AxisMenu
          name="Columns"
          value={columns}
          onChange={(id) => turn({ ...keep, crosswalk: { rows, columns: id } })}
        />
      </div>
      <div class="matrix-filter">
        <input
          type="text"
          class="filter"
          aria-label="Filter rows and columns"
          placeholder="Filter"
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
        <Check
          name="Only direct"
          checked={filter.onlyDirect}
          onChange={(onlyDirect) => onFilter({ ...filter, onlyDirect })}
        />
        <Check
          name="Hide empty"
          checked={filter.hideEmpty}
          onChange={(hideEmpty) => onFilter({ ...filter, hideEmpty })}
        />
        <span class="quiet" role="status">
          {pairs === 1 ? '1 pair' : `${pairs.toLocaleString('en')} pairs`}
        </span>
      </div>
    </div>
  );
}

interface AxisMenuProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function AxisMenu({ name, value, onChange }: AxisMenuProps) {
  const { index } = usePanel();
  return (
    <label class="axis">
      <span class="menu-name">{name}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {index.axes().map((axis) => (
          <option key={axis.id} value={axis.id}>
            {axis.title}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CheckProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ name, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />{' '}
      {name}
    </label>
  );
}
