import type { CommandType } from '../case/commands.ts';
import { missingForReading, readOutside } from '../case/readiness.ts';
import type { Refusal } from '../case/refusals.ts';
import { retractionsFor } from '../case/retract.ts';
import type { CaseState } from '../case/state.ts';
import type { Role } from '../case/vocabulary.ts';
import { teachingBar } from '../learning/teaching.ts';
import type { Action, Subject } from './actions.ts';

/** What else must hold for a role to open a door of this case. */
export type Condition = (state: CaseState, role: Role, subject: Subject) => Refusal | null;

/** Open to everybody, signed in or not; each is a choice. */
export const OPEN_ACTIONS: ReadonlySet<Action> = new Set<Action>(['public', 'practice:view', 'ask:begin', 'link:open']);

/** Open to everybody where the practice runs as a demo, and to nobody else. */
export const DEMO_ACTIONS: ReadonlySet<Action> = new Set<Action>(['mailbox:view', 'demo:sign-in']);

const ANYBODY: readonly Role[] = ['patient', 'coordinator', 'reader', 'referrer', 'administrator'];

/** What is about the practice and no single case. */
export const PRACTICE_ACTIONS: Readonly<Partial<Record<Action, readonly Role[]>>> = {
  'case:list': ANYBODY,
  'directory:view': ['coordinator', 'administrator'],
  'people:view': ['administrator', 'coordinator'],
  'people:edit': ['administrator'],
  'machines:view': ['administrator'],
  'machines:edit': ['administrator'],
  'parcels:view': ['coordinator', 'administrator'],
  'parcels:edit': ['coordinator'],
  'case:find': ['coordinator', 'administrator', 'machine'],
  'audit:view': ['administrator'],
  'holding:view': ['coordinator'],
  'holding:decide': ['coordinator'],
  'ways:view': ['administrator'],
  'proposal:measure': ['administrator'],
  'discrepancy:measure': ['administrator'],
  'prices:edit': ['administrator'],
  'ledger:view': ['administrator', 'coordinator'],
};

const isStaff = (role: Role): boolean => role === 'coordinator' || role === 'administrator';

/** The reader who has accepted; an offer alone opens the facts of a case and not its images. */
const accepted: Condition = (state, role, subject) =>
  role !== 'reader' || state.reading.reader?.readerId === subject.personId
    ? null
    : { code: 'not-yet', needs: ['reader'] };

const mayRead: Condition = (state, role, subject) => {
  if (role !== 'reader') return null;
  const needs = state.reading.locked === null ? missingForReading(state) : [];
  return accepted(state, role, subject) ?? (needs.length > 0 ? { code: 'not-yet', needs } : null);
};

const beforeLock: Condition = ({ reading }) => (reading.locked === null ? null : { code: 'findings-locked' });

const draft: Condition = (state, role, subject) => beforeLock(state, role, subject) ?? mayRead(state, role, subject);

/** The second report: the reader's from the lock on, the staff's from the signature, everybody else's from delivery. */
const secondReport: Condition = (state, role) => {
  if (role === 'reader') return state.reading.locked === null ? { code: 'not-yet', needs: ['locked-findings'] } : null;
  if (isStaff(role)) return isSignedOrOutside(state) ? null : { code: 'not-yet', needs: ['signature'] };
  return state.delivery.deliveredAt === null ? { code: 'not-yet', needs: ['delivery'] } : null;
};

const comparison: Condition = (state, role, subject) => {
  if (role !== 'reader') return secondReport(state, role, subject);
  return state.reading.revealedAt === null && state.earlier?.report == null
    ? { code: 'not-yet', needs: ['revealed-original'] }
    : null;
};

/** The coordinator stands in for a reader only where a service outside has read. */
const outsideOnly: Condition = (state, role) =>
  role !== 'coordinator' || (state.reading.reader === null && readOutside(state))
    ? null
    : { code: 'not-your-role', role };

const original: Condition = (state) =>
  state.report === null ? { code: 'not-found', what: 'report', id: state.id } : null;

/** Who compares: both reports lie open, and what is signed with a comparison stays. */
const comparing: Condition = (state, role, subject) => {
  // A third read has the second opinion to compare with, also where there is no original report.
  const opened = state.earlier?.report != null;
  const refusal =
    outsideOnly(state, role, subject) ??
    accepted(state, role, subject) ??
    (opened ? null : original(state, role, subject));
  if (refusal !== null) return refusal;
  if (state.reading.revealedAt === null && !readOutside(state) && !opened)
    return { code: 'not-yet', needs: ['revealed-original'] };
  return state.reading.signed !== null && state.reading.comparison !== null ? { code: 'report-signed' } : null;
};

/** The reader's own result, once both reports lie open, or there is no other. */
const previewing: Condition = (state, role, subject) => {
  const refusal = accepted(state, role, subject);
  if (refusal !== null) return refusal;
  const { locked, revealedAt } = state.reading;
  if (locked === null) return { code: 'not-yet', needs: ['locked-findings'] };
  const opened = revealedAt !== null || state.earlier?.report != null || state.report === null;
  return opened ? null : { code: 'not-yet', needs: ['revealed-original'] };
};

const signedDocument: Condition = (state, role, subject) => {
  if (state.reading.signed === null) {
    return role === 'reader' && state.reading.locked === null
      ? { code: 'original-sealed' }
      : { code: 'not-yet', needs: ['signature'] };
  }
  return secondReport(state, role, subject);
};

