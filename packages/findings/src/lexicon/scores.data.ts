/**
 * Classifications of the field: `[system, how its name is written (a regular expression), lowest, highest category]`.
 * Categories are numbers, Arabic or Roman; `letters` marks systems that count with letters (A is 1).
 */
export const scoreSystems: ReadonlyArray<
  readonly [system: string, name: string, lowest: number, highest: number, letters?: true]
> = [
  ['PI-RADS', String.raw`PI-?\s?RADS`, 1, 5],
  ['BI-RADS', String.raw`BI-?\s?RADS`, 0, 6],
  ['LI-RADS', String.raw`(?:LI-?\s?RADS|LR)`, 1, 5],
  ['VI-RADS', String.raw`VI-?\s?RADS`, 1, 5],
  ['O-RADS', String.raw`O-?\s?RADS(?:\sMRI)?`, 0, 5],
  ['NI-RADS', String.raw`NI-?\s?RADS`, 0, 4],
  ['TI-RADS', String.raw`TI-?\s?RADS`, 1, 5],
  ['Lung-RADS', String.raw`Lung-?\s?RADS`, 0, 4],
  ['Bosniak', 'Bosniak', 1, 4],
  ['Modic', 'Modic', 1, 3],
  ['Pfirrmann', '(?:modified )?Pfirr?mann', 1, 8],
  ['Fazekas', 'Fazekas', 0, 3],
  ['Kellgren', String.raw`(?:Kellgren(?:[-–\s](?:and\s|&\s)?Lawrence)?|KL)`, 0, 4],
  ['ICRS', 'ICRS', 0, 4],
  ['Outerbridge', '(?:modified )?Outerbridge', 0, 4],
  ['Goutallier', 'Goutallier', 0, 4],
  ['Meyerding', 'Meyerding', 1, 5],
  ['Schizas', 'Schizas', 1, 4, true],
  ['Tonnis', String.raw`T(?:ö|oe?)nnis`, 0, 3],
  ['ARCO', 'ARCO', 0, 6],
  ['Ficat', String.raw`Ficat(?:[-–\s](?:and\s)?Arlet)?`, 0, 4],
  ['Steinberg', 'Steinberg', 0, 6],
  ['Bigliani', 'Bigliani', 1, 4],
  ['MTA', '(?:MTA|Scheltens)', 0, 4],
  ['GCA', 'GCA', 0, 3],
  ['Koedam', 'Koedam', 0, 3],
  ['SLAP', 'SLAP', 1, 10],
  ['Dejour', 'Dejour', 1, 4, true],
  ['Palmer', 'Palmer', 1, 2],
  ['Lichtman', 'Lichtman', 0, 4],
  ['Stoller', 'Stoller', 0, 3],
  ['Hepple', 'Hepple', 1, 5],
  ['Berndt-Harty', String.raw`Berndt(?:[-–\s](?:and\s)?Harty)?`, 1, 4],
  ['Castellvi', 'Castellvi', 1, 4],
  ['Hamada', 'Hamada', 1, 5],
  ['Patte', 'Patte', 1, 3],
  ['Ellman', 'Ellman', 1, 3],
  ['Thomazeau', 'Thomazeau', 1, 3],
  ['Sugaya', 'Sugaya', 1, 5],
  ['Crowe', 'Crowe', 1, 4],
  ['Knosp', 'Knosp', 0, 4],
  ['Koos', 'Koos', 1, 4],
  ['Spetzler-Martin', String.raw`Spetzler(?:[-–\s]Martin)?`, 1, 6],
  ['ACR', 'ACR', 1, 4, true],
];

/** LI-RADS categories that are no number, with the rank they are compared by. */
export const liRadsWords: Readonly<Record<string, number>> = { NC: 0, M: 5.5, TIV: 6 };

/** Where what a classification grades lies, whatever the sentence names beside it: "no encasement of the carotid (Knosp 1)". */
export const placeOf: ReadonlyMap<string, string> = new Map([
  ['Knosp', 'cavernous-sinus'],
  ['Koos', 'cpa'],
]);

/** What a classification grades; where it stands apart from its observation, it is looked for there. */
export const gradeOf: ReadonlyMap<string, string> = new Map([
  ['ARCO', 'avascular-necrosis'],
  ['Ficat', 'avascular-necrosis'],
  ['Steinberg', 'avascular-necrosis'],
  ['Lichtman', 'avascular-necrosis'],
  ['Goutallier', 'fatty-infiltration'],
  ['Kellgren', 'osteoarthritis'],
  ['ICRS', 'cartilage-defect'],
  ['Outerbridge', 'cartilage-defect'],
  ['Modic', 'modic'],
  ['Pfirrmann', 'disc-degeneration'],
  ['Meyerding', 'listhesis'],
  ['Fazekas', 'white-matter-lesion'],
  ['Schizas', 'stenosis'],
  ['Knosp', 'invasion'],
]);
