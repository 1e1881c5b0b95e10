import type { Region, SourceLocation } from '../../workspace/file-analysis/file-result';
import type { SarifArtifactLocation, SarifLocation, SarifRegion } from './sarif-log';

export const SOURCE_ROOT = 'SRCROOT';

/** A path relative to the source root as a URI reference; an absolute one as a file URI. */
export function artifactLocation(path: string, index?: number): SarifArtifactLocation {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const place = index === undefined ? {} : { index };
  if (path.startsWith('/')) return { uri: `file://${encoded}`, ...place };
  return { uri: encoded === '' ? '.' : encoded, uriBaseId: SOURCE_ROOT, ...place };
}

/** Where something is. In a notebook: the region in the file's own text, and the cell as a logical location. */
export function sarifLocation(artifact: SarifArtifactLocation, location: SourceLocation): SarifLocation {
  const region = fileRegion(location);
  return {
    physicalLocation: { artifactLocation: artifact, ...(region ? { region } : {}) },
    ...(location.cell === undefined
      ? {}
      : {
          logicalLocations: [
            {
              name: `cell ${location.cell + 1}, line ${location.start.line + 1}`,
              kind: 'element',
            },
          ],
        }),
  };
}

/** The region in the text of the file; undefined for a cell whose place in the file is not known. */
export function fileRegion(location: SourceLocation): SarifRegion | undefined {
  const region = location.cell === undefined ? location : location.json;
  return region && sarifRegion(region);
}

function sarifRegion({ start, end }: Region): SarifRegion {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
