import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_POPPLER, poppler } from '../../../../testing/documents/pdf-tools.ts';
import { OPINION, SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { testSigner } from '../../../../testing/documents/signer.ts';
import { secondOpinionPdf } from '../opinion/second-opinion.ts';
import { cmsSigner } from './cms-signature.ts';
import { readPdfText } from './read-pdf.ts';
import { type SignBytes, signPdf } from './sign-pdf.ts';

const HAS_OPENSSL = ((): boolean => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' }).startsWith('OpenSSL 3');
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'overread-sign-'));
let sign: SignBytes;
let pdf: Buffer;
beforeAll(async () => {
  sign = await testSigner(folder);
  pdf = await secondOpinionPdf(SETTING, OPINION, sign);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The two stretches that are signed, and the signature between them. */
function parts(signed: Buffer): { readonly content: Buffer; readonly signature: Buffer } {
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\s*\]/.exec(signed.toString('latin1'))?.slice(1).map(Number);
  const [before = 0, after = 0, rest = 0] = range ?? [];
  expect(after + rest).toBe(signed.length);
  const hex = signed.subarray(before + 1, after - 1).toString('latin1');
  return {
    content: Buffer.concat([signed.subarray(0, before), signed.subarray(after)]),
    signature: Buffer.from(hex, 'hex'),
  };
}

describe('a signed opinion', () => {
  it.skipIf(!HAS_POPPLER)('is valid for a PDF reader, over the whole document, and any changed byte is found', () => {
    const said = poppler('pdfsig', ['-nocert', 'PDF'], pdf);
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    const { length } = parts(pdf).content;
    // The first and the last byte, those beside the signature's gap, and ten spread over the rest.
    const [, before = 0, after = 0] = /\/ByteRange \[0 (\d+) (\d+)/.exec(pdf.toString('latin1'))?.map(Number) ?? [];
    const spread = Array.from({ length: 10 }, (_, i) => Math.floor((length * (i + 0.5)) / 10));
    const inside = [8, ...spread, before - 1, after, pdf.length - 40].map((at) =>
      at < before || at >= after ? at : after,
    );
    for (const at of inside) {
      const changed = Buffer.from(pdf);
      changed[at] = (changed[at] as number) ^ 1;
      expect(poppler('pdfsig', ['-nocert', 'PDF'], changed)).not.toContain('Signature is Valid.');
    }
  });

  it.skipIf(!HAS_OPENSSL)('is CAdES baseline for OpenSSL: signing-certificate attribute, no signing time', () => {
    const { content, signature } = parts(pdf);
    const [file, cms, cert] = ['content.bin', 'signature.der', 'signing.pem'].map((name) => join(folder, name));
    writeFileSync(file as string, content);
    writeFileSync(cms as string, signature);
    const verify = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any'];
    const files = ['-in', cms as string, '-content', file as string, '-CAfile', cert as string];
    const run = () => execFileSync('openssl', [...verify, ...files, '-out', join(folder, 'out')], { stdio: 'pipe' });
    run();
    const shown = execFileSync('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', cms as string], {
      encoding: 'utf8',
    });
    expect(shown).toContain('signingCertificateV2');
    expect(shown).not.toContain('signingTime');
    writeFileSync(file as string, Buffer.concat([content, Buffer.from(' ')]));
    expect(run).toThrow();
  });

  it('reads as before, is the same when it is made again, and is tagged', async () => {
    expect((await readPdfText(pdf)).text).toContain('Ingrid Solheim');
    expect((await secondOpinionPdf(SETTING, OPINION, sign)).equals(pdf)).toBe(true);
    if (HAS_POPPLER) expect(poppler('pdfinfo', ['-struct', 'PDF'], pdf)).toContain('Form');
  });

  it('leaves a draft without a field', async () => {
    const draft = await secondOpinionPdf(SETTING, { ...OPINION, signed: null }, sign);
    expect(draft.toString('latin1')).not.toContain('/ByteRange');
    await expect(signPdf(draft, sign)).rejects.toThrow('no open signature field');
    await expect(signPdf(pdf, sign)).rejects.toThrow('no open signature field');
  });
});

describe('cmsSigner', () => {
  it.skipIf(!HAS_OPENSSL)(
    'signs with an elliptic curve as well, and refuses a certificate of another key',
    async () => {
      const [key, cert] = ['ec.key', 'ec.crt'].map((name) => join(folder, name)) as [string, string];
      const curve = [
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=Test',
      ];
      execFileSync('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', cert], { stdio: 'pipe' });
      const certificates = [readFileSync(cert, 'utf8')];
      const signed = await secondOpinionPdf(
        SETTING,
        OPINION,
        cmsSigner({ privateKey: readFileSync(key, 'utf8'), certificates }),
      );
      if (HAS_POPPLER) expect(poppler('pdfsig', ['-nocert', 'PDF'], signed)).toContain('Signature is Valid.');
      const other = readFileSync(join(folder, 'signing.pem'), 'utf8');
      expect(() => cmsSigner({ privateKey: other, certificates })).toThrow('does not belong');
    },
  );
});
