/** Whether two observations of the lexicon mean the same. */
import { kindsOf, observations } from '../lexicon/lexicon.ts';

const descriptive = new Set(['signal-high', 'signal-change', 'signal-low', 'lesion', 'abnormality']);
const sized = new Set([
  'dilatation',
  'biliary-dilatation',
  'enlargement',
  'splenomegaly',
  'volume',
  'hydrocephalus',
  'bph',
  'lymphadenopathy',
  'hepatomegaly',
  'atrophy',
  'thickening',
]);
/** Signs that reports use for one another. */
export const sameSigns: readonly ReadonlySet<string>[] = [
  new Set(['infarct', 'restricted-diffusion']),
  new Set(['cord-compression', 'cord-contact']),
  new Set(['root-compression', 'root-contact']),
  new Set(['hydrocephalus', 'enlargement', 'dilatation']),
  new Set(['stenosis', 'narrowing', 'sac-indentation']),
  new Set(['thrombosis', 'occlusion']),
  new Set(['osteoarthritis', 'cartilage-defect']),
  new Set(['impingement', 'narrowing']),
  new Set(['root-crowding', 'stenosis']),
  new Set(['tear', 'labral-tear']),
  new Set(['edema', 'marrow-edema', 'muscle-edema']),
  new Set(['midline-shift', 'mass-effect']),
  new Set(['collection', 'fluid', 'ascites']),
  new Set(['old-infarct', 'encephalomalacia']),
  new Set(['cord-signal', 'demyelination']),
  new Set(['avulsion', 'tear']),
  new Set(['mass-effect', 'compression']),
  new Set(['root-contact', 'contact']),
  new Set(['old-infarct', 'lacune']),
  new Set(['hippocampal-sclerosis', 'brain-atrophy']),
  new Set(['thickening', 'ligament-scar', 'scar', 'sprain']),
  new Set(['cellulitis', 'edema']),
  new Set(['disc-osteophyte', 'spondylophyte', 'osteophyte']),
  new Set(['brain-atrophy', 'hydrocephalus']),
  new Set(['degenerative-change', 'disc-degeneration']),
  new Set(['degenerative-change', 'osteoarthritis']),
  new Set(['bone-fragment', 'loose-body']),
  new Set(['suspicious-enhancement', 'mass']),
  new Set(['suspicious-enhancement', 'breast-cancer']),
  new Set(['suspicious-enhancement', 'nme']),
  new Set(['suspicious-enhancement', 'lesion']),
  new Set(['suspicious-enhancement', 'enhancement']),
];

function sameFamily(a: string, b: string): boolean {
  const family = observations.get(a)?.family ?? '';
  return family !== '' && family === observations.get(b)?.family;
}

/** How far two observations of the lexicon are one: the same, a kind of the other, two signs of one thing, one family. */
export function codeSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (kindsOf(a).has(b) || kindsOf(b).has(a)) return 0.9;
  if (sameSigns.some((set) => set.has(a) && set.has(b))) return 0.75;
  if (sameFamily(a, b)) return 0.55;
  if (descriptive.has(a) && descriptive.has(b)) return 0.6;
  if ((a === 'measured' && sized.has(b)) || (b === 'measured' && sized.has(a))) return 0.7;
  return 0;
}
