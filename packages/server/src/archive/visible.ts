import type { StudyView } from '@overread/contract/images.ts';
import type { StudySummary } from '@overread/imaging/model.ts';
import { SCREEN_TOKENS } from '@overread/imaging/series/image-type.data.ts';
import { namesScreenPicture } from '@overread/imaging/series/role.ts';
import { documentsFor } from '@overread/rules/access/documents.ts';
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
  /** Signed documents, by their SHA-256, of which this person may have the objects that were made from them. */
  readonly documents: ReadonlySet<string>;
}

export function sightOf({ subject, actor, caseState }: Access): Sight {
  const refusal = refuse(subject, 'report:view', caseState);
  return {
    allStudies: actor.role === 'coordinator' || actor.role === 'administrator' || actor.role === 'system',
    // Where no report was handed in there is none to be read, which is no seal.
    sealed: refusal !== null && refusal.code !== 'not-found',
    state: caseState,
    documents: caseState === null ? new Set() : documentsFor(subject, caseState),
  };
}

/** What says or draws what somebody found: reports, documents, marks on pictures, chosen pictures, outlines. */
const TELLING_MODALITIES = new Set(['SR', 'DOC', 'PR', 'KO', 'SEG', 'RTSTRUCT', 'RTPLAN', 'RTDOSE', 'FID', 'OT', 'SC']);
/**
 * Structured reports and key objects (88), encapsulated documents (104), presentation states (11), secondary captures (7),
 * segmentations, fiducials and the like (66), radiotherapy (481), assessments (90); PS3.4 annex B.5.
 */
const TELLING_CLASSES = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(?:88\.|104\.|11\.|7$|7\.|66\.|66$|481\.|90\.)/;

/**
 * Whether an object may say what the first reader found. Denies by default: what has no pictures of its own says something
 * in words, and a picture of a screen has words and arrows burned into it.
 */
export const isUnderSeal = ({ header }: Pick<ArchivedInstance, 'header'>): boolean =>
  header.frames === 0 ||
  TELLING_MODALITIES.has(header.modality) ||
  TELLING_CLASSES.test(header.sopClassUid) ||
  header.imageType.some((token) => SCREEN_TOKENS.has(token.toUpperCase())) ||
  namesScreenPicture(header.seriesDescription);

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
    if (instance.madeFrom !== null) return sight.documents.has(instance.madeFrom);
    if (sight.sealed && isUnderSeal(instance)) return false;
    const { studyInstanceUid, header } = instance;
    return sight.allStudies || standingOf(sight.state, studyInstanceUid, header.patient) === 'attached';
  });
}

/** The studies that may be seen, each with where it stands. All images of a study as described are of one patient. */
export function seenStudies(sight: Sight, studies: readonly StudySummary[]): StudyView[] {
  return studies
    .map((study) => ({ ...study, state: standingOf(sight.state, study.studyInstanceUid, study.patient) }))
    .filter(({ state }) => sight.allStudies || state === 'attached');
}
