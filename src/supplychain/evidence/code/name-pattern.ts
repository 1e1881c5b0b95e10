/**
 * A test for qualified names. A name stands for itself and everything below it: `garak` for `garak.cli.main`. `*` is a part of one
 * segment, and `*.` at the beginning any module.
 */
export function namePattern(names: readonly string[]): RegExp {
  const alternatives = names.map((name) => {
    const anywhere = name.startsWith('*.');
    const rest = (anywhere ? name.slice(2) : name)
      .replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`)
      .replaceAll('*', String.raw`[\w$]+`);
    return `${anywhere ? String.raw`(?:.*\.)?` : ''}${rest}`;
  });
  return new RegExp(String.raw`^(?:${alternatives.join('|')})(?:$|\.|\(\))`, 'u');
}
