/** What a structured format states in fields of its own, so that it need not be read out of the text. Dates are ISO. */
export interface StatedFacts {
  readonly author: string;
  readonly facility: string;
  /** Date of the examination. */
  readonly date: string;
  readonly accessionNumber: string;
  /** As a DICOM person name (`family^given`) or as it is printed. */
  readonly patientName: string;
  readonly birthDate: string;
  /** "MRI lumbar spine without contrast". */
  readonly examination: string;
  readonly studyInstanceUid: string;
}

/** A written report as one text, line feeds only; what was stated beside the text goes along. */
export interface ReportDocument {
  readonly text: string;
  readonly stated: Partial<StatedFacts>;
  /** A file that the report carries as its text: a PDF in a message, in a DICOM object. */
  readonly attached?: { readonly mediaType: string; readonly bytes: Uint8Array };
}

/** Stated facts without those that are empty. */
export function statedFacts(facts: Partial<StatedFacts>): Partial<StatedFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/** The bytes of base64 text, line breaks in it or not; empty where it is none. */
export function fromBase64(text: string): Uint8Array {
  return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : new Uint8Array(0);
}
