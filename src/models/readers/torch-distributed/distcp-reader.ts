import { WindowSource, type ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { joinPath, type Surroundings } from '../../place';
import { findDirectories } from '../../zip/end-records';
import { END, LOCAL } from '../../zip/zip-headers';
import { u16, u32 } from '../../bytes/numbers';
import type { Candidate, FormatReader } from '../format-reader';

const CHUNK = 256 * 1024;
const END_LENGTH = 22;

/**
 * A file of a distributed checkpoint of PyTorch: what `torch.save` writes, once for each tensor or part of one, end to end. The file
 * `.metadata` beside it says where each begins, and the loader gives `torch.load` that part alone
 * (https://github.com/pytorch/pytorch/blob/main/torch/distributed/checkpoint/filesystem.py). A file that is no such chain to its last
 * byte is inspected as any archive is.
 */
export const distcpReader: FormatReader = {
  recognises: ({ head, place }: Candidate) => place.name.endsWith('.distcp') && u32(head, 0) === LOCAL,
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const ends = archiveEnds(inspector, source);
    if (!ends || ends.length < 2) return undefined;
    let start = 0;
    for (const end of ends) {
      if (inspector.budget.expired) break;
      inspector.inspectBytes(new WindowSource(source, start, end - start), {
        ...place,
        where: joinPath(place.where, `0x${start.toString(16)}`),
        name: 'part.pt',
        depth: place.depth + 1,
      });
      start = end;
    }
    return 'torch-zip';
  },
};

/** Where each archive of a chain ends; undefined when the file is none, or longer than may be read. */
function archiveEnds({ budget }: Inspector, source: ByteSource): readonly number[] | undefined {
  const ends: number[] = [];
  let start = 0;
  for (let at = 0; at < source.size; at += CHUNK) {
    if (budget.expired || !budget.take('bytes', CHUNK) || !budget.take('members', 1)) return undefined;
    const bytes = source.read(at, CHUNK + END_LENGTH).slice();
    for (
      let found = bytes.indexOf(0x50);
      found >= 0 && found < CHUNK;
      found = bytes.indexOf(0x50, found + 1)
    ) {
      if (u32(bytes, found) !== END) continue;
      const end = at + found + END_LENGTH + u16(bytes, found + 20);
      if (!isArchive(source, start, end)) continue;
      ends.push(end);
      start = end;
    }
  }
  return start === source.size ? ends : undefined;
}

/** Whether exactly one archive stands there, from its first byte to its last. */
function isArchive(source: ByteSource, start: number, end: number): boolean {
  if (end > source.size || u32(source.read(start, 4), 0) !== LOCAL) return false;
  const [last] = findDirectories(new WindowSource(source, start, end - start));
  return last?.prefix === 0 && last.endEnd === end - start;
}
