import type { Role } from '@overread/rules/case/vocabulary.ts';

/** Where each role works, in the order in which a person with several roles is sent home. */
export const ROLE_HOMES: readonly { readonly role: Role; readonly to: string }[] = [
  { role: 'coordinator', to: '/desk' },
  { role: 'reader', to: '/work' },
  { role: 'referrer', to: '/referrals' },
  { role: 'administrator', to: '/admin' },
  { role: 'patient', to: '/cases' },
];
