import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSigning } from './signing.ts';

const folder = mkdtempSync(join(tmpdir(), 'overread-signing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const NONE = { key: null, certificate: null };

describe('openSigning', () => {
  it('makes one pair, keeps it for itself, and finds it again', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await openSigning(folder, NONE, 'Praxis Ängström'))()),
    );
    expect(second).toEqual(first);
    expect(await (await openSigning(folder, NONE, 'Another name'))()).toEqual(first);
    expect(statSync(join(folder, 'signing.pem')).mode & 0o077).toBe(0);
    const certificate = new X509Certificate(first?.certificates[0] ?? '');
    expect(certificate.subject).toContain('Praxis Ängström');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
  });

  it('says at the start what is wrong with the settings', async () => {
    const own = join(folder, 'signing.pem');
    await expect(openSigning(folder, { ...NONE, key: own }, 'P')).rejects.toThrow('go together');
    await expect(openSigning(folder, { key: own, certificate: join(folder, 'no.pem') }, 'P')).rejects.toThrow(
      /no\.pem cannot be read \(ENOENT\)\. OVERREAD_SIGNING_CERTIFICATE/,
    );
    const empty = join(folder, 'empty.pem');
    writeFileSync(empty, 'nothing');
    await expect(openSigning(folder, { key: own, certificate: empty }, 'P')).rejects.toThrow('holds no certificate');
    await expect((await openSigning(folder, { key: own, certificate: own }, 'P'))()).resolves.toBeDefined();
  });
});
