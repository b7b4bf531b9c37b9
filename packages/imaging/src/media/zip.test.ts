import { inflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type MadeEntry, madeZip } from '../../../../testing/made-dicom.ts';
import { bytesSource, sliceSource, UnreadableContainer } from './byte-source.ts';
import { localHeaderLength, readZip, readZipSync } from './zip.ts';

const text = (content: string) => new TextEncoder().encode(content);
const read = (entries: readonly MadeEntry[]) => readZipSync(bytesSource(madeZip(entries)));

describe('readZip', () => {
  const zip = madeZip([
    { path: 'DICOM/IM1', bytes: text('first, stored') },
    { path: 'DICOM/IM2', bytes: text('second second second second'), deflate: true },
    { path: 'DICOM/', bytes: new Uint8Array(0) },
    { path: 'Übersicht.txt', bytes: text('third') },
  ]);

  it('lists the files in the order of their bytes, without folders', () => {
    const { entries, refused } = readZipSync(bytesSource(zip));
    expect(entries.map(({ path, size, method }) => [path, size, method])).toEqual([
      ['DICOM/IM1', 13, 'stored'],
      ['DICOM/IM2', 27, 'deflated'],
      ['Übersicht.txt', 5, 'stored'],
    ]);
    expect(refused).toEqual([]);
  });

  it('leads to the bytes of each', () => {
    const contents = readZipSync(bytesSource(zip)).entries.map((entry) => {
      const start = entry.offset + localHeaderLength(zip, entry.offset);
      const packed = zip.subarray(start, start + entry.compressedSize);
      return new TextDecoder().decode(entry.method === 'stored' ? packed : inflateSync(packed));
    });
    expect(contents).toEqual(['first, stored', 'second second second second', 'third']);
  });

  it('reads the same with promises, and inside another file', async () => {
    const around = new Uint8Array(zip.length + 100);
    around.set(zip, 40);
    const inner = await readZip(sliceSource(bytesSource(around), 40, zip.length));
    expect(inner).toEqual(readZipSync(bytesSource(zip)));
  });

  it('reads an archive behind a program that unpacks it', () => {
    const program = new Uint8Array(500 + zip.length);
    program.set(zip, 500);
    const { entries } = readZipSync(bytesSource(program));
    const first = entries[0];
    expect(first?.offset).toBe(500);
    expect(localHeaderLength(program, first?.offset)).toBe(30 + 'DICOM/IM1'.length);
  });
});

describe('entries that stay out', () => {
  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\x', 'a/../../b', '..\\x'])(
    'refuses the path %s',
    (path) => {
      expect(read([{ path, bytes: text('x') }])).toEqual({
        entries: [],
        refused: [{ path, reason: 'its name leads out of the archive' }],
      });
    },
  );

  it.each([
    ['CP437', [0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
    ['CP437', [0x47, 0x72, 0x6f, 0xe1], 'Groß'],
    ['Latin-1', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
    ['Latin-1', [0x4a, 0xe9, 0x72, 0xf4, 0x6d, 0x65], 'Jérôme'],
    ['UTF-8', [0x4d, 0xc3, 0xbc, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
  ])('reads names of %s that nothing tells it of', (_, name, path) => {
    const zip = madeZip([{ path: '', name: Uint8Array.from(name), bytes: text('x') }]);
    expect(readZipSync(bytesSource(zip)).entries.map((entry) => entry.path)).toEqual([path]);
  });

  it('refuses what has a password, with advice', () => {
    expect(read([{ path: 'IM1', bytes: text('x'), flags: 1 }]).refused[0]?.reason).toContain('password');
  });

  it('names a method that it does not know', () => {
    expect(read([{ path: 'IM1', bytes: text('x'), method: 9 }]).refused[0]?.reason).toContain('Deflate64');
  });
});

describe('archives that cannot be read', () => {
  const zip = madeZip([
    { path: 'a', bytes: text('aaaaaaaaaa') },
    { path: 'b', bytes: text('bbbbbbbbbb') },
  ]);

  it('refuses one that is cut short', () => {
    expect(() => readZipSync(bytesSource(zip.subarray(0, zip.length - 30)))).toThrow(UnreadableContainer);
  });

  it('refuses entries that share their bytes, the mark of a bomb', () => {
    const bomb = zip.slice();
    const directory = zip.length - 22 - 2 * 47;
    // The second entry's offset in the central directory is set to the first one's.
    new DataView(bomb.buffer).setUint32(directory + 47 + 42, 0, true);
    expect(() => readZipSync(bytesSource(bomb))).toThrow(/overlap/);
  });

  it('refuses a directory that lies outside of the file', () => {
    const wrong = zip.slice();
    new DataView(wrong.buffer).setUint32(zip.length - 22 + 16, 0x7fffffff, true);
    expect(() => readZipSync(bytesSource(wrong))).toThrow(UnreadableContainer);
  });

  it('says when no local header is where it should be', () => {
    expect(() => localHeaderLength(text('no header here, no header here, no header'))).toThrow(UnreadableContainer);
  });
});

/** A sparse source of more than 4 GiB: one stored entry whose sizes and offset stand in ZIP64 fields (APPNOTE 4.3.14, 4.5.3). */
describe('ZIP64', () => {
  const entryOffset = 2 ** 32 + 16;
  const entrySize = 2 ** 32 + 5;
  const directoryOffset = 2 ** 33 + 4096;
  const u = (size: 2 | 4 | 8, ...values: number[]) => {
    const bytes = new Uint8Array(values.length * size);
    const view = new DataView(bytes.buffer);
    for (const [index, value] of values.entries()) {
      if (size === 8) view.setBigUint64(index * 8, BigInt(value), true);
      else if (size === 4) view.setUint32(index * 4, value, true);
      else view.setUint16(index * 2, value, true);
    }
    return [...bytes];
  };
  const extra = [...u(2, 1, 24), ...u(8, entrySize, entrySize, entryOffset)];
  const directory = [
    ...u(4, 0x02014b50),
    ...u(2, 45, 45, 0, 0, 0, 0),
    ...u(4, 0, 0xffffffff, 0xffffffff),
    ...u(2, 3, extra.length, 0, 0, 0),
    ...u(4, 0, 0xffffffff),
    ...text('IM1'),
    ...extra,
  ];
  const record = [
    ...u(4, 0x06064b50),
    ...u(8, 44),
    ...u(2, 45, 45),
    ...u(4, 0, 0),
    ...u(8, 1, 1, directory.length, directoryOffset),
  ];
  const locator = [...u(4, 0x07064b50, 0), ...u(8, directoryOffset + directory.length), ...u(4, 1)];
  const end = [...u(4, 0x06054b50), ...u(2, 0, 0, 0xffff, 0xffff), ...u(4, 0xffffffff, 0xffffffff), ...u(2, 0)];
  const tail = Uint8Array.from([...directory, ...record, ...locator, ...end]);
  const source = {
    size: directoryOffset + tail.length,
    read: (offset: number, length: number) => {
      const bytes = new Uint8Array(Math.min(length, directoryOffset + tail.length - offset));
      for (const [index, byte] of tail.entries()) {
        const at = directoryOffset + index - offset;
        if (at >= 0 && at < bytes.length) bytes[at] = byte;
      }
      return bytes;
    },
  };

  it('reads sizes and offsets beyond 4 GiB', () => {
    expect(readZipSync(source).entries).toMatchObject([
      { path: 'IM1', offset: entryOffset, size: entrySize, compressedSize: entrySize },
    ]);
  });
});
