import { createHash } from 'node:crypto';

/** What one entry says, beside its place in the chain. `at` is an ISO instant. */
export interface ChainedEntry {
  readonly seq: number;
  readonly at: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly outcome: string;
  readonly detail: string;
}

/** What the first entry's hash covers in place of an entry before it. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 over the hash before and every field in this order: changing, moving or taking out an entry breaks the chain. */
export function chainHash(before: string, entry: ChainedEntry): string {
  const fields = [
    before,
    entry.seq,
    entry.at,
    entry.personId,
    entry.personName,
    entry.role,
    entry.action,
    entry.caseId,
    entry.caseNumber,
    entry.outcome,
    entry.detail,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
