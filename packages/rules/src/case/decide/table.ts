import type { CommandType } from '../commands.ts';
import { ASKING } from './asking.ts';
import { DELIVERY } from './delivery.ts';
import { ERASING } from './erasing.ts';
import { FOLLOWING } from './following.ts';
import { FUNDING } from './funding.ts';
import type { Handlers } from './handler.ts';
import { MATCHING } from './matching.ts';
import { MATERIALS } from './materials.ts';
import { READING } from './reading.ts';
import { REQUESTING } from './requesting.ts';
import { TELLING } from './telling.ts';

/** Every command but the opening of a case, track by track. */
export const HANDLERS: Handlers<Exclude<CommandType, 'openCase'>> = {
  ...ASKING,
  ...TELLING,
  ...MATERIALS,
  ...REQUESTING,
  ...FUNDING,
  ...MATCHING,
  ...READING,
  ...DELIVERY,
  ...FOLLOWING,
  ...ERASING,
};
