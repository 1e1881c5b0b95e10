import {
  Disposable as Disposables,
  EventEmitter,
  FileDecoration,
  ThemeColor,
  Uri,
  window,
  workspace,
  type FileDecorationProvider,
} from 'vscode';
import type { Verdict } from '../../models/verdict/finding';
import type { SignatureView } from '../../report/signing/signature-view';
import { MODEL_ENDINGS } from '../names/models';
import type { Disposable } from '../support/emitter';
import { Owner } from '../support/owner';
import type { ModelSignatures } from './signatures/model-signatures';
import type { ModelVerdicts } from './model-verdicts';
import type { ScannedVerdicts } from './scanned-verdicts';

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

export interface ModelMarks {
  readonly verdicts: ModelVerdicts;
  readonly scanned: ScannedVerdicts;
  readonly signatures: ModelSignatures;
}

/** Marks files in the explorer that were inspected or scanned and are not safe, and what was verified in this window. */
export function decorateModels({ verdicts, scanned, signatures }: ModelMarks): Disposable {
  const owner = new Owner();
  const changed = owner.own(new EventEmitter<Uri[]>());
  owner.own(verdicts.onDidChange((uris) => changed.fire([...uris])));
  owner.own(scanned.onDidChange((uris) => changed.fire(uris.map((uri) => Uri.parse(uri)))));
  owner.own(signatures.onDidChange((uri) => changed.fire([uri])));
  owner.own(forgetChanged(verdicts));
  const provider: FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration: (uri) => {
      const look = lookOf(verdicts.get(uri) ?? scanned.get(uri.toString()), signatures.get(uri));
      return look && new FileDecoration(look.badge, look.tooltip, new ThemeColor(look.color));
    },
  };
  owner.own(window.registerFileDecorationProvider(provider));
  return owner;
}

/** What a file was says nothing of what it is after a change; a scan or the open editor looks again. */
function forgetChanged(verdicts: ModelVerdicts): Disposable {
  const watcher = workspace.createFileSystemWatcher(`**/*.{${MODEL_ENDINGS.join(',')}}`, true);
  return Disposables.from(
    watcher,
    watcher.onDidChange((uri) => verdicts.forget(uri)),
    watcher.onDidDelete((uri) => verdicts.forget(uri)),
  );
}

/** There is room for one mark: the worst. A harmful file that is signed is a harmful file. */
function lookOf(verdict: Verdict | undefined, signature: SignatureView | undefined): Look | undefined {
  const own = verdict === undefined || verdict === 'safe' ? undefined : LOOKS[verdict];
  if (signature?.state === 'failed') {
    const look = {
      badge: '!',
      tooltip: 'MLSecOps: the signature does not hold',
      color: 'list.errorForeground',
    };
    return verdict === 'malicious' && own
      ? { ...own, tooltip: `${own.tooltip}; its signature does not hold` }
      : look;
  }
  if (signature?.state !== 'verified') return own;
  const signed = `signed, and verified. ${signature.signer ?? ''}`;
  return own
    ? { ...own, tooltip: `${own.tooltip}; ${signed}` }
    : { badge: '✓', tooltip: `MLSecOps: ${signed}`, color: 'testing.iconPassed' };
}
