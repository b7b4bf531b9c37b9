import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import { AlgorithmIdentifier, AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import { writeOnce } from './write-once.ts';

/** The key by which the service signs documents, and its certificate with those that vouch for it, as PEM. */
export interface ServiceCredentials {
  readonly privateKey: string;
  readonly certificates: readonly string[];
}

export interface SigningFiles {
  /** PEM files named in the settings; without them the service makes its own in the data folder. */
  readonly key: string | null;
  readonly certificate: string | null;
}

const RSA_SHA256 = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const VALID_YEARS = 10;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * The service's signing key and certificate. Those of the settings are read at once, and what is wrong with them is said at
 * the start, by the setting's name. Without any the service makes a pair of its own when it signs for the first time (RSA
 * 3072, self-signed, in the data folder): whoever opens a PDF then sees that nothing was changed, and whether to trust the
 * practice is up to him. With a certificate of an authority he sees that as well.
 */
export async function openSigning(
  folder: string,
  files: SigningFiles,
  practice: string,
): Promise<() => Promise<ServiceCredentials>> {
  const { key, certificate } = files;
  if (key !== null && certificate !== null) {
    const given = await readCredentials(key, certificate);
    return async () => given;
  }
  if (key !== null || certificate !== null) {
    throw new Error('OVERREAD_SIGNING_KEY and OVERREAD_SIGNING_CERTIFICATE go together: set both, or neither.');
  }
  let own: Promise<ServiceCredentials> | null = null;
  return () => {
    own ??= ownCredentials(join(folder, 'signing.pem'), practice);
    // A full disc now is no reason to fail for ever.
    own.catch(() => {
      own = null;
    });
    return own;
  };
}

async function ownCredentials(file: string, practice: string): Promise<ServiceCredentials> {
  if (!existsSync(file)) await writeOnce(file, await makePair(practice, new Date()));
  return readCredentials(file, file);
}

async function readCredentials(keyFile: string, certificateFile: string): Promise<ServiceCredentials> {
  const [key, certificates] = await Promise.all([
    readPem(keyFile, 'OVERREAD_SIGNING_KEY'),
    readPem(certificateFile, 'OVERREAD_SIGNING_CERTIFICATE'),
  ]);
  const found = certificates.match(CERTIFICATE) ?? [];
  if (found.length === 0) {
    throw new Error(`${certificateFile} holds no certificate. OVERREAD_SIGNING_CERTIFICATE names a PEM file.`);
  }
  const privateKey = createPrivateKey(key).export({ format: 'pem', type: 'pkcs8' }).toString();
  return { privateKey, certificates: found };
}

async function readPem(file: string, setting: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code}). ${setting} names a PEM file that the service may read.`);
  });
}

/** Key and certificate in one file, so that there is never one without the other. */
async function makePair(practice: string, now: Date): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: serial() }) });
  for (const name of [certificate.issuer, certificate.subject]) {
    const value = new Utf8String({ value: practice });
    name.typesAndValues.push(new AttributeTypeAndValue({ type: COMMON_NAME, value }));
  }
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(now.getTime() + VALID_YEARS * 365.25 * 86_400_000);
  // Digital signature and non-repudiation (RFC 5280, 4.2.1.3), and no authority over others.
  const usage = new BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 });
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: false }).toSchema().toBER()),
    extension(KEY_USAGE, usage.toBER()),
  ];
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
  certificate.subjectPublicKeyInfo.fromJSON(publicKey);
  certificate.signature = new AlgorithmIdentifier({ algorithmId: RSA_SHA256 });
  certificate.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: RSA_SHA256 });
  const body = Buffer.from(certificate.encodeTBS().toBER());
  certificate.signatureValue = new BitString({ valueHex: Uint8Array.from(sign('sha256', body, privateKey)).buffer });
  const der = Buffer.from(certificate.toSchema(true).toBER());
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  return `${privateKey.export({ format: 'pem', type: 'pkcs8' })}${pem}`;
}

function extension(extnID: string, value: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue: new OctetString({ valueHex: value }).valueBlock.toBER() });
}

/** Positive, 16 bytes, by chance (RFC 5280, 4.1.2.2). */
function serial(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40;
  return bytes.buffer;
}
