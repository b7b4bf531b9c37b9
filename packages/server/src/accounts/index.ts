/**
 * People, sign-in, sessions, roles.
 *
 *     const accounts = createAccounts({ db, keys, newId, clock, publicUrl, practice, log })
 *     registerSignInRoutes(app, { accounts, say, practice, sendMail })
 *     registerPeopleRoutes(app, { accounts, say, practice, sendMail, publicUrl })
 *     registerMachineRoutes(app, { accounts })
 *     registerDemoSignIn(app, { accounts, demo })      // in the demo only
 */
export { type Accounts, createAccounts } from './accounts.ts';
export type { LinkOptions } from './links.ts';
export { registerMachineRoutes } from './machine-routes.ts';
export { createPeople, type NewPerson } from './people.ts';
export { registerPeopleRoutes } from './people-routes.ts';
export {
  type DemoPersonLink,
  type DemoSignIn,
  demoPeople,
  registerDemoSignIn,
  registerSignInRoutes,
} from './sign-in-routes.ts';
export { ACCOUNTS_TABLES } from './tables.ts';
