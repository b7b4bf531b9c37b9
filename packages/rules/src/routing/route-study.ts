import type { ArrivedStudy } from '../case/commands.ts';
import { knownIds } from '../case/decide/materials.ts';
import type { IdentityVerdict } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { PatientIdentity } from '../case/vocabulary.ts';
import { checkIdentity } from '../identity/check-identity.ts';

/** What of a study that arrived unasked tells where it belongs. */
export type RoutedStudy = Omit<ArrivedStudy, 'series' | 'instances'>;

/** Why a case comes into question; `packages/words` has a sentence for each (`holding.because.case-number` …). */
export const ROUTE_REASONS = [
  'case-number',
  'same-study',
  'accession-number',
  'patient-id',
  'name-and-birth-date',
] as const;
export type RouteReason = (typeof ROUTE_REASONS)[number];

export interface RouteCandidate {
  readonly caseId: string;
  readonly number: string;
  readonly patient: PatientIdentity;
  readonly because: readonly RouteReason[];
  readonly identity: IdentityVerdict;
  /** Whether the reasons are good enough to go there without asking a person. */
  readonly isSure: boolean;
  /** False for a case that takes no images any more. */
  readonly takes: boolean;
}

/** `caseId` is where the study goes at once; null leaves it to the coordinator. */
export interface Route {
  readonly caseId: string | null;
  /** Best reasons first. */
  readonly candidates: readonly RouteCandidate[];
}

/** Numbers as `nextNumber` gives them ("2026-0432"), with whatever a sender puts around them ("OVR-2026-0432"). */
const CASE_NUMBER = /(?<!\d)(?:19|20)\d{2}-\d{4,9}(?!\d)/g;

/** Case numbers that stand where a sender may have put them: patient id, accession number, description of the study. */
export function caseNumbersIn({ patient, accessionNumber, description }: RoutedStudy): readonly string[] {
  return [...new Set([patient.id, accessionNumber, description].flatMap((text) => text.match(CASE_NUMBER) ?? []))];
}

/** A case takes images until its reader has locked the findings (`receiveImages` is refused from then on) or it is over. */
export function takesImages(state: CaseState): boolean {
  return state.reading.locked === null && state.closedAt === null && state.cancelled === null;
}

/**
 * Where a study belongs that nobody put into a case. Sure are: the number of the case in a field of the study, a study that
 * the case has already, the accession number or the patient's number of one that it has. The last two are given by a
 * facility and mean nothing at another one, so they count only where the patient may be the same. Name and birth date alone
 * suggest a case, and a person decides. Exactly one sure case is gone to; a case that takes no images is never in question.
 */
export function routeStudy(study: RoutedStudy, cases: readonly CaseState[]): Route {
  const candidates = cases
    .map((state) => judgeCase(study, state))
    .filter(({ because, takes }) => takes && because.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.number < b.number ? -1 : 1));
  const sure = candidates.filter(({ isSure }) => isSure);
  return { caseId: sure.length === 1 ? (sure[0]?.caseId ?? null) : null, candidates };
}

/** How a study stands to one case, whatever speaks for it. */
export function judgeCase(study: RoutedStudy, state: CaseState): RouteCandidate {
  const identity = checkIdentity(
    state.patient,
    { ...study, series: 0, instances: 0 },
    knownIds(state, study.studyInstanceUid),
  );
  const isOther = identity.verdict === 'other-patient';
  const { accessionNumber, studyInstanceUid, patient } = study;
  const kept = state.studies.filter((known) => known.state !== 'rejected');
  const ours = kept.filter((known) => known.state === 'attached');
  const holds: Readonly<Record<RouteReason, boolean>> = {
    'case-number': caseNumbersIn(study).includes(state.number),
    'same-study': !isOther && kept.some((known) => known.studyInstanceUid === studyInstanceUid),
    'accession-number':
      !isOther && accessionNumber !== '' && ours.some((known) => known.accessionNumber === accessionNumber),
    'patient-id': !isOther && patient.id !== '' && ours.some((known) => known.patient.id === patient.id),
    'name-and-birth-date': identity.verdict === 'match',
  };
  const because = ROUTE_REASONS.filter((reason) => holds[reason]);
  const isSure = because.some((reason) => reason !== 'name-and-birth-date');
  return {
    caseId: state.id,
    number: state.number,
    patient: state.patient,
    because,
    identity,
    isSure,
    takes: takesImages(state),
  };
}

const rankOf = ({ because }: RouteCandidate): number => ROUTE_REASONS.indexOf(because[0] as RouteReason);
