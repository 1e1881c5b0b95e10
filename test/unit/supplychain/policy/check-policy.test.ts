import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../src/supplychain/inventory/part';
import { checkPolicy, type Violation } from '../../../../src/supplychain/policy/check-policy';
import type { Policy } from '../../../../src/supplychain/policy/policy-schema';

const TODAY = '2026-11-23';
const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

function part(given: Partial<Part> = {}): Part {
  const { kind = 'model', origin = 'huggingface', name = 'acme/encoder' } = given;
  const unknown = { value: 'unknown', reason: '' } as const;
  return {
    id: `${kind}:${origin}/${name}`,
    kind,
    origin,
    name,
    pinning: unknown,
    openness: unknown,
    signed: unknown,
    scanned: unknown,
    said: {},
    stages: [],
    uses: [{ path: 'src/app.py', location: at(3), via: 'from_pretrained' }],
    ...given,
  };
}

function check(
  parts: readonly Part[],
  policy: Partial<Policy>,
  stages: readonly string[] = [],
  today = TODAY,
): readonly Violation[] {
  const whole = { mustBe: [], exceptions: [], ...policy };
  return checkPolicy({ parts, lineage: [] }, whole, [{ path: 'src/app.py', stages }], today);
}

const rules = (...given: Parameters<typeof check>): readonly string[] =>
  check(...given).map(({ rule }) => rule);
const closed = { value: 'closed-service', reason: '' } as const;

