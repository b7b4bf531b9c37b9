export { CATALOGUES, type Locale } from './catalogues.ts';
export { type CompiledMessage, compileCatalogue } from './compile.ts';
export { CONSENT_VERSION, CONSENT_VERSIONS, type ConsentText, consentText } from './consent.ts';
export { type CaseMailValues, MAIL_KINDS, type Mail, type MailKind, type MailValues, mailFor } from './mails.ts';
export { refusalWords } from './refusals.ts';
export { createSay, type Say, type SayOptions } from './say.ts';
