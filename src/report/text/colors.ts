import type { createColors } from 'picocolors';
import type { Severity } from '../../analysis/severity';

/** The colours of a terminal, or functions that change nothing where it has none. */
export type Colors = ReturnType<typeof createColors>;

/** The colour in which each severity stands out. */
export const SEVERITY_COLOR: Readonly<Record<Severity, (colors: Colors) => (text: string) => string>> = {
  error: (colors) => colors.red,
  warning: (colors) => colors.yellow,
  info: (colors) => colors.blue,
};
