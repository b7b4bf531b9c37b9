import { dateOf } from '../../turnaround/dates.ts';
import type { CommandOf } from '../commands.ts';
import { allOf, type Check, filled, firstOf, isoDate, mailAddress, oneOf, reasoned, wrong } from '../fields.ts';
import { redFlagOpen } from '../readiness.ts';
import type { CaseState, DecideContext } from '../state.ts';
import { type Actor, BODY_PLACES, FEELINGS, REASONS, RED_FLAGS, REGIONS } from '../vocabulary.ts';
import { cancelled } from './cancelled.ts';
import { type Decision, done, type Handlers, happened, notFound, notYet, told } from './handler.ts';

/** A reader works with the question as it was when the case was accepted. */
function beforeReader({ reading, outside }: CaseState): Check {
  return reading.reader !== null || outside !== null ? done('questions') : null;
}

const beforeDelivery = ({ delivery }: CaseState): Check => (delivery.deliveredAt === null ? null : done('delivery'));

/** Opens a case: the only command that has no state before it. */
export function openCase(command: CommandOf<'openCase'>, { now, actor }: DecideContext): Decision {
  const { patient, contact, place, patientPersonId } = command;
  const check = firstOf(
    filled('caseId', command.caseId),
    filled('number', command.number),
    filled('patient.name.family', patient.name.family),
    isoDate('patient.birthDate', patient.birthDate),
    patient.birthDate > dateOf(now) || patient.birthDate < '1890-01-01'
      ? wrong('patient.birthDate', patient.birthDate)
      : null,
    oneOf('patient.sex', patient.sex, ['F', 'M', 'O', '']),
    contact.email === '' ? filled('contact.phone', contact.phone) : mailAddress('contact.email', contact.email),
    filled('place', place),
    /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(place) ? null : wrong('place', place),
    actor.role === 'patient' && patientPersonId !== actor.personId ? { code: 'not-your-case' } : null,
  );
  return happened(check, { type: 'caseOpened', data: told(command) });
}

function checkQuestion(state: CaseState, command: CommandOf<'askQuestion'>, actor: Actor): Check {
  const { reasons, questions } = command;
  const ids = questions.map(({ id }) => id);
  const empty = questions.find(({ id, text }) => id.trim() === '' || text.trim() === '');
  return firstOf(
    reasons.length === 0 ? filled('reasons', '') : allOf('reasons', reasons, REASONS),
    oneOf('region', command.region, REGIONS),
    oneOf('side', command.side, ['left', 'right', 'both', 'none']),
    questions.length === 0 || empty !== undefined ? filled('questions', '') : null,
    allOf(
      'questions',
      questions.map(({ askedBy }) => askedBy),
      ['patient', 'referrer'],
    ),
    new Set(ids).size === ids.length ? null : wrong('questions', ids.join(', ')),
    actor.role === 'referrer' ? onlyAdds(state, command) : null,
  );
}

/** A referrer adds questions and leaves the patient's own words as they are. */
function onlyAdds({ question }: CaseState, command: CommandOf<'askQuestion'>): Check {
  if (question === null) return notYet('question');
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const patients = (all: typeof command.questions) => all.filter(({ askedBy }) => askedBy === 'patient');
  const kept =
    same([...question.reasons], [...command.reasons]) &&
    question.region === command.region &&
    question.side === command.side &&
    question.symptoms === command.symptoms &&
    question.proposedTreatment === command.proposedTreatment &&
    same(patients(question.questions), patients(command.questions));
  return kept ? null : wrong('questions', command.questions.map(({ text }) => text).join(' '));
}

export const ASKING: Handlers<
  | 'nameReferrer'
  | 'askQuestion'
  | 'answerRedFlags'
  | 'clearRedFlags'
  | 'giveHistory'
  | 'giveConsent'
  | 'withdrawConsent'
  | 'askPatient'
  | 'answerAsk'
  | 'cancelCase'
> = {
  nameReferrer: {
    gate: ({ decision }) => (decision.recorded === null ? null : done('decision')),
    decide: (_, command) =>
      happened(
        firstOf(
          filled('name', command.name),
          command.email === '' && command.personId !== null ? null : filled('email', command.email),
          command.email === '' ? null : mailAddress('email', command.email),
        ),
        { type: 'referrerNamed', data: told(command) },
      ),
  },
  askQuestion: {
    gate: (state, { role }) =>
      beforeReader(state) ?? (role === 'referrer' && state.question === null ? notYet('question') : null),
    decide: (state, command, { actor }) =>
      happened(checkQuestion(state, command, actor), { type: 'questionAsked', data: told(command) }),
  },
  answerRedFlags: {
    gate: beforeDelivery,
    decide: (_, { asked, yes }) =>
      happened(
        firstOf(asked.length === 0 ? filled('asked', '') : allOf('asked', asked, RED_FLAGS), allOf('yes', yes, asked)),
        { type: 'redFlagsAnswered', data: { asked, yes } },
      ),
  },
  clearRedFlags: {
    gate: (state) => (redFlagOpen(state) ? null : { code: 'no-red-flag' }),
    decide: (_, { note }) => happened(filled('note', note), { type: 'redFlagsCleared', data: { note } }),
  },
  giveHistory: {
    gate: ({ reading }) => (reading.locked === null ? null : { code: 'findings-locked' }),
    decide: (_, command) => {
      const { felt = [], ...parts } = told(command);
      const empty = felt.length === 0 && Object.values(parts).every((part) => part.trim() === '');
      return happened(
        firstOf(
          empty ? filled('course', '') : null,
          allOf(
            'felt',
            felt.map(({ place }) => place),
            BODY_PLACES,
          ),
          allOf(
            'felt',
            felt.flatMap(({ feelings }) => feelings),
            FEELINGS,
          ),
        ),
        { type: 'historyGiven', data: told(command) },
      );
    },
  },
  giveConsent: {
    gate: ({ consent }) => (consent === null ? null : done('consent')),
    decide: (_, command, { consentVersion }) =>
      happened(
        firstOf(
          oneOf('consentVersion', command.consentVersion, [consentVersion]),
          filled('language', command.language),
          filled('signerName', command.signerName),
          oneOf('relation', command.relation, ['self', 'parent', 'guardian', 'representative']),
        ),
        { type: 'consentGiven', data: told(command) },
      ),
  },
  withdrawConsent: {
    gate: (state) => beforeDelivery(state) ?? (state.consent === null ? { code: 'not-yet', needs: ['consent'] } : null),
    decide: (_, { reason }) => happened(null, { type: 'consentWithdrawn', data: { reason } }),
  },
  askPatient: {
    gate: beforeDelivery,
    decide: (state, { askId, text }) =>
      happened(
        firstOf(
          filled('askId', askId),
          filled('text', text),
          state.asks.some((ask) => ask.askId === askId) ? done('question') : null,
        ),
        { type: 'patientAsked', data: { askId, text } },
      ),
  },
  answerAsk: {
    gate: ({ asks }) => (asks.some(({ answer }) => answer === null) ? null : notFound('question', '')),
    decide: (state, { askId, text }) => {
      const ask = state.asks.find((each) => each.askId === askId);
      const check = ask === undefined ? notFound('question', askId) : ask.answer === null ? null : done('question');
      return happened(firstOf(check, filled('text', text)), { type: 'askAnswered', data: { askId, text } });
    },
  },
  cancelCase: {
    gate: beforeDelivery,
    decide: (state, { reason }, { prices }) => happened(reasoned(reason), ...cancelled(state, { reason, prices })),
  },
};
