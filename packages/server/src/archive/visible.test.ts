import type { CaseState } from '@overread/rules/case/state.ts';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import type { Access } from '../platform/access-hook.ts';
import type { ArchivedInstance } from './model.ts';
import { isUnderSeal, seenInstances, sightOf, standingOf } from './visible.ts';

const MR = '1.2.840.10008.5.1.4.1.1.4';
const PATIENT = { name: 'Okafor^Mara', id: 'HI-1', birthDate: '1992-05-14', sex: 'F' };

const PICTURE = { frames: 1, imageType: ['ORIGINAL', 'PRIMARY', 'M', 'SE'], seriesDescription: 'T2 TSE sag' };
const instance = (study: string, modality = 'MR', sopClassUid = MR, patient = PATIENT) =>
  ({
    studyInstanceUid: study,
    madeFrom: null,
    header: { ...PICTURE, modality, sopClassUid, patient },
  }) as unknown as ArchivedInstance;

const READER = { readerId: 'reader-1' };
const state = (change: { revealedAt?: string | null; locked?: object | null; report?: object | null } = {}) =>
  ({
    id: 'case-1',
    patientPersonId: 'patient-1',
    referrer: null,
    offers: [],
    report: change.report === undefined ? {} : change.report,
    delivery: { deliveredAt: null, documentSha256: null },
    redFlags: { yes: [], clearedBy: null },
    reading: { reader: READER, revealedAt: change.revealedAt ?? null, locked: change.locked ?? null },
    studies: [
      { studyInstanceUid: '1.1', state: 'attached', decision: null, patient: PATIENT },
      { studyInstanceUid: '1.2', state: 'held', decision: null, patient: PATIENT },
      { studyInstanceUid: '1.3', state: 'rejected', decision: {}, patient: PATIENT },
    ],
  }) as unknown as CaseState;

const access = (role: Role, personId: string, caseState: CaseState | null): Access => ({
  subject: { personId, roles: [role], strongSession: true, demo: false },
  actor: { personId, name: '', role },
  caseState,
});
const studiesOf = (instances: readonly ArchivedInstance[]) => instances.map(({ studyInstanceUid }) => studyInstanceUid);

describe('which studies are seen', () => {
  const all = ['1.1', '1.2', '1.3', '1.4'].map((uid) => instance(uid));

  it('attached ones by patient and reader, all by those who decide over them', () => {
    expect(studiesOf(seenInstances(sightOf(access('patient', 'patient-1', state())), all))).toEqual(['1.1']);
    expect(studiesOf(seenInstances(sightOf(access('reader', 'reader-1', state())), all))).toEqual(['1.1']);
    expect(studiesOf(seenInstances(sightOf(access('coordinator', 'c-1', state())), all))).toHaveLength(4);
    expect(studiesOf(seenInstances(sightOf(access('administrator', 'a-1', state())), all))).toHaveLength(4);
  });

  it('another person’s images under an attached UID wait for somebody to look', () => {
    const other = { ...PATIENT, name: 'Petrov^Ilya', id: 'HI-2' };
    expect(standingOf(state(), '1.1', other)).toBe('held');
    expect(seenInstances(sightOf(access('reader', 'reader-1', state())), [instance('1.1', 'MR', MR, other)])).toEqual(
      [],
    );
  });

  it('a study of which the case has not heard is held', () => {
    expect(standingOf(state(), '9.9', PATIENT)).toBe('held');
    expect(standingOf(null, '1.1', PATIENT)).toBe('held');
  });
});

describe('what is under the seal', () => {
  const reporting: readonly (readonly [string, string, string])[] = [
    ['a structured report', 'SR', '1.2.840.10008.5.1.4.1.1.88.33'],
    ['key objects', 'KO', '1.2.840.10008.5.1.4.1.1.88.59'],
    ['a PDF inside the study', 'DOC', '1.2.840.10008.5.1.4.1.1.104.1'],
    ['a presentation state', 'PR', '1.2.840.10008.5.1.4.1.1.11.1'],
    ['a secondary capture', 'OT', '1.2.840.10008.5.1.4.1.1.7'],
    ['a multi-frame secondary capture', 'MR', '1.2.840.10008.5.1.4.1.1.7.4'],
    ['a segmentation', 'SEG', '1.2.840.10008.5.1.4.1.1.66.4'],
    ['outlines', 'RTSTRUCT', '1.2.840.10008.5.1.4.1.1.481.3'],
    ['a report that says MR of itself', 'MR', '1.2.840.10008.5.1.4.1.1.88.11'],
  ];

  it.each(reporting)('%s is', (_, modality, sopClassUid) => {
    const report = instance('1.1', modality, sopClassUid);
    expect(isUnderSeal(report)).toBe(true);
    const seen = (who: Access) => seenInstances(sightOf(who), [report]).length;
    expect(seen(access('reader', 'reader-1', state()))).toBe(0);
    expect(seen(access('reader', 'reader-1', state({ locked: {} })))).toBe(0);
    expect(seen(access('reader', 'reader-1', state({ locked: {}, revealedAt: '2026-11-01T10:00:00Z' })))).toBe(1);
    expect(seen(access('coordinator', 'c-1', state()))).toBe(1);
    expect(seen(access('patient', 'patient-1', state()))).toBe(1);
  });

  it.each([
    ['what has no pictures, of a vendor’s own class', { frames: 0 }],
    ['a picture of a screen by its type', { imageType: ['DERIVED', 'SECONDARY', 'SCREEN SAVE'] }],
    ['a picture of a screen by its name', { seriesDescription: 'Key_Images annotated' }],
  ])('%s is', (_, more) => {
    for (const sopClassUid of [MR, '1.3.12.2.1107.5.9.1']) {
      const { header } = instance('1.1', 'MR', sopClassUid);
      expect(isUnderSeal({ header: { ...header, ...more } })).toBe(true);
    }
  });

  it('pictures are not', () => {
    for (const uid of [MR, '1.2.840.10008.5.1.4.1.1.4.1', '1.2.840.10008.5.1.4.1.1.2']) {
      expect(isUnderSeal(instance('1.1', 'MR', uid))).toBe(false);
    }
  });

  it('without an original report there is nothing to seal from staff, and from the reader until the lock', () => {
    const report = instance('1.1', 'SR', '1.2.840.10008.5.1.4.1.1.88.33');
    const seen = (who: Access) => seenInstances(sightOf(who), [report]).length;
    expect(seen(access('coordinator', 'c-1', state({ report: null })))).toBe(1);
    expect(seen(access('reader', 'reader-1', state({ report: null })))).toBe(0);
    expect(seen(access('reader', 'reader-1', state({ report: null, locked: {} })))).toBe(1);
  });

  it('without a case everything is sealed', () => {
    expect(sightOf(access('reader', 'reader-1', null)).sealed).toBe(true);
  });
});
