import { describe, expect, it } from 'vitest';
import { inOrder, pickedFromDrop, pickedFromInput } from './picked-files.ts';

const file = (name: string, path = '') =>
  Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: path });
const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);

describe('files that were picked', () => {
  it('have their path below the chosen folder, in an order that no browser or language changes', () => {
    const list = [
      file('b', 'disc/b'),
      file('a', 'disc/a'),
      file('B', 'disc/B'),
      file('10', 'disc/10'),
      file('9', 'disc/9'),
    ];
    expect(paths(pickedFromInput(list))).toEqual(['disc/10', 'disc/9', 'disc/B', 'disc/a', 'disc/b']);
  });

  it('have each path once', () => {
    const twice = [
      { path: 'IM1', file: new File(['1'], 'IM1') },
      { path: 'IM1', file: new File(['2'], 'IM1') },
    ];
    expect(paths(inOrder(twice))).toEqual(['IM1', 'IM1 (2)']);
  });
});

const leaf = (fullPath: string) => ({
  isFile: true,
  fullPath,
  file: (resolve: (file: File) => void) => resolve(new File(['x'], fullPath)),
});
const folder = (fullPath: string, children: object[]) => ({
  isFile: false,
  fullPath,
  createReader() {
    // Like Chromium: some at a time, then none.
    const rest = [...children];
    return { readEntries: (resolve: (entries: object[]) => void) => resolve(rest.splice(0, 2)) };
  },
});
const dropped = (entries: (object | null)[], files: File[] = []) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files,
  }) as unknown as DataTransfer;

describe('what was dropped', () => {
  it('is walked to the last folder, also where the browser gives a folder in parts', async () => {
    const transfer = dropped([
      folder('/disc', [
        leaf('/disc/1'),
        folder('/disc/DICOM', [leaf('/disc/DICOM/2')]),
        leaf('/disc/3'),
        leaf('/disc/4'),
      ]),
      leaf('/report.pdf'),
    ]);
    expect(paths(await pickedFromDrop(transfer))).toEqual(['disc/1', 'disc/3', 'disc/4', 'disc/DICOM/2', 'report.pdf']);
  });

  it('is taken as plain files where the browser has no entries', async () => {
    expect(paths(await pickedFromDrop(dropped([null], [file('scan.zip')])))).toEqual(['scan.zip']);
  });
});
