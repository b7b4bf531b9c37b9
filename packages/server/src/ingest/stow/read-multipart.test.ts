import { expect, it } from 'vitest';
import { BrokenMultipart, boundaryOf, readMultipart } from './read-multipart.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function partsOf(body: Buffer, size: number) {
  const parts: { headers: Readonly<Record<string, string>>; bytes: Buffer }[] = [];
  for await (const event of readMultipart(inPieces(body, size), 'b')) {
    const last = parts.at(-1);
    if (event.type === 'part') parts.push({ headers: event.headers, bytes: Buffer.alloc(0) });
    else if (last) last.bytes = Buffer.concat([last.bytes, event.bytes]);
  }
  return parts;
}

const TRICKY = '\r\n-\r\n--\r\n--a\r\r\n--';
const BODY = Buffer.from(
  `\r\n--b\r\nContent-Type: application/dicom\r\nX: a:b\r\n\r\n${TRICKY}\r\n--b \r\n\r\n\r\n--b\r\n\r\nlast\r\n--b--\r\nepilogue \r\n--b\r\n`,
);

it('finds the same parts however the body is cut', async () => {
  const expected = [
    { headers: { 'content-type': 'application/dicom', x: 'a:b' }, bytes: Buffer.from(TRICKY) },
    { headers: {}, bytes: Buffer.alloc(0) },
    { headers: {}, bytes: Buffer.from('last') },
  ];
  for (let size = 1; size <= BODY.length; size += 1) {
    expect(await partsOf(BODY, size)).toEqual(expected);
    expect(await partsOf(BODY.subarray(2), size)).toEqual(expected);
  }
});

it('says so when the body breaks off, has no boundary, or a head without end', async () => {
  const whole = BODY.indexOf('--b--') + 4;
  for (let end = 0; end < whole; end += 1) {
    await expect(partsOf(BODY.subarray(0, end), 7)).rejects.toThrow(BrokenMultipart);
  }
  await expect(partsOf(Buffer.from(`--b\r\n${'x: y\r\n'.repeat(5000)}`), 1000)).rejects.toThrow('too long');
});

it.each([
  ['multipart/related; type="application/dicom"; boundary=x', 'x'],
  ['Multipart/Related; boundary="a;b"; type=application/dicom', 'a;b'],
  ['multipart/related; boundary=x', 'x'],
  ['multipart/related; type="application/dicom+json"; boundary=x', null],
  ['multipart/related; type="application/dicom"', null],
  ['application/dicom', null],
  ['', null],
])('reads the boundary of %j as %j', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
