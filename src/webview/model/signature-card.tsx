import type { FromModelPage } from '../../protocol/model/from-model-page';
import type { SignatureResult, SignatureView } from '../../report/signing/signature-view';
import { Sign, type SignKind } from './sign';

interface SignatureCardProps {
  readonly signature: SignatureView;
  readonly post: (message: FromModelPage) => void;
}

const RESULTS: Readonly<
  Record<
    SignatureResult['state'],
    { readonly look: SignKind; readonly sign: SignKind; readonly title: string }
  >
> = {
  verified: { look: 'safe', sign: 'signed', title: 'Signed and verified' },
  // As loud as a malicious file: somebody changed it, or somebody else made it.
  failed: {
    look: 'malicious',
    sign: 'unsigned',
    title: 'The signature does not hold: do not use this model',
  },
  impossible: { look: 'incomplete', sign: 'incomplete', title: 'The signature could not be verified' },
};

/** What is known of the signature. Only a verification says "signed". */
export function SignatureCard({ signature, post }: SignatureCardProps) {
  const verify = () => post({ type: 'verify' });
  switch (signature.state) {
    case 'absent':
      return (
        <section class="signature-line quiet" aria-label="Signature">
          No signature lies beside it.
        </section>
      );
    case 'elsewhere':
      return (
        <section class="signature-line" aria-label="Signature">
          A signature lies beside it ({signature.file}). It has not been verified: that needs the files on a
          disk. On the desktop or in a terminal, run <code>{signature.command}</code>.
        </section>
      );
    case 'unverified':
      return (
        <section class="signature-line" aria-label="Signature">
          <span>A signature lies beside it ({signature.file}). It has not been verified.</span>
          <button type="button" class="button" onClick={verify}>
            Verify Signature
          </button>
        </section>
      );
    case 'running':
      return (
        <section class="signature-line progress" aria-label="Signature">
          <progress aria-label="Verifying the signature" />
          <span class="quiet" role="status">
            {signature.text}
          </span>
          <button type="button" class="button" onClick={() => post({ type: 'cancelVerification' })}>
            Cancel
          </button>
        </section>
      );
    default:
      return <ResultCard result={signature} post={post} onAgain={verify} />;
  }
}

interface ResultCardProps {
  readonly result: SignatureResult;
  readonly post: SignatureCardProps['post'];
  readonly onAgain: () => void;
}

function ResultCard({ result, post, onAgain }: ResultCardProps) {
  const { look, sign, title } = RESULTS[result.state];
  const { signer, trust, content, problems, moreProblems, notes, at } = result;
  const isVerified = result.state === 'verified';
  return (
    <section class={`verdict-card signature-card verdict-${look}`} aria-label="Signature">
      <Sign kind={sign} />
      <div class="verdict-text" role={result.state === 'failed' ? 'alert' : 'status'}>
        <h2>{title}</h2>
        {/* Who made a signature that the files do not fit says nothing for the files. */}
        {signer !== undefined && <p>{isVerified ? signer : `The signature itself: ${signer}`}</p>}
        {problems.length > 0 && (
          <ul class="problems">
            {problems.map((problem, at) => (
              <li key={at}>{problem}</li>
            ))}
            {moreProblems > 0 && <li class="quiet">and {moreProblems.toLocaleString('en-US')} more</li>}
          </ul>
        )}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p class="quiet">
          {[
            trust,
            content === undefined ? undefined : `As signed: ${content}.`,
            `Looked at ${new Date(at).toLocaleString()}.`,
          ]
            .filter((text) => text !== undefined)
            .join(' ')}
          {isVerified && ' A signature says who made a model, not that the model is good.'}
        </p>
        {!isVerified && (
          <button type="button" class="button" onClick={onAgain}>
            Verify Again
          </button>
        )}
        {result.canRemember && (
          <button type="button" class="button" onClick={() => post({ type: 'rememberTrust' })}>
            Remember as Policy…
          </button>
        )}
      </div>
    </section>
  );
}
