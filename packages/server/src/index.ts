/** The service as one thing: `startService` puts its rooms together and listens. */
export type { DemoPersonLink } from './accounts/index.ts';
export type { DemoFile, DemoHandover } from './demo.ts';
export { type Rooms, type Service, type ServiceOptions, startService } from './main.ts';
export { priceListShape } from './money/index.ts';
export { type CasePacket, openCasePacket, type PacketDisc, type PacketOrder } from './packet.ts';
export type { CheckedItem } from './platform/checked.ts';
export { type Config, readConfig } from './platform/config.ts';
export { ConfigError } from './platform/config-error.ts';
export type { Practice } from './platform/ports.ts';
export { type VerifyOptions, verifyData } from './verify.ts';
