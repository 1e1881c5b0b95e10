import { entriesOf, stringOf, type DataNode } from '../../content/data-node';
import type { PackageOption } from '../../content/package-request';

const OPTIONS = new Set(['index-url', 'extra-index-url', 'trusted-host', 'find-links', 'no-index']);

/** The options that a `pip.conf` gives every call of pip, and the registries of an `.npmrc`, also for one scope. */
export function installerOptions(root: DataNode): readonly PackageOption[] {
  const registries = entriesOf(root).flatMap(({ key, value, range }): readonly PackageOption[] => {
    const address = stringOf(value);
    return /^(?:@[\w.-]+:)?registry$/u.test(key) && address !== undefined
      ? [{ name: '--registry', value: address, range }]
      : [];
  });
  const options = entriesOf(root).flatMap((section) =>
    entriesOf(section.value).flatMap(({ key, value, range }): readonly PackageOption[] => {
      const name = key.replaceAll('_', '-');
      if (!OPTIONS.has(name)) return [];
      const addresses = (stringOf(value) ?? '').split(/\s+/u).filter((one) => one !== '');
      return addresses.map((address) => ({ name: `--${name}`, value: address, range }));
    }),
  );
  return [...registries, ...options];
}
