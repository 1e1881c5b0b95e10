/**
 * Whether a name fits a pattern in which `*` stands for any characters; upper and lower case are the same. Takes time in proportion to
 * the product of both lengths, whatever they hold.
 */
export function fitsPattern(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = name.toLowerCase();
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let afterStar = 0;
  while (at < given.length) {
    if (wanted[inPattern] === '*') {
      star = inPattern++;
      afterStar = at;
    } else if (wanted[inPattern] === given[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++afterStar;
    } else return false;
  }
  while (wanted[inPattern] === '*') inPattern++;
  return inPattern === wanted.length;
}
