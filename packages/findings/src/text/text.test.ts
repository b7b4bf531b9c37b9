import { describe, expect, it } from 'vitest';
import { reportLanguage } from './language.ts';
import { levelsIn } from './levels.ts';
import { percentsIn, sizesAgree, sizesIn, volumesIn } from './measurements.ts';
import { readReport } from './read-report.ts';
import { scoresIn } from './scores.ts';
import { splitSections } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { stem } from './words.ts';

describe('signatures', () => {
  const IMPRESSION = '1. Tear of the ACL.\n2. No fracture.';
  it.each([
    'Electronically signed by Paul Dressler, MD, 10/28/2026',
    'Electronically Signed By: Paul Dressler MD 10/28/2026 14:03',
    'Digitally signed by Jane Roe, M.D. 2026-10-28 14:03',
    'Dictated by: John Q. Public, DO   Date: 10/28/2026\nTranscribed by: AB',
    'Interpreted and signed by R. Okoye, MBBS FRCR.',
    'Signed by: Dr. A. Meyer on 28 Oct 2026',
    'Reported by Dr Ana López, Consultant Radiologist',
    'Reporting radiologist: Dr Ana López',
    'This report has been electronically signed by Paul Dressler.',
    'Report electronically signed: Paul Dressler',
    'Final report electronically signed by:\nPaul Dressler, MD\n10/28/2026',
    'Paul Dressler, MD\nHarbour Imaging',
    'Dr. Jane van Roe, FRCR',
    'Kind regards,\n\nDr Jane Roe',
    '/s/ Paul Dressler',
    'Signature: ____________',
  ])('"%s" ends the last section', (signature) => {
    const { sections } = splitSections(`FINDINGS:\nTear of the ACL.\n\nIMPRESSION:\n${IMPRESSION}\n\n${signature}\n`);
    expect(sections.impression).toBe(IMPRESSION);
    expect(sections.findings).toBe('Tear of the ACL.');
  });

  it('in running text ends it as well', () => {
    const { sections } = splitSections('FINDINGS: Tear. IMPRESSION: ACL tear. Electronically signed by Jane Roe, MD');
    expect(sections.impression).toBe('ACL tear.');
  });

  it.each([
    'Read together with the radiographs this is a fracture.',
    'Reviewed by comparison with the earlier images, the lesion grows.',
    'Interpreted by analogy: a cyst.',
    'Confirmed by diffusion.',
    'Signed consent was obtained.',
    'Right ACL, MCL and LCL are intact.',
    'Discussed with Dr. Meyer by telephone.',
    'Doctor and patient should discuss surgery.',
  ])('"%s" is text', (sentence) => {
    const { sections } = splitSections(`IMPRESSION:\nACL tear.\n${sentence}\n`);
    expect(sections.impression).toBe(`ACL tear.\n${sentence}`);
  });

  it('do not swallow what is written below one', () => {
    const more = 'The tear was seen again on the second day. '.repeat(14).trim();
    const { sections } = splitSections(`IMPRESSION:\nACL tear.\nSigned by: Jane Roe, MD\n${more}`);
    expect(sections.impression).toContain(more);
  });
});

describe('sections', () => {
  it.each([
    'INDICATION: Pain.\nFINDINGS: Tear of the ACL.\nIMPRESSION: ACL tear.',
    'Indication\nPain.\n\nFindings\nTear of the ACL.\n\nImpression\nACL tear.',
    '**Indication:** Pain.\n**Findings:** Tear of the ACL.\n**Impression:** ACL tear.',
    '1. Indication: Pain.\n2. Findings: Tear of the ACL.\n3. Impression: ACL tear.',
    'Indication - Pain.\nFindings - Tear of the ACL.\nImpression - ACL tear.',
    'INDICATION: Pain. FINDINGS: Tear of the ACL. IMPRESSION: ACL tear.',
    'MRI KNEE\r\n\r\nCLINICAL HISTORY: Pain.\r\nREPORT:\r\nTear of the ACL.\r\nCONCLUSION:\r\nACL tear.',
  ])('are found in %j', (text) => {
    const { sections } = splitSections(text);
    expect(sections.indication).toBe('Pain.');
    expect(sections.findings).toBe('Tear of the ACL.');
    expect(sections.impression).toBe('ACL tear.');
  });

  it('takes text without headings as findings, the title left out', () => {
    expect(splitSections('MRI of the knee\n\nTear of the ACL.').sections).toEqual({ findings: 'Tear of the ACL.' });
  });

  it('does not take a word in running text for a heading', () => {
    expect(
      splitSections('FINDINGS: The findings of the prior study: unchanged. No history of trauma.').sections,
    ).toEqual({
      findings: 'The findings of the prior study: unchanged. No history of trauma.',
    });
  });

  it('finds the findings after a comparison line', () => {
    const { sections } = splitSections(
      'Exam: MRI knee. Comparison: None.\nThe menisci are intact.\nImpression: Normal.',
    );
    expect(sections.findings).toBe('The menisci are intact.');
    expect(sections.impression).toBe('Normal.');
  });

  it('knows Spanish and German headings', () => {
    expect(splitSections('Hallazgos: Menisco normal.\nImpresión: Normal.').sections.impression).toBe('Normal.');
    expect(splitSections('Befund: Meniskus intakt.\nBeurteilung: Normal.').sections.findings).toBe('Meniskus intakt.');
  });
});

