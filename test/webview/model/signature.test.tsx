// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { SignatureView } from '../../../src/report/signing/signature-view';
import { checkpoint } from '../../support/models/editor-samples';
import { inspected, openPage, type OpenPage } from './open-page';

HTMLCanvasElement.prototype.getContext = () => null;

const { view } = inspected('model.pt', checkpoint());
const RESULT = {
  at: '2026-11-23T20:00:00.000Z',
  signer: 'Signed by release@example.org.',
  trust: 'You named release@example.org.',
  problems: [],
  moreProblems: 0,
  notes: [],
  canRemember: false,
} as const;
const ALL: readonly SignatureView[] = [
  { state: 'absent' },
  { state: 'unverified', file: 'model.sig' },
  { state: 'elsewhere', file: 'model.sig', command: 'mlsecops verify model.pt' },
  { state: 'running', text: 'Hashing: 1 of 2 files' },
  { ...RESULT, state: 'verified', canRemember: true },
  { ...RESULT, state: 'failed', problems: ['weights.bin: Its content is not what was signed.'] },
  { ...RESULT, state: 'impossible', problems: ['The signature is of a kind that is not read.'] },
];

function show(signature: SignatureView): OpenPage {
  const page = openPage();
  page.receive({ type: 'view', view });
  page.receive({ type: 'signature', signature });
  return page;
}

test.each(ALL)('axe finds nothing wrong with $state', async (signature) => {
  const off = { enabled: false };
  const found = await axe.run(show(signature).container, { rules: { 'color-contrast': off, region: off } });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test.each(ALL.filter(({ state }) => state !== 'verified'))('$state is never called signed', (signature) => {
  const { container } = show(signature);
  const card = container.querySelector('[aria-label="Signature"]');
  expect(card?.textContent).not.toMatch(/Signed and verified/u);
  expect(card?.querySelector('.sign-signed')).toBeNull();
});

test('a signature that does not hold is the first thing on the page, framed as a malicious file is', () => {
  const { container } = show(ALL[5]!);
  const first = container.querySelector('main section')!;
  expect(first.getAttribute('aria-label')).toBe('Signature');
  expect(first.classList).toContain('verdict-malicious');
  expect(first.textContent).toMatch(/do not use this model.*weights\.bin/su);
});

test('the buttons verify, cancel and remember', () => {
  const page = show(ALL[1]!);
  fireEvent.click(screen.getByRole('button', { name: 'Verify Signature' }));
  page.receive({ type: 'signature', signature: ALL[3] });
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  page.receive({ type: 'signature', signature: ALL[4] });
  fireEvent.click(screen.getByRole('button', { name: /^Remember/u }));
  expect(page.posted.map(({ type }) => type)).toEqual([
    'ready',
    'verify',
    'cancelVerification',
    'rememberTrust',
  ]);
});

test('where nothing can be verified, the command to do it is shown', () => {
  show(ALL[2]!);
  expect(screen.queryByRole('button', { name: /Verify/u })).toBeNull();
  expect(screen.getByText('mlsecops verify model.pt').tagName).toBe('CODE');
});

test('what is of no known shape is not shown', () => {
  const { container } = show({ state: 'verified', signer: 'me' } as unknown as SignatureView);
  expect(container.textContent).not.toMatch(/Signed/u);
});
