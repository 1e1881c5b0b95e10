import { placeOf, samePlace, type Place } from './panel-state';

/** Where the user has been in this session; not kept over a reload. */
export interface History {
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
}

export const NO_HISTORY: History = { back: [], forward: [] };

const LIMIT = 50;

/** Leaving `from` for `to`: forgets what lay ahead, as a browser does. */
export function leave(history: History, from: Place, to: Place): History {
  if (samePlace(from, to)) return history;
  return { back: [...history.back, placeOf(from)].slice(-LIMIT), forward: [] };
}

/** One step back from `present`, or undefined at the beginning. */
export function stepBack(history: History, present: Place): { place: Place; history: History } | undefined {
  const place = history.back.at(-1);
  if (!place) return undefined;
  const forward = [placeOf(present), ...history.forward];
  return { place, history: { back: history.back.slice(0, -1), forward } };
}

/** One step forward from `present`, or undefined at the end. */
export function stepForward(
  history: History,
  present: Place,
): { place: Place; history: History } | undefined {
  const [place, ...forward] = history.forward;
  if (!place) return undefined;
  return { place, history: { back: [...history.back, placeOf(present)], forward } };
}
