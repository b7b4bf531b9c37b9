import type { PatientIdentity } from '../case/vocabulary.ts';
import { fitDate } from './birth-date.ts';
import { fitName } from './names.ts';

/** What makes a report look as if it were of another examination; `packages/words` has a sentence for each. */
export const REPORT_DOUBTS = ['patient', 'birth-date', 'date', 'accession', 'region', 'side'] as const;
export type ReportDoubtKind = (typeof REPORT_DOUBTS)[number];

/** One thing in which report and images part: what each of them says, as it is written there. Dates ISO. */
export interface ReportDoubt {
  readonly what: ReportDoubtKind;
  readonly report: string;
  readonly images: readonly string[];
}

/** What was examined, as far as a text says: regions as cases name them, `left`, `right`, `both` or ''. */
export interface Examined {
  readonly regions: readonly string[];
  readonly side: string;
}

/** What a report says of itself. Empty where it says nothing. */
export interface ReportSays extends Examined {
  readonly patientName: string;
  readonly birthDate: string;
  readonly date: string;
  readonly accessionNumber: string;
  readonly examination: string;
  readonly studyInstanceUid: string;
}

export interface ExaminedStudy extends Examined {
  readonly studyInstanceUid: string;
  readonly date: string;
  readonly accessionNumber: string;
  readonly description: string;
}

/** An examination around midnight bears one day in the report and another in the images. */
const NEAR_MS = 86_400_000;
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const sameDay = (a: string, b: string): boolean => Math.abs(day(a) - day(b)) <= NEAR_MS;

const folded = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');

/** One system writes a number alone, another with letters of its place in front or a count behind. */
function sameNumber(a: string, b: string): boolean {
  const [x, y] = [folded(a), folded(b)];
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short === long || (short.length >= 5 && long.includes(short));
}

/**
 * Whether a report is of these images and of this patient: the doubts, none where all that can be compared agrees. Only what
 * both sides say is compared. A report that names the study's own UID is of it; then only the patient is looked at.
 */
export function checkReport(
  patient: PatientIdentity,
  report: ReportSays,
  studies: readonly ExaminedStudy[],
): readonly ReportDoubt[] {
  const who = ofPatient(patient, report);
  if (studies.length === 0 || studies.some(({ studyInstanceUid }) => studyInstanceUid === report.studyInstanceUid))
    return who;
  return [...who, ...ofExamination(report, studies)];
}

function ofPatient(patient: PatientIdentity, report: ReportSays): readonly ReportDoubt[] {
  const name = fitName(patient.name, report.patientName);
  const date = fitDate(patient.birthDate, report.birthDate);
  const isOther = name === 'differs' || (name === 'partly' && date === 'differs');
  const ours = `${patient.name.given} ${patient.name.family}`.trim();
  return [
    ...(isOther ? [{ what: 'patient', report: report.patientName, images: [ours] } as const] : []),
    ...(report.birthDate !== '' && date !== 'agrees' && date !== 'empty'
      ? [{ what: 'birth-date', report: report.birthDate, images: [patient.birthDate] } as const]
      : []),
  ];
}

function ofExamination(report: ReportSays, studies: readonly ExaminedStudy[]): readonly ReportDoubt[] {
  const doubts: ReportDoubt[] = [];
  const dated = studies.filter(({ date }) => date !== '');
  const ofDay = dated.filter(({ date }) => sameDay(date, report.date));
  if (report.date !== '' && dated.length > 0 && ofDay.length === 0)
    doubts.push({ what: 'date', report: report.date, images: unique(dated.map(({ date }) => date)) });
  const numbered = studies.filter(({ accessionNumber }) => accessionNumber !== '');
  const ofNumber = numbered.filter(({ accessionNumber }) => sameNumber(accessionNumber, report.accessionNumber));
  if (report.accessionNumber !== '' && numbered.length > 0 && ofNumber.length === 0) {
    const images = unique(numbered.map(({ accessionNumber }) => accessionNumber));
    doubts.push({ what: 'accession', report: report.accessionNumber, images });
  }
  // What was examined is compared with the study that the report is most likely of.
  const [nearest = studies] = [ofNumber, ofDay].filter((some) => some.length > 0);
  const region = ofRegion(report, nearest);
  return [...doubts, ...(region === null ? ofSide(report, nearest) : [region])];
}

/** A region that stands for several, or for none, says nothing against another. */
const plainRegions = ({ regions }: Examined): readonly string[] => (regions.includes('other') ? [] : regions);

function ofRegion(report: ReportSays, studies: readonly ExaminedStudy[]): ReportDoubt | null {
  const wanted = plainRegions(report);
  const shown = studies.filter((study) => plainRegions(study).length > 0);
  const fits = shown.some(({ regions }) => regions.some((region) => wanted.includes(region)));
  if (wanted.length === 0 || shown.length === 0 || fits) return null;
  return { what: 'region', report: report.examination, images: unique(shown.map(({ description }) => description)) };
}

function ofSide(report: ReportSays, studies: readonly ExaminedStudy[]): readonly ReportDoubt[] {
  const sided = studies.filter(({ side }) => side !== '');
  const fits = sided.some(({ side }) => side === report.side || side === 'both');
  if (report.side === '' || report.side === 'both' || sided.length === 0 || fits) return [];
  return [{ what: 'side', report: report.examination, images: unique(sided.map(({ description }) => description)) }];
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