describe('a policy', () => {
  it('names each place of each part that does not keep to it', () => {
    const uses = [
      { path: 'src/app.py', location: at(3), via: 'from_pretrained' },
      { path: 'src/other.py', location: at(8), via: 'from_pretrained' },
    ];
    const found = check([part({ uses, version: 'main' }), part({ name: 'good/encoder', uses })], {
      organizations: { allow: ['Good'] },
    });
    expect(found).toMatchObject([
      { rule: 'policy-organization-not-approved', severity: 'warning', use: { path: 'src/app.py' } },
      {
        rule: 'policy-organization-not-approved',
        use: { path: 'src/other.py', location: { start: { line: 8 } } },
      },
    ]);
    expect(found[0]?.message).toBe(
      "`acme/encoder@main` belongs to `acme`, which the project's policy does not approve. Approved: `Good`.",
    );
  });

  it.each<[string, Partial<Part>, Partial<Policy>, readonly string[]]>([
    [
      'a hub that is not approved',
      { origin: 'torch-hub' },
      { sources: { allow: ['huggingface'] } },
      ['policy-source-not-approved'],
    ],
    [
      'an approved host',
      { origin: 'url', said: { address: 'https://models.example.org/a.bin' } },
      { sources: { allow: ['models.example.org'] } },
      [],
    ],
    [
      'a host that is not approved',
      { origin: 'url', said: { address: 'https://user@evil.example/a.bin' } },
      { sources: { allow: ['models.example.org'] } },
      ['policy-source-not-approved'],
    ],
    [
      'a forbidden hub',
      { origin: 'kaggle' },
      { sources: { deny: ['Kaggle'] } },
      ['policy-source-not-approved'],
    ],
    ['a source that is not known', { origin: 'unknown' }, { sources: { allow: ['huggingface'] } }, []],
    [
      'a file of the workspace',
      { origin: 'local', name: 'models/a.bin' },
      { sources: { allow: ['huggingface'] }, organizations: { allow: ['x'] } },
      [],
    ],
    [
      'a library',
      { kind: 'library', origin: 'pypi', name: 'torch' },
      { sources: { allow: ['huggingface'] } },
      [],
    ],
    ['a name without an owner', { name: 'bert-base' }, { organizations: { allow: ['acme'] } }, []],
    [
      'a license of two that is approved',
      { license: 'GPL-3.0-only OR MIT' },
      { licenses: { allow: ['mit'] } },
      [],
    ],
    [
      'two licenses of which one is not',
      { license: '(MIT AND CC-BY-NC-4.0)' },
      { licenses: { allow: ['MIT'] } },
      ['policy-license-not-approved'],
    ],
    [
      'a forbidden license',
      { license: 'cc-by-nc-4.0' },
      { licenses: { deny: ['CC-BY-NC-4.0'] } },
      ['policy-license-not-approved'],
    ],
    ['a license nobody knows', {}, { licenses: { allow: ['MIT'] } }, []],
    [
      'a license nobody knows, refused',
      {},
      { licenses: { allow: ['MIT'], unknown: 'refuse' } },
      ['policy-license-not-approved'],
    ],
    [
      'a provider that is not approved',
      { kind: 'hosted-model', origin: 'openai', name: 'gpt-4o' },
      { providers: { allow: ['anthropic'] } },
      ['policy-provider-not-approved'],
    ],
    [
      'a provider by its own name',
      { kind: 'hosted-model', origin: 'x', provider: 'Mistral AI', name: 'm' },
      { providers: { allow: ['mistral-ai'] } },
      [],
    ],
    [
      'what is unpinned',
      { pinning: { value: 'mutable', reason: '' } },
      { mustBe: [{ be: ['pinned'] }] },
      ['policy-part-unpinned'],
    ],
    ['what is pinned', { pinning: { value: 'pinned', reason: '' } }, { mustBe: [{ be: ['pinned'] }] }, []],
    ['what nobody can tell', {}, { mustBe: [{ be: ['pinned', 'signed', 'scanned'] }] }, []],
    [
      'what is unsigned',
      { signed: { value: 'none', reason: '' } },
      { mustBe: [{ be: ['signed'] }] },
      ['policy-part-unsigned'],
    ],
    [
      'a signature that does not hold',
      { signed: { value: 'failed', reason: '' } },
      { mustBe: [{ be: ['signed'] }] },
      ['policy-part-unsigned'],
    ],
    [
      'what could not be looked at',
      { scanned: { value: 'incomplete', reason: '' } },
      { mustBe: [{ be: ['scanned'] }] },
      ['policy-part-unscanned'],
    ],
    [
      'another kind',
      { signed: { value: 'none', reason: '' } },
      { mustBe: [{ be: ['signed'], kinds: ['adapter'] }] },
      [],
    ],
    [
      'another name',
      { signed: { value: 'none', reason: '' } },
      { mustBe: [{ be: ['signed'], names: ['other/*'] }] },
      [],
    ],
    [
      'a name that fits',
      { signed: { value: 'none', reason: '' } },
      { mustBe: [{ be: ['signed'], names: ['*/ENC*'] }] },
      ['policy-part-unsigned'],
    ],
  ])('judges %s', (_what, given, policy, expected) => {
    expect(rules([part(given)], policy)).toEqual(expected);
  });

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['at a stage that may', ['experimentation'], ['experimentation'], []],
    ['at a stage that may not', ['model-serving'], ['experimentation'], ['policy-closed-service']],
    ['where nobody knows the stage', [], ['experimentation'], []],
    ['where none may', [], [], ['policy-closed-service']],
  ])('judges a closed service %s', (_where, stages, allowed, expected) => {
    const parts = [part({ kind: 'hosted-model', openness: closed }), part({ name: 'open/one' })];
    expect(rules(parts, { closedServices: { stages: [...allowed] } }, stages)).toEqual(expected);
  });

  it('is as severe as it says, the requirement before the whole', () => {
    const mutable = part({ pinning: { value: 'mutable', reason: '' } });
    const severity = (policy: Partial<Policy>): string | undefined => check([mutable], policy)[0]?.severity;
    expect(severity({ mustBe: [{ be: ['pinned'] }] })).toBe('warning');
    expect(severity({ severity: 'error', mustBe: [{ be: ['pinned'] }] })).toBe('error');
    expect(severity({ severity: 'error', mustBe: [{ be: ['pinned'], severity: 'info' }] })).toBe('info');
  });

  it('does not hold where an exception does, up to its last day', () => {
    const exception = { part: 'acme/*', reason: 'migration', by: 'Ada', until: '2026-11-23' };
    const policy = { organizations: { allow: ['good'] }, exceptions: [exception] };
    expect(check([part()], policy, [], '2026-11-23')).toEqual([]);
    const [late] = check([part()], policy, [], '2026-11-24');
    expect(late?.message).toMatch(/Approved: `good`\. The exception by Ada ended on 2026-11-23\.$/u);
  });

  it('holds for what an exception does not name', () => {
    const exceptions = [
      { part: 'acme/*', rules: ['policy-part-unpinned' as const], reason: 'r', by: 'b', until: '2027-01-01' },
    ];
    const organizations = { allow: ['good'] };
    expect(rules([part()], { organizations, exceptions })).toEqual(['policy-organization-not-approved']);
  });

  it('quotes names so that they stay names', () => {
    const [found] = check([part({ name: 'a`b/c' })], { organizations: { allow: [] } });
    expect(found?.message).toBe(
      "`a'b/c` belongs to `a'b`, which the project's policy does not approve. Approved: nothing.",
    );
  });
});
