import { describe, expect, it } from 'vitest';
import { readReportFile } from './read-report-file.ts';

const nameOf = async (fileName: string): Promise<string> =>
  (await readReportFile({ fileName, mediaType: 'text/plain', bytes: Buffer.from('FINDINGS: Normal.') }, 'US-MA'))
    .fileName;

describe('the name of a report', () => {
  it('is safe in a header and in the record, however it came', async () => {
    expect(await nameOf('../../etc/passwd')).toBe('passwd.txt');
    expect(await nameOf('report"\r\nSet-Cookie: a=b.html')).not.toMatch(/[\r\n"]/);
    expect(await nameOf('<svg onload=alert(1)>.svg')).toBe('svg onload=alert(1) .svg.txt');
    expect(await nameOf('\ud83d.txt')).toBe('report.txt');
  });

  it('is not cut through a character', async () => {
    const name = await nameOf(`${'a'.repeat(99)}\u{1f9e0}\u{1f9e0}.txt`);
    expect(name.isWellFormed()).toBe(true);
    expect(() => encodeURIComponent(name)).not.toThrow();
  });
});
