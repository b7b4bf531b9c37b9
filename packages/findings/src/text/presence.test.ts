import { describe, expect, it } from 'vitest';
import { standingAt } from './presence-at.ts';
import { readReport } from './read-report.ts';

const found = (text: string): string[] =>
  readReport(`FINDINGS: ${text}`).findings.map((one) => `${one.observation} ${one.presence}`);

describe('presence', () => {
  it.each([
    ['Mother with breast cancer.', 'breast cancer family'],
    ['Family history of aneurysm.', 'aneurysm family'],
    ['If there is a tear, arthroscopy may help.', 'tear hypothetical'],
    ['History of meningioma resection in 2019.', 'postoperative historical'],
    ['Known meningioma is unchanged.', 'meningioma present'],
    ['An occult fracture cannot be completely excluded.', 'occult fracture possible'],
    ['A renal mass could not be excluded.', 'renal mass possible'],
    ['None of the masses appear worrisome for malignancy.', 'malignancy absent'],
    ['Note is made of a small arachnoid cyst.', 'arachnoid cyst present'],
    ['Increased T2 signal is present in both iliac wings.', 'signal high present'],
    ['On non-contrast images a mass is seen.', 'mass present'],
    ['Follow-up imaging revealed a mass in the left temporal lobe.', 'mass present'],
    ['There is no displaced tear of the meniscus.', 'tear absent'],
  ])('%s', (text, expected) => expect(found(text)).toContain(expected));

  it('of somebody else, or of what only would be, stays out of what is compared', () => {
    expect(found('Mother with breast cancer. No mass in the breast.')).toEqual(['breast cancer family', 'mass absent']);
  });

  it('is told for words that the lexicon does not know', () => {
    const text = 'The patient denied wheezing. There is clubbing, but no cyanosis.';
    const presence = (word: string): string =>
      standingAt(text, text.indexOf(word), text.indexOf(word) + word.length).presence;
    expect([presence('wheezing'), presence('clubbing'), presence('cyanosis')]).toEqual(['absent', 'present', 'absent']);
  });
});

describe('places', () => {
  const places = (text: string): string[] =>
    readReport(`FINDINGS: ${text}`).findings.map((one) => `${one.anatomy} ${one.side}`.trim());

  it('share the noun at the end of a list', () => {
    expect(places('The medial and lateral menisci are intact.')).toEqual(['medial meniscus', 'lateral meniscus']);
    expect(places('The radial, median and ulnar nerves are normal.')).toEqual([
      'radial nerve',
      'median nerve',
      'ulnar nerve',
    ]);
    expect(places('The frontal and sphenoid sinuses are clear.')).toEqual(['frontal sinus', 'sphenoid sinus']);
  });

  it('are not the landmarks beside them', () => {
    expect(places('There is a 5 mm cyst of the pancreatic tail adjacent to the spleen.')).toEqual(['pancreatic tail']);
  });

  it('have a side by its letter, and none by another side named for comparison', () => {
    expect(places('R frontal lobe infarct.')).toEqual(['frontal right']);
    expect(places('Edema of the lunate, more than on the left.')[0]).toBe('lunate');
  });

  it('are those of the examined region when the sentence names none', () => {
    expect(readReport('FINDINGS: Normal menisci. No mass is seen in the knee. No mass.').findings.at(-1)?.anatomy).toBe(
      'knee',
    );
  });
});

describe('levels of a finding', () => {
  const levels = (text: string): string[] =>
    readReport(`MRI LUMBAR SPINE\n\nFINDINGS:\n${text}`).findings.map((one) =>
      `${one.observation} ${one.level}`.trim(),
    );

  it('are those of the heading or of the sentence before', () => {
    expect(levels('L3-4: Disc desiccation. Normal central canal.\nL4-5: Normal disc.')).toEqual([
      'disc degeneration L3-L4',
      'stenosis L3-L4',
      'disc degeneration L4-L5',
    ]);
    expect(levels('There is a disc protrusion at L4-L5. The nerve root is impinged at that level.')).toContain(
      'root affection L4-L5',
    );
  });
});

describe('sizes of a finding', () => {
  const sizes = (text: string) =>
    readReport(`FINDINGS: ${text}`).findings.map(({ sizeMm, sizeBound }) => ({ sizeMm, sizeBound }));

  it.each([
    ['Nodule of 1.2 x 0.8 cm.', [12, 8], ''],
    ['Cyst of .8 cm.', [8], ''],
    ['8mm nodule.', [8], ''],
    ['Nodule of less than 5 mm.', [5], 'less than'],
    ['Nodules up to approximately 8 mm.', [8], 'up to'],
    ['Cyst of at least 2 cm.', [20], 'at least'],
    ['Lesions ranging from 3 mm to 1.2 cm.', [3, 12], 'range'],
    ['Lesion of 3 to 4 mm.', [3, 4], 'range'],
    ['Sub-centimeter nodule.', [10], 'less than'],
    ['Lesion 4 cm from the nipple measuring 8 mm.', [8], ''],
  ] as const)('%s', (text, sizeMm, sizeBound) => expect(sizes(text)[0]).toEqual({ sizeMm: [...sizeMm], sizeBound }));

  it('are not those of the structure that it lies in', () => {
    expect(sizes('The uterus measures 9 x 5 cm, with a 3 cm fibroid.').map((one) => one.sizeMm)).toEqual([
      [90, 50],
      [30],
    ]);
  });
});

describe('classifications', () => {
  it.each([
    ['Right PI-RADS 4 lesion.', 'PI-RADS', '4', 4],
    ['BI-RADS category 4B.', 'BI-RADS', '4B', 4.2],
    ['LR-M lesion in segment 5.', 'LI-RADS', 'M', 5.5],
    ['Bosniak IIF cyst of the left kidney.', 'Bosniak', 'IIF', 2.5],
    ['Schizas grade C stenosis at L4-5.', 'Schizas', 'C', 3],
    ['ICRS grade 3b defect.', 'ICRS', '3B', 3],
    ['Kellgren and Lawrence grade 3 osteoarthritis.', 'Kellgren', '3', 3],
    ['Meyerding grade II anterolisthesis of L5.', 'Meyerding', 'II', 2],
    ['O-RADS MRI score 4 lesion of the left ovary.', 'O-RADS', '4', 4],
    ['Goutallier stage 2 fatty infiltration of the supraspinatus.', 'Goutallier', '2', 2],
    ['Pfirrmann grade IV disc degeneration.', 'Pfirrmann', 'IV', 4],
    ['Outerbridge grade 2 chondromalacia.', 'Outerbridge', '2', 2],
  ])('%s', (text, system, value, low) => {
    const scores = readReport(`FINDINGS: ${text}`).findings.flatMap((one) => one.scores);
    expect(scores).toHaveLength(1);
    expect(scores[0]).toMatchObject({ system, value, low, high: low });
  });

  it('outside of their scale are none', () => {
    expect(readReport('FINDINGS: PI-RADS 9 lesion.').findings.flatMap((one) => one.scores)).toEqual([]);
  });

  it('point to their characters', () => {
    const text = 'FINDINGS: Left lesion, PI-RADS 4.';
    const [score] = readReport(text).findings.flatMap((one) => one.scores);
    expect(text.slice(score?.start, score?.end)).toBe('PI-RADS 4');
  });
});