describe('sentences', () => {
  const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

  it('keeps decimals, abbreviations and list numbers together', () => {
    expect(split('Cyst of approx. 1.2 x 0.8 cm. No fracture.')).toEqual([
      'Cyst of approx. 1.2 x 0.8 cm.',
      'No fracture.',
    ]);
    expect(split('1. ACL tear.\n2. Effusion vs. synovitis.\n- Baker cyst')).toEqual([
      'ACL tear.',
      'Effusion vs. synovitis.',
      'Baker cyst',
    ]);
    expect(split('Dr. Smith saw a lesion of 4 mm. It is new.')).toEqual([
      'Dr. Smith saw a lesion of 4 mm.',
      'It is new.',
    ]);
  });

  it('joins the lines of a wrapped sentence', () => {
    const text = 'There is a complex tear of the posterior horn of the medial\nmeniscus. No effusion.';
    expect(split(text)).toEqual([
      'There is a complex tear of the posterior horn of the medial\nmeniscus.',
      'No effusion.',
    ]);
  });
});

describe('words', () => {
  it.each([
    ['oedematous', 'edematous'],
    ['tears', 'torn'],
    ['tumours', 'tumor'],
    ['foramina', 'foraminal'],
    ['narrowing', 'narrowed'],
    ['enhancement', 'enhances'],
    ['dilatation', 'dilated'],
    ['disks', 'disc'],
    ['haemorrhages', 'hemorrhage'],
  ])('%s and %s are one', (a, b) => expect(stem(a)).toBe(stem(b)));

  it.each([
    ['protrusion', 'extrusion'],
    ['medial', 'median'],
    ['normal', 'abnormal'],
  ])('%s and %s are two', (a, b) => expect(stem(a)).not.toBe(stem(b)));
});

describe('sizes', () => {
  it.each([
    ['1.2 x 0.8 cm', [12, 8]],
    ['12 mm x 8 mm x 5 mm', [12, 8, 5]],
    ['measuring 4.2 cm', [42]],
    ['a 5-mm cyst', [5]],
    ['18 × 15 mm', [18, 15]],
    ['2,3 cm', [23]],
    ['3 to 4 mm', [3, 4]],
    ['4.5 cm AP x 3 cm TR', [45, 30]],
  ])('%s', (text, mm) => expect(sizesIn(text).flatMap((size) => size.mm)).toEqual(mm));

  it('takes no other number for a size', () => {
    expect(sizesIn('L4-5, grade 2, 8 lesions, PI-RADS 4, 38 mL')).toEqual([]);
    expect(volumesIn('38 mL')[0]?.value).toBe(38);
    expect(
      percentsIn('about a third, 30 %')
        .map((p) => p.value)
        .toSorted(),
    ).toEqual([30, 33]);
  });

  it('agrees up to 2 mm or 10 %', () => {
    expect(sizesAgree([18], [17])).toBe(true);
    expect(sizesAgree([42], [45])).toBe(true);
    expect(sizesAgree([18, 15], [27, 21])).toBe(false);
    expect(sizesAgree([12, 9], [12])).toBe(true);
    expect(sizesAgree([], [12])).toBe(true);
  });
});

describe('levels', () => {
  it.each([
    ['L4-5', ['L4-L5']],
    ['L4/L5', ['L4-L5']],
    ['L5/S1', ['L5-S1']],
    ['C5-C6', ['C5-C6']],
    ['C7-T1', ['C7-T1']],
    ['T12/L1', ['T12-L1']],
    ['Th8/9', ['T8-T9']],
    ['L4 has slipped', ['L4']],
    ['L4 on L5', ['L4-L5']],
    ['L3-S1', ['L3-L4', 'L4-L5', 'L5-S1']],
    ['L2-3 through L4-5', ['L2-L3', 'L3-L4', 'L4-L5']],
    ['L4 exit foramina', ['L4-L5']],
    ['right C6 foramen', ['C5-C6']],
    ['segments II and IVb', ['segment 2', 'segment 4']],
    ["at 10 o'clock", ["10 o'clock"]],
  ])('%s', (text, levels) => expect(levelsIn(text).flatMap((hit) => hit.levels)).toEqual(levels));

  it('keeps roots and sequences apart', () => {
    expect(levelsIn('the left L5 nerve root')[0]).toMatchObject({ kind: 'root', levels: ['L5'] });
    expect(levelsIn('T1 and T2 hyperintense, T2/FLAIR, T1-weighted')).toEqual([]);
  });
});

