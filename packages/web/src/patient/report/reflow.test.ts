import { expect, it } from 'vitest';
import { reflow } from './reflow.ts';

it('lines that ended with the paper are joined, what the writer ended stays', () => {
  const text = [
    'There are several scattered foci of T2 hyperintensity in the white matter,',
    'nonspecific. The largest measures 1.3 cm in the left parietal region. No',
    'restricted diffusion.',
    '',
    '1. Scattered nonspecific white matter changes, which may reflect small vessel',
    'disease.',
    '2. No acute infarct.',
  ].join('\n');
  expect(reflow(text).split('\n')).toEqual([
    'There are several scattered foci of T2 hyperintensity in the white matter, nonspecific. The largest measures 1.3 cm in the left parietal region. No restricted diffusion.',
    '',
    '1. Scattered nonspecific white matter changes, which may reflect small vessel disease.',
    '2. No acute infarct.',
  ]);
});

it('changes no word', () => {
  const text = 'a\nb\n\nc '.repeat(30);
  const wordsOf = (value: string) => value.split(/\s+/).filter(Boolean);
  expect(wordsOf(reflow(text))).toEqual(wordsOf(text));
});
