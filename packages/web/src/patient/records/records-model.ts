import type { Command, RecordsLaw, RecordsWanted } from '@overread/rules/case/commands.ts';
import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';

/** Member states of the European Union and of the EEA, where the GDPR holds (ISO 3166-1). */
const GDPR_PLACES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** The law that gives a right to copies where the patient is: a first guess, since the facility is mostly near. */
export function lawOf(place: string): RecordsLaw {
  const country = place.slice(0, 2).toUpperCase();
  if (country === 'US') return 'us-hipaa';
  return GDPR_PLACES.has(country) ? 'eu-gdpr' : 'general';
}

/** The calendar day of a moment where the person is, ISO. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from one ISO date to another; negative when `to` has passed. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How a request stands on a day. `daysLeft` counts to the due date. */
export interface Standing {
  readonly request: RecordsRequest;
  readonly missing: readonly RecordsWanted[];
  readonly state: 'waiting' | 'late' | 'done';
  readonly daysLeft: number;
}

export function standingOf(request: RecordsRequest, today: string): Standing {
  const missing = request.wants.filter((what) => !request.received.includes(what));
  const daysLeft = daysBetween(today, request.dueOn);
  return { request, missing, daysLeft, state: missing.length === 0 ? 'done' : daysLeft < 0 ? 'late' : 'waiting' };
}

const ORDER = { late: 0, waiting: 1, done: 2 } as const;

/** What is late first, then by due date. */
export function standingsOf(requests: readonly RecordsRequest[], today: string): Standing[] {
  return requests
    .map((request) => standingOf(request, today))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.request.dueOn.localeCompare(b.request.dueOn));
}

/** What is typed on the page; `studyDate` as a DateField has it. */
export interface RecordsForm {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly fax: string;
  readonly studyDate: string;
  readonly studyDescription: string;
  readonly wants: readonly RecordsWanted[];
  readonly missing: string;
  readonly law: RecordsLaw;
  /** The patient's own address, for what comes by mail. */
  readonly sendTo: string;
}

/** What can be filled in already: from the study that is here when only its report is missing, else from the question. */
export function startOf(view: CaseView, describe: (region: string) => string): RecordsForm {
  const [study] = view.studies.toSorted((a, b) => b.date.localeCompare(a.date));
  const { images, report } = view.materials;
  const open = (state: string) => state === 'missing' || state === 'rejected';
  const region = view.question?.region;
  return {
    name: study?.institution ?? '',
    address: '',
    phone: '',
    fax: '',
    studyDate: study?.date ?? '',
    studyDescription: region === undefined || region === 'other' ? (study?.description ?? '') : describe(region),
    wants: [...(open(images) ? (['images'] as const) : []), ...(open(report) ? (['report'] as const) : [])],
    missing: '',
    law: lawOf(view.place),
    sendTo: '',
  };
}

interface RequestFacts {
  readonly requestId: string;
  readonly studyDate: string;
  readonly today: string;
}

/**
 * One command for each letter: images are asked of radiology and the report of medical records, each with a clock of its own.
 * `done` are letters that were written before, when only the other one did not go through.
 */
export function requestCommands(form: RecordsForm, facts: RequestFacts, done: readonly string[] = []) {
  return form.wants
    .map((want) => ({ want, requestId: form.wants.length > 1 ? `${facts.requestId}-${want}` : facts.requestId }))
    .filter(({ requestId }) => !done.includes(requestId))
    .map(({ want, requestId }) => requestCommand({ ...form, wants: [want] }, { ...facts, requestId }));
}

/** The command that writes a letter. `studyDate` is an ISO date or empty. */
export function requestCommand(form: RecordsForm, facts: RequestFacts): Command {
  const { name, address, phone, fax, wants, missing, law, studyDescription } = form;
  return {
    type: 'requestRecords',
    requestId: facts.requestId,
    facility: { name: name.trim(), address: address.trim(), phone: phone.trim(), fax: fax.trim() },
    wants,
    studyDate: facts.studyDate,
    studyDescription: studyDescription.trim(),
    missing: missing.trim(),
    law,
    sentOn: facts.today,
    ...(form.sendTo.trim() === '' ? {} : { sendTo: form.sendTo.trim() }),
  };
}
