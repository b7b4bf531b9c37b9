import type { DeliveryStatement, ImportView, KnownAnswer } from '@overread/contract/imports.ts';
import type { DiscCheck, FoundCase, PatientParcel } from '@overread/contract/stations.ts';
import type { Problem } from '@overread/contract/wire.ts';
import type { StudySummary } from '@overread/imaging';

/** The service said no: `message` is its sentence, or ours where it was not reached. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

export interface Service {
  readonly server: string;
  readonly headers: Readonly<Record<string, string>>;
  findCase(number: string): Promise<FoundCase>;
  check(caseId: string, studies: readonly StudySummary[], parcelId: string | null): Promise<DiscCheck>;
  openImport(caseId: string): Promise<ImportView>;
  /** Null when the case has no such delivery. */
  importOf(caseId: string, importId: string): Promise<ImportView | null>;
  /** Of these hashes (at most 4,096), those whose images the case holds: they count in the delivery and need not be sent. */
  known(caseId: string, importId: string, sha256s: readonly string[]): Promise<KnownAnswer>;
  finish(caseId: string, importId: string, statement: DeliveryStatement): Promise<ImportView>;
  noteRead(caseId: string, parcelId: string, importId: string, note: string): Promise<PatientParcel>;
}

/** A running service, asked with the token of a station. */
export function createService(server: string, token: string): Service {
  const headers = { authorization: `Bearer ${token}` };

  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const init: RequestInit =
      body === undefined
        ? { headers }
        : { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
    const answer = await fetch(`${server}${path}`, init).catch((error: unknown) => {
      const message = `The service at ${server} cannot be reached. Check that it runs and that the address is right (--server).`;
      throw new ServiceProblem(0, message, { cause: error });
    });
    const text = await answer.text();
    if (!answer.ok) throw new ServiceProblem(answer.status, sentenceOf(text, answer.status, server));
    return JSON.parse(text) as T;
  }
  const ofCase = (caseId: string, rest: string) => `/api/cases/${encodeURIComponent(caseId)}${rest}`;

  return {
    server,
    headers,
    findCase: (number) => ask(`/api/case-numbers/${encodeURIComponent(number)}`),
    check: (caseId, studies, parcelId) =>
      ask(ofCase(caseId, '/disc-check'), { parcelId, studies: studies.map(({ patient }) => ({ patient })) }),
    openImport: (caseId) => ask(ofCase(caseId, '/imports'), { way: 'parcel' }),
    importOf: (caseId, importId) =>
      ask<ImportView>(ofCase(caseId, `/imports/${encodeURIComponent(importId)}`)).catch((error: unknown) => {
        if (error instanceof ServiceProblem && error.status === 404) return null;
        throw error;
      }),
    known: (caseId, importId, sha256s) =>
      ask(ofCase(caseId, `/imports/${encodeURIComponent(importId)}/known`), { sha256s }),
    finish: (caseId, importId, statement) =>
      ask(ofCase(caseId, `/imports/${encodeURIComponent(importId)}/finish`), statement),
    noteRead: (caseId, parcelId, importId, note) =>
      ask(ofCase(caseId, `/parcels/${encodeURIComponent(parcelId)}/read`), { importId, note }),
  };
}

function sentenceOf(text: string, status: number, server: string): string {
  try {
    return (JSON.parse(text) as Problem).message;
  } catch {
    return `${server} answered with HTTP ${status} and no word of ours. Check that it is an Overread service (--server).`;
  }
}
