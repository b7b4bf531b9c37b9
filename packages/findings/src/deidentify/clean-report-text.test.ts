import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReportText, namedIn } from './clean-report-text.ts';

const WHO = ['Almeida', 'Inês', 'Ruth', 'Harbour Imaging', 'Dressler', 'HI-55012', '14 March 1961', 'Okafor'];
const clean = (text: string) => cleanReportText(text, WHO);

describe('what names somebody', () => {
  it.each([
    ['Mrs. Almeida has a tear of the medial meniscus.', 'Almeida'],
    ['ALMEIDA, INES: tear of the medial meniscus.', 'INES'],
    ['Compared with the images of Harbour  Imaging.', 'Harbour'],
    ['Compared with 12/03/2024 and 2024-03-12 and 3.12.24.', '12'],
    ['Unchanged since March 12, 2024.', 'March'],
    ['Unchanged since 12 March 2024.', 'March'],
    ['Unchanged since March 2024, as in 2019.', '20'],
    ['Sin cambios desde el 3 de marzo de 2024.', 'marzo'],
    ['Discussed with Dr. Paul van Dyke at 14:35.', 'Dyke'],
    ['Electronically signed by Jane Smith, MD', 'Smith'],
    ['Findings were told to Nakamura by telephone +1 (555) 014-2231.', 'Nakamura'],
    ['Call 555 0142 311 or write to mail@clinic.example.', '@'],
    ['Accession HI-55012, record 4711081.', '55012'],
    ['See MRN-4711 and X123456.', '4711'],
    ['Seen at Riverside.', 'Riverside'],
  ])('is taken out: %s', (text, secret) => {
    const left = clean(text);
    expect(left.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(left).toContain('[…]');
  });

  it('is gone wherever it stands, whatever stands around it', () => {
    const around = fc.constantFrom('The cord is normal.', 'No mass,', '(', '"', ':', '\n', 'left', '4 mm');
    fc.assert(
      fc.property(fc.constantFrom(...WHO), around, around, fc.boolean(), (name, before, after, shout) => {
        const text = `${before} ${shout ? name.toUpperCase() : name} ${after}`;
        expect(namedIn(text, WHO)).not.toEqual([]);
        expect(namedIn(clean(text), WHO)).toEqual([]);
      }),
      { seed: 15 },
    );
  });
});

describe('what is found', () => {
  it.each([
    'Severe spinal canal stenosis at L4/5 with crowding of the nerve roots.',
    'Eight T2/FLAIR hyperintense lesions, the largest 15 x 7 mm in the left parietal white matter.',
    'Complete tear of the anterior cruciate ligament. Small Baker cyst.',
    'PI-RADS 4 lesion, 14 mm, left peripheral zone.',
    'Modic type 1 change, Pfirrmann grade IV.',
    "Schmorl's node. No evidence of fracture.",
    'Restricted diffusion at b1000 with low ADC.',
    '1. Normal examination.',
  ])('stays as it was written: %s', (text) => {
    expect(clean(text)).toBe(text);
  });
});
