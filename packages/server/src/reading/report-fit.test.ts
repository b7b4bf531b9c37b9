import { describe, expect, it } from 'vitest';
import { examinedIn } from './report-fit.ts';

describe('what was examined', () => {
  it.each([
    ['MRI LUMBAR SPINE WITHOUT CONTRAST', 'lumbar-spine', ''],
    ['RM DE RODILLA DERECHA SIN CONTRASTE', 'knee', 'right'],
    ['MR KNEE LT WO CONTRAST', 'knee', 'left'],
    ['MRI BRAIN WITHOUT AND WITH CONTRAST', 'brain', ''],
    ['MRI right shoulder', 'shoulder', 'right'],
    ['MRI of both hips', 'hip', 'both'],
  ])('%s', (title, region, side) => {
    const { regions, side: found } = examinedIn(title);
    expect(regions).toContain(region);
    expect(found).toBe(side);
  });

  it('is not said where nothing is', () => expect(examinedIn('')).toEqual({ regions: [], side: '' }));
});
