import type { Region, Subspecialty } from '../case/vocabulary.ts';

/** The subspecialties that read a region; an empty list means that any reader does. A setting (working knowledge). */
export const SUBSPECIALTIES_OF: Readonly<Record<Region, readonly Subspecialty[]>> = {
  brain: ['neuroradiology'],
  pituitary: ['neuroradiology'],
  'head-neck': ['head-neck', 'neuroradiology'],
  'cervical-spine': ['neuroradiology', 'musculoskeletal'],
  'thoracic-spine': ['neuroradiology', 'musculoskeletal'],
  'lumbar-spine': ['neuroradiology', 'musculoskeletal'],
  shoulder: ['musculoskeletal'],
  elbow: ['musculoskeletal'],
  'wrist-hand': ['musculoskeletal'],
  hip: ['musculoskeletal'],
  knee: ['musculoskeletal'],
  'ankle-foot': ['musculoskeletal'],
  chest: ['cardiothoracic', 'body'],
  breast: ['breast'],
  abdomen: ['body'],
  liver: ['body'],
  pelvis: ['body'],
  prostate: ['body'],
  vessels: ['vascular', 'cardiothoracic', 'neuroradiology'],
  other: [],
};
