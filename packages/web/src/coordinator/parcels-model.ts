import type { ParcelView } from '@overread/contract/stations.ts';
import type { ParcelState, ParcelStepType } from '@overread/rules/parcels/parcel.ts';
import { readParcelNumber } from '@overread/rules/parcels/parcel-number.ts';

/** What the register can be narrowed to. */
export const PARCEL_FILTERS = ['here', 'expected', 'back', 'over', 'all'] as const;
export type ParcelFilter = (typeof PARCEL_FILTERS)[number];

const HERE: ReadonlySet<ParcelState> = new Set<ParcelState>(['received', 'opened', 'read', 'unreadable', 'kept']);
const OVER: ReadonlySet<ParcelState> = new Set<ParcelState>(['returned', 'destroyed', 'lost']);

export function isInFilter(filter: ParcelFilter, { state, wish }: Pick<ParcelView, 'state' | 'wish'>): boolean {
  if (filter === 'all') return true;
  if (filter === 'expected') return state === 'expected';
  if (filter === 'over') return OVER.has(state);
  if (filter === 'here') return HERE.has(state);
  return wish === 'returned' && (state === 'read' || state === 'unreadable');
}

export const filterNamed = (name: unknown): ParcelFilter => PARCEL_FILTERS.find((one) => one === name) ?? 'here';

/** What a scanner or a hand put into the box, without what is no part of a code. */
const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/**
 * The parcel that a scanned code stands for: our own number on the sheet, or the carrier's on the outside. A number of ours
 * that is not on the list is given back all the same: the service knows older ones. Null when it is neither.
 */
export function scannedParcel(typed: string, parcels: readonly ParcelView[]): string | null {
  const number = readParcelNumber(typed);
  if (number !== null) return number;
  const code = plainCode(typed);
  if (code === '') return null;
  return parcels.find(({ trackingNumber }) => plainCode(trackingNumber) === code)?.parcelId ?? null;
}

/** The command that a station runs for this parcel; null while nobody knows its case. */
export function importCommand({ parcelId, caseNumber }: ParcelView, origin: string): string | null {
  if (caseNumber === null) return null;
  const server = origin === 'http://localhost:8042' ? '' : ` --server ${origin}`;
  return `npx overread import /media/cdrom --case ${caseNumber} --parcel ${parcelId}${server}`;
}

/** Steps that stay in a dialog until somebody has written or chosen what they need. */
export const NEEDS_WORDS: ReadonlySet<ParcelStepType> = new Set<ParcelStepType>(['unreadable', 'lost']);

/** Whether the disc is on the table to be read now. */
export const isToRead = ({ state }: Pick<ParcelView, 'state'>): boolean =>
  state === 'received' || state === 'opened' || state === 'unreadable';
