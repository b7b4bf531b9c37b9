import type {
  CodeableConcept,
  DiagnosticReport,
  ImagingStudy,
  Organization,
  Patient,
  Practitioner,
  Reference,
  Resource,
} from '@medplum/fhirtypes';

const LOINC = 'http://loinc.org';

/** Who and what the entries of a document point to, by the full URLs of its other entries. */
export interface Refs {
  readonly patient: Reference<Patient>;
  readonly reader: Reference<Practitioner>;
  readonly practice: Reference<Organization>;
  readonly report: Reference<DiagnosticReport>;
  readonly studies: readonly Reference<ImagingStudy>[];
}

/** A LOINC code as a concept; without `display`: LOINC's own names are long and its licence wants them unchanged. */
export function loinc(code: string, text?: string): CodeableConcept {
  return { coding: [{ system: LOINC, code }], ...(text === undefined ? {} : { text }) };
}

/** A reference within the document, by the entry's full URL. */
export function refer<T extends Resource['resourceType']>(
  reference: string,
  display?: string,
): Reference<Extract<Resource, { resourceType: T }>> {
  return { reference, ...(display === undefined || display === '' ? {} : { display }) };
}

/** Plain text as the XHTML of a narrative (R4 section 2.4): line breaks kept, nothing else read into it. */
export function narrative(text: string): { status: 'additional' | 'generated'; div: string } {
  const lines = text.trim().split('\n').map(escapeXml);
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.join('<br/>')}</div>` };
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, '');
}
