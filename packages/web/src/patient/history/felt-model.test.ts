import { BODY_PLACES } from '@overread/rules/case/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import { BODY, BODY_LIST } from './body-shapes.data.ts';
import { setFeelings, togglePlace } from './felt-model.ts';

describe('where it is felt', () => {
  it('a place comes and goes, with what is felt there', () => {
    const knee = { place: 'knee', side: 'left' } as const;
    const felt = setFeelings(togglePlace([], knee), knee, ['pain', 'swollen']);
    expect(felt).toEqual([{ ...knee, feelings: ['pain', 'swollen'] }]);
    expect(togglePlace(togglePlace(felt, { place: 'knee', side: 'right' }), knee)).toHaveLength(1);
  });

  it('has every place of the vocabulary in picture and list, each side once', () => {
    const drawn = new Set([...BODY.front, ...BODY.back].map(({ place }) => place));
    expect([...BODY_PLACES].filter((place) => !drawn.has(place))).toEqual([]);
    const keys = BODY_LIST.map(({ place, side }) => `${place}/${side}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('draws the patient’s own right side on the left from the front and on the right from the back', () => {
    const x = (view: 'front' | 'back') => BODY[view].find(({ place, side }) => place === 'knee' && side === 'right')?.x;
    expect(x('front')).toBeLessThan(100);
    expect(x('back')).toBeGreaterThan(100);
  });
});
