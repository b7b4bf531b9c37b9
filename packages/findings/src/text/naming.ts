/** Words that name what the sentence has described before: "cystic focus, consistent with a ganglion". */
import { isFeature, observations } from '../lexicon/lexicon.ts';
import { type Draft, isMain } from './draft.ts';
import { listed, structures } from './listed.ts';
import type { Piece } from './pieces.ts';

const sameFamily = (a: string, b: string): boolean => {
  const [x, y] = [observations.get(a), observations.get(b)];
  return x !== undefined && y !== undefined && x.family !== '' && x.family === y.family;
};

const readingOpens =
  /^(?:\W*(?:and\s+)?(?:most\s+|more\s+|highly\s+|very\s+|a\s+|an\s+)?(?:consistent|compatible|in keeping|keeping|in line|typical|characteristic|suggest\w*|suspicious|likely|probabl\w+|possibl\w+|diagnostic|representing|concerning|favou?r\w*|corresponding|indicati\w+|worrisome|may represent|which (?:is|may|most|likely|could)|represent\w*|presumabl\w+|in the sense|i\.e|reflecting|suspected|in terms of|diagnosed|as (?:in|with|of|after|(?:a\s+)?(?:residual|residue|sequela|consequence|result|sign)\w* of)))/i;

/** "Narrowing and probable irritation of the root" are two things, "and most likely represents …" names one. */
const namingVerb =
  /\b(?:consistent|compatible|keeping|line|typical|characteristic|suggest\w*|suspicious|diagnostic|represent\w*|concerning|favou?r\w*|correspond\w*|indicati\w+|reflect\w*|diagnosed)\b/i;

/** What is seen, before it is named: "stricture consistent with Klatskin tumor". */
const appearance = new Set(
  (
    'lesion mass narrowing stenosis thickening collection enlargement white-matter-lesion signal-change signal-high ' +
    'cord-signal synovitis erosion abnormality'
  ).split(' '),
);

/** Families whose members stand side by side: "disc desiccation, loss of disc height". */
const sideBySide = new Set([
  'disc-degeneration',
  'oa',
  'stenosis',
  'edema',
  'thickening',
  'atrophy',
  'enlargement',
  'dilatation',
]);

/** "…, consistent with an intraosseous ganglion" names the cyst before it, it is no second finding. */
export function namedBefore(text: string, piece: Piece, drafts: readonly Draft[]): Draft | null {
  const mains = piece.heads.filter((head) => !isFeature(head.code));
  const head = mains[0];
  const kinDraft = drafts.findLast((draft) => draft.head && head && sameFamily(draft.head.code, head.code));
  const seen = drafts.findLast((draft) => isMain(draft) && appearance.has(draft.head?.code ?? ''));
  const last = kinDraft ?? seen ?? drafts.findLast(isMain) ?? drafts.findLast((draft) => draft.head !== null);
  if (!last?.head || !head || mains.length > 1 || piece.normal.length > 0) return null;
  const words = text.slice(piece.start, piece.end);
  if (structures(piece).length > 0 && last.pieces.some((p) => listed(p, piece))) return null;
  const kin = sameFamily(last.head.code, head.code);
  // "Cerebral atrophy with volume loss of the temporal lobe": told of a structure of its own.
  if (piece.link === 'with' && structures(piece).length > 0 && kin) return null;
  const named = last.more.length > 0;
  if (readingOpens.test(words) && !(piece.link === 'and' && !namingVerb.test(words)))
    return kin || !isMain(last) || appearance.has(last.head.code) ? last : null;
  if (piece.link === 'or' || piece.link === 'versus') return kin && named ? last : null;
  const apposed = kin && !(piece.link === ',' && sideBySide.has(observations.get(head.code)?.family ?? ''));
  return apposed && piece.link !== 'and' && !/\b(?:no|without|not)\b/i.test(words) ? last : null;
}
