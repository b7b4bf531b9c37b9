import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { Set as Asn1Set, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SignBytes } from './sign-pdf.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const;

/** A private key and its certificate, then those that vouch for it, all as PEM. */
export interface SigningCredentials {
  readonly privateKey: string;
  readonly certificates: readonly string[];
}

/**
 * Signs as PAdES baseline B-B wants it (ETSI EN 319 142-1, EN 319 122-1): CMS, detached, SHA-256, signed attributes
 * contentType, messageDigest and signingCertificateV2 (RFC 5035), no signing time. RSA (PKCS #1 v1.5, which gives the same
 * signature each time) or an elliptic curve. Throws when key and certificate do not belong together.
 */
export function cmsSigner({ privateKey, certificates }: SigningCredentials): SignBytes {
  const key = createPrivateKey(privateKey);
  const [own, ...others] = certificates.map((pem) => new X509Certificate(pem));
  if (own === undefined || !own.checkPrivateKey(key)) {
    throw new Error('The signing key does not belong to the signing certificate.');
  }
  const chain = [own, ...others].map(({ raw }) => Certificate.fromBER(raw));
  const subject = chain[0] as Certificate;
  const algorithm = key.asymmetricKeyType === 'ec' ? OID.ecdsaSha256 : OID.rsaSha256;
  return async (bytes) => {
    const attributes = signedAttributes(sha256(bytes), own.raw);
    const toSign = Buffer.from(new Asn1Set({ value: attributes.map((each) => each.toSchema()) }).toBER());
    const signer = new SignerInfo({
      version: 1,
      sid: new IssuerAndSerialNumber({ issuer: subject.issuer, serialNumber: subject.serialNumber }),
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: algorithm }),
      signature: new OctetString({ valueHex: exact(sign('sha256', toSign, key)) }),
    });
    const data = new SignedData({
      version: 1,
      digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
      certificates: chain,
      signerInfos: [signer],
    });
    return new Uint8Array(
      new ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) }).toSchema().toBER(),
    );
  };
}

/** In the order of DER's SET OF: by their encoding (X.690, 11.6). */
function signedAttributes(digest: Buffer, certificate: Buffer): Attribute[] {
  const certId = new Sequence({ value: [new OctetString({ valueHex: exact(sha256(certificate)) })] });
  return [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: exact(digest) })] }),
    new Attribute({
      type: OID.signingCertificateV2,
      // SHA-256 is ESSCertIDv2's default, so only the hash is written.
      values: [new Sequence({ value: [new Sequence({ value: [certId] })] })],
    }),
  ].sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

const encoded = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER());
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
/** A buffer of Node may be a window into a larger one; ASN.1 takes the whole. */
const exact = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;
