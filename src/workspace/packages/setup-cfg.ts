import type { PackageFact } from './package-fact';
import { readRequirements } from './requirements-file';

/** Reads `install_requires` and the extras of a `setup.cfg`: values that go on over indented lines. */
export function readSetupCfg(text: string): readonly PackageFact[] {
  const lines: string[] = [];
  let section = '';
  let inValue = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header) {
      section = header[1] ?? '';
      inValue = false;
      continue;
    }
    const option = /^([A-Za-z_][\w.-]*)\s*[=:](.*)$/.exec(line);
    if (option) {
      inValue =
        section === 'options.extras_require' || (section === 'options' && option[1] === 'install_requires');
      if (inValue) lines.push(option[2] ?? '');
    } else if (inValue && /^\s/.test(line)) {
      lines.push(line);
    }
  }
  return readRequirements(lines.join('\n'));
}
