import { Enums, Models } from '@cyclonedx/cyclonedx-library';
import type { BomComponentType } from '../bom-place';
import { exactVersion } from '../exact-version';
import { partProperties } from '../part-properties';
import { externalReferences } from './external-references';
import { licenseOf } from './license-of';
import type { BomPart } from './bom-parts';
import { splitName } from './split-name';

const TYPES: Readonly<Record<BomComponentType, Enums.ComponentType>> = {
  'machine-learning-model': Enums.ComponentType.MachineLearningModel,
  data: Enums.ComponentType.Data,
  library: Enums.ComponentType.Library,
  container: Enums.ComponentType.Container,
  application: Enums.ComponentType.Application,
};

/** A part as a component, as far as the library of CycloneDX knows components. */
export function componentOf({ part, edges, hash }: BomPart, type: BomComponentType): Models.Component {
  const { group, name } = splitName(part);
  const version = exactVersion(part);
  return new Models.Component(TYPES[type], name, {
    bomRef: part.id,
    ...(group === undefined ? {} : { group }),
    ...(version === undefined ? {} : { version }),
    ...(part.provider === undefined
      ? {}
      : { supplier: new Models.OrganizationalEntity({ name: part.provider }) }),
    ...(part.purl?.startsWith('pkg:') ? { purl: part.purl } : {}),
    licenses: licenseOf(part.license),
    hashes: new Models.HashDictionary(hash === undefined ? [] : [[Enums.HashAlgorithm['SHA-256'], hash]]),
    externalReferences: externalReferences(part),
    properties: propertiesOf(part, edges),
  });
}

/** A part as a service, as far as the library knows services. */
export function serviceOf({ part, edges }: BomPart): Models.Service {
  const { group, name } = splitName(part);
  const version = exactVersion(part);
  return new Models.Service(name, {
    bomRef: part.id,
    ...(group === undefined ? {} : { group }),
    ...(version === undefined ? {} : { version }),
    ...(part.provider === undefined
      ? {}
      : { provider: new Models.OrganizationalEntity({ name: part.provider }) }),
    licenses: licenseOf(part.license),
    properties: propertiesOf(part, edges),
  });
}

function propertiesOf(part: BomPart['part'], edges: BomPart['edges']): Models.PropertyRepository {
  return new Models.PropertyRepository(
    partProperties(part, edges).map(({ name, value }) => new Models.Property(name, value)),
  );
}
