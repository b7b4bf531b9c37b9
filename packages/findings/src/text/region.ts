/** The examined region, by what the report names most; some words mean something else in each. */
import { anatomyBook, placesOf } from '../lexicon/lexicon.ts';
import { wordsOf } from './words.ts';

const regions = [
  'brain',
  'spine',
  'knee',
  'shoulder',
  'hip',
  'ankle',
  'wrist',
  'elbow',
  'prostate',
  'breast',
  'liver',
  'pancreas',
] as const;
export type Region = (typeof regions)[number] | '';

export function regionOf(text: string): Region {
  const votes = new Map<string, number>();
  for (const hit of anatomyBook.find(wordsOf(text)))
    for (const region of regions)
      if (placesOf(hit.code).has(region)) votes.set(region, (votes.get(region) ?? 0) + (hit.code === region ? 2 : 1));
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return (best?.[0] ?? '') as Region;
}

const meaning: Readonly<Partial<Record<Region, Readonly<Record<string, string>>>>> = {
  brain: { 'anterior-horn': 'ventricles', 'posterior-horn': 'ventricles' },
  spine: { ventricles: 'canal', sulci: 'canal' },
  knee: { facet: 'patella', 'nerve-root': 'meniscal-root' },
  prostate: { capsule: 'prostate-capsule' },
  elbow: {
    'biceps-long-head': 'distal-biceps',
    'extensor-tendons': 'common-extensor',
    'flexor-tendons': 'common-flexor',
  },
  ankle: { collaterals: 'lateral-ligaments', lcl: 'lateral-ligaments', mcl: 'deltoid-ligament' },
};

/** "Capsule" is the prostate's in a report of the prostate; "biceps" is the distal tendon in one of the elbow. */
export function inRegion(places: readonly string[], region: Region): string[] {
  const map = meaning[region] ?? {};
  return places.map((place) => map[place] ?? place);
}

const observationMeaning: Readonly<Partial<Record<Region, Readonly<Record<string, string>>>>> = {
  knee: { 'disc-extrusion': 'extrusion-meniscus', anterolisthesis: 'displacement', listhesis: 'displacement' },
  ankle: { anterolisthesis: 'displacement', listhesis: 'displacement' },
  shoulder: { anterolisthesis: 'displacement', listhesis: 'displacement' },
  brain: { 'disc-herniation': 'brain-herniation' },
  prostate: { 'disc-protrusion': 'median-lobe' },
  liver: { 'disc-herniation': 'hernia' },
  pancreas: { 'disc-herniation': 'hernia' },
};

/** "Extrusion" is of the meniscus in a report of the knee. */
export function observationIn(code: string, region: Region): string {
  return observationMeaning[region]?.[code] ?? code;
}
