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
  | 'report:prepare' // what is read of a picture of it, and reports found between the images, until one is handed in
  | 'report:view' // read the original report: the seal
  | 'outside:submit'
  | 'outside:compare' // both reports of a case that was read outside, compared by rule
  | 'paper:add' // a paper beside the report
  | 'paper:view'
  | 'link:make' // a link for a facility
  | 'link:open' // what a facility is told that came by its link
  | 'ask:begin' // the guided start, before there is an account
  | 'kept:own' // what was typed and not yet sent, on all of one's own devices
  | 'data:export' // everything of a case for machines to read
  | 'packet:make'
  | 'copy:make' // everything that this person may see of the case, to take away
  | 'letter:view'
  | 'draft:edit'
  | 'second:view' // read the second report
  | 'comparison:view'
  | 'comparison:edit' // the comparison while it is checked, before it is signed
  | 'result:preview' // what the patient will read, before it is released
  | 'document:view' // the signed PDF
  | 'third:view' // the third, deciding read
  | 'retracted:view' // a signed report that was taken back, marked
  | 'directory:view'
  | 'matching:suggest'
  | 'money:view' // what a case costs, what was paid and goes back, its papers
  | 'money:pay' // open a page for paying by card
  | 'coverage:ask' // messages to and from an insurer
  | 'prices:edit'
  | 'ledger:view'
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
  | 'teaching:make' // a case without names, to teach with
  | 'proposal:measure' // how often readers keep what the rules propose
  | 'discrepancy:measure' // how often second opinions differ, by reader and facility too
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
  /** Came by a link and a code, without signing in: may look at this one case, and do nothing in it. */
  readonly guest?: { readonly caseId: string };
  readonly demo: boolean;
  /** A machine that came by a facility's link: it brings records to this case and to no other. */
  readonly link?: { readonly caseId: string };
}
