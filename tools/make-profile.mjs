/**
 * Makes packages/imaging/src/deidentify/profile.data.ts from `confidentiality_profile_attributes.json` and `attributes.json` of
 * innolitics/dicom-standard:
 *
 *     node tools/make-profile.mjs FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = new URL('../packages/imaging/src/deidentify/profile.data.ts', import.meta.url);
const OPTIONS = [
  ['rtnLongFullDatesOpt', 'K', 'T'],
  ['rtnPatCharsOpt', 'K', 'P'],
  ['rtnPatCharsOpt', 'C', 'p'],
  ['rtnDevIdOpt', 'K', 'V'],
  ['rtnDevIdOpt', 'C', 'v'],
  ['cleanDescOpt', 'C', 's'],
];

const folder = process.argv[2] ?? '.';
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const vrs = new Map(read('attributes.json').map((row) => [row.tag.toUpperCase(), row.valueRepresentation]));

const lines = read('confidentiality_profile_attributes.json')
  .map((row) => ({ ...row, tag: row.tag.toUpperCase() }))
  .filter(({ tag }) => /^\([0-9A-FX]{4},[0-9A-FX]{4}\)$/.test(tag) && !tag.startsWith('(0000'))
  .map((row) => {
    const vr = (vrs.get(row.tag) ?? 'OW').split(' ')[0];
    const options = OPTIONS.filter(([key, value]) => row[key] === value).map(([, , letter]) => letter);
    const name = row.name.replace(/[’`]/g, "'");
    return `${row.tag.slice(1, 5)}${row.tag.slice(6, 10)}`
      .toLowerCase()
      .concat(` ${vr} ${row.basicProfile} ${options.join('') || '-'} ${name}`);
  })
  .sort();

const current = readFileSync(OUT, 'utf8');
const head = current.slice(0, current.indexOf('`\n', current.indexOf('PROFILE_TABLE')) + 2);
writeFileSync(OUT, `${head}${lines.join('\n')}\n\`;\n`);
process.stdout.write(`${lines.length} attributes\n`);
