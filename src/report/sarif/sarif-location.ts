import type { PlaceInModel, Region, SourceLocation } from '../../workspace/file-analysis/file-result';
import type { SarifArtifactLocation, SarifLocation, SarifTextRegion } from './sarif-log';

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
  if (location.inModel) return modelLocation(artifact, location.inModel);
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

/** A region of bytes; for a part of an archive, the part as a logical location: its offsets are not those of the file. */
function modelLocation(
  artifactLocation: SarifArtifactLocation,
  { member, offset }: PlaceInModel,
): SarifLocation {
  if (member === '') {
    return { physicalLocation: { artifactLocation, region: { byteOffset: offset, byteLength: 0 } } };
  }
  const name = member.slice(member.lastIndexOf('/') + 1);
  return {
    physicalLocation: { artifactLocation },
    logicalLocations: [{ name, fullyQualifiedName: `${member}@0x${offset.toString(16)}`, kind: 'member' }],
  };
}

/** The region in the text of the file; undefined for a cell whose place in the file is not known. */
export function fileRegion(location: SourceLocation): SarifTextRegion | undefined {
  const region = location.cell === undefined ? location : location.json;
  return region && sarifRegion(region);
}

function sarifRegion({ start, end }: Region): SarifTextRegion {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
