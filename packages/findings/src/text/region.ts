/** The examined region, by what the report names most; some words mean something else in each. */
import { anatomyBook, placesOf } from '../lexicon/lexicon.ts';
import type { Hit } from './phrases.ts';
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

/** Words of many regions: "head" is of the femur, the humerus or the pancreas. Without a meaning in a region they name nothing. */
const words = 'head neck body tail cortex sulcus middle lower upper rim pole'.split(' ').map((word) => `word-${word}`);

const abdomen = {
  'word-head': 'pancreatic-head',
  'word-neck': 'pancreatic-neck',
  'word-body': 'pancreatic-body',
  'word-tail': 'pancreatic-tail',
  'cauda-equina': 'pancreatic-tail',
};

const meaning: Readonly<Partial<Record<Region, Readonly<Record<string, string>>>>> = {
  brain: {
    canal: 'cpa',
    vertebra: 'vertebral-artery',
    'anterior-horn': 'ventricles',
    'posterior-horn': 'ventricles',
    'word-head': 'brain',
    'word-neck': 'neck',
    'word-cortex': 'cortex',
    'word-sulcus': 'sulci',
  },
  spine: {
    sulci: 'canal',
    'liver-segment': 'spine',
    'word-neck': 'neck',
    'word-body': 'vertebra',
    'word-cortex': 'bone',
  },
  knee: {
    alignment: 'knee',
    facet: 'patella',
    'nerve-root': 'meniscal-root',
    'word-body': 'horn-body',
    'word-middle': 'horn-body',
    'word-cortex': 'bone',
  },
  shoulder: {
    'word-head': 'humeral-head',
    'word-sulcus': 'biceps-long-head',
    'word-rim': 'glenoid',
    'word-cortex': 'bone',
  },
  hip: { 'word-head': 'femoral-head', 'word-neck': 'femoral-neck', 'word-rim': 'acetabulum', 'word-cortex': 'bone' },
  prostate: {
    capsule: 'prostate-capsule',
    'word-middle': 'midgland',
    'word-lower': 'apex',
    'word-upper': 'prostate-base',
  },
  elbow: {
    'biceps-long-head': 'distal-biceps',
    'extensor-tendons': 'common-extensor',
    'flexor-tendons': 'common-flexor',
    mcl: 'elbow-ucl',
    lcl: 'elbow-rcl',
    'word-head': 'radial-head',
    'word-neck': 'radial-head',
    'word-sulcus': 'ulnar-nerve',
    'word-cortex': 'bone',
  },
  ankle: {
    deltoid: 'deltoid-ligament',
    collaterals: 'lateral-ligaments',
    lcl: 'lateral-ligaments',
    mcl: 'deltoid-ligament',
    shoulder: 'talar-dome',
    trochlea: 'talar-dome',
    'word-cortex': 'bone',
  },
  wrist: { alignment: 'wrist', 'word-cortex': 'bone' },
  liver: abdomen,
  pancreas: abdomen,
};

/** "Base of the dens", "apex of the lung": other parts than those of the prostate. */
const ofWrist = new Set(['volar', 'dorsal']);
const ofProstate = new Set(['prostate-base', 'apex', 'midgland', 'transition-zone']);

/** "Capsule" is the prostate's in a report of the prostate; "biceps" is the distal tendon in one of the elbow. */
export function inRegion(places: readonly string[], region: Region): string[] {
  const map = meaning[region] ?? {};
  const here = region === 'prostate' ? places : places.filter((place) => !ofProstate.has(place));
  const known = here.filter(
    (place) =>
      (region === 'wrist' || !ofWrist.has(place)) &&
      (region === 'brain' || region === '' || place !== 'midline-structure'),
  );
  const skull = region === '' || region === 'brain' || region === 'spine';
  const named = known.map((place) => map[place] ?? (place === 'juxtacortical' && !skull ? 'bone' : place));
  return [...new Set(named)].filter((place) => !words.includes(place));
}

/** The same for structures found in the text. */
export function hitsIn(hits: readonly Hit[], region: Region): Hit[] {
  return hits.flatMap((hit) => inRegion([hit.code], region).map((code) => ({ ...hit, code })));
}

const observationMeaning: Readonly<Partial<Record<Region, Readonly<Record<string, string>>>>> = {
  knee: {
    'hill-sachs': 'osteochondral-lesion',
    'disc-extrusion': 'extrusion-meniscus',
    'disc-protrusion': 'extrusion-meniscus',
    anterolisthesis: 'displacement',
    listhesis: 'displacement',
  },
  ankle: { 'hill-sachs': 'osteochondral-lesion', anterolisthesis: 'displacement', listhesis: 'displacement' },
  shoulder: { anterolisthesis: 'displacement', listhesis: 'displacement' },
  brain: {
    'disc-herniation': 'brain-herniation',
    'disc-protrusion': 'extension',
    'disc-extrusion': 'extension',
    'disc-bulge': 'extension',
  },
  breast: { collapse: 'implant-rupture', 'disc-bulge': 'extension', 'disc-protrusion': 'extension' },
  spine: { 'wedge-shaped': 'compression-fracture' },
  hip: { 'hill-sachs': 'osteochondral-lesion' },
  elbow: {
    'athletic-pubalgia': 'tear',
    'hill-sachs': 'osteochondral-lesion',
    'root-compression': 'nerve-swelling',
    'root-affection': 'nerve-swelling',
  },
  wrist: {
    'hill-sachs': 'osteochondral-lesion',
    'root-compression': 'nerve-swelling',
    'root-affection': 'nerve-swelling',
  },
  prostate: { 'disc-protrusion': 'median-lobe', 'disc-bulge': 'capsular-contact' },
  liver: { 'disc-herniation': 'hernia', 'disc-bulge': 'extension', 'disc-protrusion': 'extension' },
  pancreas: { 'disc-herniation': 'hernia', 'disc-bulge': 'extension', 'disc-protrusion': 'extension' },
};

/** "Extrusion" is of the meniscus in a report of the knee. */
export function observationIn(code: string, region: Region): string {
  return observationMeaning[region]?.[code] ?? code;
}
