import { describe, expect, it } from 'vitest';
import { makeStudy } from '../generator/make-study.ts';
import { BRAIN_PROTOCOL } from '../generator/protocol.ts';

interface Record {
  readonly type: string;
  readonly file: string;
  readonly next: number;
  readonly below: number;
}

/** Reads the record whose item stands at `offset`: three offsets first, then the text of the others. */
function recordAt(bytes: Uint8Array, offset: number): Record {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(view.getUint32(offset, true)).toBe(0xe000fffe);
  const length = view.getUint32(offset + 4, true);
  const words = Buffer.from(bytes.subarray(offset + 8, offset + 8 + length)).toString('latin1');
  const value = (tag: string): string => {
    const at = words.indexOf(tag);
    return at === -1 ? '' : words.substr(at + 8, words.charCodeAt(at + 6) + 256 * words.charCodeAt(at + 7)).trimEnd();
  };
  const number = (tag: string): number => {
    const raw = value(tag).padEnd(4, '\0');
    return Buffer.from(raw, 'latin1').readUInt32LE(0);
  };
  return {
    type: value('\x04\x00\x30\x14CS'),
    file: value('\x04\x00\x00\x15CS'),
    next: number('\x04\x00\x00\x14UL'),
    below: number('\x04\x00\x20\x14UL'),
  };
}

function walk(bytes: Uint8Array, first: number): Record[] {
  const found: Record[] = [];
  for (let offset = first; offset !== 0; ) {
    const record = recordAt(bytes, offset);
    found.push(record, ...(record.below === 0 ? [] : walk(bytes, record.below)));
    offset = record.next;
  }
  return found;
}

describe('the DICOMDIR', () => {
  it('leads from patient to study, series and every file by its offsets', () => {
    const study = makeStudy({
      seed: 'dir',
      protocol: BRAIN_PROTOCOL.slice(0, 3),
      scale: { slices: 3, matrix: 32 },
      faults: { otherPatient: true },
    });
    const directory = study.files.find(({ path }) => path === 'DICOMDIR')?.bytes ?? new Uint8Array();
    const root = Buffer.from(directory).indexOf('\x04\x00\x00\x12UL', 0, 'latin1');
    const first = Buffer.from(directory).readUInt32LE(root + 8);
    const records = walk(directory, first);
    const count = (type: string): number => records.filter((record) => record.type === type).length;
    expect([count('PATIENT'), count('STUDY'), count('SERIES'), count('IMAGE')]).toEqual([2, 2, 6, 18]);
    expect(records.filter(({ type }) => type === 'IMAGE').map(({ file }) => file.replaceAll('\\', '/'))).toEqual(
      study.instances.map(({ path }) => path),
    );
  });
});
