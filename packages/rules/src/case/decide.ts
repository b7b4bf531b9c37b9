import type { Action, Subject } from '../access/actions.ts';
import { refuse, roleFor } from '../access/policy.ts';
import { COMMAND_TYPES } from '../access/roles.data.ts';
import { dateOf } from '../turnaround/dates.ts';
import type { Command, CommandType } from './commands.ts';
import { openCase } from './decide/asking.ts';
import { clockEvents } from './decide/clock.ts';
import type { Decision, Handler } from './decide/handler.ts';
import { HANDLERS } from './decide/table.ts';
import type { CaseEvent, EventBody } from './events.ts';
import { evolve } from './evolve.ts';
import type { Refusal } from './refusals.ts';
import type { CaseState, DecideContext } from './state.ts';
import { commanded, ofThird } from './third.ts';
import type { Actor } from './vocabulary.ts';

export type { Decision };

/** What is still possible in a case that was closed: late opening of the result, and corrections, which reach people. */
const AFTER_CLOSE: ReadonlySet<CommandType> = new Set<CommandType>([
  'takeBackAgreement',
  'writeMessage',
  ...(['addAddendum', 'retractReport', 'deliverResult', 'markSeen'] as const),
  ...(['askReader', 'answerReader', 'recordCall', 'shareResult', 'withdrawShare', 'openShare'] as const),
  // The original report of a case that was read without one.
  ...(['receiveReport', 'acceptReport', 'rejectReport', 'revealOriginal', 'compareReports'] as const),
]);

/** What moves money that was promised while the case was open. */
const MONEY_LATE: ReadonlySet<CommandType> = new Set<CommandType>(['recordRefund', 'returnRefund', 'recordRemittance']);

/**
 * What a command does to a case: the events that follow, the clock's included, or the reason why nothing happens. The
 * whole of `packages/rules` meets here: role and seal, where the case stands, what the command says. Pure; versions are
 * the caller's to check.
 */
export function decide(state: CaseState | null, command: Command, context: DecideContext): Decision {
  const { actor } = context;
  const refused = refuseActor(actor, command.type, state);
  if (refused !== null) return { refused };
  if (command.type === 'openCase') return openCase(command, context);
  if (state === null) return { refused: { code: 'no-such-case' } };
  const gate = gateOf(state, command.type, actor);
  if (gate !== null) return { refused: gate };
  // The table ties each handler to its own command; a lookup by a value of the union cannot show that to the compiler.
  const handler = HANDLERS[command.type] as Handler<typeof command.type>;
  const met = commanded(state, command, actor);
  const decision = handler.decide(met, command as never, context);
  if ('refused' in decision) return decision;
  const events = met === state ? decision.events : decision.events.map(ofThird);
  const after = foldAll(state, events, context);
  return { events: [...events, ...clockEvents(after, context)] };
}

/** The policy's answer for somebody who acts in one role, which must be the one that opens the door: the record names it. */
function refuseActor(actor: Actor, type: CommandType, state: CaseState | null): Refusal | null {
  const subject = subjectOf(actor, state);
  const refused = refuse(subject, `command:${type}`, state);
  if (refused !== null) return refused;
  return roleFor(subject, `command:${type}`, state) === actor.role ? null : { code: 'not-your-role', role: actor.role };
}

/** Why a command makes no sense where the case stands now, whatever it says; null when it may be tried. */
export function gateOf(state: CaseState, type: CommandType, actor: Actor): Refusal | null {
  if (type === 'openCase') return { code: 'case-exists' };
  // A disc is sent back after a case is closed, and arrives for one that was cancelled.
  if (type === 'noteParcel') return HANDLERS.noteParcel.gate(state, actor);
  // Money goes back when a case is over, and an insurer pays late.
  if (MONEY_LATE.has(type)) return HANDLERS[type].gate(state, actor);
  // A case that is over is the one to erase; after that nothing is added to what is not there.
  if (type === 'eraseCase') return HANDLERS.eraseCase.gate(state, actor);
  // Who wants everything erased wants it most when it is over.
  if (type === 'askErasure') return HANDLERS.askErasure.gate(state, actor);
  if (state.erased != null) return { code: 'case-erased', on: dateOf(state.erased.at) };
  if (state.cancelled !== null) return { code: 'case-is-over', stage: 'cancelled' };
  if (state.closedAt !== null && !AFTER_CLOSE.has(type)) return { code: 'case-is-over', stage: 'closed' };
  return HANDLERS[type].gate(commanded(state, { type }, actor), actor);
}

/** The commands that this person may try now, in the order of the table of roles. */
export function commandsFor(
  state: CaseState,
  subject: Subject,
  roleOf: (action: Action) => Actor['role'] | null,
): readonly CommandType[] {
  return COMMAND_TYPES.filter((type) => {
    const role = roleOf(`command:${type}`);
    return role !== null && gateOf(state, type, { personId: subject.personId ?? '', name: '', role }) === null;
  });
}

/**
 * An actor acts in one role; that the session was strong enough was checked before he became one, and so was the mail
 * address of a referrer whom the case names by nothing else.
 */
function subjectOf({ personId, role }: Actor, state: CaseState | null): Subject {
  const subject: Subject = { personId, roles: [role], strongSession: true, demo: false };
  const referrer = state?.referrer ?? null;
  return role === 'referrer' && referrer?.personId === null ? { ...subject, email: referrer.email } : subject;
}

function foldAll(state: CaseState, events: readonly EventBody[], { now, actor }: DecideContext): CaseState {
  return events.reduce<CaseState>((before, body) => {
    const event: CaseEvent = { ...body, caseId: state.id, version: before.version + 1, at: now, actor };
    return evolve(before, event);
  }, state);
}
