import { type CalendarDay, calendarFile } from '@overread/documents';
import { recordSay } from '@overread/rules/case/record.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { type Cases, caseOf, caseView } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import type { Reading } from '../reading/index.ts';
import type { Asking } from './asking.ts';

export interface FollowRouteDeps extends Pick<Ground, 'clock' | 'say' | 'publicUrl' | 'practice'> {
  readonly cases: Pick<Cases, 'record'>;
  readonly reading: Pick<Reading, 'original'>;
  readonly asking: Asking;
}

/** The days of a case for a person's calendar: what was promised, and by when facilities have to answer. */
function daysOf({ say, publicUrl }: FollowRouteDeps, state: CaseState): readonly CalendarDay[] {
  const { clock, delivery, requests, number, id } = state;
  const url = `${publicUrl()}/case/${id}`;
  const note = say('mail.calendar.note');
  const promised =
    clock.promisedBy === null || delivery.deliveredAt !== null
      ? []
      : [{ uid: `${id}/promise`, on: clock.promisedBy.slice(0, 10), title: say('mail.calendar.promise', { number }) }];
  const due = requests
    .filter(({ wants, received }) => wants.some((kind) => !received.includes(kind)))
    .map(({ requestId, dueOn }) => ({
      uid: `${id}/${requestId}`,
      on: dueOn,
      title: say('mail.calendar.records', { number }),
    }));
  return [...promised, ...due].map((day) => ({ ...day, note, url }));
}

/** What a patient takes along: days for the calendar, and everything of the case for machines to read. */
export function registerFollowRoutes(app: App, deps: FollowRouteDeps): void {
  const { clock, say, cases, reading, asking, practice } = deps;
  const now = () => clock.now().toISOString();

  app.get('/api/cases/:caseId/calendar.ics', { config: { action: 'data:export' } }, async ({ access }, reply) => {
    const state = caseOf(access);
    reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="case-${state.number}.ics"`);
    return calendarFile(daysOf(deps, state), now());
  });

  // GDPR Art. 20: structured, commonly used, machine-readable. Images and papers come with the copy of the case.
  app.get('/api/cases/:caseId/export.json', { config: { action: 'data:export' } }, async ({ access }, reply) => {
    const state = caseOf(access);
    const view = caseView(state, access, now());
    const { mayDo: _, maySee: __, ...told } = view;
    const { events } = await cases.record(state.id);
    reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="case-${state.number}.json"`);
    return {
      format: 'overread-case-1',
      exportedAt: now(),
      practice: practice.name,
      case: told,
      originalReport: state.erased == null ? await reading.original(state) : null,
      papers: await asking.papers.list(state.id),
      record: events.map((event) => {
        const said = recordSay(event);
        return { version: event.version, at: event.at, what: say(said.id, said.with), hash: event.hash };
      }),
    };
  });
}
