import { refundOfThird } from '../../money/refund.ts';
import { canonicalJson } from '../canonical-json.ts';
import { allOf, type Check, filled, firstOf, oneOf, reasoned, wrong } from '../fields.ts';
import { hasOriginal, missingForReading, readOutside } from '../readiness.ts';
import { BORNE_OUT, type ComparedPair, type Comparison, type ReaderReport } from '../report.ts';
import type { CaseState } from '../state.ts';
import { RADPEER, RETRACTION_CAUSES } from '../vocabulary.ts';
import { done, type Handlers, happened, notYet, told } from './handler.ts';

const unlocked = ({ reading }: CaseState): Check => (reading.locked === null ? null : { code: 'findings-locked' });
const locked = ({ reading }: CaseState): Check => (reading.locked === null ? notYet('locked-findings') : null);
const unsigned = ({ reading }: CaseState): Check => (reading.signed === null ? null : { code: 'report-signed' });
/** A report that turns up after delivery is still opened and compared, once. */
const uncompared = ({ delivery, reading }: CaseState): Check =>
  delivery.deliveredAt === null || reading.comparison === null ? null : done('delivery');

/** The opinion as it would be signed now. */
export function finalReport({ reading }: CaseState): ReaderReport | null {
  return reading.revised?.report ?? reading.locked?.report ?? null;
}

/** A report that can be locked: findings, impression, and an answer to each question that was asked. */
function checkReport({ question }: CaseState, report: ReaderReport): Check {
  const asked = (question?.questions ?? []).map(({ id }) => id);
  const answered = new Set(report.answers.filter(({ text }) => text.trim() !== '').map(({ questionId }) => questionId));
  const questionIds = asked.filter((id) => !answered.has(id));
  return firstOf(
    filled('findings', report.findings),
    filled('impression', report.impression),
    allOf(
      'answers',
      report.answers.map(({ questionId }) => questionId),
      asked,
    ),
    questionIds.length === 0 ? null : { code: 'questions-unanswered', questionIds },
  );
}

/** What one could not judge stands in the other's report alone, and is no difference. */
const isJudgedRightly = ({ notAssessable, relation, grade }: ComparedPair): boolean =>
  notAssessable === undefined || (relation.startsWith('only-') && grade === 'none');

function checkComparison(comparison: Comparison, isThird: boolean): Check {
  const ids = comparison.pairs.map(({ id }) => id);
  const spoken = comparison.pairs.every(
    ({ original, second, third }) => original !== null || second !== null || (third?.said ?? null) !== null,
  );
  return firstOf(
    ids.includes('') || new Set(ids).size !== ids.length ? wrong('pairs', ids.join(', ')) : null,
    spoken ? null : wrong('pairs', ''),
    comparison.pairs.every(isJudgedRightly) ? null : wrong('pairs', ''),
    comparison.pairs.every(({ third }) => (third === undefined) === !isThird) ? null : wrong('pairs', ''),
    allOf('bearsOut', isThird ? comparison.pairs.map(({ third }) => third?.bearsOut ?? '') : [], BORNE_OUT),
    oneOf('agreement', comparison.agreement, ['concordant', 'minor', 'major']),
    oneOf('radpeer', comparison.radpeer, RADPEER),
    oneOf('effectOnTreatment', comparison.effectOnTreatment, ['none', 'may-change', 'changes']),
    oneOf('likelyCause', comparison.likelyCause, [
      'not-seen',
      'judged-differently',
      'not-in-question',
      'other-images',
      'unknown',
    ]),
  );
}

/** What is open in a comparison that is about to be signed. */
function checkFinished(comparison: Comparison): Check {
  const pairIds = comparison.pairs.filter(({ status }) => status === 'proposed').map(({ id }) => id);
  return firstOf(
    pairIds.length === 0 ? null : { code: 'pairs-unchecked', pairIds },
    filled('plainWords', comparison.plainWords),
    comparison.agreement === 'concordant' ? null : filled('couldSettle', comparison.couldSettle),
  );
}

/** Both reports lie open: after the reveal, or where a service outside has read. */
function bothOpen(state: CaseState): Check {
  // A third read has the second opinion to compare with, whatever else there is.
  if (state.earlier !== undefined && state.report === null) return null;
  if (!hasOriginal(state)) return notYet('report-or-none');
  return state.reading.revealedAt !== null || readOutside(state) ? null : notYet('revealed-original');
}

