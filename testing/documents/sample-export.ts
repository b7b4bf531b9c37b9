import { createHash } from 'node:crypto';
import type { OpinionExport } from '@overread/documents/opinion/opinion-export.ts';
import { OPINION } from './sample-opinion.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const BYTES = Buffer.from('%PDF-1.7 for tests of messages\n%%EOF\n');

/** The sample opinion as the exchange formats get it. */
export const EXPORT: OpinionExport = {
  opinion: { ...OPINION, signed: OPINION.signed ?? { name: '', at: '', statement: '', hash: '' } },
  pdf: { bytes: BYTES, sha256: hash(BYTES.toString()) },
  uuidOf: (name) => hash(name).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
  publicUrl: 'https://second.example',
};

/** The same case read a third time, by somebody who then compared all three. */
export const EXPORT_THIRD: OpinionExport = {
  ...EXPORT,
  opinion: {
    ...EXPORT.opinion,
    earlier: { readerName: 'Dr. Amara Nwosu', signedAt: '2026-11-09T10:00:00.000Z', report: OPINION.locked },
    comparison: OPINION.comparison && {
      ...OPINION.comparison,
      pairs: OPINION.comparison.pairs.map((pair) => ({
        ...pair,
        third: { said: 'The third reader’s own sentence.', bearsOut: 'second' as const },
      })),
    },
  },
  pdf: { bytes: BYTES, sha256: hash('third') },
  uuidOf: (name) => EXPORT.uuidOf(`third/${name}`),
};
