import { checkIdentity } from '../../identity/check-identity.ts';
import { REPORT_DOUBTS } from '../../identity/check-report.ts';
import { foldText } from '../../identity/names.ts';
import { dueOn } from '../../records/due.ts';
import type { RecordsWanted } from '../commands.ts';
import type { EventBody } from '../events.ts';
import { allOf, type Check, filled, firstOf, isoDate, oneOf, reasoned, wrong } from '../fields.ts';
import { attachedStudies, heldStudies } from '../readiness.ts';
import type { CaseState } from '../state.ts';
import { SET_VERDICTS } from '../vocabulary.ts';
import { always, done, type Handlers, happened, notFound, notYet, told } from './handler.ts';
import { notAhead, requestOf, someRequest } from './requesting.ts';

const WANTED: readonly RecordsWanted[] = ['images', 'report'];

/** What was seen before the lock is what the findings rest on: no study joins or leaves afterwards. */
const beforeLock = ({ reading }: CaseState): Check => (reading.locked === null ? null : { code: 'findings-locked' });

/** Read here, signed without an original report, and compared with nothing so far: the report may still turn up. */
function readAlone({ reading, third }: CaseState): boolean {
  return reading.reader !== null && reading.comparison === null && third == null;
}

/** A report that turns up late is still taken, until the result is out that was made with one, but never in place of one that was opened. */
function reportStillOpen(state: CaseState): Check {
  const { reading, outside } = state;
  const late = state.delivery.deliveredAt !== null && !readAlone(state);
  if (late) return done('delivery');
  return reading.revealedAt !== null || outside?.report != null ? done('report') : null;
}

function checkImages(state: CaseState): Check {
  const held = heldStudies(state);
  const other = held.find(({ identity }) => identity.verdict === 'other-patient');
  if (other !== undefined) return { code: 'other-patient', studyInstanceUid: other.studyInstanceUid };
  if (held.length > 0) return notYet('identity-decided');
  return attachedStudies(state).length === 0 ? notYet('images') : null;
}

/** The requests that `kind` from these places answers: of the same place, or the only one that is open. */
function answered(state: CaseState, kind: RecordsWanted, places: readonly string[]): readonly EventBody[] {
  const open = state.requests.filter(({ wants, received }) => wants.includes(kind) && !received.includes(kind));
  const from = new Set(places.map(foldText).filter((place) => place !== ''));
  const same = open.filter(({ facility }) => from.has(foldText(facility.name)));
  const hit = same.length > 0 ? same : open.length === 1 ? open : [];
  return hit.map(({ requestId }) => ({ type: 'recordsReceived', data: { requestId, what: [kind] } }));
}

/** The numbers under which the places of the other accepted studies know the patient. */
export const knownIds = (state: CaseState, except: string) =>
  attachedStudies(state)
    .filter(({ studyInstanceUid }) => studyInstanceUid !== except)
    .map(({ institution, patient }) => ({ institution, id: patient.id }));

export const MATERIALS: Handlers<
  | 'requestRecords'
  | 'markRecordsReceived'
  | 'extendRecordsRequest'
  | 'noteParcel'
  | 'receiveImages'
  | 'decideStudy'
  | 'acceptImages'
  | 'rejectImages'
  | 'judgeSet'
  | 'receiveReport'
  | 'declareNoReport'
  | 'vouchForReport'
  | 'acceptReport'
  | 'rejectReport'
