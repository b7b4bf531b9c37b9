import type { ArrivedStudy } from '../case/commands.ts';
import type { IdentityVerdict } from '../case/events.ts';
import type { PatientIdentity } from '../case/vocabulary.ts';
import { type DateFit, fitDate } from './birth-date.ts';
import { fitName, foldText, type NameFit } from './names.ts';

/** Why a verdict was given; `packages/words` has a sentence for each (`identity.name-agrees` …). */
export const IDENTITY_REASONS = [
  'name-agrees',
  'name-partly',
  'name-differs',
  'name-placeholder',
  'name-empty',
  'birth-date-agrees',
  'birth-date-swapped',
  'birth-date-year',
  'birth-date-digits',
  'birth-date-differs',
  'birth-date-empty',
  'sex-differs',
  'patient-id-agrees',
  'patient-id-differs',
] as const;

/**
 * What speaks for the case's patient, in hundredths; the score is their sum (DOMAIN section 2; settings of the practice).
 * Nothing is taken off: what speaks against a person is a rule of its own below.
 */
const NAME: Readonly<Record<NameFit, number>> = { agrees: 50, partly: 25, differs: 0, placeholder: 0, empty: 0 };
const BIRTH_DATE: Readonly<Record<DateFit, number>> = {
  ...{ agrees: 35, swapped: 20, digits: 15, year: 10, differs: 0, empty: 0 },
};
const SEX = 5;
const PATIENT_ID = 10;

/** Name and date of birth agree. */
const MATCH_FROM = 85;
/** No more than the sex speaks for the patient. */
const OTHER_UP_TO = 5;

/** A number under which a place knows the case's patient; it means nothing outside the place that gave it. */
export interface KnownId {
  readonly institution: string;
  readonly id: string;
}

/** Nothing to be compared: no such place, or no number on one side. */
type IdFit = 'agrees' | 'differs' | null;

/**
 * Whether a study's own patient is the case's patient, with a score of 0 to 1 and the reasons. The score ranks; these rules
 * hold whatever it is:
 * - name and birth date agree, and neither sex nor a known number speaks against it → match; otherwise never;
 * - name and birth date both differ, and no number speaks for it → another patient;
 * - all else, an empty or made-up name or date too → a person decides.
 */
export function checkIdentity(
  patient: PatientIdentity,
  study: ArrivedStudy,
  known: readonly KnownId[] = [],
): IdentityVerdict {
  const name = fitName(patient.name, study.patient.name);
  const date = fitDate(patient.birthDate, study.patient.birthDate);
  const sex = fitSex(patient.sex, study.patient.sex);
  const id = fitId(known, study);
  const because = [
    `name-${name}`,
    `birth-date-${date}`,
    ...(sex === 'differs' ? ['sex-differs'] : []),
    ...(id === null ? [] : [`patient-id-${id}`]),
  ];
  const points = NAME[name] + BIRTH_DATE[date] + (sex === 'agrees' ? SEX : 0) + (id === 'agrees' ? PATIENT_ID : 0);
  const against = sex === 'differs' || id === 'differs';
  const bothDiffer = name === 'differs' && date === 'differs';
  const verdict =
    points >= MATCH_FROM && date === 'agrees' && !against
      ? 'match'
      : points <= OTHER_UP_TO && bothDiffer
        ? 'other-patient'
        : 'doubt';
  return { verdict, score: points / 100, because };
}

/** "Other" and unknown say nothing against anybody. */
function fitSex(ours: string, theirs: string): 'agrees' | 'differs' | 'unknown' {
  const knownSex = (sex: string) => sex === 'F' || sex === 'M';
  if (!knownSex(ours) || !knownSex(theirs)) return 'unknown';
  return ours === theirs ? 'agrees' : 'differs';
}

function fitId(known: readonly KnownId[], { institution, patient }: ArrivedStudy): IdFit {
  const place = foldText(institution);
  const id = foldText(patient.id);
  if (place === '' || id === '') return null;
  const there = known.filter((each) => foldText(each.institution) === place && foldText(each.id) !== '');
  if (there.length === 0) return null;
  return there.some((each) => foldText(each.id) === id) ? 'agrees' : 'differs';
}
