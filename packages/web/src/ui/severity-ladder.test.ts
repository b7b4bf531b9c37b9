import type { ComparedPair } from '@overread/rules/case/report.ts';
import { describe, expect, it } from 'vitest';
import { ladderOf, stepOf } from './severity-ladder.ts';

const pair = (original: string, second: string, differsIn: ComparedPair['differsIn'] = ['severity']) =>
  ({ original, second, differsIn }) as ComparedPair;

describe('the ladder of severity', () => {
  it.each([
    ['Severe spinal canal stenosis.', 'severe'],
    ['Mildly narrowed, without contact.', 'mild'],
    ['Markedly narrowed.', 'severe'],
    ['No stenosis.', 'none'],
    ['Mild to moderate narrowing.', null],
    ['Stenosis.', null],
    [null, null],
  ])('%s is %s', (text, step) => {
    expect(stepOf(text)).toBe(step);
  });

  it('is drawn where each report names one step, and not the same', () => {
    expect(ladderOf(pair('Severe stenosis.', 'Mildly narrowed.'))).toEqual({ original: 'severe', second: 'mild' });
    expect(ladderOf(pair('Severe stenosis, no cyst.', 'No stenosis.'))).toEqual({ original: 'severe', second: 'none' });
    expect(ladderOf(pair('Mild to moderate stenosis.', 'Severe stenosis.'))).toBeNull();
    expect(ladderOf(pair('Severe stenosis.', 'Severe stenosis.'))).toBeNull();
  });

  it('is not drawn where they differ in something else', () => {
    expect(ladderOf(pair('Severe.', 'Mild.', ['size']))).toBeNull();
  });
});
