/** Where a parcel stands. `kept`, `returned` and `destroyed` say what became of the disc; `unreadable` is not the end of it. */
export const PARCEL_STATES = [
  'expected',
  'received',
  'opened',
  'read',
  'unreadable',
  'kept',
  'returned',
  'destroyed',
  'lost',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

/** What can happen to a parcel. `assigned` ties one that came unannounced (or under a wrong case) to its case. */
export type ParcelStepType = Exclude<ParcelState, 'expected'> | 'announced' | 'assigned';

/** What has to be known of a step to judge it and to tell where the parcel stands after it. */
export interface ParcelStep {
  readonly type: ParcelStepType;
  readonly note: string;
  /** The case that the parcel belongs to, where the step says so. */
  readonly caseId: string | null;
  /** The delivery that a reading made. */
  readonly importId: string | null;
}

/** A parcel as far as its rules look at it. */
export interface ParcelStanding {
  readonly state: ParcelState;
  readonly caseId: string | null;
}

/** Why a step does not happen. */
export type ParcelRefusal = 'not-now' | 'note-needed' | 'case-needed' | 'import-needed' | 'other-case';

/** What may happen next, the likeliest first. A disc may be read again: on another drive, or because there are several. */
const NEXT: Readonly<Record<ParcelState, readonly ParcelStepType[]>> = {
  expected: ['received', 'lost'],
  received: ['opened', 'assigned', 'returned', 'lost'],
  opened: ['read', 'unreadable', 'assigned', 'returned'],
  read: ['returned', 'destroyed', 'kept', 'read', 'unreadable'],
  unreadable: ['returned', 'destroyed', 'kept', 'read', 'assigned'],
  kept: ['returned', 'destroyed', 'read'],
  returned: [],
  destroyed: [],
  lost: ['received'],
};

/** Steps that nobody understands later without a word on them. */
const NEEDS_NOTE: ReadonlySet<ParcelStepType> = new Set<ParcelStepType>(['unreadable', 'lost']);

type Told = Pick<ParcelStep, 'type' | 'caseId'>;

function after(standing: ParcelStanding | null, { type, caseId }: Told): ParcelStanding {
  const says = standing === null || type === 'assigned' || type === 'read';
  const belongs = (says ? caseId : null) ?? standing?.caseId ?? null;
  if (type === 'assigned') return { state: standing?.state ?? 'received', caseId: belongs };
  return { state: type === 'announced' ? 'expected' : type, caseId: belongs };
}

/** Where a parcel of these steps stands; null before the first one, which announces it or finds it on the table. */
export function standingAfter(steps: readonly Told[]): ParcelStanding | null {
  return steps.reduce<ParcelStanding | null>(after, null);
}

/** What may happen next to a parcel, the likeliest first; what the sender wished for the disc comes before other ends. */
export function nextSteps(standing: ParcelStanding, wish: 'returned' | 'destroyed'): readonly ParcelStepType[] {
  const next = NEXT[standing.state].filter((type) => type !== 'assigned' || standing.caseId === null);
  const first = next[0] === 'returned' ? wish : next[0];
  const assign = standing.caseId === null && next.includes('assigned') && standing.state !== 'received';
  return [...new Set([...(assign ? (['assigned'] as const) : []), ...(first === undefined ? [] : [first]), ...next])];
}

/** Whether a step may happen now: null, or why not. */
export function judgeStep(standing: ParcelStanding | null, step: ParcelStep): ParcelRefusal | null {
  if (standing === null) {
    if (step.type === 'received') return null;
    if (step.type !== 'announced') return 'not-now';
    return step.caseId === null ? 'case-needed' : null;
  }
  if (!NEXT[standing.state].includes(step.type)) return 'not-now';
  if (NEEDS_NOTE.has(step.type) && step.note.trim() === '') return 'note-needed';
  if (step.type === 'assigned') return judgeAssigned(standing, step);
  if (step.type === 'read') return judgeRead(standing, step);
  return null;
}

/** A parcel under a wrong case is put right before a disc of it is read; afterwards its images are in that case. */
function judgeAssigned({ state, caseId }: ParcelStanding, step: ParcelStep): ParcelRefusal | null {
  if (step.caseId === null) return 'case-needed';
  return state === 'unreadable' && caseId !== null ? 'not-now' : null;
}

function judgeRead({ caseId }: ParcelStanding, step: ParcelStep): ParcelRefusal | null {
  if (step.importId === null) return 'import-needed';
  if (step.caseId === null && caseId === null) return 'case-needed';
  return step.caseId !== null && caseId !== null && step.caseId !== caseId ? 'other-case' : null;
}

/** The steps that a station's reading stands for: who reads a disc out of a parcel on the table has opened it. */
export function stepsToRead({ state }: ParcelStanding): readonly ParcelStepType[] {
  if (state === 'expected' || state === 'lost') return ['received', 'opened', 'read'];
  return state === 'received' ? ['opened', 'read'] : ['read'];
}
