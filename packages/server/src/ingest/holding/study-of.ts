import type { InstanceHeader, StudySummary } from '@overread/imaging/model.ts';
import { oncePerUid } from '../settle-import.ts';
import type { ArrivingStudy } from './model.ts';

/** What one image tells of its study, before the others are here. */
export function studyOfHeader(header: InstanceHeader): ArrivingStudy {
  return {
    studyInstanceUid: header.studyInstanceUid,
    date: header.studyDate,
    description: header.studyDescription,
    accessionNumber: header.accessionNumber,
    institution: header.institution,
    patient: header.patient,
    modalities: header.modality === '' ? [] : [header.modality],
    series: 0,
    instances: 0,
  };
}

/** One for each Study Instance UID; two patients under one are told as one with both names. */
export function studiesOf(summaries: readonly StudySummary[]): ArrivingStudy[] {
  return oncePerUid(summaries).map((study) => ({
    ...study,
    modalities: modalitiesOf(summaries.filter(({ studyInstanceUid }) => studyInstanceUid === study.studyInstanceUid)),
  }));
}

function modalitiesOf(summaries: readonly StudySummary[]): string[] {
  const all = summaries.flatMap(({ series }) => series.map(({ modality }) => modality));
  return [...new Set(all)].filter((modality) => modality !== '').sort();
}
