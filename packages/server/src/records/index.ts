/**
 * Requests for records to facilities: letters, signatures on screen, fax and mail through a carrier, and links by which a
 * facility brings what was asked for without an account. What may be asked for, and when it is due, is decided in
 * rules/records; reminders of due dates are scheduled by messages.
 *
 *     const records = createRecords({ ...ground, cases, setting, carrier })     // setting: documentSetting of delivery
 *     registerRecordsRoutes(app, { clock, records })
 */
export { createRecords, type Records, type RecordsDeps } from './records.ts';
export { type RecordsRouteDeps, registerRecordsRoutes } from './routes.ts';
export { RECORDS_TABLES } from './tables.ts';
