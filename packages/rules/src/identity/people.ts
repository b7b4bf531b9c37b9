import { fitDate } from './birth-date.ts';
import { fitName, readPersonName } from './names.ts';

/** What a study says of its patient: a DICOM person name, and an ISO date or empty. */
interface Person {
  readonly name: string;
  readonly birthDate: string;
}

/** Whether two studies are of one person, as far as name and birth date tell: an empty date or name speaks for neither. */
export function samePerson(one: Person, other: Person): boolean {
  if (one.name === other.name && one.birthDate === other.birthDate) return true;
  const date = fitDate(one.birthDate, other.birthDate);
  if (date !== 'agrees' && date !== 'empty') return false;
  return readPersonName(one.name).some((name) => fitName(name, other.name) === 'agrees');
}

/** Studies sorted by person, in the order in which each was first seen. */
export function tellPeopleApart<T extends { readonly patient: Person }>(
  studies: readonly T[],
): readonly (readonly T[])[] {
  const people: T[][] = [];
  for (const study of studies) {
    const same = people.find((group) => group.some(({ patient }) => samePerson(patient, study.patient)));
    if (same === undefined) people.push([study]);
    else same.push(study);
  }
  return people;
}
