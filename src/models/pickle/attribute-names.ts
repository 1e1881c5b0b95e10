/** Methods of harmless objects that read, write or run. */
const DANGEROUS =
  /^(?:to_\w+|tofile|dump|dumps|save\w*|write\w*|read_\w+|eval|query|open|unlink|rmdir|mkdir|touch|rename|replace_file|exec\w*|system|popen|spawn\w*|load\w*|from_pretrained|push_to_hub|connect|send\w*|urlopen|download\w*|fromfile|memmap|__\w+__)$/u;

export function dangerousMethod(name: string): boolean {
  return DANGEROUS.test(name.slice(name.lastIndexOf('.') + 1));
}

export function isDunder(name: string): boolean {
  return /^__\w+__$/u.test(name);
}
