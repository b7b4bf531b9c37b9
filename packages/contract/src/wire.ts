import type { Command, OutsideService } from '@overread/rules/case/commands.ts';
import type { CaseEvent } from '@overread/rules/case/events.ts';
import type { Refusal } from '@overread/rules/case/refusals.ts';
import type { Agreed, Money, Role, ServiceLevel } from '@overread/rules/case/vocabulary.ts';

/**
 * What goes over the wire between service and screens, beside `CaseView` and `CaseRow` of the rules. Types only: the
 * service checks requests with schemas that must fit these types, the screens read answers through them.
 */

/** GET /api/me */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** In which mails are written. */
  readonly language: 'en' | 'es';
  readonly strongSession: boolean;
}

/** GET /api/practice, open to everybody: what has to be shown before anything is owed. */
export interface Practice {
  readonly name: string;
  readonly place: string;
  readonly phone: string;
  readonly emergencyNumber: string;
  readonly demo: boolean;
  readonly currency: string;
  readonly services: readonly { readonly level: ServiceLevel; readonly price: Money; readonly workingDays: number }[];
  readonly consentVersion: string;
  readonly consentText: readonly { readonly heading: string; readonly body: string }[];
  /** What can be agreed to beside the consent, each on its own. */
  readonly agreements: readonly {
    readonly what: Agreed;
    readonly version: string;
    readonly heading: string;
    readonly body: string;
  }[];
  readonly outsideServices: readonly OutsideService[];
}

/** POST /api/cases. The patient (or a coordinator for her) opens a case; answers `CaseView`. */
export interface OpenCaseRequest {
  readonly patient: {
    readonly name: { readonly family: string; readonly given: string };
    readonly birthDate: string;
    readonly sex: 'F' | 'M' | 'O' | '';
  };
  readonly contact: { readonly email: string; readonly phone: string };
  readonly place: string;
}

/** POST /api/cases/:caseId/commands. `expectedVersion` is what the screen saw; answers the new `CaseView`. */
export interface CommandRequest {
  readonly expectedVersion: number;
  readonly command: Command;
}

/** Every error answer. `code` is stable; `message` is a whole sentence in the reader's language that says what to do. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly refusal?: Refusal;
}

/** GET /api/cases/:caseId/record */
export interface CaseRecord {
  readonly events: readonly (Pick<CaseEvent, 'version' | 'at' | 'type'> & {
    readonly actor: string;
    readonly say: string;
    readonly hash: string;
  })[];
  readonly intact: boolean;
}

/** GET /api/mailbox (demo only): what the service mailed. */
export interface MailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

/** GET /api/audit */
export interface AuditEntry {
  readonly at: string;
  readonly personName: string;
  readonly role: string;
  readonly action: string;
  readonly caseNumber: string | null;
  readonly outcome: 'allowed' | 'refused';
  readonly detail: string;
}

export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}
