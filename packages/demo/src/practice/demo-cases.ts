import { makeStudy } from '../generator/make-study.ts';
import type { DiscFile, MadeStudy } from '../generator/truth.ts';
import { zipOf } from '../zip-disc.ts';
import { BACKGROUND_CASES, NORMAL_PLAN } from './background.data.ts';
import { MS_CASE } from './case-ms.data.ts';
import { NORMAL_CASE } from './case-normal.data.ts';
import type { DemoCase, SeedPlan } from './demo-case.ts';
import { DEMO_PEOPLE, DEMO_PRACTICE, type DemoPerson } from './practice.data.ts';

/** The two cases that are told to their end: A differs in what comes next, B agrees. */
export const DEMO_CASES: { readonly ms: DemoCase; readonly normal: DemoCase } = { ms: MS_CASE, normal: NORMAL_CASE };

/** The cases that stand on the desk when the demo starts. Case A is not among them: the newcomer takes it through. */
export const DEMO_SEED: readonly SeedPlan[] = [NORMAL_PLAN, ...BACKGROUND_CASES];

/** Everybody who can sign in: the practice's people, and the patients of the cases on the desk. */
export const DEMO_SIGN_INS: readonly DemoPerson[] = [
  ...DEMO_PRACTICE.people,
  ...DEMO_SEED.filter(({ intake }) => intake.patientPersonId !== DEMO_PEOPLE.rivera.personId).map(
    ({ intake }): DemoPerson => ({
      personId: intake.patientPersonId,
      name: `${intake.patient.name.given} ${intake.patient.name.family}`,
      email: intake.contact.email,
      roles: ['patient'],
    }),
  ),
];

/** Case A's disc; about three seconds. */
export function demoStudy(): MadeStudy {
  return makeStudy(MS_CASE.study);
}

/** The files of case A's disc. */
export function demoDisc(): readonly DiscFile[] {
  return demoStudy().files;
}

/** Case A's disc as a ZIP, made when it is asked for. */
export async function demoDiscZip(): Promise<Uint8Array> {
  return await zipOf(demoDisc());
}
