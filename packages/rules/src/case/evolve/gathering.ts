import type { RecordsWanted } from '../commands.ts';
import { openRequest } from '../readiness.ts';
import type { CaseState, CaseStudy, RecordsRequest } from '../state.ts';
import type { MaterialState } from '../vocabulary.ts';
import type { Appliers, Recorded } from './applier.ts';

type Materials = CaseState['materials'];

function material(state: CaseState, change: Partial<Materials>): Pick<CaseState, 'materials'> {
  return { materials: { ...state.materials, ...change } };
}

/** "Requested" follows the requests: it stands while one is open, and is gone when all have been answered. */
function followRequests(state: CaseState): CaseState {
  const follow = (kind: RecordsWanted): MaterialState => {
    const now = state.materials[kind];
    const open = openRequest(state, kind) !== null;
    if (open && (now === 'missing' || now === 'rejected')) return 'requested';
    return !open && now === 'requested' ? 'missing' : now;
  };
  return { ...state, ...material(state, { images: follow('images'), report: follow('report') }) };
}

function changeRequest(
  state: CaseState,
  requestId: string,
  change: (request: RecordsRequest) => RecordsRequest,
): CaseState {
  const requests = state.requests.map((each) => (each.requestId === requestId ? change(each) : each));
  return followRequests({ ...state, requests });
}

type Arrived = Recorded<'imagesReceived'>['data']['studies'][number];

/** Where a study stands after it arrived: what fits is attached, what was decided stays decided, all else is held. */
function standing(state: CaseState, study: Arrived): Pick<CaseStudy, 'state' | 'decision'> {
  const before = state.studies.find((each) => each.studyInstanceUid === study.studyInstanceUid);
  const fits = study.identity.verdict === 'match';
  // Once the images were accepted, what comes later is a new question for the coordinator.
  if (before === undefined)
    return { state: fits && state.materials.images !== 'accepted' ? 'attached' : 'held', decision: null };
  if (before.state === 'rejected' || before.decision === null) {
    return before.state === 'attached' && !fits ? { state: 'held', decision: null } : before;
  }
  const samePerson = before.patient.name === study.patient.name && before.patient.birthDate === study.patient.birthDate;
  return fits || samePerson ? before : { state: 'held', decision: null };
}

function receive(state: CaseState, { data, at }: Recorded<'imagesReceived'>): Partial<CaseState> {
  const fresh = data.studies.map((study): CaseStudy => {
    const { state: where, decision } = standing(state, study);
    return { ...study, importId: data.importId, receivedAt: at, state: where, decision };
  });
  const arrived = new Map(fresh.map((study) => [study.studyInstanceUid, study]));
  const known = new Set(state.studies.map(({ studyInstanceUid }) => studyInstanceUid));
  const studies = [
    ...state.studies.map((study) => arrived.get(study.studyInstanceUid) ?? study),
    ...fresh.filter(({ studyInstanceUid }) => !known.has(studyInstanceUid)),
  ];
  return { studies, ...material(state, standingOf(imagesOf(state, studies))) };
}

/** Images that are here were asked for again no longer. */
const standingOf = (images: MaterialState): Partial<Materials> =>
  images === 'received' ? { images, imagesRejectedBecause: '' } : { images };

/** Images are here as soon as one study is attached or waits for a decision; accepted ones stay accepted. */
function imagesOf({ materials }: CaseState, studies: readonly CaseStudy[]): MaterialState {
  if (materials.images === 'accepted') return 'accepted';
  if (studies.some((study) => study.state !== 'rejected')) return 'received';
  return materials.images === 'received' ? 'missing' : materials.images;
}

export const GATHERING: Appliers<
  | 'referrerNamed'
  | 'questionAsked'
  | 'redFlagsAnswered'
  | 'redFlagsCleared'
  | 'historyGiven'
  | 'consentGiven'
  | 'consentWithdrawn'
  | 'recordsRequested'
  | 'recordsReceived'
  | 'recordsRequestExtended'
  | 'imagesReceived'
  | 'studyDecided'
  | 'imagesAccepted'
  | 'imagesRejected'
  | 'setJudged'
  | 'reportReceived'
  | 'noReportDeclared'
  | 'reportVouchedFor'
  | 'reportAccepted'
  | 'reportRejected'
  | 'parcelNoted'
  | 'agreementGiven'
  | 'agreementTakenBack'
  | 'paperNoted'
  | 'recordsRequestSigned'
  | 'recordsRequestNoted'
  | 'facilityLinkNoted'
  | 'contactChanged'
  | 'messageWritten'
  | 'erasureAsked'
  | 'patientAsked'
  | 'askAnswered'
