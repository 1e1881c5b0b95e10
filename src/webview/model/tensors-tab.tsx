import { useMemo } from 'preact/hooks';
import { FilterBox } from './filter-box';
import { sizeText } from '../../protocol/model/shared';
import type { TabProps } from './tabs';
import { VirtualTable } from './virtual-table';

/** Names, shapes and types of all tensors. */
export function TensorsTab({ view, model, dispatch }: TabProps) {
  const { filter } = model.state;
  const tensors = useMemo(() => {
    const wanted = filter.toLowerCase();
    return wanted === ''
      ? view.tensors
      : view.tensors.filter(({ name, type }) => `${name} ${type}`.toLowerCase().includes(wanted));
  }, [view, filter]);
  return (
    <>
      <FilterBox
        label="Filter tensors"
        value={filter}
        shown={tensors.length}
        of={view.tensors.length + view.moreTensors}
        onChange={(value) => dispatch({ type: 'change', state: { filter: value } })}
      />
      <VirtualTable
        label="Tensors"
        columns={['Name', 'Shape', 'Type', 'Size']}
        widths="minmax(14ch, 4fr) minmax(8ch, 2fr) minmax(6ch, 1fr) 10ch"
        count={tensors.length}
        row={(at) => {
          const tensor = tensors[at];
          return (
            tensor && [
              tensor.name,
              tensor.shape,
              tensor.type,
              tensor.size === undefined ? '' : sizeText(tensor.size),
            ]
          );
        }}
      />
      {view.moreTensors > 0 && (
        <p class="quiet">
          {view.moreTensors.toLocaleString('en-US')} further tensors were counted and are not listed.
        </p>
      )}
    </>
  );
}
