/**
 * The names that a `call` of an API stands for: `{a,b}` lists alternatives within one segment, several lists multiply.
 * A brace that is not closed is taken literally.
 */
export function callAlternatives(call: string): readonly string[] {
  const open = call.indexOf('{');
  const close = call.indexOf('}', open);
  if (open < 0 || close < 0) return [call];
  const rests = callAlternatives(call.slice(close + 1));
  const names: string[] = [];
  for (const choice of call.slice(open + 1, close).split(',')) {
    for (const rest of rests) names.push(call.slice(0, open) + choice.trim() + rest);
  }
  return names;
}