/** The third report: the staff's from the signature, everybody else's from delivery. */
const thirdReport: Condition = ({ third }, role) => {
  if (third == null) return { code: 'not-yet', needs: ['third-read'] };
  if (isStaff(role)) return third.reading.signed === null ? { code: 'not-yet', needs: ['signature'] } : null;
  return third.delivery.deliveredAt === null ? { code: 'not-yet', needs: ['delivery'] } : null;
};

/** The patient sees what she brought herself, and what the practice got when it is delivered. */
const broughtBack: Condition = ({ outside, delivery }, role) => {
  if (outside === null || outside.report === null) return { code: 'not-yet', needs: ['report-or-none'] };
  if (role !== 'patient' || outside.broughtBy === 'patient' || delivery.deliveredAt !== null) return null;
  return { code: 'not-yet', needs: ['delivery'] };
};

/** A report that was taken back: for whoever had it, marked as what it is; a new reader does not know of it. */
const takenBack: Condition = (state, role, { personId }) =>
  retractionsFor(state, role, personId).length > 0 ? null : { code: 'not-found', what: 'retraction', id: state.id };

const packet: Condition = (state) => (state.reading.reader === null ? null : { code: 'already-done', what: 'reader' });

/** There is something to take away; what of it is for whom, the other rules say. */
const anything: Condition = ({ studies, report }) =>
  studies.some(({ state }) => state === 'attached') || report !== null ? null : { code: 'not-yet', needs: ['images'] };

/** The reader whose comparison it is, or the administrator; the third reader compared something else. */
const teaching: Condition = (state, role, subject) =>
  state.earlier === undefined
    ? (accepted(state, role, subject) ?? teachingBar(state))
    : { code: 'not-your-role', role };

function isSignedOrOutside(state: CaseState): boolean {
  return state.reading.signed !== null || readOutside(state);
}

/** Who may see what of a case. What is not listed is denied. */
export const VIEW_RULES: Readonly<
  Partial<Record<Action, { readonly roles: readonly Role[]; readonly when?: Condition }>>
> = {
  'case:view': { roles: ANYBODY },
  'case:record': { roles: ['patient', 'coordinator', 'administrator', 'reader'] },
  'images:upload': { roles: ['patient', 'coordinator', 'system', 'machine'], when: beforeLock },
  'images:view': { roles: [...ANYBODY, 'system'], when: mayRead },
  'images:receipt': { roles: ['patient', 'coordinator', 'administrator', 'machine'] },
  'parcel:announce': { roles: ['patient', 'coordinator'], when: beforeLock },
  'parcel:follow': { roles: ['patient', 'coordinator', 'administrator'] },
  'parcel:read': { roles: ['coordinator', 'machine'] },
  'report:submit': { roles: ['patient', 'coordinator', 'machine'] },
  'report:prepare': { roles: ['patient', 'coordinator'] },
  'report:view': { roles: [...ANYBODY, 'system'], when: original },
  'outside:submit': { roles: ['patient', 'coordinator'] },
  'outside:compare': { roles: ['patient', 'coordinator'], when: broughtBack },
  'paper:add': { roles: ['patient', 'coordinator'] },
  'paper:view': { roles: ['patient', 'coordinator', 'administrator'] },
  'link:make': { roles: ['patient', 'coordinator'] },
  'data:export': { roles: ['patient', 'coordinator', 'administrator'] },
  'packet:make': { roles: ['patient', 'coordinator', 'system'], when: packet },
  'copy:make': { roles: ['patient', 'referrer', 'coordinator', 'administrator', 'system'], when: anything },
  'letter:view': { roles: ['patient', 'coordinator', 'administrator'] },
  'draft:edit': { roles: ['reader'], when: draft },
  'second:view': { roles: ANYBODY, when: secondReport },
  'comparison:view': { roles: ANYBODY, when: comparison },
  'comparison:edit': { roles: ['reader', 'coordinator'], when: comparing },
  'result:preview': { roles: ['reader'], when: previewing },
  'document:view': { roles: [...ANYBODY, 'system'], when: signedDocument },
  'third:view': { roles: ANYBODY, when: thirdReport },
  'retracted:view': { roles: ANYBODY, when: takenBack },
  'teaching:make': { roles: ['reader', 'administrator'], when: teaching },
  'matching:suggest': { roles: ['coordinator'] },
  'money:view': { roles: ['patient', 'coordinator', 'administrator'] },
  'money:pay': { roles: ['patient'] },
  'coverage:ask': { roles: ['coordinator'] },
};

/** The patient decides where no doctor is named who would. */
const patientWithoutReferrer: Condition = (state, role) =>
  role === 'patient' && state.referrer !== null ? { code: 'not-your-role', role } : null;

const reading: Condition = (state, role, subject) => accepted(state, role, subject);

/** What else a command needs of the person who sends it. */
export const COMMAND_CONDITIONS: Readonly<Partial<Record<CommandType, Condition>>> = {
  openRead: reading,
  lockFindings: reading,
  revealOriginal: reading,
  reviseOpinion: reading,
  returnCase: reading,
  retractReport: reading,
  askPatient: reading,
  compareReports: (state, role, subject) => outsideOnly(state, role, subject) ?? reading(state, role, subject),
  signReport: (state, role, subject) => outsideOnly(state, role, subject) ?? reading(state, role, subject),
  addAddendum: (state, role, subject) => outsideOnly(state, role, subject) ?? reading(state, role, subject),
  recordDecision: patientWithoutReferrer,
};

/** Every action that is about one case, for lists of what a person may see in it. */
export const CASE_VIEW_ACTIONS = Object.keys(VIEW_RULES) as readonly Action[];
