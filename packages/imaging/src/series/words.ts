/** Series descriptions as words: lower case, accents gone, split where people split them. DOMAIN 3.7. */

/** What people write without a space in front of the next word. */
const GLUED_PLANE =
  /\b(ax|axial|sag|cor|coro|tra|trans)(?=(?:t1|t2|pd|dp|flair|stir|tirm|dwi|adc|swi|tof|3d|2d|obl)\b|(?:t1|t2|pd)[a-z])/g;
const GLUED_WEIGHTING =
  /\b(t1|t2|pd)(?=w\b|w[a-z]|fs|fat|flash|flair|vibe|tse|fse|se\b|tir|spc|space|stir|star|ffe|tfe|tfl|fl2d|fl3d|gre|mprage|cube|ax|sag|cor|tra|spair|spir|haste)/g;
const GLUED_PLANE_BEHIND = /\b(t1|t2|pd|flash|haste|vibe|tse|fse|trufi|loc)(ax|sag|cor|tra)\b/g;

/**
 * A text as words with a space around each, e.g. ` t2 tse fs cor `. The star of T2* and a sign before KM, Gd, C or K (contrast
 * yes and no) are kept.
 */
export function wordsOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/t2\s?\*/g, ' t2star ')
    .replace(/\+\s?(c|k|km|gd|gad|gado|contrast)\b/g, ' plus$1 ')
    .replace(/(^|\s)-\s?(c|k|km|gd)\b/g, ' minus$2 ')
    .replace(
      /(^|[\s(])(c|km|gd)\s?([+-])(?=\s|$|\))/g,
      (_, before, agent, sign) => `${before}${sign === '+' ? 'plus' : 'minus'}${agent} `,
    )
    .replace(/\bw\/o\b/g, ' without ')
    .replace(/\bw\/(?=\s?(c|contrast|gd|gad))/g, ' with ')
    .replace(/[^a-z0-9\u3040-\u9fff]+/g, ' ');
  const split = plain
    .replace(GLUED_PLANE, '$1 ')
    .replace(GLUED_PLANE_BEHIND, '$1 $2')
    .replace(GLUED_WEIGHTING, '$1 ')
    .replace(/\bt2 star\b/g, 't2star');
  return ` ${split.replace(/\s+/g, ' ').trim()} `;
}
