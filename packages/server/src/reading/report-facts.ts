/** What a report says of itself. Empty where it is not plain. */
export interface ReportFacts {
  /** Who signed it. */
  readonly author: string;
  /** Where it was written. */
  readonly facility: string;
  /** ISO date of the examination. */
  readonly date: string;
  readonly accessionNumber: string;
  readonly patientName: string;
  /** ISO date. */
  readonly birthDate: string;
  /** What was examined, in the report's words: "MRI lumbar spine without contrast". */
  readonly examination: string;
}

/** Reads what a report says of itself, in English and Spanish. `place` (ISO 3166) tells how 03/04/2026 is meant. Nothing is guessed. */
export function reportFacts(text: string, place: string): ReportFacts {
  return {
    author: authorOf(text),
    facility: facilityOf(text),
    date: dateAfter(EXAMINED, text, place),
    accessionNumber: accessionOf(text),
    patientName: patientOf(text),
    birthDate: dateAfter(BORN, text, place),
    examination: examinationOf(text),
  };
}

const SIGNED =
  /(?:(?:electronically|digitally)\s+(?:signed|verified|authenticated|approved)|signed|dictated|reported|interpreted|read|finali[sz]ed|authorised|authorized|firmado(?:\s+electr[oó]nicamente)?|informado|validado)(?:\s+(?:off|electronically))?(?:\s+and\s+(?:signed|approved))?\s+(?:by|por)\s*:?[ \t]*([^\n]{3,120})/iu;
const RADIOLOGIST =
  /^[ \t]*(?:(?:reporting|interpreting|attending|reading)\s+)?(?:radiologist|physician\s+of\s+record|m[eé]dico\s+radi[oó]logo|radi[oó]log[oa])[ \t]*:[ \t]*([^\n]{3,120})/imu;

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
  /^[ \t]*(?:facility|institution|hospital|imaging\s+cent(?:er|re)|performed\s+at|site|centro|instituci[oó]n)[ \t]*:[ \t]*([^\n]{3,100})/imu;
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
  /\b(?:date\s+of\s+(?:the\s+)?(?:exam(?:ination)?|study|service|scan)|(?:exam(?:ination)?|study|scan|service)\s+date|date\s+performed|performed(?:\s+on)?|fecha\s+(?:del?\s+(?:la\s+)?)?(?:estudio|exploraci[oó]n|examen|prueba))[ \t]*:?[ \t]*([^\n]{6,40})/iu;
const BORN = /\b(?:date\s+of\s+birth|birth\s*date|d\.?o\.?b\.?|fecha\s+de\s+nacimiento)[ \t]*:?[ \t]*([^\n]{6,40})/iu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MESES = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

function dateAfter(label: RegExp, text: string, place: string): string {
  const after = label.exec(text)?.[1];
  return after === undefined ? '' : isoFrom(after, place);
}

const ACCESSION =
  /\b(?:accession(?:[ \t]*(?:number|no\b\.?|nr\b\.?|#))?|acc(?:ession)?\.?[ \t]*(?:#|no\b\.?|number)|n(?:[uú]mero|\.?º|°)?[ \t]*(?:de[ \t]+)?(?:acceso|accesi[oó]n))[ \t]*[:#]*[ \t]*([A-Z0-9][A-Z0-9./-]{2,31})/iu;

function accessionOf(text: string): string {
  const found = ACCESSION.exec(text)?.[1]?.replace(/[./-]+$/, '') ?? '';
  return /\d{3}|\d.*\d.*\d/.test(found) ? found : '';
}

const PATIENT =
  /^[ \t]*(?:patient(?:['’]s)?(?:[ \t]+name)?|name|paciente|nombre(?:[ \t]+del[ \t]+paciente)?)[ \t]*:[ \t]*([^\n]{2,100})/imu;

function patientOf(text: string): string {
  const name = PATIENT.exec(text)?.[1]
    // The next label in the line, or what stands in brackets behind the name.
    ?.split(/\s{3,}|\t|[([;|]|\s+(?=(?:date|dob|d\.o\.b|age|sex|gender|mrn|id|born|fecha|edad|sexo|nhc)\b)/iu)[0]
    ?.replace(/[\s,.:-]+$/, '')
    .trim();
  return name !== undefined && /\p{L}{2}/u.test(name) && !/\d/.test(name) && name.length <= 70 ? name : '';
}

const EXAMINATION_LABEL =
  /^[ \t]*(?:exam(?:ination)?|study|procedure|type\s+of\s+exam(?:ination)?|estudio|exploraci[oó]n|prueba|examen)(?:\s+(?:performed|description|type|name|realizad[oa]))?[ \t]*:[ \t]*([^\n]{3,160})/imu;
/** By position: what was examined stands above everything else, in a line of its own. */
const EXAMINATION_LINE = /\b(?:MRI?|MRA|MRCP|MRT|IRM|RMN?|CT|TC|TAC|magnetic\s+resonance|resonancia\s+magn[eé]tica)\b/u;
const HEAD_LINES = 15;
const SENTENCE = /[.;]\s+\S|\b(?:shows?|demonstrates?|was|were|is|are|muestra|realiza)\b/iu;

function examinationOf(text: string): string {
  const labelled = EXAMINATION_LABEL.exec(text)?.[1]
    ?.split(/\s{3,}|\t/)[0]
    ?.trim();
  // "Examination: 10/28/2026" names a day.
  if (labelled !== undefined && /\p{L}{2}/u.test(labelled)) return labelled;
  const head = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_LINES);
  const line = head.find((each) => EXAMINATION_LINE.test(each) && each.trim().length <= 110 && !SENTENCE.test(each));
  return (
    line
      ?.split(/\s{3,}|\t/)
      .find((part) => EXAMINATION_LINE.test(part))
      ?.trim() ?? ''
  );
}

/** The date that `words` begin with, as ISO; empty when there is none or two readings are possible. */
function isoFrom(words: string, place: string): string {
  const iso = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(words);
  if (iso) return isoDay(iso[1], iso[2], iso[3]);
  const numbers = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b/.exec(words);
  if (numbers) return fromNumbers(numbers, place);
  const dayFirst = /^\s*(\d{1,2})(?:st|nd|rd|th)?[-\s.]+(?:de\s+)?(\p{L}{3})\p{L}*[-\s.,]+(?:de\s+)?(\d{4})\b/u.exec(
    words,
  );
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
  const short = (name ?? '').toLowerCase();
  return String(Math.max(MONTHS.indexOf(short), MESES.indexOf(short)) + 1);
}

function isoDay(year = '', month = '', day = ''): string {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && Number(year) >= 1880 ? iso : '';
}
