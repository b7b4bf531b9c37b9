import { readdirSync, readFileSync } from 'node:fs';
import { makeStudy } from '@overread/demo';
import { madeInstance } from '../made-dicom.ts';
import { sharedData } from '../shared-data.ts';

export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SYNTAX = '1.2.840.10008.1.2';
const COLOUR = {
  SamplesPerPixel: 3,
  PhotometricInterpretation: 'RGB',
  BitsAllocated: 8,
  BitsStored: 8,
  HighBit: 7,
  PixelData: new Uint8Array(48),
};

/** Small whole files in every way that a data set is written. */
function madeFiles(): SeedFile[] {
  const made = (name: string, bytes: Uint8Array) => ({ name, bytes });
  const rle = new Uint8Array(64 + 4);
  rle.set([2, 0, 0, 0, 64, 0, 0, 0, 66, 0, 0, 0]);
  rle.set([0xf1, 1, 0xf1, 2], 64);
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 4, 0, 4, 1, 1, 0x11, 0, 0xff, 0xd9, 0);
  const frames = { NumberOfFrames: 2, PixelData: new Uint8Array(64) };
  return [
    ...['', '.1', '.2', '.1.99'].map((end) =>
      made(`native ${end}`, madeInstance(frames, { transferSyntaxUid: `${SYNTAX}${end}` })),
    ),
    made('no head', madeInstance({}, { head: 'none' })),
    made('colour', madeInstance(COLOUR)),
    made('RLE', madeInstance({ NumberOfFrames: 2 }, { transferSyntaxUid: `${SYNTAX}.5`, fragments: [[rle], [rle]] })),
    ...['50', '57', '70', '80', '90'].map((end) =>
      made(`JPEG ${end}`, madeInstance({}, { transferSyntaxUid: `${SYNTAX}.4.${end}`, fragments: [[jpeg]] })),
    ),
    made(
      'names',
      madeInstance({
        SpecificCharacterSet: ['', 'ISO 2022 IR 87'],
        PatientName: new Uint8Array(Buffer.from('Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B', 'latin1')),
        '00081140:SQ': [{ '00081150:UI': '1.2.3', '00081155:UI': '2.25.77' }],
      }),
    ),
  ];
}

/** Of a made study, one file of each syntax and one enhanced object. */
function studyFiles(): SeedFile[] {
  const scale = { slices: 4, matrix: 32 };
  const study = makeStudy({ seed: 'mutated', scale });
  const step = Math.ceil(study.files.length / 4);
  return study.files.filter((_, at) => at % step === 1).map(({ path, bytes }) => ({ name: path, bytes }));
}

/** Real files that are small, where the collection is there. */
function realFiles(): SeedFile[] {
  return ['transfer_syntax', 'charsets_pydicom', 'broken', 'sr_pdf'].flatMap((folder) => {
    const path = sharedData(folder);
    if (path === null) return [];
    return readdirSync(path)
      .filter((name) => !/\.(?:gz|zip|txt|md|tsv|pdf)$/i.test(name))
      .map((name) => ({ name: `${folder}/${name}`, bytes: new Uint8Array(readFileSync(`${path}/${name}`)) }))
      .filter(({ bytes }) => bytes.length < 300_000);
  });
}

/** The whole files from which damaged ones are made. */
export const seedFiles = (): SeedFile[] => [...madeFiles(), ...studyFiles(), ...realFiles()];
