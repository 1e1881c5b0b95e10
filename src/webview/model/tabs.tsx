import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ModelView } from '../../report/model/view/model-view';
import { ContentsTab } from './contents-tab';
import { ImportsTab } from './imports-tab';
import type { PageProps } from './model-page';
import { OpcodesTab } from './opcodes-tab';
import { OverviewTab } from './overview-tab';
import { TABS, type Tab } from './page-state';
import { TensorsTab } from './tensors-tab';
import { TextsTab } from './texts-tab';
import { nextStop } from '../shared/next-stop';

export interface TabProps extends PageProps {
  readonly view: ModelView;
}

/** A tab shows when there is something in it; the first always does. */
const PARTS: Readonly<
  Record<
    Tab,
    {
      readonly title: string;
      readonly count: (view: ModelView) => number;
      readonly Part: (props: TabProps) => ComponentChildren;
    }
  >
> = {
  overview: { title: 'Overview', count: () => 0, Part: OverviewTab },
  contents: { title: 'Contents', count: (view) => view.members.length + view.moreMembers, Part: ContentsTab },
  tensors: { title: 'Tensors', count: (view) => view.tensors.length + view.moreTensors, Part: TensorsTab },
  imports: {
    title: 'Imports and calls',
    count: (view) => view.pickles.reduce((sum, { imports }) => sum + imports.length, 0),
    Part: ImportsTab,
  },
  opcodes: { title: 'Disassembly', count: (view) => view.pickles.length, Part: OpcodesTab },
  texts: { title: 'Texts', count: (view) => view.texts.length, Part: TextsTab },
};

/** The parts of a file, one at a time: one tab stop, arrow keys between the tabs. */
export function Tabs(props: TabProps) {
  const { view, model, dispatch } = props;
  const list = useRef<HTMLDivElement>(null);
  const tabs = TABS.filter((tab) => tab === 'overview' || PARTS[tab].count(view) > 0);
  const selected = tabs.includes(model.state.tab) ? model.state.tab : 'overview';
  const { Part } = PARTS[selected];

  const onKeyDown = (event: KeyboardEvent): void => {
    const tab = tabs[nextStop(event.key, tabs.indexOf(selected), tabs.length)];
    if (!tab || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dispatch({ type: 'change', state: { tab } });
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };

  return (
    <>
      <div class="tab-list" role="tablist" aria-label="Parts of the file" ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={tab === selected}
            aria-controls="tab-panel"
            tabIndex={tab === selected ? 0 : -1}
            onClick={() => dispatch({ type: 'change', state: { tab } })}
          >
            {PARTS[tab].title}
            {PARTS[tab].count(view) > 0 && (
              <span class="count">{PARTS[tab].count(view).toLocaleString('en-US')}</span>
            )}
          </button>
        ))}
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${selected}`}>
        <Part key={selected} {...props} />
      </div>
    </>
  );
}
