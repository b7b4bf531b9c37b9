import type { CompletenessVerdict, DicomPatient, StudySummary } from '@overread/imaging/model.ts';
import type { ArrivedStudy } from '@overread/rules/case/commands.ts';
import type { IdentityVerdict } from '@overread/rules/case/events.ts';
import type { DiscContents, DiscStudy } from './reading/disc-model.ts';
import { missingIn } from './series-words.ts';

/** A sentence of the catalogue and what fills its blanks. */
export interface Said {
  readonly id: string;
  readonly with: Readonly<Record<string, string | number>>;
}

/** One person whose pictures are on a disc. */
export interface DiscPerson {
  readonly patient: DicomPatient;
  readonly verdict: IdentityVerdict['verdict'];
  readonly studies: readonly DiscStudy[];
}

/** A study as the identity check and the case know it, before it is sent. */
export function arrivedStudy(summary: StudySummary): ArrivedStudy {
  const { studyInstanceUid, date, description, accessionNumber, institution, patient, series } = summary;
  return {
    studyInstanceUid,
    date,
    description,
    accessionNumber,
    institution,
    patient,
    series: series.length,
    instances: series.reduce((sum, { instances }) => sum + instances, 0),
  };
}

/** "Almeida^Ruth" as it is read: "Almeida, Ruth". Of several ways of writing the first counts
 * (PS3.5 6.2); narrow kana, as old Japanese scanners write them, are made wide. */
export function spokenName(dicomName: string): string {
  const [family = '', given = '', middle = ''] = (dicomName.split('=')[0] ?? '')
    .normalize('NFKC')
    .split('^')
    .map((part) => part.trim());
  return [family, [given, middle].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ');
}

const RANK = { match: 0, doubt: 1, 'other-patient': 2 } as const;

/** The people on a disc, whoever the case is about first. The same person twice, with two numbers, is one. */
export function peopleOn(
  contents: DiscContents,
  judge: (study: DiscStudy) => IdentityVerdict['verdict'],
): DiscPerson[] {
  const groups = Map.groupBy(contents.studies, ({ summary: { patient } }) =>
    `${spokenName(patient.name)}\n${patient.birthDate}`.toLowerCase(),
  );
  const people = [...groups.values()].map((studies): DiscPerson => {
    const verdicts = studies.map(judge).sort((a, b) => RANK[b] - RANK[a]);
    const patient = (studies[0] as DiscStudy).summary.patient;
    return { patient, studies, verdict: verdicts[0] ?? 'doubt' };
  });
  return people.sort((a, b) => RANK[a.verdict] - RANK[b.verdict]);
}

const said = (id: string, values: Said['with'] = {}): Said => ({ id, with: values });

/**
 * Whether the pictures of these studies are all there: `unknown` where nobody said what belongs to such an examination.
 * @param asked what they are for the question of the case, which counts more than what a study says of itself
 */
export function completenessOf(
  studies: readonly DiscStudy[],
  asked: CompletenessVerdict = 'unknown',
): 'complete' | 'incomplete' | 'gaps' | 'unknown' | 'no-mri' {
  const mri = studies.filter(({ summary }) => summary.series.some(({ modality }) => modality === 'MR'));
  if (mri.length === 0) return 'no-mri';
  if (mri.some(({ summary }) => summary.series.some((series) => missingIn(series).length > 0))) return 'gaps';
  if (asked !== 'unknown') return asked === 'complete' ? 'complete' : 'incomplete';
  const verdicts = mri.map(({ summary }) => summary.completeness.verdict);
  if (verdicts.every((verdict) => verdict === 'readable-with-limits' || verdict === 'not-readable'))
    return 'incomplete';
  return verdicts.includes('complete') ? 'complete' : 'unknown';
}

interface HeadlineFacts {
  readonly contents: DiscContents;
  readonly people: readonly DiscPerson[];
  readonly reportMissing: boolean;
  readonly asked?: CompletenessVerdict;
}

/** The heading of the page: the answer to what is on the disc, the most important thing first. */
export function headlineOf({ contents, people, reportMissing, asked }: HeadlineFacts): readonly Said[] {
  if (contents.studies.length === 0 && contents.packed.length > 0) return [said('intake.headline.packed')];
  if (contents.studies.length === 0)
    return [said(contents.refused.length > 0 ? 'intake.headline.unreadable' : 'intake.headline.nothing')];
  if (people.length > 1) return [said('intake.headline.people', { count: people.length })];
  if (people[0]?.verdict === 'other-patient') return [said('intake.headline.other')];
  if (people[0]?.verdict === 'doubt') return [said('intake.headline.doubt')];
  const completeness = completenessOf(contents.studies, asked);
  const pictures = said(`intake.headline.${completeness}`);
  if (contents.refused.length > 0) return [said('intake.headline.damaged', { count: contents.refused.length })];
  return completeness !== 'no-mri' && reportMissing ? [pictures, said('intake.headline.noReport')] : [pictures];
}

/** Files that stay behind for one reason; null: copies of images that are there. */
export interface LeftGroup {
  readonly reason: string | null;
  readonly paths: readonly string[];
}

/** What stays behind, by reason, the most frequent first. */
export function leftByReason(left: readonly { readonly path: string; readonly reason: string }[]): LeftGroup[] {
  const groups = Map.groupBy(left, ({ reason }) => (reason.startsWith('the same image as ') ? null : reason));
  return [...groups]
    .map(([reason, files]) => ({ reason, paths: files.map(({ path }) => path) }))
    .sort((a, b) => b.paths.length - a.paths.length || (a.reason ?? '').localeCompare(b.reason ?? ''));
}

/** PDF documents among what stays behind: one may be the written report. */
export const documentsIn = (contents: DiscContents): readonly string[] =>
  contents.ignored.filter(({ path }) => /\.pdf$/i.test(path)).map(({ path }) => path);
