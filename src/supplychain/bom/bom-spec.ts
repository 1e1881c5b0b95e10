/** Formats of a bill of materials: two versions of CycloneDX, and SPDX 3.0.1 as JSON-LD. */
export const BOM_SPECS = ['1.6', '1.7', 'spdx-3.0'] as const;

export type BomSpec = (typeof BOM_SPECS)[number];
