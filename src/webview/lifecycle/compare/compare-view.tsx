import { useState } from 'preact/hooks';
import type { Comparison } from '../../../catalog/schema/practice';
import type { Stage } from '../../../catalog/schema/lifecycle';
import { resolve } from '../model/catalog-index';
import { usePanel } from '../panel-context';
import { CompareRow, LonelyStage } from './compare-row';

/** Both lifecycles side by side, stage by stage: what is the same, what is new, what is gone. */
export function CompareView() {
  const { index } = usePanel();
  const [onlyNew, setOnlyNew] = useState(false);
  const rows = inOrder([...index.guide.comparisons.values()], index.stage);
  const told = new Set(rows.flatMap(({ llm }) => llm));
  const classic = new Set(rows.map((row) => index.stage(row.classic)?.lifecycle));
  const lonely = index.catalog.stages.filter(({ id, lifecycle }) => !told.has(id) && !classic.has(lifecycle));
  return (
    <section class="main-pane compare" aria-labelledby="compare-title">
      <div class="view-bar">
        <h2 id="compare-title" class="view-title">
          What changes for LLMs?
        </h2>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyNew}
            onChange={(event) => setOnlyNew(event.currentTarget.checked)}
          />{' '}
          Only what is new
        </label>
      </div>
      <div class="compare-scroll" tabIndex={0} role="region" aria-label="Comparison, stage by stage">
        {rows.length === 0 ? (
          <p class="empty">The catalog compares no stages.</p>
        ) : (
          <ol class="compare-rows">
            {rows.map((row) => (
              <CompareRow key={row.id} comparison={row} onlyNew={onlyNew} />
            ))}
            {lonely.map((stage) => (
              <LonelyStage key={stage.id} stage={stage} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

/** In the order of the classic stages. */
function inOrder(rows: readonly Comparison[], stage: (id: string) => Stage | undefined): Comparison[] {
  const number = (row: Comparison) => resolve([row.classic], stage)[0]?.number ?? Infinity;
  return [...rows].sort((a, b) => number(a) - number(b));
}
