import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { TopFields } from './top-fields';

/** Says that a file breaks off within `what`, where it does. */
export function tellDamage(
  inspector: Inspector,
  { message, whole }: TopFields,
  what: string,
  place: Surroundings,
): void {
  if (whole) return;
  const text = `The file ends within the ${what}, or is damaged.`;
  inspector.tell('incomplete', 'broken', text, place.where, message.brokenAt);
}
