import { createHash } from 'node:crypto';
import { canonicalJson } from '@overread/rules/case/canonical-json.ts';
import type { CaseEvent } from '@overread/rules/case/events.ts';

/** An event as it is kept: its hash covers the hash before it, so that no entry can be changed, moved or left out. */
export type KeptEvent = CaseEvent & { readonly hash: string };

/** The hash before the first event. */
export const CHAIN_START = '';

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function hashOf(before: string, event: CaseEvent): string {
  const { caseId, version, at, actor, type, data } = event;
  return sha256(canonicalJson({ before, caseId, version, at, actor, type, data }));
}

/** Hashes events that follow on `before`. */
export function chained(before: string, events: readonly CaseEvent[]): readonly KeptEvent[] {
  let last = before;
  return events.map((event) => {
    last = hashOf(last, event);
    return { ...event, hash: last };
  });
}

/** True when versions count from 1 without a gap, every hash fits, and the chain ends where the projection says. */
export function isIntact(
  kept: readonly KeptEvent[],
  head: { readonly version: number; readonly hash: string } | null,
): boolean {
  let last = CHAIN_START;
  for (const [i, event] of kept.entries()) {
    if (event.version !== i + 1 || event.hash !== hashOf(last, event)) return false;
    last = event.hash;
  }
  return head !== null && head.version === kept.length && head.hash === last;
}
