import { roleFor } from '@overread/rules/access/policy.ts';
import { COMMAND_TYPES } from '@overread/rules/access/roles.data.ts';
import type { Command, CommandType } from '@overread/rules/case/commands.ts';
import { type Decision, decide, gateOf } from '@overread/rules/case/decide.ts';
import type { CaseEvent } from '@overread/rules/case/events.ts';
import { evolve } from '@overread/rules/case/evolve.ts';
import type { CaseState, DecideContext } from '@overread/rules/case/state.ts';
import { openThird } from '@overread/rules/case/third.ts';
import type { Actor, Role } from '@overread/rules/case/vocabulary.ts';
import fc from 'fast-check';
import { actorOf, CAST, contextOf, PEOPLE, type Person, ROLES, subjectOf } from './cast.ts';
import { makeCommand } from './make-command.ts';

/** One step of a walk, still without the case: numbers that choose among what is possible when its turn comes. */
export interface Step {
  readonly n: number;
  readonly choice: number;
  /** 0 to 9; the lowest two break rules: anybody sends anything, in any role. */
  readonly mood: number;
  readonly minutes: number;
}

export interface Taken {
  readonly before: CaseState | null;
  readonly after: CaseState | null;
  readonly command: Command;
  readonly actor: Actor;
  readonly hostile: boolean;
  readonly now: string;
  readonly decision: Decision;
  /** What was written into the record, empty when the command was refused. */
  readonly events: readonly CaseEvent[];
}

export interface Walk {
  readonly taken: readonly Taken[];
  readonly record: readonly CaseEvent[];
  readonly state: CaseState | null;
}

/** How many steps a walk goes on for in a case that is over. */
const LATE_STEPS = 8;

const START = Date.parse('2026-11-02T14:00:00Z');

/** How readily a walk takes a step; what is not named counts 6. Setbacks are rare, so that walks get far. */
const WEIGHTS: Readonly<Partial<Record<CommandType, number>>> = {
  cancelCase: 0,
  eraseCase: 0,
  withdrawConsent: 0,
  ...{ decideStudy: 2, vouchForReport: 1, markRecordsReceived: 1 },
  rejectImages: 0.3,
  judgeSet: 0.3,
  rejectReport: 0.3,
  withdrawOffer: 0.3,
  declineOffer: 1,
  returnCase: 0.5,
  askPatient: 0.3,
  requestRecords: 0.5,
  waiveFunding: 0.5,
  nameReferrer: 1,
  retractReport: 0.4,
  ...{ askReader: 0.5, answerReader: 1, recordCall: 0.3, escalateResult: 3 },
  ...{ shareResult: 0.5, withdrawShare: 0.5, openShare: 3 },
  addAddendum: 0.5,
  reviseOpinion: 1,
  askThirdRead: 10,
  recordDiscussion: 2,
  requestAuthorization: 3,
  recordDenial: 8,
  appealDenial: 90,
  returnRefund: 2,
  extendRecordsRequest: 0.3,
  noteParcel: 0.2,
  sendOutside: 0.4,
  agreeTo: 0.15,
  takeBackAgreement: 0.1,
  notePaper: 0.15,
  writeMessage: 0.15,
  changeContact: 0.1,
  askErasure: 0.1,
  signRecordsRequest: 0.1,
  noteRecordsRequest: 0.15,
  noteFacilityLink: 0.15,
  acceptOffer: 12,
  openRead: 12,
  lockFindings: 12,
};

/** Now and then a walk takes what ends or stops a case, whatever its weight. */
const STOPS: readonly CommandType[] = ['cancelCase', 'eraseCase', 'withdrawConsent', 'rejectImages', 'rejectReport'];

/** What was done once is seldom done again. */
const DONE: Readonly<Partial<Record<CommandType, (state: CaseState) => boolean>>> = {
  askQuestion: ({ question }) => question !== null,
  giveHistory: ({ history }) => history !== null,
  answerRedFlags: ({ redFlags }) => redFlags.answeredAt !== null,
  receiveImages: ({ studies }) => studies.length > 0,
  receiveReport: ({ materials }) => materials.report !== 'missing',
  declareNoReport: ({ materials }) => materials.report !== 'missing',
  nameReferrer: ({ referrer }) => referrer !== null,
  chooseFunding: ({ funding }) => funding.route !== null,
  recordCoverage: ({ funding }) => funding.coverage !== null,
  compareReports: ({ reading, third }) => (third?.reading ?? reading).comparison !== null,
  deliverResult: ({ delivery, third }) => (third?.delivery ?? delivery).deliveredAt !== null,
};

interface Move {
  readonly person: Person;
  readonly role: Role;
  readonly type: CommandType;
}

