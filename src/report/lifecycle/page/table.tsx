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
}

/** A table with a caption; its first column names the rows. */
export function Table({ caption, heads, rows }: TableProps) {
  return (
    <div class="scroll">
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
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
