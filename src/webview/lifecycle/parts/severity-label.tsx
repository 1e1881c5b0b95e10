import type { Severity } from '../../../analysis/severity';
import { Icon } from './icon';

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** Severity as a shape and a word for screen readers; colour only adds to it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  return (
    <span class={`severity severity-${severity}`}>
      <Icon name={severity} />
      <span class="visually-hidden">{WORDS[severity]}</span>
    </span>
  );
}
