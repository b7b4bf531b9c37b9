import type { RecordsRequest } from '@overread/rules/case/state.ts';
import { describe, expect, it } from 'vitest';
import { OPINION, SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { readPdfText } from '../pdf/read-pdf.ts';
import type { CaseSummary } from './case-summary.ts';
import { caseSummaryPdf } from './case-summary.ts';
import { coverLetterPdf } from './cover-letter.ts';
import { dateWords, dayOf, instantWords, regionWords } from './letterhead.ts';
import type { RecordsRequestLetter } from './records-request.ts';
import { recordsRequestPdf } from './records-request.ts';

async function words(pdf: Promise<Buffer>): Promise<string> {
  return (await readPdfText(await pdf)).text.replace(/\s+/g, ' ');
}

describe('dates in documents', () => {
  it('are written out, so that no month can be taken for a day', () => {
    expect(dateWords('1961-03-04', SETTING.say)).toBe('4 March 1961');
    expect(dateWords('', SETTING.say)).toBe('');
    expect(dateWords('spring 2019', SETTING.say)).toBe('spring 2019');
  });

  it('name the zone of a time and the day in that zone', () => {
    expect(instantWords('2026-05-20T23:30:00Z', 'UTC', SETTING.say)).toBe('20 May 2026, 23:30 UTC');
    expect(instantWords('2026-05-20T23:30:00Z', 'Europe/Berlin', SETTING.say)).toMatch(/^21 May 2026, 01:30 /);
    expect(dayOf('2026-05-20T23:30:00Z', 'Europe/Berlin')).toBe('2026-05-21');
  });
});

it('says region and side as a doctor would', () => {
  expect(regionWords(SETTING.say, 'knee', 'left')).toBe('left knee');
  expect(regionWords(SETTING.say, 'hip', 'both')).toBe('hip, both sides');
  expect(regionWords(SETTING.say, 'brain', 'none')).toBe('brain');
});

const REQUEST: RecordsRequest = {
  requestId: 'r1',
  facility: { name: 'Harbour Imaging', address: '1 Pier Road\nOakland', phone: '', fax: '+1 555 0124' },
  wants: ['images', 'report'],
  studyDate: '2026-04-21',
  studyDescription: 'MRI lumbar spine',
  missing: '',
  law: 'us-hipaa',
  sentOn: '2026-05-02',
  dueOn: '2026-06-01',
  received: [],
  extended: false,
};

function letter(request: Partial<RecordsRequest>, over: Partial<RecordsRequestLetter> = {}): Promise<string> {
  return words(
    recordsRequestPdf(SETTING, {
      caseNumber: '2026-0417',
      patient: OPINION.patient,
      request: { ...REQUEST, ...request },
      signer: { name: 'Inês Ruth Almeida', relation: 'self' },
      sendTo: { address: '7 Hill Lane\nBerkeley', email: 'ines@example.org', phone: '+1 555 0177' },
      today: '2026-05-02',
      ...over,
    }),
  );
}

describe('recordsRequestPdf', () => {
  it('asks for all series as DICOM and the signed report with addenda, for the patient herself', async () => {
    const text = await letter({});
    expect(text).toContain('my own copy');
    expect(text).toContain('every series, as original DICOM files, uncompressed or compressed without loss');
    expect(text).toContain('signed written report with all its addenda');
    expect(text).toContain('MRI lumbar spine, 21 April 2026');
    expect(text).toContain('To me: Inês Ruth Almeida · 7 Hill Lane, Berkeley · E-mail ines@example.org');
  });

  it('cites the law of the place with its date, and only that one', async () => {
    const us = await letter({ law: 'us-hipaa' });
    expect(us).toContain('164.524(b)(2)');
    expect(us).toContain('164.524(c)(2)');
    expect(us).toContain('164.524(c)(4)');
    expect(us).toContain('Please answer by 1 June 2026.');
    expect(us).not.toContain('Article 15');
    const eu = await letter({ law: 'eu-gdpr' });
    expect(eu).toContain('Article 15(3)');
    expect(eu).toContain('Article 12(3)');
    expect(eu).toContain('C-307/22');
    expect(eu).not.toContain('CFR');
    const other = await letter({ law: 'general' });
    expect(other).not.toMatch(/CFR|Article/);
    expect(other).toContain('Please answer by 1 June 2026.');
  });

  it('asks for one of the two when only that is wanted', async () => {
    const report = await letter({ wants: ['report'] });
    expect(report).toContain('I ask for a copy of the report of an MRI');
    expect(report).not.toContain('DICOM');
    const images = await letter({ wants: ['images'] });
    expect(images).not.toContain('addenda');
    expect(images).toContain('To: radiology, film library');
  });

  it('names what is missing, and a representative as one', async () => {
    const text = await letter(
      { missing: 'The axial T2 series.' },
      { signer: { name: 'Clara Almeida', relation: 'guardian' } },
    );
    expect(text).toContain('still missing from what I received: The axial T2 series.');
    expect(text).toContain('I act for the patient as the guardian.');
    expect(text).toContain('45 CFR 164.502(g)');
    expect(text).toContain('Clara Almeida, for Inês Ruth Almeida');
  });
});

const SUMMARY: CaseSummary = {
  number: '2026-0417',
  patient: OPINION.patient,
  question: {
    reasons: ['treatment-proposed'],
    region: 'lumbar-spine',
    side: 'none',
    questions: OPINION.questions,
    symptoms: 'Pain in both legs after 200 m.',
    proposedTreatment: 'Fusion L4 to S1.',
  },
  redFlags: { answeredAt: '2026-05-01T00:00:00Z', yes: [], clearedBy: null, clearedNote: '' },
  history: {
    course: 'Two years.',
    earlierTreatment: '',
    surgery: '',
    medicines: '',
    implants: 'none',
    priorImaging: '',
  },
  consent: {
    consentVersion: '2026-11',
    language: 'en',
    signerName: 'Inês Ruth Almeida',
    relation: 'self',
    at: '2026-05-01T10:00:00Z',
    by: { personId: 'p1', name: 'Inês Ruth Almeida', role: 'patient' },
  },
  studies: [],
};

describe('caseSummaryPdf', () => {
  it('holds question, history and consent', async () => {
    const text = await words(caseSummaryPdf(SETTING, SUMMARY));
    expect(text).toContain('Does the narrow canal explain the pain in both legs?');
    expect(text).toContain('Fusion L4 to S1.');
    expect(text).toContain('Asked for all, none reported.');
    expect(text).toContain(
      'Given on 1 May 2026, 10:00 UTC by Inês Ruth Almeida (the patient), text of version 2026-11.',
    );
    expect(text).not.toContain('Operations');
  });

  it('says aloud what is missing', async () => {
    const redFlags = { answeredAt: '2026-05-01', yes: ['stroke' as const], clearedBy: null, clearedNote: '' };
    const text = await words(caseSummaryPdf(SETTING, { ...SUMMARY, consent: null, history: null, redFlags }));
    expect(text).toContain('No consent is recorded. Do not read these images before it is.');
    expect(text).toContain('No history was given.');
    expect(text).toContain('Reported and not cleared.');
  });
});

describe('coverLetterPdf', () => {
  const base = {
    caseNumber: '2026-0417',
    patient: OPINION.patient,
    to: { name: 'Lakeside Expert Radiology', address: '9 Lake Road' },
    region: 'lumbar-spine' as const,
    side: 'none' as const,
    questions: OPINION.questions,
    imageFiles: 67,
    dueOn: '2026-05-28',
    signer: 'Mara Lind',
  };

  it('asks to read the images before the original report', async () => {
    const text = await words(coverLetterPdf(SETTING, { ...base, original: { file: 'ORIGINAL_REPORT.pdf' } }));
    expect(text).toContain('Please read the images first');
    expect(text).toContain('ORIGINAL_REPORT.pdf: the original report');
    expect(text).toContain('by 28 May 2026, to desk@northmoor.example');
    expect(text).toContain('20 May 2026');
  });

  it('says why there is no original report', async () => {
    const original = { noneBecause: 'the facility has closed' };
    const text = await words(coverLetterPdf(SETTING, { ...base, original, dueOn: '' }));
    expect(text).toContain('No original report: the facility has closed');
    expect(text).not.toContain('Please read the images first');
    expect(text).toContain('as a PDF with text, to desk@northmoor.example');
  });
});
