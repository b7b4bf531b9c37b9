/** Scores and grades of the field. A score is compared only within its own system. */

export interface Score {
  readonly system: string;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

const value = String.raw`((?:VIII|VII|VI|IV|V|III|II|I)(?![A-Za-z])|\d(?:\.\d)?(?!\d|\s*(?:mm|cm|%|x\b)))([a-d])?(?:\s*(?:[-–/]|to)\s*(VIII|VII|VI|IV|V|III|II|I|\d)(?!\d|\w))?`;
const letter = String.raw`([A-Da-d])\b`;
const lead = String.raw`(?:\s*(?:v\s?2(?:\.\d)?|version\s\d\S*|score|category|type|grade|stage|class|assessment|degree|lesion|of|:|=|[-–]))*\s*`;

const systems: ReadonlyArray<readonly [system: string, name: string]> = [
  ['PI-RADS', String.raw`PI-?\s?RADS`],
  ['BI-RADS', String.raw`BI-?\s?RADS`],
  ['LI-RADS', String.raw`(?:LI-?\s?RADS|LR)`],
  ['VI-RADS', String.raw`VI-?\s?RADS`],
  ['O-RADS', String.raw`O-?\s?RADS`],
  ['Bosniak', 'Bosniak'],
  ['Modic', 'Modic'],
  ['Pfirrmann', 'Pfirrmann'],
  ['Fazekas', 'Fazekas'],
  ['Kellgren', String.raw`(?:Kellgren(?:[-\s](?:and\s)?Lawrence)?|KL)`],
  ['ICRS', 'ICRS'],
  ['Outerbridge', '(?:modified )?Outerbridge'],
  ['Goutallier', 'Goutallier'],
  ['Meyerding', 'Meyerding'],
  ['Schizas', 'Schizas'],
  ['Tonnis', String.raw`T(?:ö|oe?)nnis`],
  ['ARCO', 'ARCO'],
  ['Ficat', String.raw`Ficat(?:[-\s](?:and\s)?Arlet)?`],
  ['Bigliani', 'Bigliani'],
  ['MTA', '(?:MTA|Scheltens)'],
  ['GCA', 'GCA'],
  ['SLAP', 'SLAP'],
  ['Dejour', 'Dejour'],
  ['Palmer', 'Palmer'],
  ['Lichtman', 'Lichtman'],
  ['Stoller', 'Stoller'],
  ['Hepple', 'Hepple'],
  ['ACR', 'ACR'],
];

const romanValues: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8 };
const numeric = (raw: string): number => romanValues[raw.toUpperCase()] ?? Number(raw);

function scoreOf(system: string, match: RegExpMatchArray, at: number): Score | null {
  const [whole, first = '', sub, second] = match;
  const low = /^[A-Da-d]$/.test(first) ? first.toLowerCase().charCodeAt(0) - 96 : numeric(first);
  if (!Number.isFinite(low)) return null;
  const offset = sub && system === 'BI-RADS' ? (sub.toLowerCase().charCodeAt(0) - 96) / 10 : 0;
  const high = second ? numeric(second) : low;
  return {
    system,
    low: low + offset,
    high: Math.max(low, Number.isFinite(high) ? high : low) + offset,
    start: at,
    end: at + whole.length,
  };
}

const patterns = systems.flatMap(([system, name]) => {
  const lettered = /^(?:Schizas|Dejour|ACR)$/.test(system);
  return [
    [system, new RegExp(String.raw`\b${name}${lead}(?:${lettered ? letter : value})`, 'gi')] as const,
    ...(lettered
      ? []
      : [
          [
            system,
            new RegExp(
              String.raw`\b(?:grade|type|stage|score)\s+${value}\s*\(?(?:according to |after )?${name}\b`,
              'gi',
            ),
          ] as const,
        ]),
  ];
});
const general = [
  ['grade', new RegExp(String.raw`\b(?:grade|degree|stage|°)[- ]\s*${value}`, 'gi')],
  ['grade', /\b([1-4])(?:st|nd|rd|th)[- ](?:grade|degree)/gi],
  ['type', new RegExp(String.raw`\b(?:type)[- ]\s*${value}`, 'gi')],
] as const;

/** PI-RADS, BI-RADS, Modic, Pfirrmann, Fazekas, Kellgren-Lawrence, ICRS …, and plain "grade 2" or "type II". */
export function scoresIn(text: string): Score[] {
  const found: Score[] = [];
  for (const [system, pattern] of [...patterns, ...general])
    for (const match of text.matchAll(pattern)) {
      const score = scoreOf(system, match, match.index);
      if (score && !found.some((other) => score.start < other.end && score.end > other.start)) found.push(score);
    }
  return found.sort((a, b) => a.start - b.start);
}
