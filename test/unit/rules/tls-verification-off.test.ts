import { expect, it } from 'vitest';
import { onlyFinding } from '../../support/findings-of';

const ID = 'tls-verification-off';

it('tells a host that is not compared from a certificate that is not checked', () => {
  const code = (mode: string): string =>
    `def context(ctx):\n    ctx.verify_mode = ${mode}\n    ctx.check_hostname = False\n    return ctx\n`;
  const chain = onlyFinding(ID, code('ssl.CERT_REQUIRED'));
  expect(chain).toMatchObject({ severity: 'info' });
  expect(chain.message).toContain('accepts a certificate of any host');
  const nothing = onlyFinding(ID, code('mode'));
  expect(nothing).toMatchObject({ severity: 'warning' });
  expect(nothing.message).toContain("switches the check of the server's certificate off");
});
