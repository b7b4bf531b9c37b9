/**
 * Results on their way out: the signed document, the patient's letter, packets for services outside and what comes back.
 *
 *     const setting = documentSetting({ ...ground, people }, email)            // email: where answers to letters go
 *     const delivery = createDelivery({ db, blobs, keys, jobs, clock, newId, log, cases, reading, images: archive, setting })
 *     registerDeliveryRoutes(app, { delivery, clock, sayIn })
 *     await delivery.work()                                                 // the worker that makes documents
 *
 * `createDelivery` comes before the first command: it listens.
 */
export { checkDocuments, keysOfDocuments } from './check-documents.ts';
export { createDelivery, type Delivery } from './delivery.ts';
export type { CaseArchive, CaseImage, CaseImageReader, CaseImages, DeliveryDeps, PacketDeps } from './deps.ts';
export { documentSetting } from './document-setting.ts';
export { type ExchangeDeps, registerExchangeRoutes } from './exchange.ts';
export { type GuestRouteDeps, registerGuestRoutes } from './guest-routes.ts';
export { createGuests, type Guests } from './guests.ts';
export { type OutsideRouteDeps, registerOutsideRoutes } from './outside-routes.ts';
export { contentForCopy, type PacketContent } from './packet.ts';
export type { ReadablePacket, SendingOutside } from './packets.ts';
export { registerDeliveryRoutes } from './routes.ts';
export { registerShareRoutes } from './share-routes.ts';
export { DELIVERY_TABLES } from './tables.ts';
