import type { Verdict } from '../../verdict/finding';
import { EFFECT_NAMES } from '../../verdict/effect-names';
import { builtInGlobals } from '../../verdict/built-in-globals';
import { judgeName } from '../../verdict/judge-name';
import { reasonFor } from '../../verdict/reasons';
import { knownName, type KnownName } from '../names/model-names';
import { publicKerasModule } from './keras-place';

/** What is known of a class or function that a configuration names. */
export interface KerasVerdict {
  readonly verdict: Verdict;
  /** Why it is not safe, as the rest of a sentence. */
  readonly reason: string;
}

const SAFE: KerasVerdict = { verdict: 'safe', reason: '' };
const UNKNOWN: KerasVerdict = {
  verdict: 'suspicious',
  reason: 'unknown code: it is not in the file, and no known library writes it',
};

/** What is known of a class. @param registered the name under which it is registered, `package>Class` */
export function judgeKerasClass(
  name: string,
  module: string | undefined,
  registered: string | undefined,
): KerasVerdict {
  const ownModule = module === undefined || module === '' ? undefined : module;
  if (ownModule !== undefined) {
    const place = judgeModule(ownModule, name);
    if (place.verdict !== 'safe') return place;
  }
  const owner = registered?.includes('>') ? registered.slice(0, registered.indexOf('>')) : undefined;
  if (owner !== undefined) return knownName('keras-package', owner) ? SAFE : UNKNOWN;
  if (ownModule !== undefined) {
    const listed = knownName('keras-class', name);
    return listed && listed.verdict !== 'safe' ? listedAs(listed) : SAFE;
  }
  const bare = name.slice(name.indexOf('>') + 1);
  if (bare !== name && knownName('keras-package', name.slice(0, name.indexOf('>')))) return SAFE;
  return listedAs(knownName('keras-class', bare));
}

/** What is known of a function. */
export function judgeKerasFunction(name: string, module: string | undefined): KerasVerdict {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const place = module === undefined ? undefined : publicKerasModule(module);
  if (module !== undefined && module !== 'builtins' && place === undefined) return judgeOther(module, name);
  const acting = knownName('keras-function', last);
  if (acting && acting.verdict !== 'safe') return listedAs(acting);
  if (place !== undefined) {
    if (knownName('keras-function', last, place)) return SAFE;
    return listedAs(knownName('keras-module', place, 'function'));
  }
  // Keras gives functions of users this module too, so only what Python itself has there is judged by it.
  const builtIn = judgeName(builtInGlobals(), 'builtins', name);
  if (module === 'builtins' && builtIn.because !== 'unknown') return judgeOther(module, name);
  return knownName('keras-function', last, '') ? SAFE : UNKNOWN;
}

/** Whether classes of this module are what layers and the like are. */
function judgeModule(module: string, name: string): KerasVerdict {
  const place = publicKerasModule(module);
  if (place === undefined) {
    return knownName('keras-module', module)?.verdict === 'safe' ? SAFE : judgeOther(module, name);
  }
  const acting = knownName('keras-function', name);
  if (acting && acting.verdict !== 'safe') return listedAs(acting);
  return knownName('keras-function', name, place) ? SAFE : listedAs(knownName('keras-module', place));
}

function judgeOther(module: string, name: string): KerasVerdict {
  const verdict = judgeName(builtInGlobals(), module, name);
  // A harmful module is harmful whatever is asked of it.
  const root = builtInGlobals().harmfulModule(module.split('.')[0] ?? module);
  if (verdict.verdict !== 'malicious' && root && module !== 'builtins') {
    return { verdict: 'malicious', reason: effectOf(root) };
  }
  if (verdict.verdict === 'safe') return SAFE;
  return { verdict: verdict.verdict, reason: reasonFor(verdict) };
}

function listedAs(entry: KnownName | undefined): KerasVerdict {
  if (!entry) return UNKNOWN;
  if (entry.verdict === 'safe') return SAFE;
  return { verdict: entry.verdict, reason: effectOf(entry) };
}

function effectOf({ does }: Pick<KnownName, 'does'>): string {
  return does === undefined ? 'it does harm' : `it ${EFFECT_NAMES[does]}`;
}
