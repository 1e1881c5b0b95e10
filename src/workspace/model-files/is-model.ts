import { CONTAINER_FORMATS } from '../../models/container-formats';
import type { Format } from '../../models/formats';
import type { Inspection } from '../../models/inspection';

/** Formats that anybody may use for anything. */
const COMMON: readonly Format[] = [...CONTAINER_FORMATS, 'hdf5', 'python', 'yaml-config', 'unknown'];

/**
 * Whether a file is one of those with which Python finds packages: they share their ending with checkpoints, and are text
 * (https://docs.python.org/3/library/site.html).
 */
export function isPathFile(path: string, { format }: Inspection, head: Uint8Array): boolean {
  return path.endsWith('.pth') && format === 'unknown' && head.every((byte) => byte >= 9 && byte !== 0x7f);
}

/**
 * Whether a file whose name does not say so is a model: it is of a format of models, or an archive with some in it. What turned out to
 * do harm is one, whatever it is. Text that happens to read as a pickle is none.
 */
export function isModel({ format, verdict, members }: Inspection, head: Uint8Array): boolean {
  if (verdict === 'malicious') return true;
  if (format === 'pickle') return head[0] === 0x80;
  return (
    !COMMON.includes(format) || members.some((member) => member.format && !COMMON.includes(member.format))
  );
}
