import type { DiscFile } from './truth.ts';

/** What lies beside the images on a disc from an imaging centre (IHE PDI): read-me, viewer, start script, web pages. */
export function beside(institution: string): readonly DiscFile[] {
  return [
    file(
      'README.TXT',
      `${institution}\r\nThis disc holds medical images in DICOM format. Open VIEWER.EXE to see them.\r\n`,
    ),
    file('AUTORUN.INF', '[autorun]\r\nopen=VIEWER.EXE\r\nlabel=IMAGES\r\n'),
    { path: 'VIEWER.EXE', bytes: program() },
    file(
      'INDEX.HTM',
      `<html><head><title>${institution}</title></head><body><a href="IHE_PDI/REPORT.HTM">Images</a></body></html>\n`,
    ),
    file('IHE_PDI/REPORT.HTM', '<html><body><p>Key images are in the folder DICOM.</p></body></html>\n'),
  ];
}

function file(path: string, words: string): DiscFile {
  return { path, bytes: new TextEncoder().encode(words) };
}

/** The head of a Windows program, and nothing that could run. */
function program(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]);
  bytes.set(new TextEncoder().encode('This program is part of a made-up disc and does nothing.'), 78);
  return bytes;
}
