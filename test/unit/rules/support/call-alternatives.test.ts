import { expect, it } from 'vitest';
import { callAlternatives } from '../../../../src/catalog/schema/call-alternatives';

it('keeps a name without braces', () => {
  expect(callAlternatives('torch.load')).toEqual(['torch.load']);
});

it('multiplies several lists of alternatives', () => {
  expect(callAlternatives('{a,b}.C().{x,y}')).toEqual(['a.C().x', 'a.C().y', 'b.C().x', 'b.C().y']);
});

it('takes an open brace literally', () => {
  expect(callAlternatives('a.{b')).toEqual(['a.{b']);
});
