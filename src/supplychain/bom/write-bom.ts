import type { BomRequest } from './bom-request';
import { cyclonedxBom } from './cyclonedx/cyclonedx-bom';
import { spdxBom } from './spdx/spdx-bom';

/** The bill of materials of a workspace as text: the same request, the same bytes. */
export function writeBom(request: BomRequest): Promise<string> {
  return request.spec === 'spdx-3.0' ? spdxBom(request) : cyclonedxBom(request, request.spec);
}
