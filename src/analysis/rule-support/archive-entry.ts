import type { Expression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { flowOptions } from './flow-options';

const LISTINGS =
  /^(?:zipfile\.(?:ZipFile|PyZipFile)|tarfile\.(?:open|TarFile|TarFile\.open)|rarfile\.RarFile|py7zr\.SevenZipFile)\(\)(?:\.(?:namelist|infolist|getmembers|getnames|getinfo|next|filelist))?$/u;

/** Whether a path is built with the name of an archive's member, as the archive gives it: not its last part alone. */
export function holdsMemberName(path: Expression, context: RuleContext): boolean {
  const { model } = context;
  return model
    .origins(path, {
      ...flowOptions('path', (call) => call.names.some((name) => LISTINGS.test(name)), context),
      sanitizes: (call) => call.names.includes('os.path.basename'),
    })
    .some(
      ({ expression, access }) =>
        !access.includes('name()') &&
        expression.kind === 'call' &&
        expression.names.some((name) => LISTINGS.test(name)) &&
        !isFileOfPath(access),
    );
}

/** `Path(member.filename).name` is the last part; `member.name` of a tar file is the whole. */
function isFileOfPath(access: readonly string[]): boolean {
  const last = access.at(-1);
  return (last === 'name' && access.includes('filename')) || last === 'stem' || last === 'suffix';
}
