/** A segment of an X12 message: its name and its elements, element 1 first, components and repetitions still joined. */
export interface Segment {
  readonly name: string;
  readonly elements: readonly string[];
}

export interface Delimiters {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly segment: string;
}

/** What Overread writes with. */
export const USUAL_DELIMITERS: Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' };

export function segment(name: string, ...elements: readonly string[]): Segment {
  return { name, elements };
}

/** Text for an element: X12 has no escapes, so delimiters and control characters become blanks; letters become plain capitals. */
export function x12Text(text: string, longest: number): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[*:^~]|\p{Cc}/gu, ' ')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .toUpperCase()
    .slice(0, longest)
    .trim();
}

/** "20261126" from an ISO date. */
export const x12Date = (isoDate: string): string => isoDate.slice(0, 10).replaceAll('-', '');

/** An ISO date from "20261126"; empty where it is none. */
export function isoDateOf(text: string): string {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  return found === null ? '' : `${found[1]}-${found[2]}-${found[3]}`;
}

/** One segment as text, without empty elements at its end (X12.6, 3.3.3.4). */
export function encodeSegment({ name, elements }: Segment): string {
  const { element, segment: end } = USUAL_DELIMITERS;
  const last = elements.findLastIndex((each) => each !== '');
  return [name, ...elements.slice(0, last + 1)].join(element) + end;
}

/** Element `n` counted from 1 as the guides do; empty where it is not there. */
export const elementOf = ({ elements }: Segment, n: number): string => elements[n - 1] ?? '';
