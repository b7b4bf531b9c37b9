import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';

export type Fit = 'same' | 'partly' | 'swapped' | 'differs' | 'not-given';

export interface IdentityLine {
  readonly what: 'name' | 'birthDate' | 'sex';
  readonly patient: string;
  readonly study: string;
  readonly fit: Fit;
}

const FITS: Readonly<Record<string, Fit>> = {
  agrees: 'same',
  partly: 'partly',
  swapped: 'swapped',
  differs: 'differs',
  empty: 'not-given',
};

/** What the rules said of one attribute: "birth-date-swapped" for `birth-date` gives swapped; null where they say nothing. */
function ruled(because: readonly string[], attribute: string): Fit | null {
  const reason = because.find((one) => one.startsWith(`${attribute}-`));
  return reason === undefined ? null : (FITS[reason.slice(attribute.length + 1)] ?? null);
}

/** A DICOM person name ("FAMILY^GIVEN^MIDDLE=…") as people write it: "FAMILY, GIVEN MIDDLE". */
export function personName(dicom: string): string {
  const [family = '', ...rest] = (dicom.split('=')[0] ?? '').split('^').map((part) => part.trim());
  const given = rest.filter((part) => part !== '').join(' ');
  return given === '' ? family : `${family}, ${given}`;
}

/** What the case and the images say of the person, side by side; how well each fits is what the rules found. */
export function identityLines(patient: CaseView['patient'], study: CaseStudy): readonly IdentityLine[] {
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
  ];
}
