import { MAX_USES, type FolderInventory, type WirePart } from '../../protocol/messages';
import {
  MOST_PANEL_PARTS,
  MOST_PANEL_USES,
  type PanelFact,
  type PanelPart,
  type PanelSupply,
} from '../../protocol/panel-supply';
import { entryPointOf } from '../../report/inventory/entry-point-of';
import { lineageInput } from '../../report/inventory/lineage-input';
import { ownId, withOwnIds } from '../../report/inventory/own-ids';
import { partLook } from '../../report/inventory/part-look';
import {
  KIND_WORDS,
  OPENNESS_WORDS,
  partAlert,
  partNote,
  PINNING_WORDS,
  plainName,
  SCANNED_WORDS,
  SIGNED_WORDS,
} from '../../report/inventory/part-words';
import { oneLine } from '../../report/one-line';
import type { Place } from '../tree/place';
import { placeOfUse, useText } from '../supplychain/part-uses';

type Folders = readonly FolderInventory[];

/** What the panel shows of the supply chain; undefined before the first scan. Of several folders the ids begin with their place. */
export function panelSupply(folders: Folders): PanelSupply | undefined {
  if (folders.length === 0) return undefined;
  const all = folders.map((folder, at) => withOwnIds(folder, at, folders.length));
  const { leftOut, ...lineage } = lineageInput({
    parts: all.flatMap(({ parts }) => parts),
    lineage: all.flatMap((folder) => folder.lineage),
  });
  const drawn = new Set(lineage.nodes.map(({ id }) => id));
  const parts = all.flatMap((folder) => folder.parts);
  const first = parts.filter(({ id }) => drawn.has(id));
  const rest = parts.filter(({ id }) => !drawn.has(id));
  return {
    parts: [...first, ...rest].slice(0, MOST_PANEL_PARTS).map(panelPart),
    total: parts.length,
    lineage,
    leftOut,
  };
}

/** Where in the editor a use of a part of the panel is; undefined when it is gone. */
export function placeOfPartUse(folders: Folders, partId: string, at: number): Place | undefined {
  for (const [index, folder] of folders.entries()) {
    const part = folder.parts.find(({ id }) => ownId(id, index, folders.length) === partId);
    const use = part?.uses[at];
    if (use && at < Math.min(MAX_USES, MOST_PANEL_USES)) return placeOfUse(use, folder.uri);
  }
  return undefined;
}

function panelPart(part: WirePart): PanelPart {
  const alert = partAlert(part);
  const entryPoint = entryPointOf(part);
  return {
    id: part.id,
    name: plainName(part.name),
    version: oneLine(part.version ?? ''),
    kind: KIND_WORDS[part.kind][0],
    note: partNote(part),
    ...partLook(part),
    ...(alert === undefined ? {} : { alert }),
    ...(entryPoint === undefined ? {} : { entryPoint }),
    stages: part.stages,
    facts: factsOf(part),
    uses: part.uses.slice(0, MOST_PANEL_USES).map(useText),
    useCount: part.useCount,
  };
}

function factsOf({
  openness,
  pinning,
  signed,
  scanned,
  license,
  provider,
  origin,
  purl,
}: WirePart): PanelFact[] {
  const plain = (name: string, text: string | undefined): PanelFact[] =>
    text ? [{ name, text: oneLine(text) }] : [];
  return [
    { name: 'Openness', text: OPENNESS_WORDS[openness.value], reason: oneLine(openness.reason) },
    { name: 'Reference', text: PINNING_WORDS[pinning.value], reason: oneLine(pinning.reason) },
    ...(signed.value === 'unknown'
      ? []
      : [{ name: 'Signature', text: SIGNED_WORDS[signed.value], reason: oneLine(signed.reason) }]),
    ...(scanned.value === 'unknown'
      ? []
      : [{ name: 'Inspection', text: SCANNED_WORDS[scanned.value], reason: oneLine(scanned.reason) }]),
    ...plain('License', license),
    ...plain('From', provider ?? origin),
    ...plain('Package URL', purl),
  ];
}
