import { BODY_PROTOCOLS } from './body.data.ts';
import { BRAIN_PROTOCOLS, VESSEL_PROTOCOLS } from './brain.data.ts';
import { JOINT_PROTOCOLS } from './joints.data.ts';
import type { Protocol } from './protocol.ts';
import { SPINE_PROTOCOLS } from './spine.data.ts';

/** In the order in which they are asked: of a region's protocols the first whose words are there, else its general one. */
export const PROTOCOLS: readonly Protocol[] = [
  ...VESSEL_PROTOCOLS,
  ...BRAIN_PROTOCOLS,
  ...SPINE_PROTOCOLS,
  ...JOINT_PROTOCOLS,
  ...BODY_PROTOCOLS,
];
