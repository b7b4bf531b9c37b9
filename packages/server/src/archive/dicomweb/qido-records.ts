import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { ArchivedInstance } from '../model.ts';
import { type DicomJson, type JsonAttribute, personName } from './dicom-json.ts';

export type QueryLevel = 'studies' | 'series' | 'instances';

/** Attributes beyond the patient's that are the same for a whole study, and for a whole series (PS3.3 C.7.2, C.7.3). */
const OF_STUDY = new Set(
  `00080020 00080030 00080050 00080051 00080056 00080061 00080062 00080090 00080096 00080201 00081030 00081032 00081048
  00081060 00081190 0020000D 00200010 00201206 00201208 00321032 00321033 00321060 0040A390`.split(/\s+/),
);
const OF_SERIES = new Set(
  `00080021 00080031 00080060 00080064 00080070 00080080 00080081 00081010 0008103E 0008103F 00081040 00081050 00081070
  00081090 00081111 00180015 00181000 00181020 00181030 00185100 0020000E 00200011 00200052 00200060 00201209 00400244
  00400245 00400250 00400251 00400253 00400254 00400275`.split(/\s+/),
);

/** Whether an attribute says something of all that is at a level; another one would be that of some image only. */
export function belongsTo(level: QueryLevel, tag: string): boolean {
  if (level === 'instances') return true;
  const [first = ''] = tag.split('.');
  return first.startsWith('0010') || OF_STUDY.has(first) || (level === 'series' && OF_SERIES.has(first));
}

const text = (vr: string, value: string): JsonAttribute => (value === '' ? { vr } : { vr, Value: [value] });
const number = (vr: string, value: number | null): JsonAttribute => (value === null ? { vr } : { vr, Value: [value] });
const name = (value: string): JsonAttribute => (value === '' ? { vr: 'PN' } : { vr: 'PN', Value: [personName(value)] });
const date = (value: string): JsonAttribute => text('DA', value.replaceAll('-', ''));

const first = (instances: readonly ArchivedInstance[]) => (instances[0] as ArchivedInstance).header;
const distinct = (values: readonly string[]) => [...new Set(values)];

export function studyAttributes(instances: readonly ArchivedInstance[], base: string): DicomJson {
  const { patient, studyDate, accessionNumber, studyDescription, studyInstanceUid } = first(instances);
  const series = distinct(instances.map((instance) => instance.seriesInstanceUid));
  return {
    '00080020': date(studyDate),
    '00080050': text('SH', accessionNumber),
    '00080056': text('CS', 'ONLINE'),
    '00080061': { vr: 'CS', Value: distinct(instances.map(({ header }) => header.modality)) },
    '00081030': text('LO', studyDescription),
    '00081190': text('UR', `${base}/studies/${studyInstanceUid}`),
    '00100010': name(patient.name),
    '00100020': text('LO', patient.id),
    '00100030': date(patient.birthDate),
    '00100040': text('CS', patient.sex),
    '0020000D': text('UI', studyInstanceUid),
    '00201206': number('IS', series.length),
    '00201208': number('IS', instances.length),
  };
}

export function seriesAttributes(instances: readonly ArchivedInstance[], base: string): DicomJson {
  const { modality, seriesDescription, seriesNumber, seriesInstanceUid, studyInstanceUid } = first(instances);
  return {
    '00080060': text('CS', modality),
    '0008103E': text('LO', seriesDescription),
    '00081190': text('UR', `${base}/studies/${studyInstanceUid}/series/${seriesInstanceUid}`),
    '0020000D': text('UI', studyInstanceUid),
    '0020000E': text('UI', seriesInstanceUid),
    '00200011': number('IS', seriesNumber),
    '00201209': number('IS', instances.length),
  };
}

export function instanceAttributes(header: InstanceHeader, base: string): DicomJson {
  const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } = header;
  const url = `${base}/studies/${studyInstanceUid}/series/${seriesInstanceUid}/instances/${sopInstanceUid}`;
  return {
    '00080016': text('UI', header.sopClassUid),
    '00080018': text('UI', sopInstanceUid),
    '00080056': text('CS', 'ONLINE'),
    '00080060': text('CS', header.modality),
    '00081190': text('UR', url),
    '0020000D': text('UI', studyInstanceUid),
    '0020000E': text('UI', seriesInstanceUid),
    '00200013': number('IS', header.instanceNumber),
    '00280008': number('IS', header.frames > 1 ? header.frames : null),
    '00280010': number('US', header.rows),
    '00280011': number('US', header.columns),
    '00280100': number('US', header.bitsAllocated),
  };
}
