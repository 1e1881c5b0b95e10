import type { FolderInventory, WirePart } from '../../../../src/protocol/messages';

export const FOLDER = 'file:///project';

interface SamplePart extends Partial<Omit<WirePart, 'pinning' | 'openness' | 'signed' | 'scanned'>> {
  readonly pinning?: WirePart['pinning']['value'];
  readonly openness?: WirePart['openness']['value'];
  readonly signed?: WirePart['signed']['value'];
  readonly scanned?: WirePart['scanned']['value'];
}

/** A part as the server sends it, a hub model without a pin unless said otherwise. */
export function part({ pinning, openness, signed, scanned, ...rest }: SamplePart = {}): WirePart {
  const name = rest.name ?? 'acme/encoder';
  const kind = rest.kind ?? 'model';
  const uses = rest.uses ?? [use('train.py', 11)];
  return {
    id: `${kind}:huggingface/${name}${rest.version === undefined ? '' : `@${rest.version}`}`,
    kind,
    name,
    origin: 'huggingface',
    pinning: { value: pinning ?? 'mutable', reason: 'No revision is given.' },
    openness: { value: openness ?? 'open-weight', reason: 'Its weights can be had.' },
    signed: { value: signed ?? 'unknown', reason: 'It is not in this workspace.' },
    scanned: { value: scanned ?? 'unknown', reason: 'It is not in this workspace.' },
    said: {},
    stages: ['experimentation'],
    ...rest,
    uses,
    useCount: rest.useCount ?? uses.length,
  };
}

/** A use at a line counted from zero. */
export function use(path: string, line: number, cell?: number): WirePart['uses'][number] {
  const start = { line, character: 4 };
  return {
    path,
    location: { start, end: { line, character: 20 }, ...(cell === undefined ? {} : { cell }) },
    via: 'transformers.AutoModel.from_pretrained',
  };
}

export function folder(parts: readonly WirePart[], rest: Partial<FolderInventory> = {}): FolderInventory {
  return { uri: FOLDER, parts, lineage: [], ...rest };
}
