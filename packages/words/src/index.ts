export { CATALOGUES, SPANISH } from './catalogues.ts';
export { type CompiledMessage, compileCatalogue } from './compile.ts';
export { agreementText, CONSENT_VERSION, CONSENT_VERSIONS, type ConsentText, consentText } from './consent.ts';
export { languageOf } from './language.ts';
export { LOCALES, type Locale } from './locales.ts';
export { type CaseMailValues, MAIL_KINDS, type Mail, type MailKind, type MailValues, mailFor } from './mails.ts';
export { refusalWords } from './refusals.ts';
export { createSay, createSayIn, type Say, type SayIn, type SayOptions } from './say.ts';
