import type { Say } from './say.ts';

/** What every mail about a case needs. `name` is the addressee; `link` leads to the page where the rest stands. */
export interface CaseMailValues {
  readonly name: string;
  readonly practice: string;
  readonly phone: string;
  readonly caseNumber: string;
  readonly link: string;
}

/** Every kind of mail and what fills its blanks. No kind has a blank for anything medical. Dates come as text. */
export interface MailValues {
  readonly 'sign-in-link': Omit<CaseMailValues, 'caseNumber'> & { readonly minutes: number };
  readonly 'guest-code': Omit<CaseMailValues, 'caseNumber' | 'link'> & {
    readonly code: string;
    readonly minutes: number;
  };
  readonly invited: Omit<CaseMailValues, 'caseNumber'>;
  readonly 'case-opened': CaseMailValues;
  readonly 'something-needed': CaseMailValues;
  readonly message: CaseMailValues;
  readonly 'erasure-asked': CaseMailValues;
  readonly 'case-erased': CaseMailValues;
  readonly 'records-due': CaseMailValues & { readonly dueOn: string };
  readonly 'case-offered': CaseMailValues;
  readonly 'result-patient': CaseMailValues;
  readonly 'result-referrer': CaseMailValues;
  readonly 'result-unread': CaseMailValues & { readonly since: string };
  readonly 'result-amended': CaseMailValues;
  readonly 'third-asked': CaseMailValues;
  readonly 'third-result': CaseMailValues;
  readonly 'report-retracted': CaseMailValues;
  readonly 'decision-due': CaseMailValues;
  readonly 'question-asked': CaseMailValues;
  readonly 'question-answered': CaseMailValues;
  readonly 'decision-recorded': CaseMailValues;
  readonly 'red-flag-cleared': CaseMailValues;
  readonly 'case-closed': CaseMailValues;
}
export type MailKind = keyof MailValues;

export const MAIL_KINDS = [
  'sign-in-link',
  'guest-code',
  'invited',
  'case-opened',
  'something-needed',
  'message',
  'erasure-asked',
  'case-erased',
  'records-due',
  'case-offered',
  'result-patient',
  'result-referrer',
  'result-unread',
  'result-amended',
  'third-asked',
  'third-result',
  'report-retracted',
  'decision-due',
  'question-asked',
  'question-answered',
  'decision-recorded',
  'red-flag-cleared',
  'case-closed',
] as const satisfies readonly MailKind[];

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Subject and plain text of a notice. Mails travel open, so they hold no diagnosis, body part, birth date or hospital. */
export function mailFor<K extends MailKind>(say: Say, kind: K, values: MailValues[K]): Mail {
  const blanks: Readonly<Record<string, string | number>> = { ...values };
  const greeting = say('mail.greeting', blanks);
  const body = say(`mail.${kind}.body`, blanks);
  const footer = say('mail.footer', blanks);
  return {
    subject: say(`mail.${kind}.subject`, blanks).replace(/\s+/g, ' '),
    text: `${greeting}\n\n${body}\n\n-- \n${footer}\n`,
  };
}
