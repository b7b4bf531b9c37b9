import { filled, firstOf, mailAddress, oneOf } from '../fields.ts';
import type { CaseState } from '../state.ts';
import { AGREEMENT_VERSION, AGREEMENTS, PAPER_KINDS } from '../vocabulary.ts';
import { always, done, type Handlers, happened, notFound, told } from './handler.ts';

const paperOf = ({ papers = [] }: CaseState, paperId: string) => papers.find((paper) => paper.paperId === paperId);

/** What is told beside the question and the history: agreements, papers, messages, and the wish that all be erased. */
export const TELLING: Handlers<
  'agreeTo' | 'takeBackAgreement' | 'notePaper' | 'changeContact' | 'writeMessage' | 'askErasure'
> = {
  agreeTo: {
    gate: always,
    decide: (state, command) => {
      const { what, people } = command;
      const sharing = what === 'sharing';
      return happened(
        firstOf(
          oneOf('what', what, AGREEMENTS),
          // Whom it is shared with may change; the rest is agreed to once.
          !sharing && state.agreements?.[what] !== undefined ? done('agreed') : null,
          oneOf('version', command.version, [AGREEMENT_VERSION]),
          filled('language', command.language),
          filled('signerName', command.signerName),
          sharing && people.length === 0 ? filled('people', '') : null,
          ...people.flatMap(({ name, email }) => [
            filled('people.name', name),
            email === '' ? null : mailAddress('people.email', email),
          ]),
        ),
        { type: 'agreementGiven', data: { ...told(command), people: sharing ? people : [] } },
      );
    },
  },
  takeBackAgreement: {
    gate: ({ agreements = {} }) => (Object.keys(agreements).length > 0 ? null : notFound('agreed', '')),
    decide: ({ agreements = {} }, { what }) =>
      happened(agreements[what] === undefined ? notFound('agreed', what) : null, {
        type: 'agreementTakenBack',
        data: { what },
      }),
  },
  notePaper: {
    gate: always,
    decide: (state, command) => {
      const { paperId, step, kind } = command;
      const known = paperOf(state, paperId);
      return happened(
        firstOf(
          filled('paperId', paperId),
          oneOf('kind', kind, PAPER_KINDS),
          step === 'added' && known !== undefined ? done('paper') : null,
          step === 'removed' && known === undefined ? notFound('paper', paperId) : null,
        ),
        { type: 'paperNoted', data: told(command) },
      );
    },
  },
  changeContact: {
    gate: always,
    decide: (_, command) => {
      const { email, phone, sms } = command;
      return happened(
        firstOf(
          email === '' ? filled('phone', phone) : mailAddress('email', email),
          sms ? filled('phone', phone) : null,
        ),
        { type: 'contactChanged', data: told(command) },
      );
    },
  },
  writeMessage: {
    gate: always,
    decide: ({ messages = [] }, { messageId, text }) =>
      happened(
        firstOf(
          filled('messageId', messageId),
          filled('text', text),
          messages.some((message) => message.messageId === messageId) ? done('message') : null,
        ),
        { type: 'messageWritten', data: { messageId, text } },
      ),
  },
  askErasure: {
    gate: ({ erasureAsked, erased }) => (erasureAsked == null && erased == null ? null : done('erasure')),
    decide: (_, { reason }) => happened(null, { type: 'erasureAsked', data: { reason } }),
  },
};
