import type { OpenCaseRequest } from '@overread/contract/wire.ts';
import type { Reason, RedFlag, Sex } from '@overread/rules/case/vocabulary.ts';
import { dateFault, isoDate, type TypedDate } from '../ui/dates.ts';
import { looksLikeMail } from '../ui/mail.ts';
import type { SaidFaults } from '../ui/said.ts';

/** The sheets on the way to a case; the last one, the question itself, is a page of the case. */
export const SHEETS = ['who', 'why', 'signs', 'question'] as const;
export type Sheet = (typeof SHEETS)[number];

export interface StartValues {
  readonly sheet: Exclude<Sheet, 'question'>;
  /** The case, once it is opened: then a repeated press opens no second one. */
  readonly caseId: string;
  readonly forWhom: 'self' | 'other' | '';
  readonly given: string;
  readonly family: string;
  readonly birthDate: TypedDate;
  readonly sex: Sex;
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly state: string;
  readonly reasons: readonly Reason[];
  readonly proposedTreatment: string;
  readonly yes: readonly RedFlag[];
  /** "None of these": said, not only left out. */
  readonly none: boolean;
}

export const EMPTY_START: StartValues = {
  sheet: 'who',
  caseId: '',
  forWhom: '',
  given: '',
  family: '',
  birthDate: '',
  sex: '',
  email: '',
  phone: '',
  country: '',
  state: '',
  reasons: [],
  proposedTreatment: '',
  yes: [],
  none: false,
};

/** "Mara Ann" and "Okafor" of "Mara Ann Okafor"; a title in front falls out. */
export function splitName(name: string): { readonly given: string; readonly family: string } {
  const parts = name
    .replace(/^(?:dr|prof|mr|mrs|ms)\.?\s+/i, '')
    .trim()
    .split(/\s+/);
  return { given: parts.slice(0, -1).join(' '), family: parts.at(-1) ?? '' };
}

/** Where the patient is, as the service wants it: US-CA, DE. Empty while it is not known. */
export function placeCode({ country, state }: Pick<StartValues, 'country' | 'state'>): string {
  if (country !== 'US') return country;
  return state === '' ? '' : `US-${state}`;
}

type Field = keyof StartValues;

/** `today` is an ISO date. */
function checkWho(values: StartValues, today: string): SaidFaults<Field> {
  const faults: SaidFaults<Field> = {};
  if (values.forWhom === '') faults.forWhom = { say: 'patient.start.forWhom.missing' };
  if (values.given.trim() === '') faults.given = { say: 'patient.start.given.missing' };
  if (values.family.trim() === '') faults.family = { say: 'patient.start.family.missing' };
  const date = dateFault(values.birthDate, today, { past: true });
  if (date !== null) faults.birthDate = date;
  if (!looksLikeMail(values.email)) faults.email = { say: 'common.email.wrong' };
  if (values.country === '') faults.country = { say: 'patient.start.country.missing' };
  if (values.country === 'US' && values.state === '') faults.state = { say: 'patient.start.state.missing' };
  return faults;
}

/** What must be mended on the sheet that is open. */
export function checkSheet(values: StartValues, today: string): SaidFaults<Field> {
  if (values.sheet === 'who') return checkWho(values, today);
  if (values.sheet === 'why') return values.reasons.length > 0 ? {} : { reasons: { say: 'patient.why.missing' } };
  if (values.yes.length === 0 && !values.none) return { yes: { say: 'patient.signs.missing' } };
  return values.yes.length > 0 && values.none ? { yes: { say: 'patient.signs.both' } } : {};
}

/** What opens the case. Only for values that `checkSheet` lets through. */
export function openingOf(values: StartValues): OpenCaseRequest {
  return {
    patient: {
      name: { family: values.family.trim(), given: values.given.trim() },
      birthDate: isoDate(values.birthDate) ?? '',
      sex: values.sex,
    },
    contact: { email: values.email.trim(), phone: values.phone.trim() },
    place: placeCode(values),
  };
}
