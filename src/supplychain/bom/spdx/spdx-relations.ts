import type { LineageEdge } from '../../inventory/inventory';
import type { Part } from '../../inventory/part';
import { listedLicense } from '../listed-license';
import { isFileItself, listedUses } from '../part-properties';
import type { SpdxElements, SpdxNode } from './spdx-element';

/** The relationship of SPDX that says an edge of the lineage, and whether it is read the other way. */
const RELATIONSHIPS: Readonly<
  Record<LineageEdge['join'], { readonly type: string; readonly reversed?: true }>
> = {
  'trained-on': { type: 'trainedOn' },
  'fine-tuned-from': { type: 'descendantOf' },
  adapts: { type: 'descendantOf' },
  tokenizes: { type: 'dependsOn' },
  embeds: { type: 'dependsOn' },
  'stored-in': { type: 'dependsOn' },
  asks: { type: 'dependsOn' },
  calls: { type: 'dependsOn' },
  serves: { type: 'dependsOn' },
  evaluates: { type: 'hasTest', reversed: true },
};

/** One relationship for each different edge. */
export function spdxLineage(elements: SpdxElements, edges: readonly LineageEdge[]): readonly SpdxNode[] {
  const nodes = new Map<string, SpdxNode>();
  for (const { from, to, join } of edges) {
    const { type, reversed } = RELATIONSHIPS[join];
    const [start, end] = reversed ? [to, from] : [from, to];
    nodes.set(`${from} ${join} ${to}`, elements.relationship(type, start, [end], `${from} ${join} ${to}`));
  }
  return [...nodes.values()];
}

/** The declared licenses of the parts: an element for each different one, and a relationship for each part that has one. */
export function spdxLicenses(elements: SpdxElements, parts: readonly Part[]): readonly SpdxNode[] {
  const licenses = new Map<string, SpdxNode>();
  const declared: SpdxNode[] = [];
  for (const part of parts) {
    const listed = listedLicense(part.license ?? '');
    if (!listed) continue;
    const text =
      listed.kind === 'id' ? listed.id : listed.kind === 'expression' ? listed.expression : listed.name;
    const name = `license ${text}`;
    licenses.set(
      name,
      elements.make('simplelicensing_LicenseExpression', name, {
        name: listed.kind === 'name' ? text : undefined,
        simplelicensing_licenseExpression: listed.kind === 'name' ? licenseReference(text) : text,
      }),
    );
    declared.push(elements.relationship('hasDeclaredLicense', part.id, [name]));
  }
  return [...licenses.values(), ...declared];
}

/** A name that is on no list, as expressions of SPDX refer to such. */
function licenseReference(name: string): string {
  const slug = name.replace(/[^A-Za-z0-9.]+/gu, '-').replace(/^-+|-+$/gu, '');
  return `LicenseRef-${slug === '' ? 'unnamed' : slug}`;
}

/** Where the parts were found: a file for each path, a snippet for each place, and what it is evidence for. */
export function spdxEvidence(elements: SpdxElements, parts: readonly Part[]): readonly SpdxNode[] {
  const files = new Map<string, SpdxNode>();
  const snippets = new Map<string, SpdxNode>();
  const evidence: SpdxNode[] = [];
  for (const part of parts) {
    const seen = new Set<string>();
    for (const use of listedUses(part)) {
      const { path, location, via } = use;
      const { start, end, cell } = location;
      const file = `file ${path}`;
      files.set(file, elements.make('software_File', file, { name: path }));
      if (isFileItself(part, use)) {
        seen.add(file);
        continue;
      }
      const lines = `${start.line + 1}-${end.line + 1}`;
      const snippet = `snippet ${path}${cell === undefined ? '' : ` cell ${cell + 1}`} ${lines} ${via}`;
      seen.add(snippet);
      snippets.set(
        snippet,
        elements.make('software_Snippet', snippet, {
          name: via,
          software_snippetFromFile: elements.id(file),
          // Lines of a cell are none of the file.
          ...(cell === undefined
            ? {
                software_lineRange: {
                  type: 'PositiveIntegerRange',
                  beginIntegerRange: start.line + 1,
                  endIntegerRange: Math.max(start.line, end.line) + 1,
                },
              }
            : { comment: `cell ${cell + 1}, lines ${lines} of it` }),
        }),
      );
    }
    if (seen.size > 0) evidence.push(elements.relationship('hasEvidence', part.id, [...seen]));
  }
  return [...files.values(), ...snippets.values(), ...evidence];
}
