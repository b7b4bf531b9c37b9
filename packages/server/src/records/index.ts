/**
 * Requests for records to facilities: their letter as PDF. What may be asked for, and when it is due, is decided in
 * rules/records; reminders of due dates are scheduled by messages.
 *
 *     registerRecordsRoutes(app, { clock, setting })                        // setting: documentSetting of delivery
 */
export { type RecordsRouteDeps, registerRecordsRoutes } from './routes.ts';
