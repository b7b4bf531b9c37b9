import type { OriginalReport } from '@overread/contract/original-report.ts';
import { UNDERSTOOD } from '@overread/findings';
import { readWords } from '@overread/imaging/series/lexicon/lexicon.ts';
import { sideIn } from '@overread/imaging/series/region.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { checkReport, type Examined } from '@overread/rules/identity/check-report.ts';
import type { ReadReport } from './read-report-file.ts';

/** What a title or a description says was examined. */
export function examinedIn(text: string): Examined {
  const regions = readWords(text).region?.map(({ value }) => value) ?? [];
  return { regions: [...new Set(regions)], side: sideIn(text) };
}

/** A report that was read before these facts were looked for says nothing of them. */
const UNSAID: Omit<
  ReadReport,
  'fileName' | 'mediaType' | 'text' | 'sections' | 'author' | 'facility' | 'date' | 'pages'
> = {
  ...{ accessionNumber: '', patientName: '', birthDate: '', examination: '', language: '', studyInstanceUid: '' },
};

/** The report as it goes out, with what speaks against it being of the images that are here now. */
export function reportView(state: CaseState, kept: ReadReport): OriginalReport {
  const { birthDate, studyInstanceUid, ...read } = { ...UNSAID, ...kept };
  const studies = state.studies
    .filter((study) => study.state !== 'rejected')
    .map((study) => ({ ...study, ...examinedIn(study.description) }));
  const says = { ...read, birthDate, studyInstanceUid, ...examinedIn(read.examination) };
  const vouched = state.report?.vouched;
  return {
    ...read,
    reportId: state.report?.reportId ?? '',
    understood: UNDERSTOOD.some((language) => language === read.language) || read.language === '',
    doubts: checkReport(state.patient, says, studies),
    vouched: vouched === undefined ? null : { by: vouched.by.name, at: vouched.at, about: vouched.about },
  };
}