function weightOf(type: CommandType, state: CaseState, { mood, choice }: Step): number {
  // A third read that was begun is mostly waited for.
  if (type === 'recordDecision' && state !== null && openThird(state) !== null) return 0.1;
  if (mood === 9 && choice % 11 === 0 && STOPS.includes(type)) return 40;
  if (type === 'eraseCase' && state !== null && (state.closedAt !== null || state.cancelled !== null)) return 1;
  return (WEIGHTS[type] ?? 6) * (DONE[type]?.(state) === true ? 0.1 : 1);
}

/** A number from 0 to 1 that hangs on two others and looks random. */
function scatter(a: number, b: number): number {
  let mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}

/** The first possible step, tried in a random order in which the weightier come early. */
function chooseMove(state: CaseState | null, step: Step): Move | null {
  if (state === null) return { person: 'patient', role: 'patient', type: 'openCase' };
  const order = COMMAND_TYPES.map(
    (type, i) => [scatter(step.choice, i) ** (1 / weightOf(type, state, step)), type] as const,
  )
    .filter(([key]) => key > 0)
    .sort(([a], [b]) => b - a);
  for (const [, type] of order) {
    const senders = PEOPLE.flatMap((person): readonly Move[] => {
      const role = roleFor(subjectOf(person), `command:${type}`, state);
      return role !== null && gateOf(state, type, actorOf(person, role)) === null ? [{ person, role, type }] : [];
    });
    if (senders.length > 0) return senders[step.n % senders.length] ?? null;
  }
  return null;
}

function breakIn({ n, choice }: Step): Move {
  const person = PEOPLE[n % PEOPLE.length] as Person;
  const role = n % 3 === 0 ? CAST[person][0] : (ROLES[choice % ROLES.length] as Role);
  return { person, role, type: COMMAND_TYPES[(n * 31 + choice) % COMMAND_TYPES.length] as CommandType };
}

/** Takes the steps one after the other, as the service would: decide, then fold what happened. */
export function walk(steps: readonly Step[]): Walk {
  const taken: Taken[] = [];
  const record: CaseEvent[] = [];
  let state: CaseState | null = null;
  let at = START;
  let late = LATE_STEPS;
  for (const step of steps) {
    if (state !== null && (state.closedAt !== null || state.cancelled !== null) && late-- === 0) break;
    at += step.minutes * 60_000;
    const hostile = step.mood < 2;
    const move: Move | null = hostile ? breakIn(step) : chooseMove(state, step);
    if (move === null) break;
    const one: Taken = take(state, { move, step, now: new Date(at).toISOString(), hostile });
    state = one.after;
    taken.push(one);
    record.push(...one.events);
  }
  return { taken, record, state };
}

interface Turn {
  readonly move: Move;
  readonly step: Step;
  readonly now: string;
  readonly hostile: boolean;
}

/** At every other step the practice takes something for a third read. */
function pricedSometimes(context: DecideContext, { n }: Step): DecideContext {
  if (n % 2 === 0) return context;
  return { ...context, prices: { ...context.prices, thirdRead: { amountMinor: 19_500, workingDays: 3 } } };
}

function take(before: CaseState | null, { move, step, now, hostile }: Turn): Taken {
  const actor = actorOf(move.person, move.role);
  const command = makeCommand(move.type, before, {
    n: step.n,
    hostile: hostile || step.mood === 2,
    now,
    role: move.role,
    person: move.person,
  });
  const decision = decide(before, command, pricedSometimes(contextOf(now, actor), step));
  const events: CaseEvent[] = [];
  let after = before;
  for (const body of 'events' in decision ? decision.events : []) {
    const event: CaseEvent = { ...body, caseId: 'case-1', version: (after?.version ?? 0) + 1, at: now, actor };
    after = evolve(after, event);
    events.push(event);
  }
  return { before, after, command, actor, hostile, now, decision, events };
}

/** Random walks; `length` is the longest. */
function steps(length = 100): fc.Arbitrary<readonly Step[]> {
  return fc.array(
    fc.record({
      n: fc.nat({ max: 9999 }),
      choice: fc.nat({ max: 99_999 }),
      mood: fc.nat({ max: 9 }),
      minutes: fc.oneof(
        { weight: 4, arbitrary: fc.nat({ max: 600 }) },
        { weight: 1, arbitrary: fc.nat({ max: 9000 }) },
      ),
    }),
    { minLength: 40, maxLength: length, size: 'max' },
  );
}

/**
 * Looks at random walks, the same ones for the same seed. A failure ends at once and names its seed and path: to see the
 * shortest walk that fails, which takes minutes, run it again with `endOnFailure: false`.
 */
export function overWalks(look: (walked: Walk) => void, { numRuns, seed }: { numRuns: number; seed: number }): void {
  fc.assert(
    fc.property(steps(), (each) => look(walk(each))),
    { numRuns, seed, endOnFailure: true },
  );
}
