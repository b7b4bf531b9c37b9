import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLOSSARY } from './glossary.data.ts';
import { glossaryParts } from './glossary.ts';

const terms = (text: string) =>
  glossaryParts(text).flatMap(({ term, text: found }) => (term ? [`${term}: ${found}`] : []));

describe('glossaryParts', () => {
  it('finds terms as reports use them, each once, whole words only', () => {
    expect(
      terms('Moderate spinal canal stenosis at L4/L5; stenoses elsewhere. Discs dessicated, no discussion.'),
    ).toEqual(['canal: spinal canal', 'stenosis: stenosis', 'level: L4/L5', 'disc: Discs']);
    expect(terms('Eight T2/FLAIR hyperintense lesions, one enhances.')).toEqual([
      'sequence: T2',
      'hyperintense: FLAIR hyperintense',
      'lesion: lesions',
      'enhancement: enhances',
    ]);
    expect(terms('Hernia discal con estenosis foraminal.')).toEqual([
      'herniation: Hernia',
      'disc: discal',
      'stenosis: estenosis',
      'foramen: foraminal',
    ]);
    expect(terms('The massage was fine.')).toEqual([]);
  });

  it('gives the text back when its parts are put together', () => {
    const words = fc.constantFrom('stenosis', 'of', 'the', 'L5/S1', 'disc', '\n', 'Ärzte', 'T2', 'lesión', '.', ' ');
    fc.assert(
      fc.property(fc.array(words), (all) => {
        const text = all.join(' ');
        expect(
          glossaryParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('has no term that an earlier one hides', () => {
    expect(new Set(GLOSSARY.map(([id]) => id)).size).toBe(GLOSSARY.length);
    expect(terms('unremarkable')).toEqual(['unremarkable: unremarkable']);
    expect(terms('PI-RADS 4 nodule')).toEqual(['score: PI-RADS', 'nodule: nodule']);
  });
});
