/** Words that programs write where a name was taken out, or never given. */
const PLACEHOLDERS = new Set([
  ...['anon', 'anonym', 'anonymous', 'anonymized', 'anonymised', 'anonymize', 'anonymise', 'anonymus', 'anonimo'],
  ...['deidentified', 'de', 'identified', 'pseudonym', 'pseudonymized', 'removed', 'redacted', 'deleted', 'hidden'],
  ...[
    'unknown',
    'unnamed',
    'noname',
    'no',
    'name',
    'none',
    'nn',
    'na',
    'null',
    'empty',
    'unidentified',
    'subject',
    'subj',
    'sub',
    'pat',
  ],
  ...['patient', 'case', 'test', 'dummy', 'phantom', 'volunteer', 'sample', 'demo', 'person', 'id', 'mr', 'ct'],
]);

/** Whether words stand where a name should: ANON, 0000, Patient^01, XXXX. Every one has to be of that kind. */
export function isPlaceholder(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return (
    words.length > 0 && words.every((word) => PLACEHOLDERS.has(word) || /\d/.test(word) || /^(.)\1{2,}$/u.test(word))
  );
}

/** Dates of birth that stand for none: nobody alive was born before 1901. ISO date, or empty. */
export const isPlaceholderDate = (date: string): boolean => date !== '' && date < '1901-01-02';
