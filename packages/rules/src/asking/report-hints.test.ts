import { describe, expect, it } from 'vitest';
import { reportHints } from './report-hints.ts';

const said = (text: string) => reportHints(text).doubts.map((doubt) => doubt.text);

describe('what a pasted report tells', () => {
  it('names the part of the body by its levels and structures, and the side of a joint', () => {
    expect(
      reportHints('MRI LUMBAR SPINE\nDisc protrusion at L4-L5 and L5/S1. The visualized abdomen is normal.'),
    ).toEqual({
      region: 'lumbar-spine',
      side: 'none',
      doubts: [],
    });
    expect(reportHints('MRI RIGHT KNEE\nTear of the medial meniscus. Left knee not imaged.')).toMatchObject({
      region: 'knee',
      side: 'right',
    });
    expect(reportHints('MR BRAIN with and without contrast. T2 hyperintensities in the white matter.').region).toBe(
      'brain',
    );
    expect(reportHints('Bilateral hips. Femoral head necrosis on the left.').side).toBe('both');
    expect(reportHints('Normal examination.').region).toBeNull();
  });

  it('finds the words of doubt where they stand', () => {
    const text =
      'Indeterminate lesion of the liver. Malignancy cannot be excluded. Findings are nonspecific and may represent scarring. Clinical correlation is recommended.';
    expect(said(text)).toEqual([
      'Indeterminate',
      'cannot be excluded',
      'nonspecific',
      'may represent',
      'Clinical correlation is recommended',
    ]);
    for (const { text: words, start, end } of reportHints(text).doubts) expect(text.slice(start, end)).toBe(words);
  });

  it('takes a denied word for none', () => {
    expect(said('No indeterminate lesion. No questionable areas.')).toEqual([]);
    expect(said('There is no fracture. Equivocal signal in the root.')).toEqual(['Equivocal']);
  });
});