describe('scores', () => {
  it.each([
    ['PI-RADS 4', 'PI-RADS', 4],
    ['PIRADS category 3', 'PI-RADS', 3],
    ['BI-RADS 2', 'BI-RADS', 2],
    ['LR-5', 'LI-RADS', 5],
    ['Modic type II', 'Modic', 2],
    ['type 1 Modic changes', 'Modic', 1],
    ['Pfirrmann grade IV', 'Pfirrmann', 4],
    ['Fazekas 2', 'Fazekas', 2],
    ['Kellgren-Lawrence grade 3', 'Kellgren', 3],
    ['Schizas C', 'Schizas', 3],
    ['grade I spondylolisthesis', 'grade', 1],
    ['Type II acromion', 'type', 2],
  ])('%s', (text, system, low) => expect(scoresIn(text)[0]).toMatchObject({ system, low }));
});

describe('findings', () => {
  const read = (text: string) =>
    readReport(`FINDINGS: ${text}`).findings.map(({ observation, presence, side, level }) => ({
      observation,
      presence,
      side,
      level,
    }));
  const presences = (text: string): string[] =>
    readReport(`FINDINGS: ${text}`).findings.map((one) => `${one.observation} ${one.presence}`);

  it('ends a negation where a new statement begins', () => {
    expect(presences('No fracture, small effusion.')).toEqual(['fracture absent', 'effusion present']);
    expect(presences('No fracture, dislocation or effusion.')).toEqual([
      'fracture absent',
      'dislocation absent',
      'effusion absent',
    ]);
    expect(presences('Negative for fracture or bone bruise.')).toEqual(['fracture absent', 'contusion absent']);
    expect(presences('The cord is not compressed, moderate canal stenosis.')).toEqual([
      'cord compression absent',
      'stenosis present',
    ]);
    expect(presences('Fracture: none.')).toEqual(['fracture absent']);
  });

  it('tells possible from present', () => {
    expect(presences('A tear cannot be excluded.')).toEqual(['tear possible']);
    expect(presences('Questionable tear of the ACL.')).toEqual(['tear possible']);
    expect(presences('Lesion suspicious for metastasis.')[0]).toBe('metastasis present');
    expect(presences('Findings consistent with osteomyelitis.')).toEqual(['osteomyelitis present']);
  });

  it('takes no change for no negation', () => {
    expect(presences('No change of the effusion.')).toContain('effusion present');
  });

  it('takes a statement of normality as an absent finding', () => {
    expect(readReport('FINDINGS: The posterior fossa is unremarkable.').findings[0]).toMatchObject({
      anatomy: 'posterior fossa',
      presence: 'absent',
    });
    expect(presences('The ACL and PCL are intact.')).toEqual(['sprain absent', 'sprain absent']);
  });

  it('gives each item of a list its own side and level', () => {
    expect(read('Moderate right and mild left foraminal stenosis at L4-5.')).toEqual([
      { observation: 'stenosis', presence: 'present', side: 'right', level: 'L4-L5' },
      { observation: 'stenosis', presence: 'present', side: 'left', level: 'L4-L5' },
    ]);
  });

  it('leaves out history, technique and advice', () => {
    const { findings } = readReport(
      'HISTORY: Evaluate for fracture.\nTECHNIQUE: STIR for edema.\nFINDINGS: Normal.\nRECOMMENDATION: MRI to exclude tear.',
    );
    expect(findings.filter((one) => one.presence !== 'absent')).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    ['en', 'There is no evidence of an acute infarct. The ventricles are normal in size and were not displaced.'],
    ['es', 'No se observa lesión en la médula. El disco L4-L5 con protrusión y sin estenosis del canal.'],
    ['de', 'Kein Nachweis einer Läsion. Die Bandscheibe ist regelrecht und der Kanal nicht eingeengt.'],
    ['fr', 'Pas de lésion dans le canal. Les disques sont sans anomalie et le ménisque est intact.'],
    ['it', 'Non si evidenzia lesione della cuffia. Il menisco con segnale nella norma e senza rottura.'],
    ['', 'L4-L5 3 mm 4 mm T1 T2'],
  ])('%s', (language, text) => expect(reportLanguage(text)).toBe(language));
});
