/** The languages that are spoken here, by their BCP 47 tags. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];