> = {
  // The register of parcels keeps where each stands; the record of the case names it.
  parcelNoted: () => ({}),
  referrerNamed: (_, { data }) => ({ referrer: data }),
  questionAsked: (_, { data }) => ({ question: data }),
  redFlagsAnswered: (_, { data, at }) => ({
    redFlags: { answeredAt: at, yes: data.yes, clearedBy: null, clearedNote: '' },
  }),
  redFlagsCleared: ({ redFlags }, { data, actor }) => ({
    redFlags: { ...redFlags, clearedBy: actor, clearedNote: data.note },
  }),
  historyGiven: (state, { data }) => ({ history: data, ...material(state, { history: 'accepted' }) }),
  consentGiven: (state, { data, at, actor }) => ({
    consent: { ...data, at, by: actor },
    ...material(state, { consent: 'accepted' }),
  }),
  consentWithdrawn: (state) => ({ consent: null, ...material(state, { consent: 'missing' }) }),
  recordsRequested: (state, { data }) =>
    followRequests({ ...state, requests: [...state.requests, { ...data, received: [], extended: false }] }),
  recordsReceived: (state, { data }) =>
    changeRequest(state, data.requestId, (request) => ({ ...request, received: [...request.received, ...data.what] })),
  recordsRequestExtended: (state, { data }) =>
    changeRequest(state, data.requestId, (request) => ({ ...request, extended: true, dueOn: data.dueOn })),
  agreementGiven: ({ agreements }, { data: { what, ...told }, at, actor }) => ({
    agreements: { ...agreements, [what]: { ...told, at, by: actor } },
  }),
  agreementTakenBack: ({ agreements = {} }, { data }) => {
    const { [data.what]: _, ...left } = agreements;
    return { agreements: left };
  },
  paperNoted: ({ papers = [] }, { data: { step, ...paper }, at, actor }) => ({
    papers:
      step === 'added'
        ? [...papers, { ...paper, at, by: actor }]
        : papers.filter(({ paperId }) => paperId !== paper.paperId),
  }),
  recordsRequestSigned: (state, { data: { requestId, ...signed }, at }) =>
    changeRequest(state, requestId, (request) => ({ ...request, signed: { ...signed, at } })),
  recordsRequestNoted: (state, { data }) =>
    changeRequest(state, data.requestId, (request) => ({
      ...request,
      dueOn: data.dueOn ?? request.dueOn,
      steps: [...(request.steps ?? []), data],
    })),
  facilityLinkNoted: ({ facilityLinks = [] }, { data: { linkId, requestId, expiresAt, step }, at }) => ({
    facilityLinks:
      step === 'made'
        ? [...facilityLinks, { linkId, requestId, expiresAt, madeAt: at, withdrawnAt: null }]
        : facilityLinks.map((link) => (link.linkId === linkId ? { ...link, withdrawnAt: at } : link)),
  }),
  contactChanged: (_, { data }) => ({ contact: data }),
  messageWritten: ({ messages = [] }, { data, at, actor }) => ({ messages: [...messages, { ...data, at, by: actor }] }),
  erasureAsked: (_, { data, at }) => ({ erasureAsked: { ...data, at } }),
  imagesReceived: (state, event) => ({ ...receive(state, event), setJudged: null }),
  studyDecided: (state, { data, actor, at }) => {
    const studies = state.studies.map((study): CaseStudy => {
      if (study.studyInstanceUid !== data.studyInstanceUid) return study;
      const where = data.decision === 'accept' ? 'attached' : 'rejected';
      return { ...study, state: where, decision: { by: actor, at, reason: data.reason } };
    });
    const images = imagesOf(state, studies);
    // When nothing is left the images are sent back, and the patient is told why.
    const change: Partial<Materials> =
      images === 'missing' && data.decision === 'reject'
        ? { images: 'rejected', imagesRejectedBecause: data.reason }
        : standingOf(images);
    return followRequests({ ...state, studies, ...material(state, change) });
  },
  imagesAccepted: (state) => material(state, { images: 'accepted', imagesRejectedBecause: '' }),
  imagesRejected: (state, { data }) =>
    followRequests({ ...state, ...material(state, { images: 'rejected', imagesRejectedBecause: data.reason }) }),
  setJudged: (_, { data, at, actor }) => ({ setJudged: { ...data, by: actor, at } }),
  reportReceived: (state, { data, at }) => ({
    report: { ...data.report, at },
    ...material(state, { report: 'received', reportRejectedBecause: '' }),
  }),
  noReportDeclared: (state) => ({ report: null, ...material(state, { report: 'declared-none' }) }),
  reportVouchedFor: ({ report }, { data, at, actor }) =>
    report?.reportId === data.reportId ? { report: { ...report, vouched: { by: actor, at, about: data.about } } } : {},
  reportAccepted: (state) => material(state, { report: 'accepted' }),
  reportRejected: (state, { data }) =>
    followRequests({ ...state, ...material(state, { report: 'rejected', reportRejectedBecause: data.reason }) }),
  patientAsked: ({ asks }, { data, at, actor }) => ({ asks: [...asks, { ...data, at, by: actor, answer: null }] }),
  askAnswered: ({ asks }, { data }) => ({
    asks: asks.map((ask) => (ask.askId === data.askId ? { ...ask, answer: data.text } : ask)),
  }),
};
