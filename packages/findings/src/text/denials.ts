/** Statements of normality: what is said not to be there. */
import { deniedAt, isPart, joined } from '../lexicon/lexicon.ts';
import { unique } from './context.ts';
import type { Reading } from './statement.ts';

/** What a word such as "calibre" or "signal" limits a statement of normality to. */
const properties: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\b(?:size|sized|width|wide|calib(?:er|re)|diameter|volume|enlarged|widened|slender|slim|bulk)\b/i,
    'enlargement,dilatation,atrophy,biliary-dilatation,brain-atrophy,hydrocephalus,splenomegaly,hepatomegaly,lymphadenopathy,aneurysm,stenosis,nerve-swelling,bph',
  ],
  [/\bheights?\b/i, 'compression-fracture,disc-height-loss,height-loss,fracture'],
  [
    /\bsignal|homogeneous|hydrat/i,
    'signal-change,marrow-edema,cord-signal,lesion,disc-degeneration,tendinosis,tear,meniscal-degeneration,nerve-swelling,white-matter-lesion,hippocampal-sclerosis,bone-lesion',
  ],
  [/\b(?:align|position)/i, 'listhesis,dislocation,displacement,tonsillar-ectopia,midline-shift'],
  [/\b(?:patent|flow)\b/i, 'thrombosis,occlusion,stenosis'],
  [/\b(?:distance|interval|gap)\b/i, 'scapholunate-dissociation'],
  [/\b(?:vital|viab|perfus|vascularity)/i, 'avascular-necrosis'],
];

const tissues = new Set(['cartilage', 'bone-marrow']);
const firstOf = (codes: string): string[] => codes.split(',').slice(0, 3);

/** The structure's usual faults, narrowed by the property named: "normal in size" does not deny a lesion. */
export function deniedReadings(words: string, places: readonly string[]): Reading[] {
  const named = places.filter((place) => !isPart(place));
  // "Cartilage of the femoral head preserved" is said of the cartilage.
  const tissue = named.filter((place) => tissues.has(place));
  const byPlace = unique((tissue.length > 0 ? tissue : named).flatMap((place) => deniedAt(place)));
  const asked = properties.filter(([pattern]) => pattern.test(words)).map(([, codes]) => codes);
  const limited = asked.flatMap((codes) => {
    const fitting = byPlace.filter((code) => codes.split(',').includes(code));
    return fitting.length > 0 ? fitting : firstOf(codes);
  });
  const codes = limited.length > 0 ? unique(limited) : byPlace;
  const called = unique(codes.map((code) => joined(code, places)));
  return (called.length > 0 ? called : ['abnormality']).map((code) => ({ code, certainty: 3, alternative: false }));
}
