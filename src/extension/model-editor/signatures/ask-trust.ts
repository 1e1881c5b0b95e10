import { window, type OpenDialogOptions, type Uri } from 'vscode';
import type { GivenTrust } from '../../../protocol/model/verifier-messages';
import { fileName } from '../file-name';

/**
 * Asks whom the user trusts, in the way that the signature needs. Nothing is proposed: what comes with a model says nothing about
 * whether to trust it.
 *
 * @returns undefined when the user gives up
 */
export async function askTrust(model: Uri, needs: GivenTrust['method']): Promise<GivenTrust | undefined> {
  if (needs === 'sigstore') return askIdentity(model);
  const key = needs === 'key';
  const options: OpenDialogOptions = {
    title: key
      ? `Whose key do you trust for ${fileName(model)}? Choose the public key, as a PEM file`
      : `Which root do you trust for ${fileName(model)}? Choose the certificates, as a PEM file`,
    openLabel: key ? 'Trust This Key' : 'Trust These Certificates',
    filters: { PEM: ['pem', 'pub', 'crt', 'cer', 'key'], 'All files': ['*'] },
  };
  const [chosen] = (await window.showOpenDialog(options)) ?? [];
  if (!chosen) return undefined;
  if (chosen.scheme !== 'file') throw new Error('Choose a file on this machine.');
  return { method: needs, file: chosen.fsPath };
}

async function askIdentity(model: Uri): Promise<GivenTrust | undefined> {
  const ask = (step: string, prompt: string, placeHolder: string): Thenable<string | undefined> =>
    window.showInputBox({
      title: `Who must have signed ${fileName(model)}? (${step} of 2)`,
      prompt,
      placeHolder,
      ignoreFocusOut: true,
      validateInput: (value) =>
        value.trim() === '' ? 'It is compared as a whole, so it cannot be empty.' : undefined,
    });
  const identity = await ask(
    '1',
    'The signer: an e-mail address, or the URI of a workflow. Compared as a whole.',
    'release@example.org',
  );
  if (identity === undefined) return undefined;
  const issuer = await ask(
    '2',
    'Who vouches for that name: the URI of the OpenID provider.',
    'https://token.actions.githubusercontent.com',
  );
  if (issuer === undefined) return undefined;
  return { method: 'sigstore', identity: identity.trim(), issuer: issuer.trim() };
}
