import type { CommandType } from '../case/commands.ts';
import type { Role } from '../case/vocabulary.ts';

/**
 * Everything that a route, a search, an export or a job can be asked to do. A route names one of these; a route without
 * one is refused at start and by the route walk test. `public` is a choice that has to be written down.
 */
export type Action =
  | 'public'
  | 'session:own'
  | `command:${CommandType}`
  | 'case:list'
  | 'case:view'
  | 'case:record' // the events of a case, with the seal kept
  | 'images:upload'
  | 'images:view'
  | 'images:receipt'
  | 'report:submit' // hand in the original report
  | 'report:view' // read the original report: the seal
  | 'outside:submit'
  | 'packet:make'
  | 'copy:make' // everything that this person may see of the case, to take away
  | 'letter:view'
  | 'draft:edit'
  | 'second:view' // read the second report
  | 'comparison:view'
  | 'comparison:edit' // the comparison while it is checked, before it is signed
  | 'document:view' // the signed PDF
  | 'directory:view'
  | 'matching:suggest'
  | 'audit:view'
  | 'people:view'
  | 'people:edit'
  | 'machines:view'
  | 'machines:edit'
  | 'parcel:announce' // say that a disc is on its way by mail
  | 'parcel:follow' // where the parcels of a case are
  | 'parcel:read' // note which delivery came out of a parcel
  | 'parcels:view' // the register
  | 'parcels:edit'
  | 'case:find' // from a case's number to the case: nothing of what is in it
  | 'holding:view' // images that came unasked
  | 'holding:decide'
  | 'ways:view' // by what images can come in
  | 'practice:view'
  | 'mailbox:view' // the demo's local mailbox
  | 'demo:sign-in';

/** Who asks. A stranger has no roles. `strongSession` is true when the session used a second factor or passkey, or the
 * practice runs as a demo: readers and staff need it, because a mail link alone must not open patients' data. */
export interface Subject {
  readonly personId: string | null;
  /** A referrer may be named in a case by the mail address alone, before there is an account. */
  readonly email?: string;
  readonly roles: readonly Role[];
  readonly strongSession: boolean;
  readonly demo: boolean;
}
