import type { StudySummary } from '@overread/imaging/model.ts';
import { refuse } from '@overread/rules/access/policy.ts';
import type { CaseState, CaseStudy } from '@overread/rules/case/state.ts';
import type { Access } from '../platform/access-hook.ts';
import type { ArchivedInstance } from './model.ts';

/** What of a case's images a person may see now. */
export interface Sight {
  /** Studies that are held or rejected, too: the coordinator decides over them. */
  readonly allStudies: boolean;
  /** Reports that travel inside the study stay away until the original report may be read. */
  readonly sealed: boolean;
  readonly state: CaseState | null;
}

export function sightOf({ subject, actor, caseState }: Access): Sight {
  const refusal = refuse(subject, 'report:view', caseState);
  return {
    allStudies: actor.role === 'coordinator' || actor.role === 'administrator' || actor.role === 'system',
    // Where no report was handed in there is none to be read, which is no seal.
    sealed: refusal !== null && refusal.code !== 'not-found',
    state: caseState,
  };
}

const REPORTING_MODALITIES = new Set(['SR', 'DOC', 'PR', 'KO']);
/** Structured reports and key objects, encapsulated documents, presentation states, secondary captures (PS3.4 annex B.5). */
const REPORTING_CLASSES = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(?:88\.|104\.|11\.|7$|7\.)/;

/**
 * Whether an object may say what the first reader found: a report, a document, marks on pictures, chosen pictures, a
 * picture of a screen with words burned into it.
 */
export const isUnderSeal = ({ header }: Pick<ArchivedInstance, 'header'>): boolean =>
  REPORTING_MODALITIES.has(header.modality) || REPORTING_CLASSES.test(header.sopClassUid);

const samePatient = (study: CaseStudy, patient: { readonly name: string; readonly id: string }) =>
  study.patient.name === patient.name && study.patient.id === patient.id;

/** Where a study stands in its case; one of which the case has not heard yet waits. */
export function standingOf(
  state: CaseState | null,
  studyInstanceUid: string,
  patient: { readonly name: string; readonly id: string },
): CaseStudy['state'] {
  const known = state?.studies.find((study) => study.studyInstanceUid === studyInstanceUid);
  if (known === undefined) return 'held';
  // Attached by a name that is not this one's: another person's images under the same UID, which nobody decided over.
  return known.state === 'attached' && known.decision === null && !samePatient(known, patient) ? 'held' : known.state;
}

/** The instances that may be seen. */
export function seenInstances(sight: Sight, instances: readonly ArchivedInstance[]): ArchivedInstance[] {
  return instances.filter((instance) => {
    if (sight.sealed && isUnderSeal(instance)) return false;
    const { studyInstanceUid, header } = instance;
    return sight.allStudies || standingOf(sight.state, studyInstanceUid, header.patient) === 'attached';
  });
}

/** Whether a described study may be seen. */
export const seesStudy = (sight: Sight, study: StudySummary): boolean =>
  sight.allStudies || standingOf(sight.state, study.studyInstanceUid, study.patient) === 'attached';
