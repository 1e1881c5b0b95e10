import { Enums, Models } from '@cyclonedx/cyclonedx-library';
import type { Part } from '../../inventory/part';
import { hubPage } from '../hub-page';
import { publicAddress } from '../public-address';
import { uriSegment } from '../uri-segment';

/** Where more is to be found: the page on a hub, the address it is fetched from, the signature that lies with it. */
export function externalReferences(part: Part): Models.ExternalReferenceRepository {
  const { Website, Distribution, DigitalSignature } = Enums.ExternalReferenceType;
  const references = new Models.ExternalReferenceRepository();
  const page = hubPage(part);
  if (page !== undefined) references.add(new Models.ExternalReference(page, Website));
  const address = publicAddress(part.said.address ?? '');
  if (address !== undefined) references.add(new Models.ExternalReference(address, Distribution));
  const { signature } = part.said;
  if (signature !== undefined && signature !== '') {
    const comment = 'Lies with the file; it was not verified for this bill.';
    const url = signature.split('/').map(uriSegment).join('/');
    references.add(new Models.ExternalReference(url, DigitalSignature, { comment }));
  }
  return references;
}