/** An original report must be accepted and compared, or known not to be there, before anything is signed. */
function comparedOrAlone(state: CaseState): Check {
  const { materials, reading } = state;
  if (materials.report === 'declared-none' && state.earlier === undefined) return null;
  const open = bothOpen(state);
  if (open !== null) return open;
  const { comparison, revised } = reading;
  const outdated = comparison !== null && revised !== null && Date.parse(comparison.at) < Date.parse(revised.at);
  return comparison === null || outdated ? notYet('comparison') : null;
}

export const READING: Handlers<
  | 'openRead'
  | 'lockFindings'
  | 'revealOriginal'
  | 'compareReports'
  | 'reviseOpinion'
  | 'signReport'
  | 'addAddendum'
  | 'returnCase'
  | 'retractReport'
> = {
  openRead: {
    gate: (state) =>
      firstOf(
        unlocked(state),
        state.reading.openedAt === null ? null : done('open-read'),
        notYet(...missingForReading(state)),
      ),
    decide: () => happened(null, { type: 'readOpened', data: {} }),
  },
  lockFindings: {
    gate: (state) =>
      firstOf(
        unlocked(state),
        state.reading.openedAt === null ? notYet('open-read') : null,
        notYet(...missingForReading(state)),
      ),
    decide: (state, { report }, { sha256 }) => {
      const check = checkReport(state, report);
      if (check !== null) return { refused: check };
      return happened(null, { type: 'findingsLocked', data: { report, hash: sha256(canonicalJson(report)) } });
    },
  },
  revealOriginal: {
    gate: (state) =>
      firstOf(
        state.reading.locked === null ? { code: 'original-sealed' } : null,
        state.reading.revealedAt === null ? uncompared(state) : done('revealed-original'),
        hasOriginal(state) ? null : notYet('report-or-none'),
      ),
    decide: () => happened(null, { type: 'originalRevealed', data: {} }),
  },
  compareReports: {
    // A report that turned up after the signature is compared once; what was signed with a comparison stays.
    gate: (state) =>
      firstOf(locked(state), state.reading.comparison === null ? uncompared(state) : unsigned(state), bothOpen(state)),
    decide: (state, { comparison }) =>
      happened(
        firstOf(
          checkComparison(comparison, state.earlier !== undefined),
          state.reading.signed === null ? null : checkFinished(comparison),
        ),
        {
          type: 'reportsCompared',
          data: { comparison },
        },
      ),
  },
  reviseOpinion: {
    gate: (state) =>
      firstOf(
        locked(state),
        unsigned(state),
        hasOriginal(state) && state.reading.revealedAt === null ? notYet('revealed-original') : null,
      ),
    decide: (state, { report, reason }) =>
      happened(
        firstOf(
          reasoned(reason),
          canonicalJson(report) === canonicalJson(finalReport(state)) ? { code: 'nothing-changed' } : null,
          checkReport(state, report),
        ),
        { type: 'opinionRevised', data: { report, reason } },
      ),
  },
  signReport: {
    gate: (state) =>
      firstOf(
        locked(state),
        unsigned(state),
        state.consent === null ? notYet('consent') : null,
        comparedOrAlone(state),
      ),
    decide: (state, { statement }, { sha256 }) => {
      const { comparison } = state.reading;
      const check = firstOf(filled('statement', statement), comparison === null ? null : checkFinished(comparison));
      if (check !== null) return { refused: check };
      const hash = sha256(canonicalJson({ report: finalReport(state), comparison, statement }));
      return happened(null, { type: 'reportSigned', data: { statement, hash } });
    },
  },
  addAddendum: {
    gate: ({ reading }) => (reading.signed === null ? notYet('signature') : null),
    decide: (state, command) =>
      happened(
        firstOf(
          filled('addendumId', command.addendumId),
          state.reading.addenda.some(({ addendumId }) => addendumId === command.addendumId) ? done('addendum') : null,
          filled('text', command.text),
        ),
        { type: 'addendumAdded', data: told(command) },
      ),
  },
  retractReport: {
    // The practice may mean the third report where the second stands as it is.
    gate: ({ reading, third }) =>
      reading.signed === null && third?.reading.signed == null ? notYet('signature') : null,
    decide: ({ reading, third }, { cause, reason }) =>
      happened(
        firstOf(
          reading.signed === null ? notYet('signature') : null,
          oneOf('cause', cause, RETRACTION_CAUSES),
          reasoned(reason),
        ),
        { type: 'reportRetracted', data: { cause, reason } },
        ...refundOfThird(third),
      ),
  },
  returnCase: {
    gate: unlocked,
    decide: (_, { reason }) => happened(reasoned(reason), { type: 'caseReturned', data: { reason } }),
  },
};
