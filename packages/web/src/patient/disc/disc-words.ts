import type { DicomPatient, StudySummary } from '@overread/imaging/model.ts';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import { plainDate } from '../../ui/format.ts';
import type { Words } from '../../ui/use-words.ts';
import { spokenName } from './describe-disc.ts';

/** "21 Apr 2026", or that nobody told. */
export const longDay = (words: Words, locale: string, iso: string) =>
  iso === '' ? words('intake.study.noDate') : plainDate(locale, iso);

/** "Almeida, Ruth, born 14 Mar 1961", as the disc says it. */
export function personWords(words: Words, locale: string, { name, birthDate }: DicomPatient): string {
  const spoken = spokenName(name) || words('intake.person.noName');
  if (birthDate === '') return words('intake.person.noDate', { name: spoken });
  return words('intake.person.born', { name: spoken, date: plainDate(locale, birthDate) });
}

/** The case's own patient in the same words. */
export const ownWords = (words: Words, locale: string, { name, birthDate, sex }: PatientIdentity) =>
  personWords(words, locale, { name: `${name.family}^${name.given}`, birthDate, sex, id: '' });

/** "MRI of the lower back". */
export function studyName(words: Words, { region, series, description }: StudySummary): string {
  if (region === 'unknown' || region === '') return description || words('intake.study.unnamed');
  const mri = series.some(({ modality }) => modality === 'MR');
  return words(mri ? 'intake.study.named' : 'intake.study.noMri', { region: words(`intake.region.${region}`) });
}

/** "MRI of the lower back, 21 Apr 2026, Harbour Imaging Centre". */
export function studyLine(words: Words, locale: string, summary: StudySummary): string {
  const parts = [studyName(words, summary), longDay(words, locale, summary.date), summary.institution];
  return parts.filter((part) => part !== '').join(', ');
}
