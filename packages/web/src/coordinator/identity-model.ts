import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';

export type Fit = 'same' | 'differs' | 'not-given';

export interface IdentityLine {
  readonly what: 'name' | 'birthDate' | 'sex';
  readonly patient: string;
  readonly study: string;
  readonly fit: Fit;
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const inAnyOrder = (text: string) => folded(text).split(' ').sort().join(' ');

function fitOf(patient: string, study: string, same: boolean): Fit {
  if (study.trim() === '' || patient.trim() === '') return 'not-given';
  return same ? 'same' : 'differs';
}

/** A DICOM person name ("FAMILY^GIVEN^MIDDLE=…") as people write it: "FAMILY, GIVEN MIDDLE". */
export function personName(dicom: string): string {
  const [family = '', ...rest] = (dicom.split('=')[0] ?? '').split('^').map((part) => part.trim());
  const given = rest.filter((part) => part !== '').join(' ');
  return given === '' ? family : `${family}, ${given}`;
}

/**
 * What the images and the case say of the person, side by side. Only a help for the eye: the verdict and its reasons come
 * from the rules.
 */
export function identityLines(patient: CaseView['patient'], study: CaseStudy): readonly IdentityLine[] {
  const name = [patient.name.family, patient.name.given].filter((part) => part !== '').join(', ');
  const named = personName(study.patient.name);
  const line = (what: IdentityLine['what'], ours: string, theirs: string, same: boolean) => ({
    what,
    patient: ours,
    study: theirs,
    fit: fitOf(ours, theirs, same),
  });
  return [
    line('name', name, named, inAnyOrder(name) === inAnyOrder(named)),
    line('birthDate', patient.birthDate, study.patient.birthDate, patient.birthDate === study.patient.birthDate),
    line('sex', patient.sex, study.patient.sex, patient.sex === study.patient.sex),
  ];
}
