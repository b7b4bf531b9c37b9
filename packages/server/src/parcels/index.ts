/**
 * Discs by mail: the register of parcels, what a station asks before it sends, and the sheet that lies in the parcel.
 *
 *     const parcels = createParcels({ db, clock, newId, cases, checkImport })
 *     registerParcelRoutes(app, { parcels, cases, setting, clock, say })
 */
export { createParcels, type NewParcel, type Parcels, type ParcelsDeps } from './parcels.ts';
export { type ParcelRouteDeps, registerParcelRoutes } from './routes.ts';
export { PARCELS_TABLES } from './tables.ts';
