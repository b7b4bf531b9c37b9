/** Structures that only tell where another one is: "adjacent to the cord", "distal to the ulnar styloid", "at the level of …". */
import type { Hit } from './phrases.ts';

const leads =
  /\b(?:(?:adjacent|distal|proximal|close|next|superficial|deep|posterior|anterior|medial|lateral|superior|inferior|cranial|caudal|dorsal|ventral|contiguous|subjacent|up)\s+to|(?:at|to) the level of|in the (?:region|vicinity|area) of|towards?|overlying|abutting|near|surrounding|around|behind|beneath|below|above|beside|in front of|between)\s+(?:the\s+)?(?:\w+\s+(?:and|or)\s+(?:the\s+)?)?(?:\w+\s+){0,1}$/i;

export const isLandmark = (text: string, hit: Hit): boolean =>
  leads.test(text.slice(Math.max(0, hit.start - 48), hit.start));
