import type { IdentityVerdict } from '@overread/rules/case/events.ts';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import { checkIdentity } from '@overread/rules/identity/check-identity.ts';
import { arrivedStudy } from './describe-disc.ts';
import type { DiscStudy } from './reading/disc-model.ts';

/** Whether a study fits the case's patient, by the same rule that the service applies when it has arrived. */
export const judge = (patient: PatientIdentity, study: DiscStudy): IdentityVerdict['verdict'] =>
  checkIdentity(patient, arrivedStudy(study.summary)).verdict;
