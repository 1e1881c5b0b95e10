import { useMemo, useRef, useState } from 'preact/hooks';
import { memberTree, treeRows, type TreeRow } from './member-tree';
import { Sign } from './sign';
import { sizeText } from '../../protocol/model/shared';
import type { TabProps } from './tabs';
import { scrollTopOf, useVisibleRange } from './use-visible-range';

const ROW_HEIGHT = 22;

/** The members of an archive as a tree: one tab stop, arrow keys, as in the editor's own trees. */
export function ContentsTab({ view }: TabProps) {
  const nodes = useMemo(() => memberTree(view.members), [view]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [stop, setStop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(nodes, closed), [nodes, closed]);
  const { from, to, top, height } = useVisibleRange(box, rows.length, ROW_HEIGHT);
  const at = Math.min(stop, rows.length - 1);

  const toggle = (path: string, close: boolean): void => {
    const next = new Set(closed);
    if (close) next.add(path);
    else next.delete(path);
    setClosed(next);
  };
  const go = (row: number): void => {
    const target = Math.max(0, Math.min(rows.length - 1, row));
    setStop(target);
    const element = box.current;
    if (!element || (target > from + 8 && target < to - 9)) return;
    element.scrollTop = scrollTopOf(
      target,
      Math.ceil(element.clientHeight / ROW_HEIGHT),
      rows.length,
      ROW_HEIGHT,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const current = rows[at];
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const { node } = current;
    const isOpen = node.children.length > 0 && !closed.has(node.path);
    const step = STEPS[event.key];
    if (step !== undefined) go(at + step);
    else if (event.key === 'ArrowRight' && isOpen) go(at + 1);
    else if (event.key === 'ArrowLeft' && !isOpen) go(parentOf(rows, at));
    else if (CHANGING.includes(event.key)) toggle(node.path, isOpen);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        class="tree"
        role="tree"
        aria-label="Contents"
        aria-activedescendant={`member-${at}`}
        tabIndex={0}
        ref={box}
        onKeyDown={onKeyDown}
      >
        <div class="table-space" role="presentation" style={{ height: `${height}px` }}>
          <div class="table-window" role="presentation" style={{ transform: `translateY(${top}px)` }}>
            {rows.slice(from, to).map((row, index) => (
              <MemberRow
                key={row.node.path}
                row={row}
                at={from + index}
                isCurrent={from + index === at}
                isOpen={!closed.has(row.node.path)}
                onClick={() => {
                  setStop(from + index);
                  if (row.node.children.length > 0) toggle(row.node.path, !closed.has(row.node.path));
                }}
              />
            ))}
          </div>
        </div>
      </div>
      {view.moreMembers > 0 && (
        <p class="quiet">{view.moreMembers.toLocaleString('en-US')} further members are not listed.</p>
      )}
    </>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 20,
  PageUp: -20,
  Home: -Infinity,
  End: Infinity,
};

/** Keys that open what is closed and close what is open. */
const CHANGING: readonly string[] = ['ArrowRight', 'ArrowLeft', 'Enter', ' '];

interface MemberRowProps {
  readonly row: TreeRow;
  readonly at: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly onClick: () => void;
}

function MemberRow({ row: { node, level }, at, isCurrent, isOpen, onClick }: MemberRowProps) {
  const { member, name, verdict, children } = node;
  const details = member
    ? [member.format, sizeText(member.size)].filter((text) => text !== '').join(', ')
    : '';
  return (
    <div
      id={`member-${at}`}
      class={`member row-${verdict} ${isCurrent ? 'member-current' : ''}`}
      role="treeitem"
      aria-level={level}
      aria-selected={isCurrent}
      {...(children.length > 0 ? { 'aria-expanded': isOpen } : {})}
      style={{ paddingInlineStart: `${level * 14 - 6}px` }}
      title={node.path}
      onClick={onClick}
    >
      <span
        class={`twist ${children.length === 0 ? 'twist-none' : isOpen ? 'twist-open' : ''}`}
        aria-hidden="true"
      />
      {verdict !== 'safe' && <Sign kind={verdict} />}
      <span class="member-name">{name}</span>
      {verdict !== 'safe' && <span class="visually-hidden">, {verdict}</span>}
      <span class="quiet member-details">{details}</span>
    </div>
  );
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let row = at - 1; row >= 0; row--) if ((rows[row]?.level ?? 1) < level) return row;
  return at;
}
