import type { Billed } from '@overread/documents';
import { OPINION } from './sample-opinion.ts';

/** A case with two examinations, as its papers name it. */
export const BILLED: Billed = {
  caseNumber: '2026-0041',
  patient: OPINION.patient,
  billing: {
    legalName: 'Northmoor Second Opinions, P.C.',
    npi: '1234567893',
    tin: '00-0000000',
    bank: 'Northmoor Savings Bank\nRouting number 000000000\nAccount 00012345',
  },
  place: 'US-MA',
  currency: 'USD',
  lines: [
    { service: 'reading', quantity: 1, unitMinor: 39_500, amountMinor: 39_500 },
    { service: 'further-study', quantity: 1, unitMinor: 15_000, amountMinor: 15_000 },
  ],
  totalMinor: 54_500,
};
