import type { Left } from '@overread/imaging';
import type { KeptPart, Named, PartFailure } from './keep-parts.ts';

/** What became of a request: its parts, and what the import made of those that could be read. */
export interface StowOutcome {
  readonly parts: readonly KeptPart[];
  /** By hash, what the case holds now. */
  readonly held: ReadonlyMap<string, 'current' | 'apart'>;
  readonly refused: readonly Left[];
  /** False when the rules of the case refused the delivery. */
  readonly taken: boolean;
  /** Studies that may be seen: those held for the coordinator have no address yet. */
  readonly shown: ReadonlySet<string>;
}

/** Values of Failure Reason (0008,1197), PS3.18 I.2.2 and PS3.7 annex C. */
const FAILURES: Readonly<Record<PartFailure | 'apart' | 'not-taken', number>> = {
  unreadable: 0xc000,
  'no-dicom': 0xc000,
  'too-large': 0xa700,
  'other-study': 0xa900,
  apart: 0x0111,
  'not-taken': 0x0110,
};
/** Warning Reason (0008,1196), "data set does not match SOP class": the image is kept, and something is wrong with it. */
const FLAWED = 0xb007;

const ui = (value: string) => ({ vr: 'UI', Value: [value] });
const us = (value: number) => ({ vr: 'US', Value: [value] });
const reference = ({ sopClassUid, sopInstanceUid }: Named) => ({
  '00081150': ui(sopClassUid),
  '00081155': ui(sopInstanceUid),
});

function failureOf(part: KeptPart, { held, taken }: StowOutcome): number | null {
  if (part.failure !== null) return FAILURES[part.failure];
  if (!taken) return FAILURES['not-taken'];
  const state = held.get(part.sha256);
  if (state === 'apart') return FAILURES.apart;
  return state === undefined ? FAILURES.unreadable : null;
}

/** An instance that is here: its address where it may be seen, a warning where something is wrong with it. */
function storedItem(
  { path, named }: KeptPart & { readonly named: Named },
  { shown, refused }: StowOutcome,
  base: string,
) {
  const url = `${base}/studies/${named.studyInstanceUid}/series/${named.seriesInstanceUid}/instances/${named.sopInstanceUid}`;
  return {
    ...reference(named),
    ...(shown.has(named.studyInstanceUid) ? { '00081190': { vr: 'UR', Value: [url] } } : {}),
    ...(refused.some((left) => left.path === path) ? { '00081196': us(FLAWED) } : {}),
  };
}

/** The Store Instances Response in the DICOM JSON model (PS3.18 10.5.3), with its status. */
export function stowAnswer(outcome: StowOutcome, base: string): { status: 200 | 202 | 409; body: object } {
  const stored: object[] = [];
  const failed: object[] = [];
  const others: object[] = [];
  for (const part of outcome.parts) {
    const reason = failureOf(part, outcome);
    const { named } = part;
    if (named === null) others.push({ '00081197': us(reason ?? FAILURES.unreadable) });
    else if (reason !== null) failed.push({ ...reference(named), '00081197': us(reason) });
    else stored.push(storedItem({ ...part, named }, outcome, base));
  }
  const sequence = (tag: string, items: readonly object[]) =>
    items.length === 0 ? {} : { [tag]: { vr: 'SQ', Value: items } };
  const body = { ...sequence('00081198', failed), ...sequence('00081199', stored), ...sequence('0008119A', others) };
  const isWhole = failed.length + others.length === 0 && !stored.some((item) => '00081196' in item);
  return { status: stored.length === 0 ? 409 : isWhole ? 200 : 202, body };
}
