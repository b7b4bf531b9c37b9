import { dueOn } from '../../records/due.ts';
import { dateOf } from '../../turnaround/dates.ts';
import { type Check, filled, firstOf, isoDate, oneOf, wrong } from '../fields.ts';
import type { CaseState, RecordsRequest } from '../state.ts';
import { REQUEST_STEPS, REQUEST_WAYS } from '../vocabulary.ts';
import { done, type Handlers, happened, notFound, told } from './handler.ts';

export const requestOf = ({ requests }: CaseState, requestId: string): RecordsRequest | undefined =>
  requests.find((request) => request.requestId === requestId);

export const someRequest = ({ requests }: CaseState): Check => (requests.length > 0 ? null : notFound('request', ''));

/** A day ahead of ours in UTC is still today in a place further east. */
export const notAhead = (field: string, day: string, now: string): Check =>
  Date.parse(day) > Date.parse(dateOf(now)) + 86_400_000 ? wrong(field, day) : null;

/** A link lives no longer than this: half a year covers a request, its extension and a complaint. */
const LONGEST_LINK_MS = 183 * 86_400_000;

/** What happens to a records request after it was written: signed, sent, refused, asked again, and the facility's own link. */
export const REQUESTING: Handlers<'signRecordsRequest' | 'noteRecordsRequest' | 'noteFacilityLink'> = {
  signRecordsRequest: {
    gate: someRequest,
    decide: (state, command) =>
      happened(
        firstOf(
          requestOf(state, command.requestId) === undefined ? notFound('request', command.requestId) : null,
          filled('signerName', command.signerName),
          /^[0-9a-f]{64}$/.test(command.sha256) ? null : wrong('sha256', command.sha256),
        ),
        { type: 'recordsRequestSigned', data: told(command) },
      ),
  },
  noteRecordsRequest: {
    gate: someRequest,
    decide: (state, command, { now }) => {
      const { requestId, step, on } = command;
      const request = requestOf(state, requestId);
      if (request === undefined) return { refused: notFound('request', requestId) };
      const check = firstOf(
        oneOf('step', step, REQUEST_STEPS),
        oneOf('way', command.way, REQUEST_WAYS),
        isoDate('on', on),
        notAhead('on', on, now),
        on < request.studyDate ? wrong('on', on) : null,
      );
      if (check !== null) return { refused: check };
      // The clock of the law begins when the letter leaves; an extension was reckoned from it already.
      const moved = step === 'sent' && !request.extended ? { dueOn: dueOn(request.law, on, false) } : {};
      return happened(null, { type: 'recordsRequestNoted', data: { ...told(command), ...moved } });
    },
  },
  noteFacilityLink: {
    gate: someRequest,
    decide: (state, command, { now }) => {
      const { linkId, step, requestId, expiresAt } = command;
      const known = (state.facilityLinks ?? []).find((link) => link.linkId === linkId);
      const life = Date.parse(expiresAt) - Date.parse(now);
      return happened(
        firstOf(
          filled('linkId', linkId),
          requestOf(state, requestId) === undefined ? notFound('request', requestId) : null,
          step === 'made' && known !== undefined ? done('link') : null,
          step === 'made' && !(life > 0 && life <= LONGEST_LINK_MS) ? wrong('expiresAt', expiresAt) : null,
          step === 'withdrawn' && known === undefined ? notFound('link', linkId) : null,
          step === 'withdrawn' && known?.withdrawnAt != null ? done('link') : null,
        ),
        { type: 'facilityLinkNoted', data: told(command) },
      );
    },
  },
};
