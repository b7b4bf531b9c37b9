import type { ArrivedStudy } from '../case/commands.ts';
import type { IdentityVerdict } from '../case/events.ts';
import type { PatientIdentity } from '../case/vocabulary.ts';
import { fitName } from './names.ts';

type DateFit = 'agrees' | 'swapped' | 'differs' | 'empty';

/** Why a verdict was given; `packages/words` has a sentence for each (`identity.name-agrees` …). */
export const IDENTITY_REASONS = [
  'name-agrees',
  'name-partly',
  'name-differs',
  'name-empty',
  'birth-date-agrees',
  'birth-date-swapped',
  'birth-date-differs',
  'birth-date-empty',
  'sex-differs',
] as const;

/**
 * Whether a study's own patient is the case's patient (DOMAIN section 2): name and birth date agree → match; one of them
 * differs, fits in part or is empty, or the sex differs → a person decides; both differ → another patient. The patient's
 * number is not looked at: it means nothing outside the place that gave it.
 */
export function checkIdentity(patient: PatientIdentity, study: ArrivedStudy): IdentityVerdict {
  const name = fitName(patient.name, study.patient.name);
  const date = fitDate(patient.birthDate, study.patient.birthDate);
  const sexDiffers = knownSex(patient.sex) && knownSex(study.patient.sex) && patient.sex !== study.patient.sex;
  const because = [`name-${name}`, `birth-date-${date}`, ...(sexDiffers ? ['sex-differs'] : [])];
  if (name === 'differs' && date === 'differs') return { verdict: 'other-patient', because };
  return { verdict: name === 'agrees' && date === 'agrees' && !sexDiffers ? 'match' : 'doubt', because };
}

function fitDate(ours: string, theirs: string): DateFit {
  if (theirs === '') return 'empty';
  if (ours === theirs) return 'agrees';
  const [year, month, day] = theirs.split('-');
  return ours === `${year}-${day}-${month}` ? 'swapped' : 'differs';
}

/** "Other" and unknown say nothing against anybody. */
function knownSex(sex: string): boolean {
  return sex === 'F' || sex === 'M';
}
