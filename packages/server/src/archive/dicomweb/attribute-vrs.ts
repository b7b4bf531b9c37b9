import { isKnownVr } from '@overread/imaging/headers/file-meta.ts';
import type { Element } from 'dicom-parser';
import { TAGS_BY_VR } from './attribute-vrs.data.ts';

const VR_BY_TAG = new Map(
  Object.entries(TAGS_BY_VR).flatMap(([vr, tags]) =>
    tags
      .trim()
      .split(/\s+/)
      .map((tag) => [tag, vr] as const),
  ),
);

/** The value representation of an element: as the file says, or by the dictionary where it does not or does not know. */
export function vrOf(element: Element): string {
  if (element.items !== undefined) return 'SQ';
  const tag = element.tag.slice(1);
  // "UN" stands for a program that did not know the attribute; the dictionary may.
  const said = element.vr !== undefined && isKnownVr(element.vr) && element.vr !== 'UN' ? element.vr : undefined;
  const isCreator = /^[0-9a-f]{3}[13579bdf]00[1-9a-f][0-9a-f]$/.test(tag);
  const found = said ?? (isCreator ? 'LO' : VR_BY_TAG.get(tag)) ?? 'UN';
  // A sequence of undefined length that nobody took apart is no list of items here.
  return found === 'SQ' && element.length > 0 ? 'UN' : found;
}
