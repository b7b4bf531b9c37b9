import type { WorkingComparison } from '@overread/contract/reading.ts';
import { GRADE_BY_RULE, type GradeRule } from '@overread/findings';
import { BORNE_OUT, type Comparison, type ReaderReport } from '@overread/rules/case/report.ts';
import { RADPEER } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import { idText, longText, noteText, reportText, shortText, uidText } from './input.ts';

const point = z.tuple([z.number().min(-1e6).max(1e6), z.number().min(-1e6).max(1e6)]);

/** The second reader's report as it may be sent: as a draft, at the lock, and after the reveal. */
export const readerReport = z.object({
  technique: reportText,
  comparison: reportText,
  findings: reportText,
  impression: reportText,
  recommendations: reportText,
  answers: z.array(z.object({ questionId: idText, text: longText })).max(50),
  checklist: z
    .array(
      z.object({
        id: z.string().min(1).max(120),
        label: shortText,
        answer: z.enum(['present', 'absent', 'not-assessable', 'not-mentioned']),
        grade: shortText.optional(),
      }),
    )
    .max(300),
  marks: z
    .array(
      z.object({
        id: z.string().min(1).max(120),
        label: shortText,
        seriesInstanceUid: uidText,
        sopInstanceUid: uidText,
        frame: z.int().min(0).max(100_000),
        points: z.array(point).max(200),
        lengthMm: z.number().min(0).max(10_000).optional(),
      }),
    )
    .max(300),
}) satisfies z.ZodType<ReaderReport>;

const relation = z.enum(['agrees', 'differs', 'only-original', 'only-second']);
const differsIn = z
  .array(z.enum(['presence', 'certainty', 'severity', 'size', 'side', 'level', 'count', 'diagnosis']))
  .max(8);

export const comparison = z.object({
  pairs: z
    .array(
      z.object({
        id: z.string().min(1).max(120),
        place: shortText,
        original: longText.nullable(),
        second: longText.nullable(),
        relation,
        differsIn,
        grade: z.enum(['none', 'minor', 'major']),
        gradedBy: z.enum(Object.keys(GRADE_BY_RULE) as GradeRule[]).optional(),
        notAssessable: z.literal(true).optional(),
        because: noteText,
        status: z.enum(['proposed', 'confirmed', 'corrected']),
        proposed: z.object({ relation, differsIn }).optional(),
        madeOf: z.int().min(0).max(500).optional(),
        note: noteText.optional(),
        third: z.object({ said: longText.nullable(), bearsOut: z.enum(BORNE_OUT) }).optional(),
      }),
    )
    .max(500),
  agreement: z.enum(['concordant', 'minor', 'major']),
  radpeer: z.enum(RADPEER),
  effectOnTreatment: z.enum(['none', 'may-change', 'changes']),
  likelyCause: z.enum(['not-seen', 'judged-differently', 'not-in-question', 'other-images', 'unknown']),
  couldSettle: longText,
  plainWords: longText,
}) satisfies z.ZodType<Comparison>;

/** The comparison while it is checked: the overall grade may still be open. */
export const workingComparison = comparison.extend({
  radpeer: comparison.shape.radpeer.nullable(),
  effectOnTreatment: comparison.shape.effectOnTreatment.nullable(),
  likelyCause: comparison.shape.likelyCause.nullable(),
}) satisfies z.ZodType<WorkingComparison>;
