/** One plain sentence that says why a pair agrees or differs. It names no winner. */
import { anatomy, isLoose, observations } from '../lexicon/lexicon.ts';
import type { Difference } from '../model.ts';
import { observationText } from '../text/read-report.ts';
import type { Statement } from '../text/statement.ts';
import { supposed } from './differences.ts';
import type { Judged } from './grade.ts';

function thing(one: Statement): string {
  if (one.readings.length === 0) return 'the same';
  const places = one.places.length > 0 ? one.places : one.placesAround;
  const place = places.find((code) => !isLoose(code)) ?? places[0];
  const at = one.levels[0] ?? (place ? anatomy.get(place)?.label : undefined);
  const what = one.normal ? 'abnormality' : observationText(one);
  return at && at !== what ? `${what} (${at})` : what;
}

const steps: Readonly<Record<string, string>> = {
  1: 'mild',
  1.5: 'mild to moderate',
  2: 'moderate',
  2.5: 'moderate to severe',
  3: 'severe',
};

function severityOf(one: Statement): string {
  const score = one.scores[0];
  if (score) return `${score.system} ${score.low}`;
  return one.severity === null ? (one.extent === 'full' ? 'full thickness' : one.extent) : (steps[one.severity] ?? '');
}

function value(one: Statement, difference: Difference): string {
  if (difference === 'presence') return one.presence === 'absent' ? 'there is none' : 'it is there';
  if (difference === 'certainty')
    return one.certainty === 1 || one.readings.some((r) => r.certainty === 1) ? 'possible' : 'stated';
  if (difference === 'severity') return severityOf(one) || (one.percent ? `${one.percent.value} %` : 'another grade');
  if (difference === 'size')
    return one.sizes[0] ? `${one.sizes[0].mm.join(' x ')} mm` : one.volume ? `${one.volume.value} ml` : one.change;
  if (difference === 'side') return one.side || one.sideAround;
  if (difference === 'level')
    return (
      [...one.levels, ...one.roots].join(', ') ||
      one.places.map((place) => anatomy.get(place)?.label ?? place).join(', ')
    );
  if (difference === 'count')
    return one.count ? (one.count.least === one.count.most ? `${one.count.least}` : `${one.count.least} or more`) : '';
  const called = [...new Set(supposed(one.readings).map(({ code }) => observations.get(code)?.label ?? code))];
  return called.length > 1 ? `${called.slice(0, -1).join(', ')} or ${called.at(-1)}` : (called[0] ?? '');
}

/** "number: first “3 or more”, second “8”"; the name alone where a report's word is missing or both use the same. */
function difference(original: Statement, second: Statement, what: Difference): string {
  const [one, two] = [value(original, what), value(second, what)];
  return one === '' || two === '' || one === two ? names[what] : `${names[what]}: first “${one}”, second “${two}”`;
}

const names: Readonly<Record<Difference, string>> = {
  presence: 'presence',
  certainty: 'certainty',
  severity: 'severity',
  size: 'size',
  side: 'side',
  level: 'level',
  count: 'number',
  diagnosis: 'diagnosis',
};

/** For a finding of one report that the other says, in these words, it could not judge. */
export function unjudgedBecause({ original, second }: Judged, words: string): string {
  const one = original ?? second;
  if (!one) return '';
  const [speaks, other] = original ? ['first', 'second'] : ['second', 'first'];
  return `Only the ${speaks} report speaks of ${thing(one)}; the ${other} could not judge it: “${words}”`;
}

export function becauseOf({ relation, differsIn, original, second }: Judged): string {
  const one = original ?? second;
  if (!one) return '';
  if (relation === 'only-original')
    return `Only the first report speaks of ${thing(one)}; the second does not mention it.`;
  if (relation === 'only-second')
    return `Only the second report speaks of ${thing(one)}; the first does not mention it.`;
  if (!original || !second) return '';
  if (relation === 'agrees')
    return original.presence === 'absent'
      ? `Both reports say that there is no ${thing(original.normal ? second : original)}.`
      : `Both reports describe ${thing(original)}.`;
  const parts = differsIn.map((what) => difference(original, second, what));
  return `On ${thing(original.presence === 'absent' ? second : original)} the reports differ in ${parts.join('; ')}.`;
}
