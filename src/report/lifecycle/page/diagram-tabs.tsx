import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import type { Overlay } from '../../../diagram/overlay';
import { LifecycleDrawing } from '../../../diagram/static/lifecycle-drawing';
import { sourceLine } from '../source-line';
import type { PageContext } from './page-context';

export interface DiagramSheet {
  readonly group: string;
  readonly overlay: Overlay | undefined;
}

interface DiagramTabsProps {
  readonly context: PageContext;
  readonly lifecycle: Lifecycle;
  readonly sheets: readonly DiagramSheet[];
  /** The overlay that is shown first; the plain drawing where it is none of the sheets. */
  readonly first: string | undefined;
  readonly findings: Readonly<Record<string, number>>;
}

/** One drawing for each overlay. Radio buttons and style rules switch between them: the page has no script. */
export function DiagramTabs({ context, lifecycle, sheets, first, findings }: DiagramTabsProps) {
  const name = `overlay-${lifecycle.id}`;
  const id = (at: number) => `${name}-${at}`;
  const wanted = sheets.findIndex(({ overlay }) => overlay?.id === first);
  const groups = [...new Set(sheets.map(({ group }) => group))];
  return (
    <div class="tabs">
      {sheets.map(({ overlay }, at) => (
        <input
          key={at}
          class="tab"
          type="radio"
          name={name}
          id={id(at)}
          checked={at === Math.max(0, wanted)}
          aria-label={overlay?.title ?? 'No overlay'}
        />
      ))}
      <style>{sheets.map((_, at) => switchRules(id(at))).join('')}</style>
      <div class="tab-names" aria-hidden="true">
        {groups.map((group) => (
          <div key={group}>
            <b>{group}</b>
            <p>
              {sheets.map(
                (sheet, at) =>
                  sheet.group === group && (
                    <label key={at} for={id(at)}>
                      {sheet.overlay?.title ?? 'No overlay'}
                    </label>
                  ),
              )}
            </p>
          </div>
        ))}
      </div>
      <div class="sheets">
        {sheets.map(({ overlay }, at) => (
          <figure key={at} class="sheet" id={`${id(at)}-sheet`}>
            <Drawing
              context={context}
              lifecycle={lifecycle}
              overlay={overlay}
              findings={findings}
              id={id(at)}
            />
            {overlay && <InWords context={context} lifecycle={lifecycle} overlay={overlay} />}
          </figure>
        ))}
      </div>
    </div>
  );
}

function switchRules(id: string): string {
  return (
    `#${id}:checked~.sheets>#${id}-sheet{display:block}` +
    `#${id}:checked~.tab-names label[for=${id}]{background:var(--chosen);border-color:var(--link)}` +
    `#${id}:focus-visible~.tab-names label[for=${id}]{outline:2px solid var(--link)}`
  );
}

interface SheetProps {
  readonly context: PageContext;
  readonly lifecycle: Lifecycle;
  readonly overlay: Overlay | undefined;
  readonly findings: Readonly<Record<string, number>>;
  readonly id: string;
}

function Drawing({ context: { guide }, lifecycle, overlay, findings, id }: SheetProps) {
  return (
    <LifecycleDrawing
      lifecycle={lifecycle}
      stages={lifecycle.stages.flatMap((stage) => guide.stages.get(stage) ?? [])}
      overlay={overlay}
      findings={findings}
      width={1200}
      height={860}
      source={sourceLine(guide, lifecycle, overlay)}
      style={undefined}
      id={`${id}-drawing`}
    />
  );
}

/** All marks of the drawing as text: it shows only as many as it has room for. */
function InWords({
  context: { guide },
  lifecycle,
  overlay,
}: Pick<SheetProps, 'context' | 'lifecycle'> & { readonly overlay: Overlay }) {
  const lines = lifecycle.stages.flatMap((id) => {
    const stage = guide.stages.get(id);
    const marks = overlay.stages.get(id)?.marks ?? [];
    return stage && marks.length > 0 ? [{ stage, marks }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <figcaption>
      <ul>
        {lines.map(({ stage, marks }) => (
          <li key={stage.id}>
            <a href={`#stages/${stage.id}`}>
              {stage.number} {stage.title}
            </a>
            : {marks.map(({ label }) => label).join(', ')}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
