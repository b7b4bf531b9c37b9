import type { CommandType } from '../case/commands.ts';
import { redFlagOpen } from '../case/readiness.ts';
import type { Refusal } from '../case/refusals.ts';
import type { CaseState } from '../case/state.ts';
import { metBy } from '../case/third.ts';
import type { Role } from '../case/vocabulary.ts';
import { dateOf } from '../turnaround/dates.ts';
import type { Action, Subject } from './actions.ts';
import {
  COMMAND_CONDITIONS,
  type Condition,
  DEMO_ACTIONS,
  OPEN_ACTIONS,
  PRACTICE_ACTIONS,
  VIEW_RULES,
} from './conditions.ts';
import { rolesIn, sealHolds } from './parts.ts';
import { COMMAND_ROLES } from './roles.data.ts';

/** What hands the original report, or words about it, to whoever asks. */
const SEALED: ReadonlySet<Action> = new Set<Action>([
  'report:view',
  'report:submit',
  'report:prepare',
  'comparison:view',
  'comparison:edit',
  'result:preview',
  'packet:make',
  'copy:make',
  'outside:submit',
  'outside:compare',
  'paper:add',
  'paper:view',
  'link:make',
  'data:export',
  'letter:view',
  // The reasons of an appeal may quote the report.
  'money:view',
  'coverage:ask',
  'case:record',
  'retracted:view',
  'teaching:make',
]);

/** What shows the original report itself: whoever was let through cannot read the case blind any more. */
export const SHOWS_ORIGINAL: readonly Action[] = [
  'report:view',
  'report:submit',
  'report:prepare',
  'packet:make',
  'copy:make',
  'teaching:make',
];

/** What shows the second opinion: whoever was let through cannot give a third, deciding read. */
export const SHOWS_SECOND: readonly Action[] = [
  'document:view',
  'comparison:view',
  'comparison:edit',
  'second:view',
  'third:view',
  'retracted:view',
  ...SHOWS_ORIGINAL,
];

/** What an erased case has no more. Its record stays, and so does what was written in it. */
const ERASED: ReadonlySet<Action> = new Set<Action>([
  'images:view',
  'images:upload',
  'parcel:announce',
  'report:view',
  'report:submit',
  'report:prepare',
  'document:view',
  'packet:make',
  'copy:make',
  'outside:submit',
  'draft:edit',
  'comparison:edit',
  'outside:compare',
  'paper:add',
  'paper:view',
  'link:make',
  'teaching:make',
]);

/** What a patient may always do, whatever was answered to the warning signs. */
const NEVER_STOPPED: ReadonlySet<Action> = new Set<Action>([
  'case:view',
  'case:record',
  'command:withdrawConsent',
  'command:cancelCase',
  'command:takeBackAgreement',
  'command:askErasure',
  'command:writeMessage',
  'data:export',
]);

/** A mail link alone must not open the data of patients to those who work with many of them. */
const NEEDS_STRONG_SESSION: ReadonlySet<Role> = new Set<Role>(['reader', 'coordinator', 'administrator']);

/** All that a token of a station or another system opens: what bringing images into a case needs, whatever else is written. */
export const MACHINE_ACTIONS: ReadonlySet<Action> = new Set<Action>([
  'case:find',
  'images:upload',
  'images:receipt',
  'parcel:read',
]);

/** All that a facility may do which came by its link: bring images and a report to the one case, and get the receipt. */
export const LINK_ACTIONS: ReadonlySet<Action> = new Set<Action>(['images:upload', 'images:receipt', 'report:submit']);

const isMachine = ({ roles }: Subject): boolean => roles.includes('machine');

/** All that a link with a code opens: to read, and to have read. */
const GUEST_ACTIONS: ReadonlySet<Action> = new Set<Action>([
  ...(['session:own', 'case:view', 'images:view', 'report:view', 'second:view', 'comparison:view'] as const),
  ...(['third:view', 'retracted:view', 'document:view', 'command:markSeen'] as const),
]);

type Verdict = { readonly role: Role | null; readonly refusal: Refusal | null };

/**
 * The one policy function: null when this person may do this to this case now, else why not. Denies by default. `state`
 * is null for what is about no case, for opening one, and for a case that does not exist.
 */
export function refuse(subject: Subject, action: Action, state: CaseState | null): Refusal | null {
  return judge(subject, action, state).refusal;
}

/** The role that opens the door, which the record then names; null when the door stays shut or needs no role. */
export function roleFor(subject: Subject, action: Action, state: CaseState | null): Role | null {
  const { refusal, role } = judge(subject, action, state);
  return refusal === null ? role : null;
}

