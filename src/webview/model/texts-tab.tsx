import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ViewText } from '../../report/model/view/model-view';
import type { TabProps } from './tabs';

const MAX_LINES = 2000;

/** Templates, configurations and code in the file, as text with line numbers; lines that findings point to are marked. */
export function TextsTab({ view, model }: TabProps) {
  const { shown } = model;
  const target = shown?.target.kind === 'line' ? shown.target : undefined;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (target)
      box.current?.querySelector(`#text-${target.text}-${target.line}`)?.scrollIntoView({ block: 'center' });
  }, [target?.text, target?.line, shown?.times]);
  return (
    <div ref={box}>
      {view.texts.map((text, at) => (
        <TextBlock key={at} text={text} at={at} shown={target?.text === at ? target.line : undefined} />
      ))}
    </div>
  );
}

function TextBlock({
  text,
  at,
  shown,
}: {
  readonly text: ViewText;
  readonly at: number;
  readonly shown: number | undefined;
}) {
  const lines = text.text.split('\n');
  const cut = lines.length - MAX_LINES;
  const marks = new Set(text.marks);
  const title = text.where === '' ? text.title : `${text.title}: ${text.where}`;
  return (
    <section class="text-block" aria-label={title}>
      <h3>
        {title} <span class="quiet">{text.language}</span>
      </h3>
      <div class="lines" role="group" aria-label={`${title}, text`} tabIndex={0}>
        {lines.slice(0, MAX_LINES).map((line, index) => {
          const number = index + 1;
          const isMarked = marks.has(number);
          return (
            <div
              key={index}
              id={`text-${at}-${number}`}
              class={`line ${isMarked ? 'line-marked' : ''} ${number === shown ? 'line-shown' : ''}`}
            >
              <span class="line-number" aria-hidden="true">
                {number}
              </span>
              {isMarked && <span class="visually-hidden">Suspicious: </span>}
              <code>{line === '' ? ' ' : line}</code>
            </div>
          );
        })}
      </div>
      {cut > 0 && <p class="quiet">{cut.toLocaleString('en-US')} further lines are not shown.</p>}
    </section>
  );
}
