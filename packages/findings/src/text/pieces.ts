/** The pieces of a sentence: what each segment names, before statements are made of them. */
import { isFeature, kindsOf } from '../lexicon/lexicon.ts';
import type { LevelHit } from './levels.ts';
import type { Amount, Size } from './measurements.ts';
import type { Hit } from './phrases.ts';
import type { Score } from './scores.ts';
import { segmentsOf } from './segments.ts';
import type { Count, Tags } from './tags.ts';

/** Words that name something normal as well as something abnormal: with "normal" beside them they are no finding. */
const neutral = new Set([
  'kyphosis',
  'enhancement',
  'scoliosis',
  'effusion',
  'signal-change',
  'signal-high',
  'signal-low',
  'bpe',
  'fgt',
  'thickening',
  'volume',
]);

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly link: string;
  /** Observations that make a statement; empty for a piece that only says where, how much or how many. */
  readonly heads: readonly Hit[];
  readonly normal: readonly Hit[];
  /** What "normal" is said of, when that is no structure: "physiological kyphosis". */
  readonly normalOf: readonly string[];
  readonly anatomy: readonly Hit[];
  readonly sides: readonly Hit[];
  readonly levels: readonly LevelHit[];
  readonly severity: readonly Hit[];
  readonly extents: readonly Hit[];
  readonly changes: readonly Hit[];
  readonly ages: readonly Hit[];
  readonly sizes: readonly Size[];
  readonly bounds: readonly Size[];
  readonly volumes: readonly Amount[];
  readonly percents: readonly Amount[];
  readonly scores: readonly Score[];
  readonly counts: readonly Count[];
  readonly advice: boolean;
}

const weak = new Set([
  'abnormality',
  'degenerative-change',
  'nonspecific',
  'fluid',
  'inflammation',
  'interval-change',
  'scar',
  'postoperative',
  'lesion',
]);

/** "Prominent fluid", "hypertrophic arthrosis": an adjective beside what it describes. */
const adjective = /^(?:prominent|expansile|thin|hypertrophic|irregular)$/i;
/** "Cystic mass": of a lesion alone, cystic ectasia is both. */
const ofLesion = /^(?:cystic|hemorrhagic|calcified|inflammatory|nodular)$/i;
/** "…, involving the pons": tells where the thing named before is. */
const whereWord = /^(?:involving|involves)$/i;

/** A general word beside a special one ("degenerative disc bulge", "cystic lesion") is no statement of its own. */
function withoutWeak(text: string, found: readonly Hit[], first: boolean): Hit[] {
  const said = (hit: Hit): string => text.slice(hit.start, hit.end);
  const describes = (hit: Hit, other: Hit): boolean =>
    other.start > hit.start &&
    ((adjective.test(said(hit)) && !isFeature(other.code)) ||
      (ofLesion.test(said(hit)) && kindsOf(other.code).has('lesion')));
  const hits = found.filter(
    (hit) => !found.some((other) => describes(hit, other)) && (first || !whereWord.test(said(hit))),
  );
  // "State after resection of the tumour": the tumour is gone.
  const resected = hits.filter((hit) => hit.code === 'postoperative');
  if (resected.length > 0 && hits.every((hit) => hit.code === 'postoperative' || kindsOf(hit.code).has('lesion')))
    return resected.slice(0, 1);
  const strong = hits.filter((hit) => !weak.has(hit.code));
  const named = hits.filter((hit) => hit.code !== 'abnormality');
  const heads = strong.some((hit) => !isFeature(hit.code)) ? strong : named.length > 0 ? named : hits;
  const wider = (hit: Hit): boolean =>
    heads.some((other) => other.code !== hit.code && kindsOf(other.code).has(hit.code));
  return heads.filter((hit, i) => heads.findIndex((other) => other.code === hit.code) === i && !wider(hit));
}

const isRepair = (text: string, hit: Hit): boolean =>
  hit.code === 'postoperative' && /^(?:reconstructed|repaired|operated|grafted)$/i.test(text.slice(hit.start, hit.end));

export function piecesOf(text: string, tags: Tags): Piece[] {
  const inside = <T extends { start: number; end: number }>(
    hits: readonly T[],
    range: { start: number; end: number },
  ): T[] => hits.filter((hit) => hit.start >= range.start && hit.start < range.end);
  const firstHead = tags.observations[0]?.start ?? 0;
  return segmentsOf(text, tags.words).map((segment) => {
    const cues = inside(tags.cues, segment);
    const denied = inside(tags.denials, segment);
    const normal = [...cues.filter((cue) => cue.code === 'normal'), ...denied];
    const heads = withoutWeak(text, inside(tags.observations, segment), segment.start <= firstHead);
    const vague = denied.length > 0 && heads.every((hit) => hit.code === 'mass' || hit.code === 'lesion');
    const asNormal = normal.length > 0 && heads.length > 0 && heads.every((hit) => neutral.has(hit.code));
    // "The reconstructed ligament is continuous."
    const repaired =
      cues.some((cue) => cue.code === 'normal') && heads.length > 0 && heads.every((hit) => isRepair(text, hit));
    return {
      ...segment,
      heads: asNormal || vague || repaired ? [] : heads,
      normal,
      normalOf: [...(asNormal ? heads.map((hit) => hit.code) : []), ...denied.map((hit) => hit.code)],
      anatomy: inside(tags.anatomy, segment),
      sides: inside(tags.sides, segment),
      levels: inside(tags.levels, segment),
      severity: inside(tags.severity, segment),
      extents: inside(tags.extents, segment),
      changes: inside(tags.changes, segment),
      ages: inside(tags.ages, segment),
      sizes: inside(tags.sizes, segment),
      bounds: inside(tags.bounds, segment),
      volumes: inside(tags.volumes, segment),
      percents: inside(tags.percents, segment),
      scores: inside(tags.scores, segment),
      counts: inside(tags.counts, segment),
      advice: cues.some((cue) => cue.code === 'advice'),
    };
  });
}
