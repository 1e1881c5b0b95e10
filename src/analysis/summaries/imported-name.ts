import type { SummaryImport } from './file-summary';

/** A name as the importing file spells it. */
export function importedName({ module, name }: Pick<SummaryImport, 'module' | 'name'>): string {
  return name === undefined || name === '*' ? module : nameBelow(module, name);
}

export function nameBelow(module: string, name: string): string {
  return module === '' || module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** Whether a name is that of something of `prefix`, or of its result. */
export function startsBelow(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  const next = name[prefix.length];
  return next === '.' || next === '(' || prefix.endsWith('.');
}
