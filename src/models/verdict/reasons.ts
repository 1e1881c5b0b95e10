import { EFFECT_NAMES } from './effect-names';
import type { NameVerdict } from './name-verdict';

/** Why a name is not safe, as the rest of a sentence. */
export function reasonFor({ because, does, verdict, is }: NameVerdict): string {
  switch (because) {
    case 'script':
      return 'code of the script that saved the file, which is not in the file';
    case 'internals':
      return "it reaches into Python's internals";
    case 'hidden-module':
      return `a harmful module under another address; it ${effect(does)}`;
    case 'name':
      return 'nobody knows it, and its name says that it runs what it is given';
    case 'torchscript':
      return 'a class of TorchScript, which only a TorchScript archive can hold';
    case 'unknown':
      return 'unknown code: nothing that a known framework writes';
    case 'listed':
      if (is === 'code') return 'it makes a function or class from code in the file';
      return verdict === 'malicious' ? `it ${effect(does)}` : `doubtful: it ${effect(does)}`;
  }
}

function effect(does: NameVerdict['does']): string {
  return does === undefined ? 'does harm' : EFFECT_NAMES[does];
}
