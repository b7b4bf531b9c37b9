/** What a report says of itself: who signed it, where it was written, when the examination was. Empty where it is not plain. */
export interface ReportFacts {
  readonly author: string;
  readonly facility: string;
  /** ISO date of the examination. */
  readonly date: string;
}

/** Reads author, facility and date. `place` (ISO 3166) tells how 03/04/2026 is meant. Nothing is guessed. */
export function reportFacts(text: string, place: string): ReportFacts {
  return { author: authorOf(text), facility: facilityOf(text), date: dateOf(text, place) };
}

const SIGNED =
  /(?:(?:electronically|digitally)\s+(?:signed|verified|authenticated|approved)|signed|dictated|reported|interpreted|read|finali[sz]ed|authorised|authorized)(?:\s+(?:off|electronically))?(?:\s+and\s+(?:signed|approved))?\s+by\s*:?[ \t]*([^\n]{3,120})/iu;
const RADIOLOGIST =
  /^[ \t]*(?:(?:reporting|interpreting|attending|reading)\s+)?(?:radiologist|physician\s+of\s+record)[ \t]*:[ \t]*([^\n]{3,120})/imu;

function authorOf(text: string): string {
  const found = (SIGNED.exec(text) ?? RADIOLOGIST.exec(text))?.[1] ?? '';
  const name = found
    // "…, 10/28/2026 14:03", "… on 28 October 2026", "… at 14:03", "…  Date: …"
    .split(
      /(?:,|;|\s+on|\s+at|\s+-|\s{2,})?\s*(?=\b\d{1,4}[./:-]\d{1,2}|\b\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}|\b(?:date|time)\b)/iu,
    )[0]
    ?.split(/\s{3,}|\t/)[0]
    ?.replace(/(?:[\s,;:.(-]+|\s+(?:on|at))$/iu, (end) => (end.startsWith('.') ? '.' : ''))
    .trim();
  return name !== undefined && /\p{L}{2}/u.test(name) && name.length <= 80 ? name : '';
}

const FACILITY_LABEL =
  /^[ \t]*(?:facility|institution|hospital|imaging\s+cent(?:er|re)|performed\s+at|site)[ \t]*:[ \t]*([^\n]{3,100})/imu;
const FACILITY_WORD =
  /\b(?:hospital|clinic|imaging|radiology|radiologists?|medical|cent(?:er|re)|health(?:care)?|institut(?:e|o)?|diagnostics?|university|infirmary|klinik(?:um)?|krankenhaus|praxis|radiologie|mvz|h[oô]pital|clinique|cl[ií]nica|ospedale)\b/iu;
/** Lines that name the examination or the patient, not the house. */
const NOT_A_HOUSE =
  /\b(?:MRI?|MRT|magnetic\s+resonance|CT|report|study|exam(?:ination)?|patient|name|dob|findings?|impression|department)\b|[:?]/iu;

function facilityOf(text: string): string {
  const labelled = FACILITY_LABEL.exec(text)?.[1]
    ?.split(/\s{3,}|\t/)[0]
    ?.trim();
  if (labelled !== undefined && labelled !== '') return labelled;
  const head =
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? '';
  const isHouse = head.length <= 80 && FACILITY_WORD.test(head) && !NOT_A_HOUSE.test(head);
  return isHouse ? head : '';
}

const EXAMINED =
  /\b(?:date\s+of\s+(?:the\s+)?(?:exam(?:ination)?|study|service|scan)|(?:exam(?:ination)?|study|scan|service)\s+date|date\s+performed|performed(?:\s+on)?)[ \t]*:?[ \t]*([^\n]{6,40})/iu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(text: string, place: string): string {
  const after = EXAMINED.exec(text)?.[1];
  return after === undefined ? '' : isoFrom(after, place);
}

/** The date that `words` begin with, as ISO; empty when there is none or two readings are possible. */
function isoFrom(words: string, place: string): string {
  const iso = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(words);
  if (iso) return isoDay(iso[1], iso[2], iso[3]);
  const numbers = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b/.exec(words);
  if (numbers) return fromNumbers(numbers, place);
  const dayFirst = /^\s*(\d{1,2})(?:st|nd|rd|th)?[-\s.]+(\p{L}{3})\p{L}*[-\s.,]+(\d{4})\b/u.exec(words);
  if (dayFirst) return isoDay(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^\s*(\p{L}{3})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(words);
  return monthFirst ? isoDay(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : '';
}

/** With slashes the United States write the month first; with dots nobody does. */
function fromNumbers([, one, mark, two, year]: RegExpExecArray, place: string): string {
  const monthFirst = mark !== '.' && (Number(two) > 12 || (place.startsWith('US') && Number(one) <= 12));
  return monthFirst ? isoDay(year, one, two) : isoDay(year, two, one);
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
}

function isoDay(year = '', month = '', day = ''): string {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && Number(year) >= 1980 ? iso : '';
}
