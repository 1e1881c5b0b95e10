import type { ComponentChildren } from 'preact';

export interface TableRow {
  readonly id?: string | undefined;
  /** The first one names the row. */
  readonly cells: readonly ComponentChildren[];
}

interface TableProps {
  readonly caption: string;
  readonly heads: readonly ComponentChildren[];
  readonly rows: readonly TableRow[];
  /** On a narrow screen each row is a card whose lines are named by the heads. */
  readonly cards?: boolean;
}

/** A table with a caption; its first column names the rows. */
export function Table({ caption, heads, rows, cards = false }: TableProps) {
  const named = (column: number) => {
    const head = heads[column];
    return cards && typeof head === 'string' ? { 'data-head': head } : {};
  };
  return (
    <div class={cards ? 'scroll cards' : 'scroll'}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...others] }, at) => (
            <tr key={at} {...(id === undefined ? {} : { id })}>
              <th scope="row">{name}</th>
              {others.map((cell, column) => (
                <td key={column} {...named(column + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
