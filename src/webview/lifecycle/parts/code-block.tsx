import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon';

const REMEMBER_MS = 2_000;

/** Code or commands with a button that copies them. */
export function CodeBlock({ text, name }: { readonly text: string; readonly name: string }) {
  const code = text.replace(/\n+$/, '');
  return (
    <div class="code-block">
      {/* A long line scrolls sideways, which needs a tab stop for the keyboard. */}
      <pre tabIndex={0} role="region" aria-label={name}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} name={name} />
    </div>
  );
}

function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const [result, setResult] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), REMEMBER_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setResult('copied'),
      () => setResult('failed'),
    );
  };
  return (
    <>
      <button type="button" class="icon-button copy" aria-label={`Copy: ${name}`} title="Copy" onClick={copy}>
        <Icon name={result === 'copied' ? 'check' : 'copy'} />
      </button>
      <span class="visually-hidden" role="status">
        {result === 'copied' ? 'Copied' : result === 'failed' ? 'Copying is not allowed here' : ''}
      </span>
    </>
  );
}
