import type { Part } from '../../inventory/part';
import type { BomEntry } from './bom-entry';

/** A part as the comparison of bills sees it, so that two inventories can be compared without writing bills. */
export function partEntry(part: Part): BomEntry {
  const { kind, name, version, purl, license, provider, said } = part;
  return {
    type: kind,
    kind,
    name,
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
    ...(provider === undefined ? {} : { provider }),
    licenses: license === undefined ? [] : [license],
    hashes: said.sha256 === undefined ? [] : [`SHA-256:${said.sha256}`],
    pinning: part.pinning.value,
    openness: part.openness.value,
    signed: part.signed.value,
    scanned: part.scanned.value,
    // Where a part is used moves with every line: that is no change of the part.
    evidence: [],
  };
}
