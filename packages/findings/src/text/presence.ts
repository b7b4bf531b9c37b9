/**
 * Presence of an observation after ConText (Harkema 2009): cues look forward or back, until a word that ends their scope,
 * or until the list they open is over. NegEx's rule (to the end of the sentence) is too wide for reports that list
 * findings with commas: "No fracture, small effusion".
 */
import type { Presence } from '../model.ts';
import type { Tags } from './tags.ts';

export interface Standing {
  readonly presence: Presence;
  /** 3 stated, 2 probable, 1 possible. */
  readonly certainty: 1 | 2 | 3;
  /** Named only as another reading, or as what it is not. */
  readonly alternative: boolean;
}

type Range = { readonly start: number; readonly end: number };

const positiveWord =
  /^(?:som|few|several|multipl|numerous|two|thre|hav|also|additional|mildly|slightly|chronic|old|is|are|was|were|there|show|demonstrat|reveal|ha|have|the|a|an|small|mild|moderat|sever|mark|minor|slight|larg|unchang|stabl|know|old|chronic|new|contain|measur|present|normal|intact|preserv|minimal|trac|discret|however|otherwis|seen)$/;
const listEnders = new Set([';', ':', '.', '(', ')']);

/** Does a forward cue still hold at the target? */
function reaches(tags: Tags, cue: Range, target: Range, local: boolean): boolean {
  // "Non" denies the next word alone: "non-contrast CT shows a mass".
  if (tags.words.some(({ stem, start }) => stem === 'non' && start === cue.start)) return target.start - cue.end <= 2;
  const between = tags.words.filter((word) => word.start >= cue.end && word.end <= target.start);
  const enders = tags.cues.filter(
    (hit) => hit.code === 'termination' && hit.start >= cue.end && hit.end <= target.start,
  );
  if (enders.length > 0) return false;
  let opened = false;
  let sinceComma = 99;
  for (const { stem } of between) {
    if (listEnders.has(stem)) return false;
    if (stem === ',' || stem === 'and') {
      if (local && stem === ',') return false;
      sinceComma = 0;
      opened = true;
      continue;
    }
    if (stem === 'with' && !local) return !opened && between.length < 6;
    sinceComma += 1;
    // After a comma or "and", a word such as "mild" or "the" begins a new statement.
    if (sinceComma <= 2 && positiveWord.test(stem)) return false;
    if (opened && /^(?:is|are|ha|have|show|demonstrat|was|were)$/.test(stem)) return false;
  }
  return between.length <= 30;
}

/** A backward cue holds within its own clause: "Tear is possible", "Fracture: none". */
function looksBack(tags: Tags, cue: Range, target: Range): boolean {
  const between = tags.words.filter((word) => word.start >= target.end && word.end <= cue.start);
  return (
    between.length <= 9 &&
    !between.some(({ stem }) => stem === ',' || stem === ';' || stem === 'and' || stem === 'but' || stem === 'with')
  );
}

const forwardCues = new Set(['historical', 'hypothetical', 'family']);
const localForward = /^(?:not|non|nor|unlikely|is not|are not|was not|does not|do not)$/i;

function cuesOn(text: string, tags: Tags, target: Range): ReadonlySet<string> {
  const found = new Set<string>();
  for (const cue of tags.cues) {
    const words = text.slice(cue.start, cue.end).toLowerCase();
    const forward = cue.start < target.start;
    const backward = cue.start >= target.end;
    if (cue.code.endsWith('Forward') || forwardCues.has(cue.code)) {
      if (forward && reaches(tags, cue, target, localForward.test(words))) found.add(cue.code);
    } else if (cue.code.endsWith('Backward')) {
      if (backward && looksBack(tags, cue, target)) found.add(cue.code);
    } else if (cue.code === 'probable') {
      if ((forward && reaches(tags, cue, target, false)) || (backward && looksBack(tags, cue, target)))
        found.add('probable');
    } else if (cue.code === 'certain') {
      if (forward && reaches(tags, cue, target, true)) found.add('certain');
    }
  }
  return found;
}

const overWhat =
  /\b(?:favou?red|favou?ring|more likely|likely|preferred|rather|considered)\s+(?:more likely\s+)?(?:over|than)\b/i;
const asOther =
  /\b(?:alternatively|as an alternative|less likely|differential (?:diagnosis )?(?:includes|is|consists of|of|:)?|differential|ddx?|rather than|instead of|versus|vs|as opposed to|could mimic|not typical (?:of|for)|atypical for|no features of|other considerations(?: include)?)[\s.:]*(?:[\w-]+\s+){0,4}$/i;
const isOther =
  /^(?:\W*(?:\w+\W+){0,4}?)(?:being the alternative|as (?:an |the )?(?:alternative|differential)|is (?:an |the )?(?:alternative|differential)|(?:is|are) (?:considered )?less likely|cannot be (?:entirely |fully |completely )?(?:excluded|ruled out)|(?:is )?not (?:entirely |fully |completely )?excluded|remains possible|is a differential|in the differential|is also possible|less likely)/i;

/** Only another reading: "favoured over FNH", "mucoid degeneration being the alternative", "less likely abscess". */
function isAlternative(text: string, sentence: Range, target: Range): boolean {
  const before = text.slice(sentence.start, target.start);
  const after = text.slice(target.end, Math.min(sentence.end, target.end + 70));
  const over = overWhat.exec(before);
  if (over && !/[,;]/.test(before.slice(over.index + over[0].length))) return true;
  return (
    asOther.test(before) ||
    (isOther.test(after.split(/[;,]/)[0] ?? '') && /\b(?:alternative|differential|less likely)\b/i.test(after))
  );
}

/** "No finding suspicious for …", "none appear worrisome for …": the suspicion itself is denied. */
function deniedPossibility(tags: Tags, target: Range): boolean {
  const before = (code: string): (typeof tags.cues)[number] | undefined =>
    tags.cues.findLast((cue) => cue.code === code && cue.end <= target.start);
  const [denial, doubt] = [before('negatedForward'), before('possibleForward')];
  if (!denial || !doubt || denial.end > doubt.start || !reaches(tags, denial, target, false)) return false;
  return !tags.words.some(({ stem, start }) => stem === ',' && start >= denial.end && start < doubt.start);
}

/** "Tonsils 3 mm below the foramen magnum, within normal limits": told, and found to be nothing. */
const foundNormal =
  /^[^.;]{0,50},?\s(?:which (?:is|are) )?within (?:the )?(?:normal|physiologic\w*) (?:limits|range)\b/i;

export function standingOf(text: string, sentence: Range, tags: Tags, target: Range): Standing {
  if (foundNormal.test(text.slice(target.end, sentence.end)))
    return { presence: 'absent', certainty: 3, alternative: false };
  const on = cuesOn(text, tags, target);
  const alternative = isAlternative(text, sentence, target);
  if (on.has('family')) return { presence: 'family', certainty: 3, alternative };
  if (on.has('possibleForward') && !on.has('possibleBackward') && deniedPossibility(tags, target))
    return { presence: 'absent', certainty: 3, alternative: false };
  if (on.has('possibleBackward') || on.has('possibleForward'))
    return { presence: 'possible', certainty: 1, alternative };
  if (on.has('negatedForward') || on.has('negatedBackward'))
    return { presence: 'absent', certainty: 3, alternative: false };
  if (on.has('hypothetical')) return { presence: 'hypothetical', certainty: 1, alternative };
  if (on.has('probable')) return { presence: 'present', certainty: 2, alternative };
  if (on.has('historical')) return { presence: 'historical', certainty: 3, alternative };
  return { presence: 'present', certainty: 3, alternative };
}
