import { describe, expect, it } from 'vitest';
import { OPINION, SETTING, samplePair } from '../../../../testing/documents/sample-opinion.ts';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import { readPdfText } from '../pdf/read-pdf.ts';
import { patientLetterPdf } from './patient-letter.ts';

async function words(over: Partial<SecondOpinion> = {}): Promise<string> {
  const { text } = await readPdfText(await patientLetterPdf(SETTING, { ...OPINION, ...over }));
  return text.replace(/\s+/g, ' ');
}

describe('patientLetterPdf', () => {
  it('gives the reader’s own words, the differences and what to do now', async () => {
    const text = await words();
    expect(text).toContain('Two doctors differ in 2 points that could change the treatment');
    expect(text).toContain('Both of us found two worn discs.');
    expect(text).toContain('Neither is proven right.');
    expect(text).toContain('does not speak of it');
    expect(text).toContain('Take both reports to Dr. Miguel Ferrand');
    expect(text).not.toContain('RADPEER');
  });

  it('answers the questions of the patient, and leaves those of the doctor to the full report', async () => {
    const text = await words();
    expect(text).toContain('Does the narrow canal explain the pain in both legs?');
    expect(text).not.toContain('severe enough for a fusion');
  });

  it('puts what could change the treatment before what is minor', async () => {
    const comparison = OPINION.comparison && {
      ...OPINION.comparison,
      pairs: [samplePair({ grade: 'minor', place: 'Second place' }), samplePair({ place: 'First place' })],
    };
    const text = await words({ comparison });
    expect(text.indexOf('First place')).toBeLessThan(text.indexOf('Second place'));
  });

  it('says nothing of a comparison where there is none', async () => {
    const text = await words({ comparison: null, original: null, askedBy: '' });
    expect(text).toContain('A second doctor has read your MRI');
    expect(text).not.toContain('Where the two reports differ');
    expect(text).toContain('Take both reports to the doctor who treats you');
  });

  it('never goes out for a draft', () => {
    expect(() => patientLetterPdf(SETTING, { ...OPINION, signed: null })).toThrow('not signed yet');
  });
});
