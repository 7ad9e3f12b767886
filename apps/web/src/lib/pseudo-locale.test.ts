import { createTranslator } from 'next-intl';
import { pseudo, pseudoMessage } from './pseudo-locale.ts';

it('accents the words and makes them a third longer', () => {
  expect(pseudoMessage('Sign in')).toBe('[Šíĝñ íñ~~~]');
});

it('leaves arguments and tags as they are', () => {
  expect(pseudoMessage('Call {name} <b>now</b>')).toBe('[Çáļļ {name} <b>ñóŵ</b>~~~]');
});

it('accents the texts inside plurals, not their keywords', () => {
  expect(pseudoMessage('{count, plural, =0 {Nothing} one {# result} other {# results}}')).toContain(
    '{count, plural, =0 {Ñóţĥíñĝ} one {# ŕéšúļţ} other {# ŕéšúļţš}}',
  );
});

it('gives messages that still work', () => {
  const { found } = pseudo({ found: '{count, plural, one {# result} other {# results}}' });
  const t = createTranslator({ locale: 'en', messages: { found } });
  expect(t('found', { count: 3 })).toMatch(/^\[3 ŕéšúļţš~+\]$/);
});
