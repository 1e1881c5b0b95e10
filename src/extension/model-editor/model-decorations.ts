import {
  EventEmitter,
  FileDecoration,
  ThemeColor,
  window,
  type FileDecorationProvider,
  type Uri,
} from 'vscode';
import type { Verdict } from '../../models/verdict/finding';
import type { Disposable } from '../support/emitter';
import { Owner } from '../support/owner';
import type { ModelVerdicts } from './model-verdicts';

interface Look {
  readonly badge: string;
  readonly tooltip: string;
  readonly color: string;
}

const LOOKS: Readonly<Record<Exclude<Verdict, 'safe'>, Look>> = {
  malicious: {
    badge: '✕',
    tooltip: 'MLSecOps: malicious, loading it does harm',
    color: 'list.errorForeground',
  },
  suspicious: {
    badge: '?',
    tooltip: 'MLSecOps: unknown code or a doubtful file',
    color: 'list.warningForeground',
  },
  incomplete: { badge: '…', tooltip: 'MLSecOps: not fully analysed', color: 'disabledForeground' },
};

/** Marks files in the explorer that were inspected and are not safe. */
export function decorateModels(verdicts: ModelVerdicts): Disposable {
  const owner = new Owner();
  const changed = owner.own(new EventEmitter<Uri[]>());
  owner.own(verdicts.onDidChange((uris) => changed.fire([...uris])));
  const provider: FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration: (uri) => {
      const verdict = verdicts.get(uri);
      if (verdict === undefined || verdict === 'safe') return undefined;
      const { badge, tooltip, color } = LOOKS[verdict];
      return new FileDecoration(badge, tooltip, new ThemeColor(color));
    },
  };
  owner.own(window.registerFileDecorationProvider(provider));
  return owner;
}
