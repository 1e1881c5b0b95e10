import { FilterBox } from './filter-box';
import type { TabProps } from './tabs';
import { VirtualTable } from './virtual-table';

/** The first things to know, what the file says about itself, and where to read on. */
export function OverviewTab({ view, model, dispatch, post }: TabProps) {
  const wanted = model.state.filter.toLowerCase();
  const properties = view.properties.filter(({ label, value }) =>
    `${label} ${value}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <dl class="facts">
        {view.overview.map(({ label, value }) => (
          <div key={label} class="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {view.properties.length > 0 && (
        <>
          <h3>What the file says about itself</h3>
          <FilterBox
            label="Filter metadata"
            value={model.state.filter}
            shown={properties.length}
            of={view.properties.length + view.moreProperties}
            onChange={(filter) => dispatch({ type: 'change', state: { filter } })}
          />
          <VirtualTable
            label="Metadata"
            columns={['Name', 'Value', 'Where']}
            widths="minmax(12ch, 2fr) minmax(12ch, 4fr) minmax(0, 1fr)"
            count={properties.length}
            row={(at) => {
              const property = properties[at];
              return property && [property.label, property.value, property.where];
            }}
          />
        </>
      )}
      <h3>Read on</h3>
      <ul class="links">
        {view.links.map(({ title, entry }) => (
          <li key={entry}>
            <button type="button" class="link-button" onClick={() => post({ type: 'learn', entry })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
