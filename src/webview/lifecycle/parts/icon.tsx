import { SEVERITY_OUTLINES } from '../../../diagram/severity-outlines';

/** Outlines on a 16 x 16 grid, drawn for this panel. `fill` shapes are solid, the others stroked. */
const ICONS = {
  back: { d: 'M10 3 5 8l5 5' },
  forward: { d: 'm6 3 5 5-5 5' },
  scan: { d: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3' },
  follow: { d: 'M8 1.5v3m0 7v3M1.5 8h3m7 0h3M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z' },
  external: { d: 'M6 4H3.5v8.5h8.5V10M9 3h4v4m0-4L7.5 8.5' },
  shield: { d: 'M8 1.8 13 3.5v4c0 3.3-2.2 5.6-5 6.7-2.8-1.1-5-3.4-5-6.7v-4ZM5.8 8l1.6 1.6 2.9-3.2' },
  check: { d: 'm3 8.5 3.2 3.2L13 4.8' },
  copy: { d: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3' },
  search: { d: 'M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2Zm3.6 8.6L14.2 14.2' },
  zoomIn: { d: 'M8 3v10M3 8h10' },
  zoomOut: { d: 'M3 8h10' },
  fit: { d: 'M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10' },
  export: { d: 'M8 10V2.5M5 5.2 8 2.2l3 3M2.5 9.5v4h11v-4' },
  swap: { d: 'M5 2.5 2.5 5 5 7.5M2.5 5h11M11 8.5l2.5 2.5-2.5 2.5m2.5-2.5h-11' },
  close: { d: 'm3.5 3.5 9 9m0-9-9 9' },
  person: { d: 'M8 8.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14c.4-3 2.6-4.4 5.5-4.4s5.1 1.4 5.5 4.4' },
  stop: { d: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2ZM5 8h6' },
  chevron: { d: 'm6 4 4 4-4 4' },
  error: { d: SEVERITY_OUTLINES.error },
  warning: { d: SEVERITY_OUTLINES.warning },
  info: { d: SEVERITY_OUTLINES.info },
} as const;

export type IconName = keyof typeof ICONS;

/** A decorative icon; the text beside it says the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={ICONS[name].d} />
    </svg>
  );
}
