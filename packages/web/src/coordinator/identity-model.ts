import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';

/** As much of a study as is held against the patient of a case. */
export type ComparedStudy = Pick<CaseStudy, 'identity' | 'patient'>;

export type Fit = 'same' | 'partly' | 'swapped' | 'differs' | 'not-given';

export interface IdentityLine {
  readonly what: 'name' | 'birthDate' | 'sex' | 'id';
  readonly patient: string;
  readonly study: string;
  readonly fit: Fit;
}

const FITS: Readonly<Record<string, Fit>> = {
  agrees: 'same',
  partly: 'partly',
  swapped: 'swapped',
  digits: 'partly',
  year: 'partly',
  differs: 'differs',
  placeholder: 'not-given',
  empty: 'not-given',
};

/** What the rules said of one attribute: "birth-date-swapped" for `birth-date` gives swapped; null where they say nothing. */
function ruled(because: readonly string[], attribute: string): Fit | null {
  const reason = because.find((one) => one.startsWith(`${attribute}-`));
  return reason === undefined ? null : (FITS[reason.slice(attribute.length + 1)] ?? null);
}

/** One group of a DICOM person name ("FAMILY^GIVEN^MIDDLE") as people write it: "FAMILY, GIVEN MIDDLE". */
function groupName(group: string): string {
  const [family = '', ...rest] = group.split('^').map((part) => part.trim());
  const given = rest.filter((part) => part !== '').join(' ');
  return [family, given].filter((part) => part !== '').join(', ');
}

/** A DICOM person name with all of its groups, which may be in three scripts (PS3.5 6.2): "Yamada, Tarou / 山田, 太郎". */
export const personName = (dicom: string): string =>
  dicom
    .split('=')
    .map(groupName)
    .filter((group) => group !== '')
    .join(' / ');

/** What the case and the images say of the person, side by side; how well each fits is what the rules found. */
export function identityLines(patient: CaseView['patient'], study: ComparedStudy): readonly IdentityLine[] {
  const { because } = study.identity;
  const name = [patient.name.family, patient.name.given].filter((part) => part !== '').join(', ');
  const line = (what: IdentityLine['what'], attribute: string, [ours, theirs]: readonly [string, string]) => ({
    what,
    patient: ours,
    study: theirs,
    fit: ruled(because, attribute) ?? (ours === '' || theirs === '' ? 'not-given' : 'same'),
  });
  return [
    line('name', 'name', [name, personName(study.patient.name)]),
    line('birthDate', 'birth-date', [patient.birthDate, study.patient.birthDate]),
    line('sex', 'sex', [patient.sex, study.patient.sex]),
    { what: 'id', patient: '', study: study.patient.id, fit: ruled(because, 'patient-id') ?? 'not-given' },
  ];
}
