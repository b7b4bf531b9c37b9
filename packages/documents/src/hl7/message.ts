/**
 * HL7 version 2 messages, written: segments of fields, encoded with the usual delimiters (`|^~\&`) and the escape
 * sequences of chapter 2.7. Segments end with a carriage return (chapter 2.5.2).
 */
export type Hl7Component = string | readonly string[];
export type Hl7Field = string | number | readonly Hl7Component[] | null;
export interface Hl7Segment {
  readonly name: string;
  /** Field 1 first; for MSH field 3 first: its delimiters are written by `encodeMessage`. */
  readonly fields: readonly Hl7Field[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\E\\',
  '|': '\\F\\',
  '^': '\\S\\',
  '&': '\\T\\',
  '~': '\\R\\',
  '\n': '\\.br\\',
};

/** Text for a field: delimiters escaped, line ends as `\.br\`, other control characters left out. */
export function escapeHl7(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\\|^&~\n]|\p{Cc}/gu, (sign) => ESCAPES[sign] ?? '');
}

/** The whole message; fields at the end of a segment that are empty are left out. */
export function encodeMessage(segments: readonly Hl7Segment[]): string {
  return segments.map((segment) => `${encodeSegment(segment)}\r`).join('');
}

function encodeSegment({ name, fields }: Hl7Segment): string {
  const head = name === 'MSH' ? 'MSH|^~\\&' : name;
  return [head, ...fields.map(encodeField)].join('|').replace(/\|+$/, '');
}

function encodeField(field: Hl7Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  if (typeof field === 'string') return escapeHl7(field);
  return field.map(encodeComponent).join('^').replace(/\^+$/, '');
}

function encodeComponent(component: Hl7Component): string {
  if (typeof component === 'string') return escapeHl7(component);
  return component.map(escapeHl7).join('&').replace(/&+$/, '');
}

/** DTM of chapter 2A.22 in UTC, to the second, from an ISO instant; a date stays a date (YYYYMMDD). */
export function hl7Time(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso.replaceAll('-', '');
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}+0000`;
}
