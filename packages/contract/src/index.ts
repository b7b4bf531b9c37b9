export type * from './stations.ts';
export type * from './wire.ts';