> = {
  requestRecords: {
    // The practice asks for a patient's records with her consent; she asks for her own as she likes.
    gate: (state, actor) =>
      firstOf(
        state.delivery.deliveredAt === null || readAlone(state) ? null : done('delivery'),
        actor.role === 'coordinator' && state.consent === null ? notYet('consent') : null,
      ),
    decide: (state, command, { now }) => {
      const { type: _, ...data } = command;
      const check = firstOf(
        filled('requestId', command.requestId),
        requestOf(state, command.requestId) === undefined ? null : done('request'),
        filled('facility.name', command.facility.name),
        command.wants.length === 0 ? filled('wants', '') : allOf('wants', command.wants, WANTED),
        isoDate('studyDate', command.studyDate, true),
        oneOf('law', command.law, ['us-hipaa', 'eu-gdpr', 'general']),
        isoDate('sentOn', command.sentOn),
        notAhead('sentOn', command.sentOn, now),
      );
      if (check !== null) return { refused: check };
      return happened(null, {
        type: 'recordsRequested',
        data: { ...data, dueOn: dueOn(command.law, command.sentOn, false) },
      });
    },
  },
  markRecordsReceived: {
    gate: someRequest,
    decide: (state, { requestId, what }) => {
      const request = requestOf(state, requestId);
      if (request === undefined) return { refused: notFound('request', requestId) };
      const fresh = what.filter((kind) => !request.received.includes(kind));
      const check = firstOf(
        what.length === 0 ? filled('what', '') : allOf('what', what, request.wants),
        fresh.length === 0 ? done('request') : null,
      );
      return happened(check, { type: 'recordsReceived', data: { requestId, what: fresh } });
    },
  },
  extendRecordsRequest: {
    gate: someRequest,
    decide: (state, { requestId, reason }) => {
      const request = requestOf(state, requestId);
      if (request === undefined) return { refused: notFound('request', requestId) };
      return happened(firstOf(request.extended ? done('extension') : null, reasoned(reason)), {
        type: 'recordsRequestExtended',
        data: { requestId, reason, dueOn: dueOn(request.law, request.sentOn, true) },
      });
    },
  },
  noteParcel: {
    gate: always,
    decide: (_, command) =>
      happened(firstOf(filled('parcelId', command.parcelId), filled('by', command.by)), {
        type: 'parcelNoted',
        data: told(command),
      }),
  },
  receiveImages: {
    gate: beforeLock,
    decide: (state, { importId, studies }) => {
      const uids = studies.map(({ studyInstanceUid }) => studyInstanceUid);
      const check = firstOf(
        filled('importId', importId),
        studies.length === 0 || uids.includes('') ? filled('studies', '') : null,
        new Set(uids).size === uids.length ? null : wrong('studies', uids.join(', ')),
      );
      const checked = studies.map((study) => ({
        ...study,
        identity: checkIdentity(state.patient, study, knownIds(state, study.studyInstanceUid)),
      }));
      const ours = checked.filter(({ identity }) => identity.verdict !== 'other-patient');
      return happened(
        check,
        { type: 'imagesReceived', data: { importId, studies: checked } },
        ...(ours.length === 0
          ? []
          : answered(
              state,
              'images',
              ours.map(({ institution }) => institution),
            )),
      );
    },
  },
  decideStudy: {
    gate: (state) => beforeLock(state) ?? (state.studies.length > 0 ? null : notFound('studies', '')),
    decide: (state, { studyInstanceUid, decision, reason }) => {
      const study = state.studies.find((each) => each.studyInstanceUid === studyInstanceUid);
      if (study === undefined) return { refused: notFound('studies', studyInstanceUid) };
      const same = study.state === (decision === 'accept' ? 'attached' : 'rejected');
      return happened(
        firstOf(
          oneOf('decision', decision, ['accept', 'reject']),
          reasoned(reason),
          same ? { code: 'nothing-changed' } : null,
          // What was accepted rests on the studies that were there: taking one out means rejecting the images.
          study.state === 'attached' && state.materials.images === 'accepted' ? done('studies') : null,
        ),
        { type: 'studyDecided', data: { studyInstanceUid, decision, reason } },
      );
    },
  },
  acceptImages: {
    gate: (state) =>
      firstOf(state.materials.images === 'accepted' ? done('images') : null, beforeLock(state), checkImages(state)),
    decide: (_, { note }) => happened(null, { type: 'imagesAccepted', data: { note } }),
  },
  rejectImages: {
    gate: (state) =>
      firstOf(beforeLock(state), ['received', 'accepted'].includes(state.materials.images) ? null : notYet('images')),
    decide: (_, { reason }) => happened(reasoned(reason), { type: 'imagesRejected', data: { reason } }),
  },
  judgeSet: {
    gate: (state) => firstOf(beforeLock(state), attachedStudies(state).length === 0 ? notYet('images') : null),
    decide: ({ setJudged }, { verdict, reason }) =>
      happened(
        firstOf(
          oneOf('verdict', verdict, SET_VERDICTS),
          reasoned(reason),
          setJudged?.verdict === verdict && setJudged.reason === reason ? { code: 'nothing-changed' } : null,
        ),
        { type: 'setJudged', data: { verdict, reason } },
      ),
  },
  receiveReport: {
    gate: reportStillOpen,
    decide: (state, { report }) =>
      happened(
        firstOf(
          filled('report', report.reportId),
          /^[0-9a-f]{64}$/.test(report.sha256) ? null : wrong('report', report.sha256),
          filled('report', report.mediaType),
          filled('report', report.fileName),
          isoDate('date', report.date, true),
        ),
        { type: 'reportReceived', data: { report } },
        ...answered(state, 'report', [report.facility]),
      ),
  },
  declareNoReport: {
    gate: (state) =>
      firstOf(
        reportStillOpen(state),
        ['received', 'accepted'].includes(state.materials.report) ? done('report') : null,
        state.materials.report === 'declared-none' ? done('report') : null,
      ),
    decide: (_, { reason }) => happened(reasoned(reason), { type: 'noReportDeclared', data: { reason } }),
  },
  vouchForReport: {
    gate: (state) =>
      firstOf(
        reportStillOpen(state),
        ['received', 'accepted'].includes(state.materials.report) ? null : notYet('report-or-none'),
      ),
    decide: (state, { reportId, about }) =>
      happened(
        firstOf(
          // What somebody looked at may have been replaced meanwhile.
          state.report?.reportId === reportId ? null : notFound('report', reportId),
          about.length === 0 ? wrong('about', '') : null,
          allOf('about', about, REPORT_DOUBTS),
        ),
        { type: 'reportVouchedFor', data: { reportId, about } },
      ),
  },
  acceptReport: {
    gate: (state) => {
      if (state.materials.report === 'accepted') return done('report');
      return state.materials.report === 'received' ? null : notYet('report-or-none');
    },
    decide: () => happened(always(), { type: 'reportAccepted', data: {} }),
  },
  rejectReport: {
    gate: (state) =>
      firstOf(
        reportStillOpen(state),
        ['received', 'accepted'].includes(state.materials.report) ? null : notYet('report-or-none'),
      ),
    decide: (_, { reason }) => happened(reasoned(reason), { type: 'reportRejected', data: { reason } }),
  },
};
