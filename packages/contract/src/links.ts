import type { CaseView } from '@overread/rules/case/view.ts';

/** Behind a link for a doctor without an account, before the code: which mailbox it goes to, most of it hidden. */
export interface GuestLink {
  readonly practice: string;
  readonly email: string;
}

/** A link that the patient has made; the address is in this answer alone. */
export interface MadeShare {
  readonly url: string;
  readonly view: CaseView;
}

/** Behind a link that a patient shares, before it is opened: nothing of the case. */
export interface SharedPeek {
  readonly practice: string;
  readonly left: number;
  readonly expiresAt: string;
}

export interface SharedResult extends Pick<SharedPeek, 'left' | 'expiresAt'> {
  readonly view: CaseView;
}