/** Whether this person knows of a case: it belongs on their lists. A machine knows every case by its number and sees none. */
export function maySeeCase(subject: Subject, state: CaseState): boolean {
  if (isMachine(subject)) return subject.link === undefined || subject.link.caseId === state.id;
  return refuse(subject, 'case:view', state) === null;
}

function judge(subject: Subject, action: Action, state: CaseState | null): Verdict {
  if (OPEN_ACTIONS.has(action)) return { role: subject.roles[0] ?? null, refusal: null };
  if (DEMO_ACTIONS.has(action))
    return { role: subject.roles[0] ?? null, refusal: subject.demo ? null : stranger(subject) };
  if (subject.guest !== undefined && !GUEST_ACTIONS.has(action))
    return { role: null, refusal: { code: 'account-needed' } };
  if (hasNoPart(subject, action)) return { role: null, refusal: stranger(subject) };
  // Everybody who is signed in may do that, also before the second factor.
  if (action === 'session:own' || action === 'kept:own') return { role: subject.roles[0] ?? null, refusal: null };
  const practiceRoles = own(PRACTICE_ACTIONS, action);
  if (practiceRoles !== undefined)
    return firstOpen(subject, action, { roles: practiceRoles, held: subject.roles, state: null });
  if (action === 'command:openCase') {
    if (state !== null) return { role: null, refusal: { code: 'case-exists' } };
    return firstOpen(subject, action, { roles: COMMAND_ROLES.openCase, held: subject.roles, state });
  }
  if (state === null) return { role: null, refusal: { code: 'no-such-case' } };
  return judgeCase(subject, action, state);
}

/** Nobody who is known, or a machine that wants more than to bring images. */
function hasNoPart(subject: Subject, action: Action): boolean {
  if (isMachine(subject)) return !(subject.link === undefined ? MACHINE_ACTIONS : LINK_ACTIONS).has(action);
  return subject.personId === null && !subject.roles.includes('system');
}

function judgeCase(subject: Subject, action: Action, whole: CaseState): Verdict {
  if (subject.guest !== undefined && subject.guest.caseId !== whole.id)
    return { role: null, refusal: { code: 'not-your-case' } };
  const state = metBy(whole, subject.personId);
  if (SEALED.has(action) && sealHolds(state, subject.personId))
    return { role: null, refusal: { code: 'original-sealed' } };
  const held = rolesIn(state, subject);
  if (held.length === 0) return { role: null, refusal: { code: 'not-your-case' } };
  if (state.erased != null && ERASED.has(action))
    return { role: null, refusal: { code: 'case-erased', on: dateOf(state.erased.at) } };
  if (action.startsWith('command:')) {
    const type = action.slice('command:'.length) as CommandType;
    if (!Object.hasOwn(COMMAND_ROLES, type)) return { role: null, refusal: stranger(subject) };
    return firstOpen(subject, action, { roles: COMMAND_ROLES[type], held, state, condition: COMMAND_CONDITIONS[type] });
  }
  const rule = own(VIEW_RULES, action);
  if (rule === undefined) return { role: null, refusal: stranger(subject) };
  return firstOpen(subject, action, { roles: rule.roles, held, state, condition: rule.when });
}

interface Door {
  readonly roles: readonly Role[];
  readonly held: readonly Role[];
  readonly state: CaseState | null;
  readonly condition?: Condition | undefined;
}

/** The first of the person's roles that opens the door; where none does, why the first that is of the right kind does not. */
function firstOpen(subject: Subject, action: Action, door: Door): Verdict {
  const { state, condition } = door;
  let refusal: Refusal | null = null;
  for (const role of door.held.filter((each) => door.roles.includes(each))) {
    const no =
      closed(subject, action, role, state) ?? (state === null ? null : (condition?.(state, role, subject) ?? null));
    if (no === null) return { role, refusal: null };
    refusal ??= no;
  }
  return { role: null, refusal: refusal ?? { code: 'not-your-role', role: door.held[0] ?? 'stranger' } };
}

function closed(subject: Subject, action: Action, role: Role, state: CaseState | null): Refusal | null {
  if (NEEDS_STRONG_SESSION.has(role) && !subject.strongSession) return { code: 'second-factor-needed' };
  if (role !== 'patient' || state === null || NEVER_STOPPED.has(action)) return null;
  return redFlagOpen(state) ? { code: 'red-flag-open', flags: state.redFlags.yes } : null;
}

/** What a table itself says of an action: an action that is called as something every object has finds nothing. */
function own<T>(table: Readonly<Partial<Record<Action, T>>>, action: Action): T | undefined {
  return Object.hasOwn(table, action) ? table[action] : undefined;
}

function stranger(subject: Subject): Refusal {
  return { code: 'not-your-role', role: subject.roles[0] ?? 'stranger' };
}
