import type { Comparison } from '../../../catalog/schema/practice';
import type { Stage } from '../../../catalog/schema/lifecycle';
import { resolve } from '../model/catalog-index';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';

interface CompareRowProps {
  readonly comparison: Comparison;
  readonly onlyNew: boolean;
}

/** One stage of the classic lifecycle beside what it becomes. */
export function CompareRow({ comparison, onlyNew }: CompareRowProps) {
  const { index } = usePanel();
  const classic = index.stage(comparison.classic);
  const llm = resolve(comparison.llm, index.stage);
  return (
    <li class="compare-row">
      <div class="compare-side">
        <StageLinks stages={classic ? [classic] : []} />
        {!onlyNew && <Part kind="gone" lines={comparison.gone} />}
      </div>
      <div class="compare-middle">
        {onlyNew ? <p class="quiet">{comparison.title}</p> : <Part kind="same" lines={comparison.same} />}
      </div>
      <div class="compare-side">
        <StageLinks stages={llm} />
        <Part kind="new" lines={comparison.new} />
      </div>
    </li>
  );
}

/** A stage for LLMs that no classic stage becomes. */
export function LonelyStage({ stage }: { readonly stage: Stage }) {
  return (
    <li class="compare-row">
      <div class="compare-side">
        <p class="quiet">No stage of its own</p>
      </div>
      <div class="compare-middle" />
      <div class="compare-side">
        <StageLinks stages={[stage]} />
        <p class="compare-lonely">
          <CodeText text={stage.summary} />
        </p>
      </div>
    </li>
  );
}

function StageLinks({ stages }: { readonly stages: readonly Stage[] }) {
  const { go, index, state } = usePanel();
  return (
    <ul class="compare-stages">
      {stages.map((stage) => (
        <li key={stage.id}>
          <button
            type="button"
            class="compare-stage"
            title={`${stage.title} – ${index.lifecycle(stage.lifecycle)?.title ?? ''}`}
            aria-pressed={state.stage === stage.id}
            onClick={() => go({ lifecycle: stage.lifecycle, stage: stage.id })}
          >
            <span class="chip-number">{stage.number}</span> {stage.title}
          </button>
        </li>
      ))}
    </ul>
  );
}

const PARTS = {
  same: { sign: '=', name: 'Same' },
  new: { sign: '+', name: 'New' },
  gone: { sign: '−', name: 'Gone' },
} as const;

function Part({ kind, lines }: { readonly kind: keyof typeof PARTS; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const { sign, name } = PARTS[kind];
  return (
    <>
      <p class="compare-part">{name}</p>
      <ul class={`compare-lines compare-${kind}`}>
        {lines.map((line) => (
          <li key={line}>
            <span class="compare-sign" aria-hidden="true">
              {sign}
            </span>
            <span>
              <CodeText text={line} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
