/** How bad findings are, by the shape that tells it. */
export type BadgeSeverity = 'error' | 'warning' | 'info';

/** Outlines on a 16 x 16 grid, to be stroked. */
export const SEVERITY_OUTLINES: Readonly<Record<BadgeSeverity, string>> = {
  error: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2ZM5.6 5.6l4.8 4.8m0-4.8-4.8 4.8',
  warning: 'M8 1.8 14.8 14H1.2ZM8 6.2v3.8m0 1.6v.6',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.3v4.2m0-7v.7',
};
