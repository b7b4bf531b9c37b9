export type * from './holding.ts';
export type * from './images.ts';
export type * from './imports.ts';
export type * from './links.ts';
export type * from './original-report.ts';
export type * from './reading.ts';
export type * from './stations.ts';
export type * from './wire.ts';
