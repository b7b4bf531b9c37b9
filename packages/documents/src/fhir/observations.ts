import type { Observation } from '@medplum/fhirtypes';
import type { ChecklistItem, ImageMark } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import { currentReport } from '../opinion/current-report.ts';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import type { Refs } from './codes.ts';

/** HL7 v2 table 0136 in FHIR's form: what was looked for is there or is not. */
const PRESENCE = 'http://terminology.hl7.org/CodeSystem/v2-0136';
const ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/**
 * One Observation per item of the checklist that the reader spoke of, and one per measurement. "Not mentioned" makes none:
 * it is no statement. "Cannot be judged" has no value and says why (R4 Observation, `dataAbsentReason`).
 */
export function observations(say: Say, opinion: SecondOpinion, refs: Refs): Observation[] {
  const report = currentReport(opinion);
  return [
    ...report.checklist
      .filter(({ answer }) => answer !== 'not-mentioned')
      .map((item) => ({ ...common(opinion, refs), ...answered(say, item) })),
    ...report.marks
      .filter((mark): mark is ImageMark & { lengthMm: number } => mark.lengthMm !== undefined)
      .map((mark) => ({ ...common(opinion, refs), ...measured(mark) })),
  ];
}

function common(
  { signed }: SecondOpinion,
  refs: Refs,
): Pick<Observation, 'resourceType' | 'status' | 'category' | 'subject' | 'performer' | 'issued'> {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'imaging' }] }],
    subject: refs.patient,
    performer: [refs.reader],
    ...(signed === null ? {} : { issued: signed.at }),
  };
}

function answered(say: Say, { label, answer, grade }: ChecklistItem): Pick<Observation, 'code'> & Partial<Observation> {
  const words = say(`document.checklist.${answer}`);
  const code = { text: label };
  if (answer === 'not-assessable') {
    return { code, dataAbsentReason: { coding: [{ system: ABSENT_REASON, code: 'unsupported' }], text: words } };
  }
  const value = answer === 'present' ? 'Y' : 'N';
  return {
    code,
    valueCodeableConcept: {
      coding: [{ system: PRESENCE, code: value }],
      text: grade === undefined || grade.trim() === '' ? words : `${words}, ${grade}`,
    },
  };
}

/** A length in millimetres (UCUM), with the image on which it was taken. */
function measured(mark: ImageMark & { readonly lengthMm: number }): Pick<Observation, 'code'> & Partial<Observation> {
  return {
    code: { text: mark.label },
    valueQuantity: {
      value: Math.round(mark.lengthMm * 10) / 10,
      unit: 'mm',
      system: 'http://unitsofmeasure.org',
      code: 'mm',
    },
    derivedFrom: [{ identifier: { system: 'urn:dicom:uid', value: `urn:oid:${mark.sopInstanceUid}` } }],
  };
}
