import {
  Disposable,
  window,
  type CustomReadonlyEditorProvider,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import { MODEL_EDITOR, MODEL_EDITOR_OPTION } from '../names/models';
import { ModelDocument } from './model-document';
import type { ModelHost } from './model-host';
import { ModelPage } from './model-page';
import type { ModelSignatures } from './signatures/model-signatures';
import type { ModelVerdicts } from './model-verdicts';
import { VirtualTexts } from './virtual-texts';

export interface ModelEditorInput {
  readonly extensionUri: Uri;
  readonly host: ModelHost;
  readonly verdicts: ModelVerdicts;
  readonly signatures: ModelSignatures;
  readonly log: LogOutputChannel;
  readonly learn: (entry: string) => Promise<void>;
}

/** Registers the read-only editor of model files. */
export function provideModelEditor({ host, verdicts, signatures, ...rest }: ModelEditorInput): Disposable {
  const opcodes = new VirtualTexts('mlsecops-opcodes');
  const provider: CustomReadonlyEditorProvider<ModelDocument> = {
    openCustomDocument: (uri) =>
      new ModelDocument({
        uri,
        host,
        signatures,
        onVerdict: (file, verdict) => verdicts.set(file, verdict),
      }),
    resolveCustomEditor: (document, panel) => {
      // It lives as long as the panel, which disposes it.
      new ModelPage({ document, panel, opcodes, signatures, ...rest });
    },
  };
  const options = { supportsMultipleEditorsPerDocument: true };
  return Disposable.from(
    opcodes,
    ...[MODEL_EDITOR, MODEL_EDITOR_OPTION].map((type) =>
      window.registerCustomEditorProvider(type, provider, options),
    ),
  );
}
